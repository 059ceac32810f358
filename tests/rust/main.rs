//! The crate as its users see it: what the RFCs promise, what attackers try, what may never happen.

mod claims;
mod confusion;
mod dpop;
mod encodings;
mod errors;
mod header;
mod inspection;
mod json_oracle;
mod jwk_sets;
mod key_formats;
mod keys;
mod limits;
mod messages;
mod policies;
mod profiles;
mod properties;
mod protected_header;
mod rfc_vectors;
mod signing;
mod support;
mod wycheproof_jose;
mod wycheproof_primitives;
