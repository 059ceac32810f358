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
        let knowing = known.as_ref().map(|(text, header)| (text.as_str(), header));
        let jws = UnverifiedJws::parse_knowing(token, policy, knowing);
        let is_known =
            |jws: &UnverifiedJws<'_>| knowing.is_some_and(|(text, _)| text == jws.header_segment());
        self.0.set(match &jws {
            Ok(jws) if !is_known(jws) => {
                Some((jws.header_segment().to_owned(), jws.header().clone()))
            }
            _ => known,
        });
        jws
    }
}
