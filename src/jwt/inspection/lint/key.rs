//! Findings on the key.

use alloc::vec::Vec;

use crate::advice::rule::{KNOWN_SECRET, PREDICTABLE_SECRET, SHORT_MODULUS, SHORT_SECRET};
use crate::jwa::Algorithm;
use crate::jws::UnverifiedJws;
use crate::jwt::inspection::finding::Finding;
use crate::key::{VerifyingKey, Weakness, holds_with_known_secret};

/// What is weak about `key`, and whether anybody could have signed `jws`.
pub(super) fn findings(
    jws: Option<&UnverifiedJws<'_>>,
    key: Option<&VerifyingKey>,
) -> Vec<Finding> {
    let weaknesses = key.map(VerifyingKey::weaknesses).unwrap_or_default();
    let is_known_key = weaknesses.contains(&Weakness::KnownSecret);
    let of_key = weaknesses.into_iter().map(|weakness| match weakness {
        Weakness::KnownSecret => Finding::on_token(&KNOWN_SECRET),
        Weakness::ShortSecret => Finding::on_token(&SHORT_SECRET),
        Weakness::PredictableSecret => Finding::on_token(&PREDICTABLE_SECRET),
        Weakness::ShortModulus => Finding::on_token(&SHORT_MODULUS),
    });
    let is_known = !is_known_key && jws.is_some_and(is_signed_with_known_secret);
    let of_token = is_known.then(|| Finding::on_token(&KNOWN_SECRET));
    of_key.chain(of_token).collect()
}

fn is_signed_with_known_secret(jws: &UnverifiedJws<'_>) -> bool {
    Algorithm::from_name(jws.header().algorithm()).is_some_and(|algorithm| {
        let signing_input = jws.signing_input().as_bytes();
        holds_with_known_secret(algorithm, signing_input, jws.signature())
    })
}
