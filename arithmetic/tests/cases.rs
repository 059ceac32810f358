//! Moduli and bases, big-endian, at the edges and at random.

/// The moduli at the edges of a length: all ones, just above a power of two, and long runs of ones
/// and of zeros.
pub fn edge_moduli(bits: usize) -> [Vec<u8>; 4] {
    let half = bits / 2;
    [
        ones(0, bits, bits),
        with_bit(ones(0, 1, bits), bits - 1),
        with_bit(ones(half, bits, bits), 0),
        with_bit(ones(0, half, bits), bits - 1),
    ]
}

/// 0, 1, n − 2, n − 1, n, the greatest number as long as n; powers of two and their neighbours.
pub fn edge_bases(n: &[u8]) -> Vec<Vec<u8>> {
    let bits = n.len() * 8;
    let mut bases = vec![
        ones(0, 0, bits),
        ones(0, bits, bits),
        n.to_vec(),
        n.to_vec(),
        n.to_vec(),
    ];
    // n is odd, and above 2.
    bases[2][n.len() - 1] -= 1;
    if n[n.len() - 1] & 2 == 2 {
        bases[3][n.len() - 1] -= 2;
    }
    for power in [0, 1, 11, 12, 31, 32, 47, 48, 63, 64, bits - 10] {
        bases.push(with_bit(ones(0, 0, bits), power));
        bases.push(with_bit(ones(0, 1, bits), power));
        bases.push(ones(0, power, bits));
    }
    bases
}

/// Ones from the bit `from` up to the bit `to`.
fn ones(from: usize, to: usize, bits: usize) -> Vec<u8> {
    (from..to).fold(vec![0; bits.div_ceil(8)], with_bit)
}

fn with_bit(mut number: Vec<u8>, bit: usize) -> Vec<u8> {
    let index = number.len() - 1 - bit / 8;
    number[index] |= 1 << (bit % 8);
    number
}

/// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Odd, of 1024 bits, 2048, or any number between.
    pub fn modulus(&mut self) -> Vec<u8> {
        let bits = [1024, 2048, 1024 + self.below(1025)][self.below(3)];
        let number = self.number(bits - 1, bits);
        with_bit(with_bit(number, bits - 1), 0)
    }

    /// As long as `n`, and mostly below it.
    pub fn base(&mut self, n: &[u8]) -> Vec<u8> {
        let bits = n.len() * 8 - n[0].leading_zeros() as usize;
        self.number(bits, bits)
    }

    /// Below 2 to the power `end`. Half of them have long runs of equal bits, through which carries
    /// travel far.
    fn number(&mut self, end: usize, bits: usize) -> Vec<u8> {
        let mut number = vec![0; bits.div_ceil(8)];
        let end_index = number.len() - end.div_ceil(8);
        if self.below(2) == 0 {
            number[end_index..].fill_with(|| self.next() as u8);
        } else {
            for _ in 0..8 {
                let run = ones(0, self.below(end + 1), bits);
                for (byte, run) in number.iter_mut().zip(run) {
                    *byte ^= run;
                }
            }
        }
        if !end.is_multiple_of(8) {
            number[end_index] &= 0xff >> (8 - end % 8);
        }
        number
    }
}
