//! What tokens are held to: the issuer, the audience and the keys, from the config store `auth`.

use edge_jwt::{
    Algorithm, ImportOptions, JwkSet, Required, SignaturePolicy, Validation, VerifyingKeySet,
};
use fastly::{ConfigStore, Error};

/// What the issuer signs with.
const ALGORITHMS: [Algorithm; 2] = [Algorithm::Rs256, Algorithm::Es256];

/// What tokens are held to.
pub(crate) struct Settings {
    pub(crate) keys: VerifyingKeySet,
    pub(crate) validation: Validation,
}

impl Settings {
    /// Reads the config store. Each request has an instance of its own, so that keys which were
    /// changed there are used from the next request on.
    pub(crate) fn load() -> Result<Self, Error> {
        let store = ConfigStore::try_open("auth")?;
        let get = |name: &str| {
            store
                .try_get(name)?
                .ok_or_else(|| Error::msg(format!("the config store `auth` lacks `{name}`")))
        };
        let set = JwkSet::from_json(get("jwks")?)?;
        let options = ImportOptions::new().algorithms(ALGORITHMS);
        Ok(Self {
            keys: VerifyingKeySet::from_jwk_set(&set, &options),
            validation: validation(get("issuer")?, get("audience")?)?,
        })
    }
}

fn validation(issuer: String, audience: String) -> Result<Validation, edge_jwt::Error> {
    Ok(Validation::new()
        .signature(SignaturePolicy::new().algorithms(ALGORITHMS)?)
        .issuer(issuer)?
        .audience(audience)?
        .clock_tolerance_seconds(5.0)?
        .required_scopes(Required::all(["read"])?))
}
