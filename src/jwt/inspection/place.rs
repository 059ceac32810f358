//! Where in a token a fault is.

use crate::base64url::{self, Padding};
use crate::error::{Error, JsonFault, JwsFault, JwtFault, LimitFault, Malformed, Segment};

/// Where in a token a fault is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Place {
    /// The segment; `None` for the token as a whole.
    pub segment: Option<Segment>,
    /// Where in it, as far as that can be told.
    pub position: Option<Position>,
}

/// A position.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Position {
    /// The character of the whole token with this number, from 0, as JavaScript counts: in UTF-16.
    Character(usize),
    /// A place in the JSON text that the segment decodes to.
    Json {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
}

impl Place {
    /// Where in `token` the fault is that `error` tells about.
    pub(super) fn of(error: &Error, token: &str) -> Option<Self> {
        let in_segment = |segment, position| {
            Some(Self {
                segment: Some(segment),
                position,
            })
        };
        match error {
            Error::Malformed(Malformed::Jws(fault)) => match *fault {
                JwsFault::SegmentCount => Some(Self {
                    segment: None,
                    position: Some(Position::Character(end_of_third_segment(token))),
                }),
                JwsFault::Encoding { segment, .. } => {
                    in_segment(segment, first_wrong_character(token, segment))
                }
                JwsFault::HeaderJson(fault) => {
                    in_segment(Segment::Header, in_json(fault, token, Segment::Header))
                }
                JwsFault::HeaderNotObject
                | JwsFault::HeaderParameter { .. }
                | JwsFault::Crit(_) => in_segment(Segment::Header, None),
            },
            Error::Malformed(Malformed::Jwt(JwtFault::Json(fault))) => {
                in_segment(Segment::Payload, in_json(*fault, token, Segment::Payload))
            }
            Error::Malformed(Malformed::Jwt(_)) => in_segment(Segment::Payload, None),
            Error::Limit(LimitFault::HeaderLength { .. }) => in_segment(Segment::Header, None),
            Error::Limit(LimitFault::TokenLength { .. }) | Error::Unsupported(_) => Some(Self {
                segment: None,
                position: None,
            }),
            _ => None,
        }
    }
}

/// Where the fourth segment begins to be too many, or the token ends too early: at the tilde of an SD-JWT
/// (RFC 9901 §4), whose key-binding JWT has segments of its own.
fn end_of_third_segment(token: &str) -> usize {
    let third = token.match_indices('.').nth(2).map(|(index, _)| index);
    let end = token.find('~').or(third).unwrap_or(token.len());
    let before = token.get(..end).unwrap_or(token);
    before.encode_utf16().count()
}

/// The text of a segment, and where in the token it begins.
fn segment_text(token: &str, segment: Segment) -> (usize, &str) {
    let index = match segment {
        Segment::Header => 0,
        Segment::Payload => 1,
        Segment::Signature => 2,
    };
    let text = token.split('.').nth(index).unwrap_or_default();
    let before = token.split('.').take(index).map(str::len);
    // Every segment before is followed by a full stop.
    let start = before.fold(0_usize, |start, length| {
        start.saturating_add(length).saturating_add(1)
    });
    (start, text)
}

/// The first character that is not base64url; the last one where all are, for then its bits are wrong
/// or characters are missing after it. Everything before it is ASCII, or it would not be the first.
fn first_wrong_character(token: &str, segment: Segment) -> Option<Position> {
    let (start, text) = segment_text(token, segment);
    let in_segment = text
        .find(|character: char| !base64url::is_in_alphabet(character))
        .unwrap_or(text.len().saturating_sub(1));
    Some(Position::Character(start.saturating_add(in_segment)))
}

fn in_json(fault: JsonFault, token: &str, segment: Segment) -> Option<Position> {
    let bytes = || base64url::decode(segment_text(token, segment).1, Padding::Accepted).ok();
    match fault {
        JsonFault::Syntax { line, column } | JsonFault::DuplicateMember { line, column } => {
            Some(Position::Json { line, column })
        }
        JsonFault::ByteOrderMark => Some(Position::Json { line: 1, column: 1 }),
        JsonFault::UnexpectedEnd => bytes().map(|bytes| position_at(&bytes, bytes.len())),
        JsonFault::NotUtf8 => {
            let bytes = bytes()?;
            let fault = core::str::from_utf8(&bytes).err()?;
            Some(position_at(&bytes, fault.valid_up_to()))
        }
        JsonFault::TooDeep { .. } => None,
    }
}

fn position_at(text: &[u8], offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let mut lines = before.split(|&byte| byte == b'\n');
    let last = lines.next_back().unwrap_or_default();
    Position::Json {
        line: lines.count().saturating_add(1),
        column: last.len().saturating_add(1),
    }
}
