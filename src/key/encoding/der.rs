//! As much of the Distinguished Encoding Rules (ITU-T X.690) as keys need: elements, strictly read and
//! written. Every value has one spelling here, so lengths that are indefinite or longer than they must
//! be, integers with superfluous bytes and bit strings that end within a byte are refused.
//!
//! The general crates for this cost 37 KB more of WebAssembly; the tests hold this one to them.

use alloc::vec::Vec;

use zeroize::Zeroizing;

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;

/// The tag of `[number]`, as a primitive.
pub(super) const fn primitive(number: u8) -> u8 {
    0x80 | number
}

/// The tag of `[number]`, with elements inside.
pub(super) const fn constructed(number: u8) -> u8 {
    0xa0 | number
}

/// Elements that follow each other, read from the front. Whoever has read all that there must be
/// calls [`finish`](Self::finish).
#[derive(Clone)]
pub(super) struct Elements<'d>(&'d [u8]);

impl<'d> Elements<'d> {
    pub(super) fn of(der: &'d [u8]) -> Self {
        Self(der)
    }

    /// The elements of the one SEQUENCE that `der` is.
    pub(super) fn of_sequence(der: &'d [u8]) -> Option<Self> {
        let mut outer = Self(der);
        let elements = outer.sequence()?;
        outer.finish()?;
        Some(elements)
    }

    /// The next element: its tag and its content.
    pub(super) fn next(&mut self) -> Option<(u8, &'d [u8])> {
        let (&tag, rest) = self.0.split_first()?;
        // Tag numbers from 31 take more bytes; no key has one.
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (length, rest) = length(rest)?;
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((tag, content))
    }

    /// The content of the next element, which must have this tag.
    pub(super) fn take(&mut self, tag: u8) -> Option<&'d [u8]> {
        self.next()
            .and_then(|(found, content)| (found == tag).then_some(content))
    }

    /// The content of the next element, if it has this tag; otherwise it is left where it is.
    pub(super) fn take_optional(&mut self, tag: u8) -> Option<Option<&'d [u8]>> {
        if self.0.first() == Some(&tag) {
            self.take(tag).map(Some)
        } else {
            Some(None)
        }
    }

    /// The elements of the next element, a SEQUENCE.
    pub(super) fn sequence(&mut self) -> Option<Self> {
        self.take(SEQUENCE).map(Self)
    }

    /// The bytes of the next element, a BIT STRING.
    pub(super) fn bit_string(&mut self) -> Option<&'d [u8]> {
        self.take(BIT_STRING).and_then(whole_bytes)
    }

    /// The next element, an INTEGER that is not negative: big-endian without leading zeros, so that 0
    /// is empty.
    pub(super) fn unsigned_integer(&mut self) -> Option<&'d [u8]> {
        match self.take(INTEGER)? {
            [0] => Some(&[]),
            // X.690 §8.3.2: a leading zero byte only where the first bit would be the sign.
            [0, rest @ ..] if rest.first()? & 0x80 != 0 => Some(rest),
            [0 | 0x80..=0xff, ..] | [] => None,
            integer => Some(integer),
        }
    }

    /// Whether no element is left.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Nothing may be left.
    pub(super) fn finish(self) -> Option<()> {
        self.is_empty().then_some(())
    }
}

/// The content of a BIT STRING without its first byte, which counts the unused bits: none.
pub(super) fn whole_bytes(bit_string: &[u8]) -> Option<&[u8]> {
    match bit_string {
        [0, bytes @ ..] => Some(bytes),
        _ => None,
    }
}

/// A length in its shortest form (X.690 §10.1), and what follows it.
fn length(der: &[u8]) -> Option<(usize, &[u8])> {
    let (&first, rest) = der.split_first()?;
    match first {
        0..=0x7f => Some((usize::from(first), rest)),
        // Keys end long before three bytes of length do.
        0x81..=0x83 => {
            let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = bytes
                .iter()
                .fold(0_usize, |length, &byte| (length << 8) | usize::from(byte));
            let is_shortest = match bytes {
                [single] => *single > 0x7f,
                _ => bytes.first() != Some(&0),
            };
            is_shortest.then_some((length, rest))
        }
        _ => None,
    }
}

/// An element. Its content is shorter than 2²⁴ bytes, as keys are; it may be private, and no other copy
/// of it stays.
pub(super) fn element(tag: u8, content: &[&[u8]]) -> Vec<u8> {
    let content = Zeroizing::new(content.concat());
    let [.., third, second, first] = content.len().to_be_bytes();
    let length: &[u8] = match (third, second, first) {
        (0, 0, 0..=0x7f) => &[first],
        (0, 0, _) => &[0x81, first],
        (0, ..) => &[0x82, second, first],
        _ => &[0x83, third, second, first],
    };
    [&[tag], length, &content].concat()
}

/// The INTEGER of a big-endian number without leading zeros.
pub(super) fn integer(number: &[u8]) -> Vec<u8> {
    let is_bare = number.first().is_some_and(|first| first & 0x80 == 0);
    let sign: &[u8] = if is_bare { &[] } else { &[0] };
    element(INTEGER, &[sign, number])
}
