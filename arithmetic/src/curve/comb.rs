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
pub(crate) const BLOCKS: usize = 2;
/// The sums of a block.
const SUMS: usize = 128;

/// 256 points: 18 KiB for P-256, 28 KiB for P-384, 38 KiB for P-521.
pub(crate) struct Comb<G: Group> {
    /// The sums of the one block, then those of the other. Bit t of its number says whether a sum has
    /// tooth t positive.
    sums: Vec<G::Addend>,
    /// A sixteenth of the bits of a scalar, rounded up.
    columns: usize,
}

impl<G: Group> Comb<G> {
    pub(crate) fn new(point: &G::Addend) -> Self {
        let columns = G::bits(point).div_ceil(TEETH * BLOCKS);
        let points = powers_with_doubles::<G>(point, columns);
        let (teeth, _) = points.as_chunks();
        let neutral = G::neutral(point);
        let mut blocks: Vec<G> = Vec::with_capacity(BLOCKS * SUMS);
        for block in 0..BLOCKS {
            blocks.extend(sums(neutral, teeth.iter().skip(block).step_by(BLOCKS)));
        }
        Self {
            sums: G::to_addends(&blocks),
            columns,
        }
    }

    /// For each column, the numbers of the sums whose total is an odd `scalar`: one of each block.
    pub(crate) fn numbers(&self, scalar: &[bool]) -> Vec<[u8; BLOCKS]> {
        let length = self.columns.saturating_mul(TEETH * BLOCKS);
        // The signs of the powers of two, the lowest one first.
        let mut signs: Vec<bool> = scalar.iter().skip(1).copied().collect();
        signs.resize(length.saturating_sub(1), false);
        signs.push(true);
        let mut numbers = alloc::vec![[0; BLOCKS]; self.columns];
        for (index, row) in signs.chunks_exact(self.columns).enumerate() {
            let (tooth, block) = (index / BLOCKS, index % BLOCKS);
            for (numbers, sign) in numbers.iter_mut().zip(row) {
                if let Some(number) = numbers.get_mut(block) {
                    *number |= u8::from(*sign) << tooth;
                }
            }
        }
        numbers
    }

    /// `sum`, and what one column of a scalar adds to it.
    pub(crate) fn add_column(&self, mut sum: G, numbers: [u8; BLOCKS]) -> G {
        for (sums, number) in self.sums.chunks_exact(SUMS).zip(numbers) {
            let number = usize::from(number);
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

/// The points 2^(`columns`·i), each followed by its double.
fn powers_with_doubles<G: Group>(point: &G::Addend, columns: usize) -> Vec<G::Addend> {
    let mut power = G::neutral(point).add(point);
    let mut points = Vec::new();
    for _ in 0..TEETH * BLOCKS {
        let double = power.double();
        points.extend([power, double]);
        power = (1..columns).fold(double, |power, _| power.double());
    }
    G::to_addends(&points)
}

/// The sums of a block, whose teeth these are, each a point and its double.
///
/// None of them is the neutral point: each is an odd multiple, if need be after division by a power of
/// two, of less than the order.
fn sums<'t, G: Group<Addend: 't>>(
    neutral: G,
    mut teeth: impl DoubleEndedIterator<Item = &'t [G::Addend; 2]> + Clone,
) -> Vec<G> {
    let highest = teeth.next_back();
    let mut lowest_sum = highest.map_or(neutral, |[point, _]| neutral.add(point));
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
