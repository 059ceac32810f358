//! The public operation of RSA against the one of the crate `rsa`, which stands on `crypto-bigint`.
//!
//! `cargo test --release --test arithmetic -- --ignored --nocapture` tries more than a million
//! cases. What WebAssembly computes is held to the integers of JavaScript by `run.mjs`.

extern crate alloc;

mod cases;

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};

use cases::{Random, edge_bases, edge_moduli};
use key::Modulus;
use rsa::hazmat::rsa_encrypt;
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, RsaPublicKey};

#[path = "../../src/key"]
mod key {
    mod modexp;

    pub struct Modulus(modexp::Modulus);

    impl Modulus {
        pub fn new(n: &[u8]) -> Option<Self> {
            modexp::Modulus::new(n).map(Self)
        }

        pub fn power(&self, base: &[u8], exponent: u32) -> Option<Vec<u8>> {
            self.0.power(base, exponent)
        }
    }
}

const EXPONENTS: [u32; 4] = [3, 17, 65537, u32::MAX];

/// Tries every exponent with every base, and returns how many cases that were.
fn compare(n: &[u8], exponents: &[u32], bases: &[Vec<u8>]) -> usize {
    let ours = Modulus::new(n).unwrap();
    for &exponent in exponents {
        let theirs = RsaPublicKey::new(
            BoxedUint::from_be_slice_vartime(n),
            BoxedUint::from(exponent),
        );
        let theirs = theirs.unwrap();
        for base in bases {
            let expected = power_of_the_crate(&theirs, base);
            assert_eq!(
                ours.power(base, exponent),
                expected,
                "{base:02x?} to the power {exponent} modulo {n:02x?}"
            );
        }
    }
    exponents.len() * bases.len()
}

fn power_of_the_crate(key: &RsaPublicKey, base: &[u8]) -> Option<Vec<u8>> {
    let base = BoxedUint::from_be_slice(base, key.n_bits_precision()).unwrap();
    if base >= *key.n().as_ref() {
        return None;
    }
    let power = rsa_encrypt(key, &base).unwrap().to_be_bytes();
    Some(power[power.len() - key.size()..].to_vec())
}

fn compare_edges(lengths: &[usize], exponents: &[u32]) -> usize {
    let compare_length = |&bits: &usize| -> usize {
        edge_moduli(bits)
            .iter()
            .map(|n| compare(n, exponents, &edge_bases(n)))
            .sum()
    };
    lengths.iter().map(compare_length).sum()
}

fn compare_random(moduli: usize, bases: usize) -> usize {
    let mut random = Random::new(RandomState::new().build_hasher().finish());
    (0..moduli)
        .map(|_| {
            let n = random.modulus();
            let bases: Vec<_> = (0..bases).map(|_| random.base(&n)).collect();
            let exponent = EXPONENTS[random.below(EXPONENTS.len())];
            compare(&n, &[exponent], &bases)
        })
        .sum()
}

#[test]
fn rfc8017_5_2_2_powers_are_those_of_the_crate_rsa() {
    let edges = compare_edges(&[1024, 1025, 1055, 2048], &[3, 65537]);
    println!("{} powers are right", edges + compare_random(50, 4));
}

#[test]
#[ignore = "takes minutes: more than a million cases"]
fn a_million_powers_are_those_of_the_crate_rsa() {
    let lengths = [
        1024, 1025, 1031, 1055, 1087, 1088, 2046, 2047, 2048, 2049, 2063, 2064, 3072, 4096, 8191,
        8192,
    ];
    let edges = compare_edges(&lengths, &EXPONENTS);
    println!("{} powers are right", edges + compare_random(50_000, 20));
}

#[test]
fn a_base_that_is_not_below_the_modulus_is_refused() {
    for n in [
        &[0xff_u8; 128][..],
        &[&[0x80][..], &[0; 126], &[1]].concat(),
    ] {
        let modulus = Modulus::new(n).unwrap();
        assert_eq!(modulus.power(n, 3), None);
        assert_eq!(modulus.power(&[0xff; 128], 65537), None);
        let mut below = n.to_vec();
        below[127] -= 1;
        // −1 to an odd power.
        assert_eq!(modulus.power(&below, 65537), Some(below.clone()));
    }
}

#[test]
fn an_even_modulus_is_refused() {
    for n in [
        &[][..],
        &[0],
        &[1],
        &[2],
        &[0xff; 128].map(|byte| byte & 0xfe),
    ] {
        assert!(Modulus::new(n).is_none());
    }
}
