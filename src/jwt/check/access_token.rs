//! Access tokens ([RFC 9068](https://www.rfc-editor.org/rfc/rfc9068)).

use super::{CheckName, ClaimCheck, Outcome, Subject};
use crate::error::Error;
use crate::jwt::profile::Profile;

pub(super) const CHECKS: [(CheckName, ClaimCheck); 1] = [(CheckName::ClientId, client_id)];

/// RFC 9068 §2.2: a string (RFC 8693 §4.3).
fn client_id(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match &subject.validation.rules.profile {
        Profile::Access(expected) => subject.string_claim("client_id", &expected.client_ids),
        Profile::Any | Profile::Id(_) | Profile::Logout => Ok(Outcome::NothingToCheck),
    }
}
