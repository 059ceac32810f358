//! The fingerprint of RSA moduli made by the broken generator of CVE-2017-15361 ("ROCA").
//!
//! Such primes are k·M + (65537^a mod M) with M the product of the first primes, so that the
//! modulus is a power of 65537 modulo each of them. An honest modulus passes all 38 tests about
//! once in 2²⁷. Source: Nemec, Sys, Svenda, Klinec, Matyas: "The Return of Coppersmith's Attack",
//! ACM CCS 2017, §2.3.

/// The odd primes up to 167: those that divide M for every key length.
const PRIMES: [u32; 38] = [
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/// Whether `n`, big-endian, has the fingerprint.
pub(super) fn has_fingerprint(n: &[u8]) -> bool {
    PRIMES
        .into_iter()
        .all(|prime| is_power_of_65537(remainder(n, prime), prime))
}

fn remainder(n: &[u8], prime: u32) -> u32 {
    n.iter().fold(0, |rest, &byte| {
        modulo((rest << 8) | u32::from(byte), prime)
    })
}

fn is_power_of_65537(rest: u32, prime: u32) -> bool {
    let generator = modulo(65537, prime);
    let mut power = 1;
    for _ in 0..prime {
        if power == rest {
            return true;
        }
        power = modulo(power.wrapping_mul(generator), prime);
    }
    false
}

/// `value` modulo one of the primes above, none of which is zero.
fn modulo(value: u32, prime: u32) -> u32 {
    value.checked_rem(prime).unwrap_or(0)
}
