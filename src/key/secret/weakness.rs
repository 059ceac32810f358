//! What makes a key weak though it was accepted, or only because weak keys were asked for.

use alloc::vec::Vec;

use super::known::KNOWN_SECRETS;
use crate::jwa::Algorithm;
use crate::key::VerifyingKey;

/// A reason not to rely on a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Weakness {
    /// A secret from documentation: everybody can sign with it.
    KnownSecret,
    /// A secret shorter than the hash (RFC 7518 §3.2).
    ShortSecret,
    /// A secret that repeats itself or counts (RFC 8725 §3.5).
    PredictableSecret,
    /// An RSA modulus below 2048 bits (RFC 7518 §3.3).
    ShortModulus,
}

impl VerifyingKey {
    /// What makes this key weak.
    pub(crate) fn weaknesses(&self) -> Vec<Weakness> {
        if self.prepared.has_short_modulus() {
            return [Weakness::ShortModulus].into();
        }
        let of_secret = |secret| weaknesses_of_secret(secret, self.algorithm);
        self.prepared.secret().map(of_secret).unwrap_or_default()
    }
}

/// What makes a secret weak.
fn weaknesses_of_secret(secret: &[u8], algorithm: Algorithm) -> Vec<Weakness> {
    let found = [
        (Weakness::KnownSecret, is_known(secret)),
        (
            Weakness::ShortSecret,
            secret.len() < algorithm.hash().length(),
        ),
        (Weakness::PredictableSecret, is_predictable(secret)),
    ];
    found
        .into_iter()
        .filter_map(|(weakness, is_there)| is_there.then_some(weakness))
        .collect()
}

fn is_known(secret: &[u8]) -> bool {
    KNOWN_SECRETS.contains(&secret)
}

/// Few different bytes, one piece over and over, or bytes that count up or down. Of 32 random bytes
/// about 30 differ, so that no random secret is meant by this.
fn is_predictable(secret: &[u8]) -> bool {
    const LEAST_DIFFERENT_BYTES: usize = 8;
    const LONG_ENOUGH: usize = 256;
    let secret = secret.get(..LONG_ENOUGH).unwrap_or(secret);
    let different = (0..=u8::MAX).filter(|byte| secret.contains(byte)).count();
    let half = secret.len() >> 1;
    let repeats = (1..=half).any(|period| {
        let later = secret.get(period..).unwrap_or_default();
        secret.starts_with(later)
    });
    let mut steps = secret.windows(2).map(|pair| match pair {
        [first, second] => second.wrapping_sub(*first),
        _ => 0,
    });
    let counts = steps
        .next()
        .is_some_and(|step| steps.all(|other| other == step));
    different < LEAST_DIFFERENT_BYTES || repeats || counts
}
