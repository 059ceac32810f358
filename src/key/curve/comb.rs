//! A table of multiples of a point, with which a product needs few doublings: the comb of Lim and Lee
//! (Guide to Elliptic Curve Cryptography, algorithm 3.45), with signed digits
//! (Hamburg, "Fast and compact elliptic-curve cryptography", 2012, §3.3).
//!
//! An odd scalar k is a sum of powers of two, every one with a sign: 2^i is positive where bit i+1 of
//! k is 1, and the highest one always. Eight teeth, each two blocks from the next one, take eight of
//! these signs at a time, for which a block has the sum of the eight points ready. By symmetry it
//! holds only those in which the highest tooth is positive.

use alloc::vec::Vec;

use super::group::Group;

const TEETH: usize = 8;
const BLOCKS: usize = 2;
/// The sums of a block.
const SUMS: usize = 128;

/// 256 points: 18 KiB for P-256, 28 KiB for P-384, 38 KiB for P-521.
pub(super) struct Comb<G: Group> {
    /// The sums of the one block, then those of the other. Bit t of its number says whether a sum has
    /// tooth t positive.
    sums: Vec<G::Addend>,
}

impl<G: Group> Comb<G> {
    pub(super) fn new(point: &G::Addend) -> Self {
        let points = powers_with_doubles::<G>(point);
        let (teeth, _) = points.as_chunks();
        let blocks = (0..BLOCKS).flat_map(|block| sums(teeth.iter().skip(block).step_by(BLOCKS)));
        Self {
            sums: G::to_addends(&blocks.collect::<Vec<G>>()),
        }
    }

    /// `sum`, and what one column of the signs of a scalar adds to it.
    pub(super) fn add_column(&self, mut sum: G, signs: &[bool], column: usize) -> G {
        for (block, sums) in self.sums.chunks_exact(SUMS).enumerate() {
            let number = signs
                .chunks_exact(G::COLUMNS)
                .skip(block)
                .step_by(BLOCKS)
                .rev()
                .filter_map(|row| row.get(column))
                .fold(0_usize, |number, sign| (number << 1) | usize::from(*sign));
            sum = if let Some(point) = sums.get(number ^ SUMS) {
                sum.add(point)
            } else if let Some(point) = sums.get(!number & (SUMS - 1)) {
                // The highest tooth is negative: the opposite of the sum with every sign turned.
                sum.subtract(point)
            } else {
                sum
            };
        }
        sum
    }
}

/// The signs of the powers of two whose sum is an odd `scalar`, the lowest one first.
pub(super) fn signs<G: Group>(scalar: &[bool]) -> Vec<bool> {
    let length = G::COLUMNS.saturating_mul(TEETH * BLOCKS);
    let mut signs: Vec<bool> = scalar.iter().skip(1).copied().collect();
    signs.resize(length.saturating_sub(1), false);
    signs.push(true);
    signs
}

/// The points 2^(COLUMNS·i), each followed by its double.
fn powers_with_doubles<G: Group>(point: &G::Addend) -> Vec<G::Addend> {
    let mut power = G::NEUTRAL.add(point);
    let mut points = Vec::new();
    for _ in 0..TEETH * BLOCKS {
        let double = power.double();
        points.extend([power, double]);
        power = (1..G::COLUMNS).fold(double, |power, _| power.double());
    }
    G::to_addends(&points)
}

/// The sums of a block, whose teeth these are, each a point and its double.
///
/// None of them is the neutral point: each is an odd multiple, if need be after division by a power of
/// two, of less than the order.
fn sums<'t, G: Group<Addend: 't>>(
    mut teeth: impl DoubleEndedIterator<Item = &'t [G::Addend; 2]> + Clone,
) -> Vec<G> {
    let highest = teeth.next_back();
    let mut lowest_sum = highest.map_or(G::NEUTRAL, |[point, _]| G::NEUTRAL.add(point));
    for [point, _] in teeth.clone() {
        lowest_sum = lowest_sum.subtract(point);
    }
    let mut sums = alloc::vec![lowest_sum];
    // To turn a sign adds the point twice.
    for [_, double] in teeth {
        let turned: Vec<G> = sums.iter().map(|sum| sum.add(double)).collect();
        sums.extend(turned);
    }
    sums
}
