//! Ed25519 against the crates `ed25519-dalek` and `curve25519-dalek`, with keys and signatures that
//! have a part of small order.
//!
//! The ignored test compares a million verdicts and prints how many.

use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::{EdwardsPoint, Scalar};
use ed25519_dalek::{Signature, VerifyingKey};
use edge_jwt_arithmetic::ed25519::{PublicKey, public_key_of};
use sha2::{Digest as _, Sha512};

use crate::numbers::Numbers;

fn random(numbers: &mut Numbers) -> Scalar {
    let bytes: Vec<u8> = (0..64).map(|_| numbers.next() as u8).collect();
    Scalar::from_bytes_mod_order_wide(&bytes.try_into().unwrap())
}

/// Near 0, near L, or near a power of two.
fn edge(numbers: &mut Numbers) -> Scalar {
    let small = Scalar::from(numbers.below(4));
    let power = (0..numbers.below(253)).fold(Scalar::ONE, |power, _| power + power);
    match numbers.below(5) {
        0 => small,
        1 => -small,
        2 => power + small,
        3 => power - small,
        _ => -(power + small),
    }
}

fn any(numbers: &mut Numbers) -> Scalar {
    match numbers.below(4) {
        0 => edge(numbers),
        _ => random(numbers),
    }
}

/// A point of small order: the neutral one more often than not.
fn torsion(numbers: &mut Numbers) -> EdwardsPoint {
    EIGHT_TORSION[numbers.below(16).saturating_sub(8) as usize]
}

/// What is signed, if the key's part of small order allows it.
fn signed(numbers: &mut Numbers, d: &Scalar, key: &[u8; 32], message: &[u8]) -> [u8; 64] {
    let r = any(numbers);
    let point = EdwardsPoint::mul_base(&r) + torsion(numbers);
    let encoded = point.compress().to_bytes();
    let hash = Sha512::new().chain_update(encoded).chain_update(key);
    let hash = hash.chain_update(message).finalize();
    let k = Scalar::from_bytes_mod_order_wide(&hash.into());
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&encoded);
    signature[32..].copy_from_slice((r + k * d).as_bytes());
    signature
}

fn oracle(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    let key = VerifyingKey::from_bytes(key).unwrap();
    let signature = Signature::from_bytes(signature);
    key.verify_strict(message, &signature).is_ok()
}

fn verify(key: &PublicKey, message: &[u8], signature: &[u8; 64]) -> bool {
    let hash = Sha512::new()
        .chain_update(&signature[..32])
        .chain_update(key.encoded());
    key.verify(&hash.chain_update(message).finalize().into(), signature)
}

fn of_seed(seed: &[u8; 32]) -> [u8; 32] {
    public_key_of(&Sha512::digest(seed).into())
}

/// Keys, nonces and messages at random, a quarter at the edges, half of the points with a part of small
/// order; each signature also with a bit turned.
fn compare(verdicts: usize) {
    let mut numbers = Numbers(1);
    let (mut compared, mut held) = (0, 0);
    while compared < verdicts {
        let d = any(&mut numbers);
        let point = EdwardsPoint::mul_base(&d) + torsion(&mut numbers);
        let key = point.compress().to_bytes();
        let Some(ours) = PublicKey::new(&key) else {
            assert!(point.is_small_order());
            continue;
        };
        assert!(!point.is_small_order());
        for _ in 0..1 + numbers.below(40) {
            let message = numbers.next().to_le_bytes();
            let mut signature = signed(&mut numbers, &d, &key, &message);
            let expected = oracle(&key, &message, &signature);
            assert_eq!(verify(&ours, &message, &signature), expected);
            held += usize::from(expected);
            let bit = numbers.below(512) as usize;
            signature[bit / 8] ^= 1 << (bit % 8);
            assert!(!verify(&ours, &message, &signature));
            compared += 2;
        }
    }
    assert!(held > verdicts / 8);
    println!("ed25519: {compared} verdicts compared, {held} of them yes");
}

#[test]
fn a_thousand_verdicts() {
    compare(1000);
}

#[test]
#[ignore = "takes minutes; see CONTRIBUTING.md"]
fn a_million_verdicts() {
    compare(1_000_000);
}

#[test]
fn encodings_of_points() {
    // y from 0 up, and up to 2^255 − 1, which is beyond p; with both signs.
    for low in 0..=255_u8 {
        for (high, top) in [(0, 0), (0, 0x80), (0xff, 0x7f), (0xff, 0xff)] {
            let mut bytes = [high; 32];
            (bytes[0], bytes[31]) = (low, top);
            let theirs = VerifyingKey::from_bytes(&bytes).is_ok_and(|key| {
                key.to_edwards().compress().as_bytes() == key.as_bytes() && !key.is_weak()
            });
            assert_eq!(PublicKey::new(&bytes).is_some(), theirs, "{bytes:?}");
        }
    }
}

#[test]
fn an_s_that_is_not_less_than_the_order() {
    let mut numbers = Numbers(2);
    let d = random(&mut numbers);
    let key = EdwardsPoint::mul_base(&d).compress().to_bytes();
    let ours = PublicKey::new(&key).unwrap();
    let order = [(-Scalar::ONE).to_bytes(), Scalar::ONE.to_bytes()];
    let signature = loop {
        let signature = signed(&mut numbers, &d, &key, b"s");
        if verify(&ours, b"s", &signature) {
            break signature;
        }
    };
    // S + L, which is the same number modulo the order.
    let mut wrong = signature;
    let mut carry = 0;
    for (index, byte) in wrong[32..].iter_mut().enumerate() {
        let sum =
            u16::from(*byte) + u16::from(order[0][index]) + u16::from(order[1][index]) + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
    assert!(!verify(&ours, b"s", &wrong));
}

#[test]
fn the_public_key_of_a_private_one() {
    let mut numbers = Numbers(3);
    for fill in [0, 0xff] {
        let key = ed25519_dalek::SigningKey::from_bytes(&[fill; 32]);
        assert_eq!(of_seed(&[fill; 32]), key.verifying_key().to_bytes());
    }
    for _ in 0..8 {
        let seed = random(&mut numbers).to_bytes();
        let key = ed25519_dalek::SigningKey::from_bytes(&seed);
        assert_eq!(of_seed(&seed), key.verifying_key().to_bytes());
    }
}
