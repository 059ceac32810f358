//! The arithmetic against the crates `p256`, `p384` and `p521`, with hashes and scalars of choice, so
//! that the edges come by which signatures over messages never meet.
//!
//! The ignored tests compare a million verdicts for each algorithm and print how many.

use edge_jwt_arithmetic::ecdsa::{Curve, PublicKey, public_key_of};

use crate::numbers::Numbers;

macro_rules! against_the_crate {
    ($oracle:ident, $curve:expr, $length:literal) => {
        mod $oracle {
            use ::$oracle::ecdsa::signature::hazmat::PrehashVerifier as _;
            use ::$oracle::ecdsa::{Signature, VerifyingKey};
            use ::$oracle::elliptic_curve::ops::Reduce as _;
            use ::$oracle::elliptic_curve::sec1::ToSec1Point as _;
            use ::$oracle::{FieldBytes, ProjectivePoint, Scalar, SecretKey};

            use super::*;

            const LENGTH: usize = $length;
            const G: ProjectivePoint = ProjectivePoint::GENERATOR;

            fn coordinates(point: &ProjectivePoint) -> (Vec<u8>, Vec<u8>) {
                let point = point.to_affine().to_sec1_point(false);
                let (x, y) = point.as_bytes()[1..].split_at(LENGTH);
                (x.to_vec(), y.to_vec())
            }

            fn import(point: &ProjectivePoint) -> PublicKey {
                let (x, y) = coordinates(point);
                PublicKey::new($curve, &x, &y).unwrap()
            }

            fn scalar_of(bytes: &[u8]) -> Scalar {
                let mut padded = FieldBytes::default();
                padded[LENGTH - bytes.len()..].copy_from_slice(bytes);
                Scalar::reduce(&padded)
            }

            fn inverse(scalar: &Scalar) -> Scalar {
                scalar.invert().unwrap()
            }

            fn random(numbers: &mut Numbers) -> Scalar {
                let bytes: Vec<u8> = (0..LENGTH).map(|_| numbers.next() as u8).collect();
                scalar_of(&bytes)
            }

            /// Near 0, near n, or near a power of two.
            fn edge(numbers: &mut Numbers) -> Scalar {
                let small = Scalar::from(numbers.below(4));
                let power =
                    (0..numbers.below(8 * $length)).fold(Scalar::ONE, |power, _| power + power);
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

            fn of_r_and_s(r: &Scalar, s: &Scalar) -> Vec<u8> {
                [r.to_bytes(), s.to_bytes()].concat()
            }

            /// A hash and a signature that hold for `key`, if u·G + v·`key` has an r.
            fn signed(key: &ProjectivePoint, u: Scalar, v: Scalar) -> Option<(Vec<u8>, Vec<u8>)> {
                let point = G * u + *key * v;
                if point == ProjectivePoint::IDENTITY || v == Scalar::ZERO {
                    return None;
                }
                let r = scalar_of(&coordinates(&point).0);
                let s = r * inverse(&v);
                Some(((u * s).to_bytes().to_vec(), of_r_and_s(&r, &s)))
            }

            fn oracle(key: &ProjectivePoint, hash: &[u8], signature: &[u8]) -> bool {
                let key = VerifyingKey::from_affine(key.to_affine()).unwrap();
                Signature::from_slice(signature)
                    .is_ok_and(|signature| key.verify_prehash(hash, &signature).is_ok())
            }

            /// Holds both to what is expected: the crate, and ours before and after it has a table.
            #[track_caller]
            fn check(key: &ProjectivePoint, hash: &[u8], signature: &[u8], expected: bool) {
                assert_eq!(oracle(key, hash, signature), expected, "the crate");
                let ours = import(key);
                for use_of_key in 0..6 {
                    assert_eq!(ours.verify(hash, signature), expected, "use {use_of_key}");
                }
            }

            #[test]
            fn scalars_at_the_edges() {
                let mut numbers = Numbers(1);
                for _ in 0..40 {
                    let (d, u, v) = (edge(&mut numbers), edge(&mut numbers), edge(&mut numbers));
                    let key = G * d;
                    if key == ProjectivePoint::IDENTITY {
                        continue;
                    }
                    if let Some((hash, signature)) = signed(&key, u, v) {
                        check(&key, &hash, &signature, true);
                    }
                }
            }

            #[test]
            fn summands_that_are_equal_or_opposite() {
                let mut numbers = Numbers(2);
                // With the keys G and −G the summands are so digit by digit, and not at the end alone.
                for d in [Scalar::ONE, -Scalar::ONE, random(&mut numbers)] {
                    let (key, v) = (G * d, random(&mut numbers));
                    // u·G = v·key
                    let (hash, signature) = signed(&key, v * d, v).unwrap();
                    check(&key, &hash, &signature, true);
                    // u·G = −v·key: the point at infinity, which has no r.
                    let s = random(&mut numbers);
                    let r = s * v;
                    let hash = (-(v * d) * s).to_bytes();
                    check(&key, &hash, &of_r_and_s(&r, &s), false);
                }
            }

            #[test]
            fn an_x_that_is_not_less_than_n() {
                let mut numbers = Numbers(3);
                // x = n + r, for the r from 1 up that have a point. n − 1 does not end in enough ones to
                // be carried here.
                let minus_one = (-Scalar::ONE).to_bytes();
                let mut checked = 0;
                for r in 1..20_u8 {
                    let mut x = minus_one.to_vec();
                    *x.last_mut().unwrap() += r + 1;
                    let Ok(point) = VerifyingKey::from_sec1_bytes(&[&[2], &x[..]].concat()) else {
                        continue;
                    };
                    let point = ProjectivePoint::from(*point.as_affine());
                    let r = scalar_of(&[r]);
                    let (s, z) = (random(&mut numbers), random(&mut numbers));
                    let key = (point * s - G * z) * inverse(&r);
                    check(&key, &z.to_bytes(), &of_r_and_s(&r, &s), true);
                    checked += 1;
                }
                assert!(checked > 2);
            }

            #[test]
            fn r_and_s_outside_1_to_n_minus_1() {
                let mut numbers = Numbers(4);
                let key = G * random(&mut numbers);
                let (hash, signature) =
                    signed(&key, random(&mut numbers), random(&mut numbers)).unwrap();
                let (r, s) = signature.split_at(LENGTH);
                let zero = vec![0; LENGTH];
                // n − 1, and one more.
                let mut n = (-Scalar::ONE).to_bytes().to_vec();
                *n.last_mut().unwrap() += 1;
                let ones = vec![0xff; LENGTH];
                for wrong in [&zero, &n, &ones] {
                    check(&key, &hash, &[r, wrong].concat(), false);
                    check(&key, &hash, &[wrong, s].concat(), false);
                }
                check(&key, &hash, &signature[1..], false);
                check(&key, &hash, &[&signature[..], &[0]].concat(), false);
                check(&key, &hash, &signature, true);
            }

            #[test]
            fn points_with_small_and_large_x() {
                // x from 0 up, and from p − 1 down, which ends in ones.
                for low in 0..=255_u8 {
                    for high in [0, 0xff] {
                        let mut x = vec![high; LENGTH];
                        *x.last_mut().unwrap() = low;
                        for sign in [2, 3] {
                            let theirs = VerifyingKey::from_sec1_bytes(&[&[sign], &x[..]].concat());
                            let theirs = theirs
                                .ok()
                                .map(|key| coordinates(&ProjectivePoint::from(*key.as_affine())));
                            let ours = PublicKey::decompress($curve, &x, sign == 3)
                                .map(|key| key.coordinates());
                            assert_eq!(ours, theirs, "{sign} {high} {low}");
                        }
                    }
                }
            }

            #[test]
            fn points_beside_the_curve() {
                let (x, mut y) = coordinates(&G);
                assert!(PublicKey::new($curve, &x, &y).is_some());
                assert!(PublicKey::new($curve, &y, &x).is_none());
                *y.last_mut().unwrap() ^= 1;
                assert!(PublicKey::new($curve, &x, &y).is_none());
                let zero = vec![0; LENGTH];
                assert!(PublicKey::new($curve, &zero, &zero).is_none());
            }

            #[test]
            fn the_public_key_of_a_private_one() {
                let mut numbers = Numbers(5);
                let edges = (0..12).map(|_| edge(&mut numbers)).collect::<Vec<_>>();
                let others = (0..4).map(|_| random(&mut numbers)).collect::<Vec<_>>();
                for d in edges.into_iter().chain(others) {
                    let bytes = d.to_bytes();
                    let expected = SecretKey::from_bytes(&bytes)
                        .ok()
                        .map(|key| coordinates(&key.public_key().to_projective()));
                    assert_eq!(public_key_of($curve, &bytes), expected);
                }
                let mut n = (-Scalar::ONE).to_bytes();
                *n.last_mut().unwrap() += 1;
                assert_eq!(public_key_of($curve, &n), None);
            }

            /// Keys, scalars and hashes at random, a quarter of each at the edges: a signature that
            /// must hold, its twin with n − s, and one with a bit turned.
            fn compare(verdicts: usize) {
                let mut numbers = Numbers(6);
                let mut compared = 0;
                while compared < verdicts {
                    let key = G * any(&mut numbers);
                    if key == ProjectivePoint::IDENTITY {
                        continue;
                    }
                    let ours = import(&key);
                    for _ in 0..1 + numbers.below(40) {
                        let (u, v) = (any(&mut numbers), any(&mut numbers));
                        let Some((hash, mut signature)) = signed(&key, u, v) else {
                            continue;
                        };
                        assert!(ours.verify(&hash, &signature));
                        let (r, s) = signature.split_at(LENGTH);
                        let twin = [r, &(-scalar_of(s)).to_bytes()].concat();
                        assert!(ours.verify(&hash, &twin));
                        let bit = numbers.below(16 * $length) as usize;
                        signature[bit / 8] ^= 1 << (bit % 8);
                        let held = ours.verify(&hash, &signature);
                        // A second verdict of the crate is dear, and nearly always no.
                        if held || compared % 64 == 0 {
                            assert_eq!(held, oracle(&key, &hash, &signature));
                        }
                        compared += 3;
                    }
                }
                println!("{}: {compared} verdicts compared", stringify!($oracle));
            }

            #[test]
            fn a_hundred_verdicts() {
                compare(100);
            }

            #[test]
            #[ignore = "takes minutes; see CONTRIBUTING.md"]
            fn a_million_verdicts() {
                compare(1_000_000);
            }
        }
    };
}

against_the_crate!(p256, Curve::P256, 32);
against_the_crate!(p384, Curve::P384, 48);
against_the_crate!(p521, Curve::P521, 66);

#[test]
fn threads_share_a_key_and_its_table() {
    use ::p256::ecdsa::SigningKey;
    use ::p256::ecdsa::signature::hazmat::PrehashSigner as _;

    let signer = SigningKey::from_slice(&[7; 32]).unwrap();
    let signature: ::p256::ecdsa::Signature = signer.sign_prehash(&[9; 32]).unwrap();
    let signature = signature.to_bytes();
    let point = signer.verifying_key().to_sec1_point(false);
    let (x, y) = point.as_bytes()[1..].split_at(32);
    let key = PublicKey::new(Curve::P256, x, y).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..8 {
                    assert!(key.verify(&[9; 32], &signature));
                }
            });
        }
    });
}
