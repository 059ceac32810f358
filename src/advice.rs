//! What the reports on tokens and keys advise: hints at what may be behind a failure, and rules whose breach is a
//! finding. A name has one sentence, wherever it is given.

pub(crate) mod hint;
pub(crate) mod rule;

pub use hint::Hint;
pub(crate) use rule::Rule;
pub use rule::Severity;
