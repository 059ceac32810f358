//! The public operation of RSA against the one of the crate `rsa`, which stands on `crypto-bigint`.
//!
//! What WebAssembly computes is compared with the integers of JavaScript by `tests/arithmetic/run.mjs`.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};

use edge_jwt_arithmetic::rsa::PublicKey;
use rsa::hazmat::rsa_encrypt;
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, RsaPublicKey};

use crate::cases::{Random, edge_bases, edge_moduli};

const EXPONENTS: [u32; 4] = [3, 17, 65537, u32::MAX];

/// Tries every exponent with every base, and returns how many cases that were.
fn compare(n: &[u8], exponents: &[u32], bases: &[Vec<u8>]) -> usize {
    for &exponent in exponents {
        let ours = PublicKey::new(n, exponent).unwrap();
        let theirs = RsaPublicKey::new(
            BoxedUint::from_be_slice_vartime(n),
            BoxedUint::from(exponent),
        );
        let theirs = theirs.unwrap();
        for base in bases {
            let expected = power_of_the_crate(&theirs, base);
            assert_eq!(
                ours.power(base),
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
        for exponent in [3, 65537] {
            let key = PublicKey::new(n, exponent).unwrap();
            assert_eq!(key.power(n), None);
            assert_eq!(key.power(&[0xff; 128]), None);
            let mut below = n.to_vec();
            below[127] -= 1;
            // −1 to an odd power.
            assert_eq!(key.power(&below), Some(below.clone()));
        }
    }
}

#[test]
fn a_base_of_another_length_is_refused() {
    let key = PublicKey::new(&[0xff; 128], 3).unwrap();
    for length in [0, 1, 127, 129, 4096] {
        assert_eq!(key.power(&vec![0; length]), None);
    }
    assert_eq!(key.power(&[0; 128]), Some(vec![0; 128]));
}

#[test]
fn an_even_exponent_and_1_are_refused() {
    for exponent in [0, 1, 2, 65536, u32::MAX - 1] {
        assert!(PublicKey::new(&[0xff; 128], exponent).is_none());
    }
}

#[test]
fn leading_zeros_are_refused() {
    assert!(PublicKey::new(&[0, 0xff, 0xff], 3).is_none());
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
        assert!(PublicKey::new(n, 3).is_none());
    }
}
