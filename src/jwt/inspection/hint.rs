//! When which hint about a token is given.

pub(super) mod claim;
pub(super) mod form;
pub(super) mod key;
pub(super) mod signature;
