//! Project Wycheproof, the signature primitives that the JOSE algorithms are made of.

use edge_jwt::{Algorithm, ErrorCode, ImportOptions, VerifyingKey};
use wycheproof_ng_ecdsa as ecdsa;
use wycheproof_ng_eddsa as eddsa;
use wycheproof_ng_rsa_signature::{rsa_pkcs1_verify as pkcs1, rsa_pss_verify as pss};
use wycheproof_ng_symmetric::mac;

use crate::support::Overrides;

fn key(der: &[u8], algorithm: Algorithm) -> VerifyingKey {
    VerifyingKey::from_der(der, algorithm, &ImportOptions::new()).unwrap()
}

/// Checks the verdict on one test of one of the suites, whose types differ only by name, against
/// upstream's, or ours where an override says why.
macro_rules! check {
    ($overrides:expr, $key:expr, $test:expr) => {{
        let (key, test) = (&$key, &$test);
        let upstream = format!("{:?}", test.result).to_lowercase();
        let flags: Vec<String> = test.flags.iter().map(|flag| format!("{flag:?}")).collect();
        let expected = $overrides.result(test.tc_id, &flags, &upstream);
        assert!(
            matches!(expected, "valid" | "invalid"),
            "test {} is {expected}",
            test.tc_id
        );
        let held = key.verify_signature(&test.msg, &test.sig).is_ok();
        assert_eq!(
            held,
            expected == "valid",
            "{} test {}",
            key.algorithm(),
            test.tc_id
        );
    }};
}

fn run_ecdsa(suite: &str, name: ecdsa::TestName, algorithm: Algorithm) {
    let overrides = Overrides::of(suite);
    for group in ecdsa::TestSet::load(name).unwrap().test_groups {
        let key = key(&group.der, algorithm);
        for test in &group.tests {
            check!(overrides, key, test);
        }
    }
}

#[test]
fn ecdsa_p256() {
    let name = ecdsa::TestName::EcdsaSecp256r1Sha256P1363;
    run_ecdsa("ecdsa_secp256r1_sha256_p1363", name, Algorithm::Es256);
}

#[test]
fn ecdsa_p384() {
    let name = ecdsa::TestName::EcdsaSecp384r1Sha384P1363;
    run_ecdsa("ecdsa_secp384r1_sha384_p1363", name, Algorithm::Es384);
}

#[test]
fn ecdsa_p521() {
    let name = ecdsa::TestName::EcdsaSecp521r1Sha512P1363;
    run_ecdsa("ecdsa_secp521r1_sha512_p1363", name, Algorithm::Es512);
}

#[test]
fn ed25519() {
    let overrides = Overrides::of("ed25519");
    for group in eddsa::TestSet::load(eddsa::TestName::Ed25519)
        .unwrap()
        .test_groups
    {
        for algorithm in [Algorithm::EdDsa, Algorithm::Ed25519] {
            let key = key(&group.der, algorithm);
            for test in &group.tests {
                check!(overrides, key, test);
            }
        }
    }
}

#[test]
fn rsa_pkcs1_v1_5() {
    use pkcs1::TestName::{
        Rsa2048Sha256, Rsa2048Sha384, Rsa2048Sha512, Rsa3072Sha256, Rsa3072Sha384, Rsa3072Sha512,
        Rsa4096Sha256, Rsa4096Sha384, Rsa4096Sha512, Rsa8192Sha256, Rsa8192Sha384, Rsa8192Sha512,
    };
    let (rs256, rs384, rs512) = (Algorithm::Rs256, Algorithm::Rs384, Algorithm::Rs512);
    for (suite, name, algorithm) in [
        ("rsa_signature_2048_sha256", Rsa2048Sha256, rs256),
        ("rsa_signature_2048_sha384", Rsa2048Sha384, rs384),
        ("rsa_signature_2048_sha512", Rsa2048Sha512, rs512),
        ("rsa_signature_3072_sha256", Rsa3072Sha256, rs256),
        ("rsa_signature_3072_sha384", Rsa3072Sha384, rs384),
        ("rsa_signature_3072_sha512", Rsa3072Sha512, rs512),
        ("rsa_signature_4096_sha256", Rsa4096Sha256, rs256),
        ("rsa_signature_4096_sha384", Rsa4096Sha384, rs384),
        ("rsa_signature_4096_sha512", Rsa4096Sha512, rs512),
        ("rsa_signature_8192_sha256", Rsa8192Sha256, rs256),
        ("rsa_signature_8192_sha384", Rsa8192Sha384, rs384),
        ("rsa_signature_8192_sha512", Rsa8192Sha512, rs512),
    ] {
        let overrides = Overrides::of(suite);
        for group in pkcs1::TestSet::load(name).unwrap().test_groups {
            let key = key(&group.der, algorithm);
            for test in &group.tests {
                check!(overrides, key, test);
            }
        }
    }
}

fn run_pss(suite: &str, name: pss::TestName, algorithm: Algorithm) {
    let overrides = Overrides::of(suite);
    for group in pss::TestSet::load(name).unwrap().test_groups {
        let key = key(&group.der, algorithm);
        for test in &group.tests {
            check!(overrides, key, test);
        }
    }
}

#[test]
fn rsa_pss_with_the_parameters_of_rfc7518_3_5() {
    use pss::TestName::{
        RsaPss2048Sha256Mgf1SaltLen32, RsaPss2048Sha384Mgf1SaltLen48,
        RsaPss3072Sha256Mgf1SaltLen32, RsaPss4096Sha256Mgf1SaltLen32,
        RsaPss4096Sha384Mgf1SaltLen48, RsaPss4096Sha512Mgf1SaltLen64,
    };
    for (suite, name, algorithm) in [
        (
            "rsa_pss_2048_sha256_mgf1_32",
            RsaPss2048Sha256Mgf1SaltLen32,
            Algorithm::Ps256,
        ),
        (
            "rsa_pss_3072_sha256_mgf1_32",
            RsaPss3072Sha256Mgf1SaltLen32,
            Algorithm::Ps256,
        ),
        (
            "rsa_pss_4096_sha256_mgf1_32",
            RsaPss4096Sha256Mgf1SaltLen32,
            Algorithm::Ps256,
        ),
        (
            "rsa_pss_2048_sha384_mgf1_48",
            RsaPss2048Sha384Mgf1SaltLen48,
            Algorithm::Ps384,
        ),
        (
            "rsa_pss_4096_sha384_mgf1_48",
            RsaPss4096Sha384Mgf1SaltLen48,
            Algorithm::Ps384,
        ),
        (
            "rsa_pss_4096_sha512_mgf1_64",
            RsaPss4096Sha512Mgf1SaltLen64,
            Algorithm::Ps512,
        ),
    ] {
        run_pss(suite, name, algorithm);
    }
}

#[test]
fn rsa_pss_with_any_other_salt_or_mask_is_refused() {
    use pss::TestName::{
        RsaPss2048Sha1Mgf1SaltLen20, RsaPss2048Sha256Mgf1SaltLen0, RsaPss2048Sha256Mgf1Sha1_20,
        RsaPss4096Sha512Mgf1SaltLen32,
    };
    for (suite, name, algorithm) in [
        (
            "rsa_pss_2048_sha256_mgf1_0",
            RsaPss2048Sha256Mgf1SaltLen0,
            Algorithm::Ps256,
        ),
        (
            "rsa_pss_2048_sha256_mgf1sha1_20",
            RsaPss2048Sha256Mgf1Sha1_20,
            Algorithm::Ps256,
        ),
        (
            "rsa_pss_2048_sha1_mgf1_20",
            RsaPss2048Sha1Mgf1SaltLen20,
            Algorithm::Ps256,
        ),
        (
            "rsa_pss_4096_sha512_mgf1_32",
            RsaPss4096Sha512Mgf1SaltLen32,
            Algorithm::Ps512,
        ),
    ] {
        run_pss(suite, name, algorithm);
    }
}

#[test]
fn rsa_pss_keys_with_parameters_of_their_own_are_not_supported() {
    let set = pss::TestSet::load(pss::TestName::RsaPss2048Sha256Mgf1SaltLen32WithParams).unwrap();
    for group in set.test_groups {
        for algorithm in [Algorithm::Ps256, Algorithm::Rs256] {
            let refused = VerifyingKey::from_der(&group.der, algorithm, &ImportOptions::new());
            assert_eq!(refused.unwrap_err().code(), ErrorCode::JoseNotSupported);
        }
    }
}

#[test]
fn hmac() {
    for (suite, name, algorithm, bits) in [
        (
            "hmac_sha256",
            mac::TestName::HmacSha256,
            Algorithm::Hs256,
            256,
        ),
        (
            "hmac_sha384",
            mac::TestName::HmacSha384,
            Algorithm::Hs384,
            384,
        ),
        (
            "hmac_sha512",
            mac::TestName::HmacSha512,
            Algorithm::Hs512,
            512,
        ),
    ] {
        let weak = ImportOptions::new().allow_weak_key(true);
        let mut checked = 0;
        for group in mac::TestSet::load(name).unwrap().test_groups {
            for test in &group.tests {
                // A shortened tag is none (RFC 7518 §3.2), whatever upstream says of it.
                let is_full = group.tag_size == bits;
                let valid = format!("{:?}", test.result) == "Valid" && is_full;
                let held = VerifyingKey::from_secret(&test.key, algorithm, &weak)
                    .and_then(|key| key.verify_signature(&test.msg, &test.tag));
                assert_eq!(held.is_ok(), valid, "{suite} test {}", test.tc_id);
                checked += 1;
            }
        }
        assert!(checked > 100, "{suite}");
    }
}
