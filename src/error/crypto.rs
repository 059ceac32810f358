//! Signers that do not sign.

use core::fmt;

use super::plain::Plain;

/// Why there is no signature.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum CryptoFault {
    /// What the signer gave is no signature of the algorithm.
    SignatureLength {
        /// The algorithm.
        algorithm: &'static str,
    },
}

impl fmt::Display for CryptoFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignatureLength { algorithm } => write!(
                f,
                "what the signer gave has not the length of a signature of {}",
                Plain(algorithm)
            ),
        }
    }
}
