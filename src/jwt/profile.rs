//! Profiles: what a specification asks of its kind of token beyond RFC 7519, so that no kind is taken
//! for another (RFC 8725 §3.12).

mod access_token;
mod id_token;
mod logout_token;

pub use access_token::AccessToken;
pub use id_token::IdToken;
pub use logout_token::LogoutToken;

/// The kind of token that is expected.
#[derive(Clone, Debug, Default)]
pub(super) enum Profile {
    /// Any JWT.
    #[default]
    Any,
    Access(AccessToken),
    Id(IdToken),
    Logout,
}

impl Profile {
    /// Whether `sub` is bounded as OpenID Connect bounds it.
    pub(super) fn bounds_subject(&self) -> bool {
        matches!(self, Self::Id(_) | Self::Logout)
    }
}
