//! EMSA-PSS with MGF1 and a salt as long as the hash
//! ([RFC 8017 §9.1.2](https://www.rfc-editor.org/rfc/rfc8017#section-9.1.2),
//! [RFC 7518 §3.5](https://www.rfc-editor.org/rfc/rfc7518#section-3.5)).

use alloc::vec::Vec;

use super::super::digest::digest;
use crate::jwa::Hash;

/// Whether `message`, as long as the modulus of `modulus_bits`, is an encoding of `m_hash`.
pub(super) fn holds(message: &[u8], modulus_bits: usize, hash: Hash, m_hash: &[u8]) -> bool {
    is_consistent(message, modulus_bits, hash, m_hash).unwrap_or(false)
}

/// None where a length is not as it should be.
fn is_consistent(message: &[u8], modulus_bits: usize, hash: Hash, m_hash: &[u8]) -> Option<bool> {
    // RFC 8017 §8.1.2 step 2c: the encoding is one bit shorter than the modulus, and one byte where
    // that bit begins a byte.
    let bits = modulus_bits.checked_sub(1)?;
    let (above, encoded) =
        message.split_at_checked(message.len().checked_sub(bits.div_ceil(8))?)?;
    // Step 4.
    let (&trailer, encoded) = encoded.split_last()?;
    // Step 5; step 3 is here too, and where the salt is taken off.
    let db_length = encoded.len().checked_sub(m_hash.len())?;
    let (masked_db, h) = encoded.split_at_checked(db_length)?;
    // Step 6.
    let used_bits = 0xff_u8 >> (bits.wrapping_neg() % 8);
    let unused_are_zero = masked_db.first()? & !used_bits == 0;
    // Steps 7 to 9.
    let mut db = mgf1(h, db_length, hash);
    for (byte, masked) in db.iter_mut().zip(masked_db) {
        *byte ^= masked;
    }
    *db.first_mut()? &= used_bits;
    // Step 10.
    let (padding, salt) = db.split_at_checked(db_length.checked_sub(m_hash.len())?)?;
    let (&one, zeros) = padding.split_last()?;
    // Steps 11 to 14.
    let expected_h = digest(hash, &[&[0; 8], m_hash, salt]);
    Some(
        above.iter().chain(zeros).all(|&byte| byte == 0)
            && trailer == 0xbc
            && unused_are_zero
            && one == 0x01
            && h == expected_h,
    )
}

/// RFC 8017 §B.2.1: the mask generation function MGF1.
fn mgf1(seed: &[u8], length: usize, hash: Hash) -> Vec<u8> {
    let mut mask = Vec::with_capacity(length);
    for counter in 0_u32.. {
        if mask.len() >= length {
            break;
        }
        mask.extend(digest(hash, &[seed, &counter.to_be_bytes()]));
    }
    mask.truncate(length);
    mask
}
