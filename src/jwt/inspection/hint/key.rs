//! Hints about algorithms that are not allowed, and keys that do not fit.

use alloc::vec::Vec;

use crate::advice::Hint;
use crate::advice::hint::{
    ALGORITHM_CASE, ALGORITHMS_NEEDED, EMPTY_KEY_SET, KID_MISSING, KID_NOT_IN_SET,
    KID_OTHER_ALGORITHM, KID_SKIPPED, NO_KEY_FOR_ALGORITHM, OTHER_KEY_TYPE,
    PUBLIC_KEY_FOR_SHARED_SECRET, SAME_KEY_TYPE, SHARED_SECRET_FOR_PUBLIC_KEY,
};
use crate::json::Value;
use crate::jwa::Algorithm;
use crate::jws::{JwsHeader, Keys};
use crate::jwt::inspection::Check;
use crate::key::VerifyingKeySet;

/// Whether the header's algorithm is a known one but for its case.
pub(in super::super) fn on_algorithm(header: &JwsHeader) -> Option<Hint> {
    let name = header.algorithm();
    Algorithm::ALL
        .iter()
        .any(|known| known.name() != name && known.name().eq_ignore_ascii_case(name))
        .then_some(ALGORITHM_CASE)
}

/// Adds what is known about a key that was not found for a token of `algorithm`.
pub(in super::super) fn explain(
    check: &mut Check,
    keys: Keys<'_>,
    algorithm: Algorithm,
    header: &JwsHeader,
) {
    match keys {
        Keys::One(key) => {
            check.expected = Some(key.algorithm().name().into());
            check.actual = Some(algorithm.name().into());
            check.hints.push(of_one(key.algorithm(), algorithm));
        }
        Keys::Set(set) => {
            let key_ids: Vec<&str> = set.keys().iter().filter_map(|key| key.key_id()).collect();
            if !key_ids.is_empty() {
                check.expected = Some(Value::from(key_ids));
            }
            check.actual = header.key_id().map(Value::from);
            check.hints.push(of_set(set, algorithm, header.key_id()));
        }
    }
}

fn of_one(of_key: Algorithm, of_token: Algorithm) -> Hint {
    let types = (of_key.key_type(), of_token.key_type());
    if of_token.key_type().is_symmetric() && !of_key.key_type().is_symmetric() {
        SHARED_SECRET_FOR_PUBLIC_KEY
    } else if of_key.key_type().is_symmetric() && !of_token.key_type().is_symmetric() {
        PUBLIC_KEY_FOR_SHARED_SECRET
    } else if types.0 == types.1 && of_key.curve() == of_token.curve() {
        SAME_KEY_TYPE
    } else {
        OTHER_KEY_TYPE
    }
}

fn of_set(set: &VerifyingKeySet, algorithm: Algorithm, key_id: Option<&str>) -> Hint {
    let fits = set.keys().iter().any(|key| key.algorithm() == algorithm);
    if set.has_unnamed(algorithm, key_id) {
        return ALGORITHMS_NEEDED;
    }
    if set.keys().is_empty() {
        return EMPTY_KEY_SET;
    }
    let Some(key_id) = key_id else {
        return if fits {
            KID_MISSING
        } else {
            NO_KEY_FOR_ALGORITHM
        };
    };
    let is_it = |candidate: Option<&str>| candidate == Some(key_id);
    if set.keys().iter().any(|key| is_it(key.key_id())) {
        KID_OTHER_ALGORITHM
    } else if set.skipped().iter().any(|jwk| is_it(jwk.key_id.as_deref())) {
        KID_SKIPPED
    } else {
        KID_NOT_IN_SET
    }
}
