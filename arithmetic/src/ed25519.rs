//! Verification of Ed25519 signatures
//! ([RFC 8032 §5.1.7](https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7)), strictly: one encoding of
//! each point, no points of small order, S below the order, and the equation without the cofactor.
//!
//! Hashes are not computed here: who calls has SHA-512.

mod edwards;

use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::curve::base::{Base, sum_of_products};
use crate::curve::group::Group as _;
use crate::curve::prime::MOST_LIMBS;
use crate::curve::residue::AnyResidue as Scalar;
use edwards::{Edwards, LENGTH, ORDER, generator};

/// A point that is not of small order, prepared for many verifications.
///
/// ```
/// use edge_jwt_arithmetic::ed25519::PublicKey;
///
/// # fn hex<const N: usize>(text: &str) -> [u8; N] {
/// #     let digits: Vec<u32> = text.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
/// #     core::array::from_fn(|i| (digits[2 * i] * 16 + digits[2 * i + 1]) as u8)
/// # }
/// // RFC 8032 section 7.1, TEST 1: the hash is SHA-512 of R, the key and the message, which is empty
/// let key = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
/// let signature = hex(
///     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b\
///      d25bf5f0595bbe24655141438e7a100b",
/// );
/// let hash = hex(
///     "2771062b6b536fe7ffbdda0320c3827b035df10d284df3f08222f04dbca7a4c20ef15bdc988a22c7207411377c33f2ac\
///      09b1e86a046234283768ee7ba03c0e9f",
/// );
/// assert!(PublicKey::new(&key).unwrap().verify(&hash, &signature));
/// ```
pub struct PublicKey {
    encoded: [u8; LENGTH],
    /// The opposite point: the equation is made of sums.
    opposite: Base<Edwards>,
}

impl PublicKey {
    /// The point with this encoding, if there is one and it is not of small order.
    #[must_use]
    pub fn new(encoded: &[u8; LENGTH]) -> Option<Self> {
        let point = Edwards::decode(encoded)?;
        if point.is_of_small_order() {
            return None;
        }
        Some(Self {
            encoded: *encoded,
            opposite: Base::new(point.negated().to_addend()),
        })
    }

    /// Its encoding.
    #[must_use]
    pub fn encoded(&self) -> &[u8; LENGTH] {
        &self.encoded
    }

    /// Whether R‖S is a signature; `hash` is the SHA-512 of R, the key's encoding and the message
    /// (step 2).
    #[must_use]
    pub fn verify(&self, hash: &[u8; 64], signature: &[u8; 64]) -> bool {
        self.accepts(hash, signature).unwrap_or(false)
    }

    /// The steps of RFC 8032 §5.1.7; `None` where one of them rejects.
    fn accepts(&self, hash: &[u8; 64], signature: &[u8; 64]) -> Option<bool> {
        // Step 1. R is not decoded: that it is what the equation says is seen by its bytes.
        let (r, s) = signature.split_at_checked(LENGTH)?;
        let s = Scalar::from_bytes(&ORDER, &reversed(<&[u8; LENGTH]>::try_from(s).ok()?))?;
        // Step 2
        let k = reduced(hash)?;
        // Step 3: R = S·B − k·A. Both are exact numbers, because A may have a part of small order.
        let (s, k) = (s.to_bits(), k.to_bits());
        let point = sum_of_products([(&s, generator()), (&k, &self.opposite)]);
        let encoded = point.encode(&point.z().inverse());
        Some(encoded == r && !point.is_of_small_order())
    }
}

/// The public key that belongs to the private one with this SHA-512
/// ([RFC 8032 §5.1.5](https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5)).
///
/// It takes **the same steps for every private key**: a doubling and an addition for each bit, with the
/// result selected by a mask. What is computed of the hash on the way is zeroized, but for the hash itself.
#[must_use]
pub fn public_key_of(hash: &[u8; 64]) -> [u8; 32] {
    // Step 2: the lowest three bits are 0, the highest is 0, the one below it 1.
    let clamped = hash
        .iter()
        .take(LENGTH)
        .enumerate()
        .map(|(index, byte)| match index {
            0 => byte & 0b1111_1000,
            31 => byte & 0b0111_1111 | 0b0100_0000,
            _ => *byte,
        });
    let bits =
        clamped.flat_map(|byte| (0..8_u8).map(move |bit| byte.wrapping_shr(bit.into()) & 1 == 1));
    let bits = Zeroizing::new(bits.collect::<Vec<bool>>());
    // Step 3
    let generator = generator().point();
    let mut product = Edwards::neutral(generator);
    for bit in bits.iter().rev() {
        let doubled = product.double();
        product = doubled.or(&doubled.add(generator), *bit);
    }
    // Step 4. A power and not `inverse`, whose time depends on the number.
    product.encode(&product.z().power(-2, 0))
}

/// A number of 64 bytes, the lowest one first, modulo the order.
fn reduced(hash: &[u8; 64]) -> Option<Scalar> {
    let halves = hash.as_chunks().0;
    let mut halves = halves
        .iter()
        .map(|half| Scalar::from_any_bytes(&ORDER, &reversed(half)));
    let (low, high) = (halves.next()??, halves.next()??);
    // 2^256, where 256 = 8·29 + 24.
    let mut limbs = [0; MOST_LIMBS];
    *limbs.get_mut(8)? = 1 << 24;
    Some(high.times(&Scalar::from_integer(&ORDER, limbs)).plus(&low))
}

fn reversed(bytes: &[u8; LENGTH]) -> [u8; LENGTH] {
    let mut reversed = *bytes;
    reversed.reverse();
    reversed
}
