//! Faults of the two encodings that everything is written in: base64url and JSON.

use core::fmt;

/// Why a text is not base64url. It never holds any of the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Base64urlFault {
    /// A character outside the alphabet: whitespace, `+`, `/`, anything that is not ASCII.
    Alphabet,
    /// No byte string has an encoding of this length (one more than a multiple of four).
    Length,
    /// `=` where there must be none, or not as many as there must be.
    Padding,
    /// The unused bits of the last character are not zero.
    TrailingBits,
}

/// Why a text is not strict JSON. It never holds any of the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum JsonFault {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text starts with a byte order mark.
    ByteOrderMark,
    /// The grammar is not met, a number is out of range, a string holds a lone surrogate, or
    /// something follows the value.
    Syntax {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault in bytes, from 1.
        column: usize,
    },
    /// The text ends before the value does.
    UnexpectedEnd,
    /// An object has two members of one name.
    DuplicateMember {
        /// Line where that object ends, from 1.
        line: usize,
        /// Column where that object ends in bytes, from 1.
        column: usize,
    },
    /// Arrays and objects are nested deeper than allowed.
    TooDeep {
        /// The limit that was exceeded.
        limit: usize,
    },
}

impl fmt::Display for Base64urlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Alphabet => "a character outside the base64url alphabet",
            Self::Length => "a length that no base64url text has",
            Self::Padding => "padding (=), or the wrong number of it",
            Self::TrailingBits => "a last character whose unused bits are not zero",
        })
    }
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("bytes that are not UTF-8"),
            Self::ByteOrderMark => f.write_str("a byte order mark"),
            Self::Syntax { line, column } => {
                write!(f, "text that is not JSON at line {line}, column {column}")
            }
            Self::UnexpectedEnd => f.write_str("JSON that ends too early"),
            Self::DuplicateMember { line, column } => {
                write!(
                    f,
                    "a duplicate member name in the object that ends at line {line}, column {column}"
                )
            }
            Self::TooDeep { limit } => write!(f, "JSON nested deeper than {limit} levels"),
        }
    }
}
