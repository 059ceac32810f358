//! The header of the token before: those of one issuer begin alike, and what was read need not be read again.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use core::cell::Cell;

use crate::error::Error;
use crate::jws::{JwsHeader, SignaturePolicy, UnverifiedJws};

/// The header that was read last, with the text of its segment. It belongs to one policy, by whose limits it
/// was read.
#[derive(Default)]
pub(super) struct KnownHeader(Cell<Option<(String, JwsHeader)>>);

impl KnownHeader {
    /// As [`UnverifiedJws::parse`].
    pub(super) fn parse<'t>(
        &self,
        token: &'t str,
        policy: &SignaturePolicy,
    ) -> Result<UnverifiedJws<'t>, Error> {
        let known = self.0.take();
        let knowing = known
            .as_ref()
            .map(|(segment, header)| (segment.as_str(), header));
        let jws = UnverifiedJws::parse_knowing(token, policy, knowing);
        let read = jws.as_ref().ok().map(|jws| (jws.header_segment(), jws));
        let is_new = |segment| knowing.is_none_or(|(known, _)| known != segment);
        self.0.set(match read {
            Some((segment, jws)) if is_new(segment) => {
                Some((segment.to_owned(), jws.header().clone()))
            }
            _ => known,
        });
        jws
    }
}
