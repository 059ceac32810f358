//! Base64url as JOSE spells it: the URL-safe alphabet, no padding, one spelling per value
//! ([RFC 7515 §2](https://www.rfc-editor.org/rfc/rfc7515#section-2)).
//!
//! Refuses padding, whitespace, the `+` and `/` of plain Base64, and trailing bits that are not
//! zero: two texts must never decode to the same bytes, or a token would have several spellings.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{DecodeError, Engine as _, alphabet, encoded_len};

pub use crate::error::Base64urlFault;

static STRICT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_allow_trailing_bits(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

static PLAIN_BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

/// Whether `=` at the end of a segment is an error.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Padding {
    /// Padding is refused, as RFC 7515 has it. The default.
    #[default]
    Refused,
    /// No padding or exactly the right padding is accepted (RFC 4648 §3.2). AWS Application Load Balancers
    /// send such tokens.
    Accepted,
}

/// Decodes `text`.
///
/// # Errors
///
/// The [`Base64urlFault`] that was met; nothing of the text is in it.
///
/// ```
/// use edge_jwt::base64url::{Base64urlFault, Padding, decode};
///
/// assert_eq!(decode("AQAB", Padding::Refused), Ok(vec![1, 0, 1]));
/// assert_eq!(decode("AQ==", Padding::Refused), Err(Base64urlFault::Padding));
/// assert_eq!(decode("AR", Padding::Refused), Err(Base64urlFault::TrailingBits));
/// ```
pub fn decode(text: impl AsRef<[u8]>, padding: Padding) -> Result<Vec<u8>, Base64urlFault> {
    let text = match padding {
        Padding::Refused => text.as_ref(),
        Padding::Accepted => without_padding(text.as_ref()),
    };
    STRICT.decode(text).map_err(|error| fault(&error))
}

/// Decodes plain Base64 (RFC 4648 §4), with the right padding or none: the form in which many dashboards
/// show a shared secret. Tokens and JWKs never use it.
///
/// # Errors
///
/// The [`Base64urlFault`] that was met.
pub fn decode_plain_base64(text: impl AsRef<[u8]>) -> Result<Vec<u8>, Base64urlFault> {
    PLAIN_BASE64
        .decode(without_padding(text.as_ref()))
        .map_err(|error| fault(&error))
}

/// `text` without its padding, if that fills the last group of four. Any other `=` stays, and is refused.
fn without_padding(text: &[u8]) -> &[u8] {
    match text {
        [rest @ .., b'=', b'='] | [rest @ .., b'='] if text.len().is_multiple_of(4) => rest,
        _ => text,
    }
}

/// Encodes `bytes` without padding.
///
/// ```
/// assert_eq!(edge_jwt::base64url::encode([1, 0, 1]), "AQAB");
/// ```
#[must_use]
pub fn encode(bytes: impl AsRef<[u8]>) -> String {
    encode_by(&STRICT, bytes.as_ref())
}

/// Encodes `bytes` in plain Base64 (RFC 4648 §4), padded, as PEM has it.
pub(crate) fn encode_plain_base64(bytes: impl AsRef<[u8]>) -> String {
    encode_by(&PLAIN_BASE64, bytes.as_ref())
}

fn encode_by(engine: &GeneralPurpose, bytes: &[u8]) -> String {
    // Not `Engine::encode`, which can panic as far as the compiler knows.
    let length = encoded_len(bytes.len(), true).unwrap_or_default();
    let mut text = vec![0; length];
    let written = engine.encode_slice(bytes, &mut text).unwrap_or_default();
    text.truncate(written);
    String::from_utf8(text).unwrap_or_default()
}

/// Whether `character` is one of the 64 of base64url (RFC 4648 §5).
pub(crate) fn is_in_alphabet(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

fn fault(error: &DecodeError) -> Base64urlFault {
    match error {
        DecodeError::InvalidByte(_, b'=') | DecodeError::InvalidPadding => Base64urlFault::Padding,
        DecodeError::InvalidByte(..) => Base64urlFault::Alphabet,
        DecodeError::InvalidLength(_) => Base64urlFault::Length,
        DecodeError::InvalidLastSymbol { .. } => Base64urlFault::TrailingBits,
    }
}
