//! EMSA-PKCS1-v1_5 ([RFC 8017 §9.2](https://www.rfc-editor.org/rfc/rfc8017#section-9.2)).
//!
//! Compares with the one encoding that is expected, and parses nothing: what is read leniently can
//! be forged where the exponent is small (RFC 8017 §8.2.2, CVE-2006-4339).

use crate::jwa::Hash;

// RFC 8017 §9.2 note 1: the DER of DigestInfo up to the digest.
const SHA256: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
    0x00, 0x04, 0x20,
];
const SHA384: [u8; 19] = [
    0x30, 0x41, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02, 0x05,
    0x00, 0x04, 0x30,
];
const SHA512: [u8; 19] = [
    0x30, 0x51, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03, 0x05,
    0x00, 0x04, 0x40,
];

/// Whether `message` is the encoding of `digest` in as many bytes.
pub(super) fn holds(message: &[u8], hash: Hash, digest: &[u8]) -> bool {
    let prefix = match hash {
        Hash::Sha256 => SHA256,
        Hash::Sha384 => SHA384,
        Hash::Sha512 => SHA512,
    };
    // Step 5: 00 01 PS 00 T. The shortest modulus leaves PS more than the eight bytes of step 4.
    let Some(padding) = message
        .strip_suffix(digest)
        .and_then(|rest| rest.strip_suffix(&prefix))
        .and_then(|rest| rest.strip_prefix(&[0x00, 0x01]))
        .and_then(|rest| rest.strip_suffix(&[0x00]))
    else {
        return false;
    };
    padding.iter().all(|&byte| byte == 0xff)
}
