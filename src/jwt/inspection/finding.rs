//! What is questionable about a token, whether or not it verifies.

use alloc::string::String;

use crate::advice::{Rule, Severity};

/// Something questionable about a token.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    rule: &'static Rule,
    subject: FindingSubject,
}

/// What a finding is about.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum FindingSubject {
    /// The token, or the key that it was inspected with.
    Token,
    /// The header parameter of this name.
    Parameter(String),
    /// The claim of this name.
    Claim(String),
}

impl Finding {
    pub(super) const fn on_token(rule: &'static Rule) -> Self {
        Self {
            rule,
            subject: FindingSubject::Token,
        }
    }

    pub(super) fn on_parameter(rule: &'static Rule, name: &str) -> Self {
        Self {
            rule,
            subject: FindingSubject::Parameter(name.into()),
        }
    }

    pub(super) fn on_claim(rule: &'static Rule, name: &str) -> Self {
        Self {
            rule,
            subject: FindingSubject::Claim(name.into()),
        }
    }

    /// Its stable name: words with hyphens.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.rule.hint().id()
    }

    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// One sentence for people, in which there is nothing of the token.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.rule.hint().message()
    }

    /// The section of the standards that it goes back to, as a URL.
    #[must_use]
    pub const fn reference(&self) -> &'static str {
        self.rule.reference()
    }

    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> &FindingSubject {
        &self.subject
    }
}
