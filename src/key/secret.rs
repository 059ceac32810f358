//! Refuses to take the text or bytes of a key for a shared secret.
//!
//! Where a public key becomes an HMAC secret, everybody can sign
//! ([RFC 8725 §2.1](https://www.rfc-editor.org/rfc/rfc8725#section-2.1)). Keys are bound to
//! algorithms, so nothing here decides what a key is; this guard catches the caller who names an
//! HMAC algorithm and hands over a public key. It looks for structure, never for a prefix alone, so
//! that no random secret is refused.

mod known;
mod misreading;
mod weakness;

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::encoding::{raw_to_material, without_white_space};
use super::prepared::PreparedKey;
use super::{mismatch, refuse_too_long};
use crate::base64url::{self, Padding};
use crate::error::{Base64urlFault, Error, KeyMaterialFault, KeyMismatch, Malformed};
use crate::jwa::{Algorithm, KeyType};
use crate::text::{contains, split_once};

pub(super) use misreading::encoding_by_looks;
pub(crate) use misreading::{Misreading, holds_with_known_secret};
pub(crate) use weakness::Weakness;

/// How a secret is written as text. Nothing guesses it: `deadbeef` is a secret in all four.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SecretEncoding {
    /// The text's own bytes.
    Utf8,
    /// Base64 (RFC 4648 §4), with the right padding or none.
    Base64,
    /// Base64url (RFC 4648 §5), with the right padding or none.
    Base64url,
    /// Hexadecimal digits of either case.
    Hex,
}

impl SecretEncoding {
    /// The bytes that `text` stands for, to be given to
    /// [`VerifyingKey::from_secret`](super::VerifyingKey::from_secret).
    ///
    /// # Errors
    ///
    /// `ERR_JOSE_KEY_INVALID` when the text is not in this encoding.
    ///
    /// ```
    /// use edge_jwt::SecretEncoding;
    ///
    /// assert_eq!(*SecretEncoding::Hex.decode("00ff")?, [0, 255]);
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn decode(self, text: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        match self {
            Self::Utf8 => Ok(text.as_bytes().to_owned()),
            Self::Base64 => base64url::decode_plain_base64(text),
            Self::Base64url => base64url::decode(text, Padding::Accepted),
            Self::Hex => decode_hex(text.as_bytes()).ok_or(Base64urlFault::Alphabet),
        }
        .map(Zeroizing::new)
        .map_err(|_| Error::Malformed(Malformed::KeyMaterial(KeyMaterialFault::TextEncoding)))
    }
}

/// Refuses PEM, DER, JWK, JWK Set and SSH keys and points of curves, in any spelling: inside other text, in
/// base64, base64url, hex, percent-encoding or UTF-16, with escapes, on one line or on several, and one in
/// another. And what is too long for a secret, before that is looked for.
pub(super) fn refuse_key(secret: &[u8]) -> Result<(), Error> {
    refuse_too_long(secret.len())?;
    if leads_to_key(secret, DEEPEST_ENCODING) {
        Err(mismatch(KeyMismatch::KeyAsSecret))
    } else {
        Ok(())
    }
}

/// How many encodings are taken off: base64 of the base64 of PEM has two, and its body a third.
const DEEPEST_ENCODING: usize = 3;

/// The shortest run of base64 that can be a key: a bare point of P-256 has 65 bytes, SPKI of Ed25519 44.
const SHORTEST_ENCODED_KEY: usize = 40;

fn leads_to_key(bytes: &[u8], depth: usize) -> bool {
    if is_binary_key(bytes) || is_armoured(bytes) || is_json_key(bytes) {
        return true;
    }
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    let is_key = |bytes: &[u8]| leads_to_key(bytes, depth);
    let whole = Zeroizing::new(without_white_space(trim(bytes)));
    decoded_forms(&whole).any(|form| is_key(&form))
        || words(bytes)
            .filter(|word| word.len() < whole.len())
            .any(|word| decoded_forms(word).any(|form| is_key(&form)))
        || rewritten_forms(bytes).any(|form| is_key(&form))
}

/// PEM and SSH keys, wherever in the text: a prefix must not hide them.
fn is_armoured(secret: &[u8]) -> bool {
    const MARKS: [&[u8]; 2] = [b"-----BEGIN", b"---- BEGIN SSH2"];
    MARKS.iter().any(|mark| contains(secret, mark)) || has_ssh_line(secret)
}

/// A name of SSH's with a key behind it, as in `id_ed25519.pub` and `authorized_keys`.
fn has_ssh_line(secret: &[u8]) -> bool {
    let mut words = secret
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let mut last: &[u8] = &[];
    words.any(|word| {
        let name = core::mem::replace(&mut last, word);
        word.starts_with(b"AAAA") && SSH_NAMES.iter().any(|start| name.starts_with(start))
    })
}

/// A JSON object or array with the member that makes a JWK or a JWK Set. Looking for the name in
/// the text, instead of parsing, also finds it in JSON that is not quite well-formed.
fn is_json_key(bytes: &[u8]) -> bool {
    const NAMES: [&[u8]; 4] = [b"\"kty\"", b"\"keys\"", b"'kty'", b"'keys'"];
    matches!(trim(bytes).first(), Some(b'{' | b'[' | b'"'))
        && NAMES.iter().any(|name| contains(bytes, name))
}

/// The runs of characters of base64 and base64url that are long enough for a key, as in a line of
/// `authorized_keys` or a member of some JSON.
fn words(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let is_base64 = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=')
    };
    text.split(move |byte| !is_base64(byte))
        .filter(|word| word.len() >= SHORTEST_ENCODED_KEY)
}

/// The text without its escapes (`\u006b`, `%6B`) and without the zeros of UTF-16, where it has any.
fn rewritten_forms(text: &[u8]) -> impl Iterator<Item = Zeroizing<Vec<u8>>> {
    let escaped = unescaped(text, b"\\u00").or_else(|| unescaped(text, b"\\x"));
    let quoted = contains(text, b"\\\"").then(|| without(text, b'\\'));
    let percent_encoded = unescaped(text, b"%");
    let wide = text.contains(&0).then(|| without(text, 0));
    [escaped, quoted, percent_encoded, wide]
        .into_iter()
        .flatten()
        .map(Zeroizing::new)
}

/// The text with two hexadecimal digits behind `mark` read as the byte they are, if there are any.
fn unescaped(text: &[u8], mark: &[u8]) -> Option<Vec<u8>> {
    let mut rest = text;
    let mut read = Vec::new();
    while let Some((before, behind)) = split_once(rest, mark) {
        read.extend_from_slice(before);
        let escape = behind.split_at_checked(2);
        match escape.and_then(|(digits, behind)| Some((decode_hex(digits)?, behind))) {
            Some((byte, behind)) => {
                read.extend(byte);
                rest = behind;
            }
            None => {
                read.extend_from_slice(mark);
                rest = behind;
            }
        }
    }
    read.extend_from_slice(rest);
    (read.len() < text.len()).then_some(read)
}

fn without(text: &[u8], left_out: u8) -> Vec<u8> {
    let kept = text.iter().copied();
    kept.filter(|byte| *byte != left_out).collect()
}

fn is_binary_key(bytes: &[u8]) -> bool {
    is_der_key(bytes) || is_ssh_key(bytes) || is_point(bytes)
}

/// A point of one of the curves, uncompressed (SEC 1 §2.3.3). A compressed one, a modulus and a key of
/// Ed25519 look like any random bytes.
fn is_point(bytes: &[u8]) -> bool {
    if bytes.first() != Some(&4) {
        return false;
    }
    Algorithm::ALL
        .into_iter()
        .filter(|algorithm| algorithm.key_type() == KeyType::Ec)
        .filter_map(|algorithm| Some((algorithm, raw_to_material(bytes, algorithm).ok()?)))
        .any(|(algorithm, point)| PreparedKey::new(&point, algorithm, false).is_ok())
}

/// How the names of SSH's algorithms begin (RFC 4253 §6.6, RFC 5656 §3.1, and those of OpenSSH for
/// hardware), also those of certificates, which go on with `-cert-v01@openssh.com`.
const SSH_NAMES: [&[u8]; 4] = [b"ssh-", b"ecdsa-sha2-", b"sk-ssh-", b"sk-ecdsa-"];

/// The public key of RFC 4253 §6.6, which begins with the length and the name of its algorithm; or the
/// start of OpenSSH's private keys.
fn is_ssh_key(bytes: &[u8]) -> bool {
    match bytes {
        [0, 0, 0, length, name @ ..] => {
            let name = name.get(..usize::from(*length)).unwrap_or_default();
            SSH_NAMES.iter().any(|start| name.starts_with(start))
        }
        _ => bytes.starts_with(b"openssh-key-v1\0"),
    }
}

/// A DER SEQUENCE that spans the whole input and holds at least two elements that fill it: what
/// SubjectPublicKeyInfo, RSAPublicKey, a certificate and the private key formats have in common.
fn is_der_key(bytes: &[u8]) -> bool {
    let Some((0x30, mut content, [])) = der_element(bytes) else {
        return false;
    };
    let mut elements = 0_usize;
    while !content.is_empty() {
        match der_element(content) {
            Some((0x02..=0x06 | 0x30 | 0x81 | 0xa0 | 0xa1, _, rest)) => content = rest,
            _ => return false,
        }
        elements = elements.saturating_add(1);
    }
    elements >= 2
}

/// The first DER element: its tag, its content and what follows it.
fn der_element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = length.iter().try_fold(0_usize, |value, &byte| {
                value.checked_mul(256)?.checked_add(usize::from(byte))
            })?;
            (length, rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

/// What the text means as base64, base64url and hex, where it is one. How it is padded hides nothing.
fn decoded_forms(text: &[u8]) -> impl Iterator<Item = Zeroizing<Vec<u8>>> {
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
    let text = text
        .get(..text.len().saturating_sub(padding))
        .unwrap_or(text);
    let base64 = base64url::decode_plain_base64(text).ok();
    // What has no character of its own has been read already.
    let base64url = match base64 {
        Some(_) => None,
        None => base64url::decode(text, Padding::Refused).ok(),
    };
    let hex = decode_hex(text);
    base64
        .into_iter()
        .chain(base64url)
        .chain(hex)
        .map(Zeroizing::new)
}

/// Decodes hexadecimal digits of either case.
fn decode_hex(text: &[u8]) -> Option<Vec<u8>> {
    let digit = |digit: &u8| {
        char::from(*digit)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
    };
    text.chunks(2)
        .map(|pair| match pair {
            [high, low] => Some((digit(high)? << 4) | digit(low)?),
            _ => None,
        })
        .collect()
}

/// `secret` without a byte order mark and whitespace around it.
fn trim(secret: &[u8]) -> &[u8] {
    secret
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(secret)
        .trim_ascii()
}
