//! Points that are multiplied again and again: the generator of a curve, and the point of a key.
//!
//! A comb costs about as much as three verifications save. So a point gets one when it has been used
//! three times; until then its multiples are computed anew, and a key that is imported for one token
//! costs no more than it must.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU8, Ordering};

use once_cell::race::OnceBox;

use super::comb::{BLOCKS, Comb};
use super::group::Group;
use super::naf::Naf;

/// How often a point is used without a comb.
const USES_WITHOUT_COMB: u8 = 3;

/// A point, and its comb once it has one. Threads may share it: if two make the comb at once, one of
/// them is dropped, and nobody waits.
pub(crate) struct Base<G: Group> {
    point: G::Addend,
    uses: AtomicU8,
    comb: OnceBox<Comb<G>>,
}

impl<G: Group> Base<G> {
    pub(crate) const fn new(point: G::Addend) -> Self {
        Self {
            point,
            uses: AtomicU8::new(0),
            comb: OnceBox::new(),
        }
    }

    #[cfg(feature = "ed25519")]
    pub(crate) fn point(&self) -> &G::Addend {
        &self.point
    }

    fn comb(&self) -> Option<&Comb<G>> {
        let comb = self.comb.get();
        if comb.is_none() && self.uses.fetch_add(1, Ordering::Relaxed) >= USES_WITHOUT_COMB {
            return Some(self.comb.get_or_init(|| Box::new(Comb::new(&self.point))));
        }
        comb
    }
}

/// A product on its way into a sum.
enum Term<'b, G: Group> {
    Comb {
        comb: &'b Comb<G>,
        numbers: Vec<[u8; BLOCKS]>,
        /// What is taken away at the end: a comb takes odd scalars, so an even one counts as one more.
        excess: Option<&'b G::Addend>,
    },
    Naf(Naf<G>),
}

impl<'b, G: Group> Term<'b, G> {
    fn new(base: &'b Base<G>, scalar: &[bool]) -> Self {
        match base.comb() {
            Some(comb) => Self::Comb {
                comb,
                numbers: comb.numbers(scalar),
                excess: (scalar.first() != Some(&true)).then_some(&base.point),
            },
            None => Self::Naf(Naf::new(&base.point, scalar)),
        }
    }

    /// The doublings that its sum needs.
    fn length(&self) -> usize {
        match self {
            Self::Comb { numbers, .. } => numbers.len(),
            Self::Naf(naf) => naf.length(),
        }
    }

    fn add_to(&self, sum: G, position: usize) -> G {
        match self {
            Self::Comb { comb, numbers, .. } => match numbers.get(position) {
                Some(numbers) => comb.add_column(sum, *numbers),
                None => sum,
            },
            Self::Naf(naf) => naf.add_digit(sum, position),
        }
    }
}

/// The sum of two products of a scalar, lowest bit first, and a point, whose doublings are shared
/// (Guide to Elliptic Curve Cryptography, §3.3.3).
pub(crate) fn sum_of_products<G: Group>(products: [(&[bool], &Base<G>); 2]) -> G {
    let terms = products.map(|(scalar, base)| Term::new(base, scalar));
    let length = terms.iter().map(Term::length).max().unwrap_or_default();
    let [(_, first), _] = products;
    let mut sum = G::neutral(&first.point);
    for position in (0..length).rev() {
        sum = sum.double();
        for term in &terms {
            sum = term.add_to(sum, position);
        }
    }
    for term in &terms {
        if let Term::Comb {
            excess: Some(point),
            ..
        } = term
        {
            sum = sum.subtract(point);
        }
    }
    sum
}
