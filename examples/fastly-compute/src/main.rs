//! An API on Fastly Compute that answers to whoever has a good access token with the scope `read`
//! ([RFC 6750](https://www.rfc-editor.org/rfc/rfc6750)), and refuses everybody else.

mod answer;
mod bearer;
mod settings;

use std::time::{SystemTime, UNIX_EPOCH};

use edge_jwt::{NumericDate, VerifiedJwt, verify};
use fastly::http::StatusCode;
use fastly::{Request, Response};

use answer::Refusal;
use settings::Settings;

#[fastly::main]
fn main(request: Request) -> Result<Response, fastly::Error> {
    let settings = Settings::load()?;
    Ok(match verified(&request, &settings) {
        Ok(jwt) => greeting(&jwt),
        Err(refusal) => refusal.into_response(),
    })
}

fn verified(request: &Request, settings: &Settings) -> Result<VerifiedJwt, Refusal> {
    let token = bearer::token(request)?;
    verify(token, &settings.keys, &settings.validation, now()?).map_err(Refusal::from)
}

fn greeting(jwt: &VerifiedJwt) -> Response {
    let subject = jwt.claims().subject().unwrap_or("somebody");
    Response::from_status(StatusCode::OK).with_body_text_plain(&format!("Hello {subject}\n"))
}

/// The crate has no clock: what the time is, is for the service to say.
fn now() -> Result<NumericDate, Refusal> {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since_1970| NumericDate::from_seconds(since_1970.as_secs_f64()))
        .ok_or(Refusal::NoClock)
}
