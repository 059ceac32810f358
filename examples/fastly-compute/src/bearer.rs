//! The one token of a request
//! ([RFC 6750 §2.1](https://www.rfc-editor.org/rfc/rfc6750#section-2.1)).

use fastly::Request;
use fastly::http::header::AUTHORIZATION;

use crate::answer::Refusal;

/// The token of the header field `Authorization`, which must be there once.
pub(crate) fn token(request: &Request) -> Result<&str, Refusal> {
    let mut fields = request.get_header_all(AUTHORIZATION);
    let field = fields.next().ok_or(Refusal::NoToken)?;
    if fields.next().is_some() {
        return Err(Refusal::MalformedRequest);
    }
    let field = field.to_str().map_err(|_| Refusal::MalformedRequest)?;
    let (scheme, token) = field.split_once(' ').unwrap_or((field, ""));
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Refusal::NoToken);
    }
    match token.trim_start_matches(' ') {
        "" => Err(Refusal::MalformedRequest),
        token => Ok(token),
    }
}
