//! Keys in every form in which other programs write them, from `tests/vectors/keys`: read, or refused
//! with a word about what to do, and written again.

use std::collections::BTreeMap;

use edge_jwt::base64url::decode_plain_base64;
use edge_jwt::jwa::Hash;
use edge_jwt::{Algorithm, Error, ErrorCode, ImportOptions, Jwk, VerifyingKey};
use serde::Deserialize;
use serde_json::Value;

use crate::support::{lenient, now};

#[derive(Deserialize)]
pub struct Keys {
    pub keys: Vec<Key>,
    pub unread: Vec<UnreadKey>,
}

#[derive(Deserialize)]
pub struct Key {
    pub algorithm: String,
    pub jwk: Value,
    pub token: String,
    pub forms: BTreeMap<String, String>,
}

#[derive(Deserialize)]
pub struct UnreadKey {
    pub name: String,
    pub algorithm: String,
    pub text: String,
}

impl Keys {
    pub fn load() -> Self {
        serde_json::from_str(include_str!("../vectors/keys/keys.json")).unwrap()
    }

    /// A key for `algorithm`, in one of its forms.
    pub fn form(self, algorithm: &str, form: &str) -> String {
        self.of(algorithm).forms[form].clone()
    }

    fn of(self, algorithm: &str) -> Key {
        self.keys
            .into_iter()
            .find(|key| key.algorithm == algorithm)
            .unwrap()
    }
}

impl Key {
    fn algorithm(&self) -> Algorithm {
        Algorithm::from_name(&self.algorithm).unwrap()
    }

    fn der(&self, form: &str) -> Vec<u8> {
        der_of(&self.forms[form]).unwrap()
    }
}

/// What is between the first and the last line of PEM, unless that is not all base64.
pub fn der_of(pem: &str) -> Option<Vec<u8>> {
    let lines: Vec<&str> = pem.lines().collect();
    let (_, lines) = lines.split_first()?;
    let (_, lines) = lines.split_last()?;
    decode_plain_base64(lines.concat()).ok()
}

/// An element of DER.
fn element(tag: u8, content: &[&[u8]]) -> Vec<u8> {
    let content = content.concat();
    let length = match u16::try_from(content.len()).unwrap().to_be_bytes() {
        [0, short @ ..=0x7f] => vec![short],
        [0, low] => vec![0x81, low],
        [high, low] => vec![0x82, high, low],
    };
    [&[tag], length.as_slice(), &content].concat()
}

fn from_pem(pem: &str, algorithm: Algorithm) -> Result<VerifyingKey, Error> {
    VerifyingKey::from_pem(pem, algorithm, &ImportOptions::new())
}

fn from_der(der: &[u8], algorithm: Algorithm) -> Result<VerifyingKey, Error> {
    VerifyingKey::from_der(der, algorithm, &ImportOptions::new())
}

fn pem(label: &str, der: &[u8]) -> String {
    let body = pem_rfc7468::encode_string(label, pem_rfc7468::LineEnding::LF, der);
    body.unwrap()
}

#[track_caller]
fn assert_code(result: Result<VerifyingKey, Error>, code: ErrorCode) -> String {
    let error = result.expect_err("accepted");
    assert_eq!(error.code(), code, "{error}");
    error.to_string()
}

#[test]
fn every_form_of_a_key_is_that_key() {
    let mut forms = 0;
    for key in Keys::load().keys {
        let algorithm = key.algorithm();
        for (name, text) in &key.forms {
            for import in [
                from_pem(text, algorithm),
                from_der(&key.der(name), algorithm),
                from_pem(&text.replace('\n', "\r\n"), algorithm),
                from_pem(&format!("\n# {name}\n{text}\n \n"), algorithm),
                from_pem(&rewrapped(text, 76), algorithm),
                from_pem(&rewrapped(text, usize::MAX), algorithm),
            ] {
                let imported = import.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(
                    imported.to_pem().unwrap(),
                    key.forms["SubjectPublicKeyInfo"],
                    "{name}"
                );
                edge_jwt::verify(&key.token, &imported, &lenient(), now())
                    .unwrap_or_else(|error| panic!("{name}: {error}"));
            }
            forms += 1;
        }
    }
    assert_eq!(forms, 6 + 3 * 9 + 4);
}

/// The same PEM with lines of another length.
fn rewrapped(pem: &str, width: usize) -> String {
    let mut lines: Vec<&str> = pem.lines().collect();
    let last = lines.pop().unwrap();
    let body = lines.split_off(1).concat();
    let mut text = format!("{}\n", lines[0]);
    for line in body.as_bytes().chunks(width) {
        text += core::str::from_utf8(line).unwrap();
        text += "\n";
    }
    text + last
}

#[test]
fn a_form_is_imported_for_the_keys_own_algorithms_and_no_other() {
    for key in Keys::load().keys {
        let own = key.algorithm();
        let fits =
            |other: Algorithm| own.key_type() == other.key_type() && own.curve() == other.curve();
        for (name, text) in &key.forms {
            for algorithm in Algorithm::ALL.into_iter().filter(|other| !fits(*other)) {
                assert_code(from_pem(text, algorithm), ErrorCode::JoseKeyMismatch);
                assert_code(
                    from_der(&key.der(name), algorithm),
                    ErrorCode::JoseKeyMismatch,
                );
            }
        }
    }
}

#[test]
fn what_is_not_read_is_not_supported_and_says_what_to_do() {
    let is_structure = |name: &str| {
        [
            "SubjectPublicKeyInfo",
            "PrivateKeyInfo",
            "certificate, ",
            "Encrypted",
        ]
        .iter()
        .any(|start| name.starts_with(start))
    };
    for UnreadKey {
        name,
        algorithm,
        text,
    } in Keys::load().unread
    {
        let algorithm = Algorithm::from_name(&algorithm).unwrap();
        let message = assert_code(from_pem(&text, algorithm), ErrorCode::JoseNotSupported);
        let remedy = match name.as_str() {
            name if name.contains("SSH") => "a copy of a private one with `ssh-keygen -p -m PKCS8",
            name if name.contains("crypted") => "decrypt it with `openssl pkey -in key.pem`",
            name if name.contains("PSS") => "as a JWK, or as an SPKI of type rsaEncryption",
            "certificate request" | "PKCS#7" => "expected PUBLIC KEY, CERTIFICATE",
            _ => "P-256",
        };
        assert!(message.contains(remedy), "{name}: {message}");
        if let Some(der) = der_of(&text) {
            let code = if is_structure(&name) {
                ErrorCode::JoseNotSupported
            } else {
                ErrorCode::JoseKeyInvalid
            };
            assert_code(from_der(&der, algorithm), code);
        }
    }
}

#[test]
fn a_label_is_a_promise_about_the_content() {
    let labels = [
        "PUBLIC KEY",
        "CERTIFICATE",
        "RSA PUBLIC KEY",
        "RSA PRIVATE KEY",
        "PRIVATE KEY",
        "EC PRIVATE KEY",
    ];
    for key in Keys::load().keys {
        for (name, text) in &key.forms {
            let own = label_of(text);
            for label in labels.into_iter().filter(|label| *label != own) {
                let text = pem(label, &key.der(name));
                assert_code(from_pem(&text, key.algorithm()), ErrorCode::JoseKeyInvalid);
            }
        }
    }
}

#[test]
fn pem_is_one_block() {
    let key = Keys::load().of("ES256");
    for form in ["SubjectPublicKeyInfo", "certificate, version 3"] {
        let text = &key.forms[form];
        for wrong in [
            format!("{text}{text}"),
            text.replacen("BEGIN", "END", 1),
            text.replacen("END", "BEGIN", 1),
            text.replacen('\n', "\n*", 1),
            text.replacen('\n', "\nComment: x\n\n", 1),
            text.replacen("-----END", "====\n-----END", 1),
            text.replace("-----END PUBLIC KEY-----\n", "")
                .replace("-----END CERTIFICATE-----\n", ""),
            text.replace("-----END PUBLIC", "-----END RSA PUBLIC")
                .replace("-----END CERT", "-----END X509 CERT"),
        ] {
            assert_code(
                from_pem(&wrong, Algorithm::Es256),
                ErrorCode::JoseKeyInvalid,
            );
        }
    }
}

#[test]
fn white_space_in_pem_carries_nothing_rfc_7468_section_3() {
    let indented = |text: &str, by: &str| text.replace('\n', &format!("\n{by}"));
    for key in Keys::load().keys {
        let algorithm = key.algorithm();
        for (name, text) in &key.forms {
            for written in [
                indented(text, "    "),
                indented(text, "\t"),
                format!("\n  {}  \n", indented(text, "  ")),
                text.replace('\n', " "),
                text.replace('\n', ""),
                text.replace('\n', "\r"),
                text.replace('\n', "\n\n"),
                text.replace('\n', " \x0b\x0c\n"),
                text.replace('\n', "\\n"),
                text.replace('\n', "\\r\\n"),
                text.replace('\n', "\\\\n"),
                text.replace('\n', "\\n\n"),
                format!("\"{}\"", text.replace('\n', "\\n")),
                format!("KEY='{text}'"),
                format!("\u{feff}{text}"),
                format!("subject=CN = issuer\n{text}trailing words"),
                rewrapped(text, 7),
            ] {
                let imported = from_pem(&written, algorithm)
                    .unwrap_or_else(|error| panic!("{name}: {error}\n{written}"));
                let expected = &key.forms["SubjectPublicKeyInfo"];
                assert_eq!(imported.to_pem().unwrap(), *expected, "{name}");
                let of_bytes =
                    VerifyingKey::from_pem(written.as_bytes(), algorithm, &ImportOptions::new());
                assert_eq!(of_bytes.unwrap().to_pem().unwrap(), *expected, "{name}");
            }
        }
    }
}

#[test]
fn blocks_of_parameters_are_passed_over() {
    let key = Keys::load().of("ES256");
    // `openssl ecparam -name prime256v1 -genkey` writes the name of the curve in front of the key.
    let parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    let dh = "-----BEGIN DH PARAMETERS-----\nMAYCAQcCAQI=\n-----END DH PARAMETERS-----\n";
    for form in ["ECPrivateKey", "PrivateKeyInfo", "SubjectPublicKeyInfo"] {
        let text = &key.forms[form];
        for written in [
            format!("{parameters}{text}"),
            format!("{text}{parameters}"),
            format!("{dh}{parameters}\n{text}"),
            format!("{parameters}{text}").replace('\n', "\\n"),
        ] {
            let imported = from_pem(&written, Algorithm::Es256).unwrap();
            assert_eq!(
                imported.to_pem().unwrap(),
                key.forms["SubjectPublicKeyInfo"]
            );
        }
    }
    let alone = from_pem(parameters, Algorithm::Es256);
    assert_code(alone, ErrorCode::JoseNotSupported);
}

#[test]
fn certificates_have_the_labels_of_older_programs_too_rfc_7468_section_5_1() {
    let key = Keys::load().of("ES256");
    let text = &key.forms["certificate, version 3"];
    for label in ["X509 CERTIFICATE", "X.509 CERTIFICATE"] {
        from_pem(&text.replace("CERTIFICATE", label), Algorithm::Es256).unwrap();
    }
}

#[test]
fn the_message_says_what_is_wrong_with_a_pem() {
    let key = Keys::load().of("ES256");
    let text = &key.forms["SubjectPublicKeyInfo"];
    for (written, words) in [
        ("not PEM".into(), "must be PEM"),
        (text.replace("-----END PUBLIC KEY-----\n", ""), "cut off"),
        (text.replacen("MFk", "M.k", 1), "must be base64"),
        (format!("{text}{text}"), "several blocks"),
    ] {
        let message = assert_code(
            from_pem(&written, Algorithm::Es256),
            ErrorCode::JoseKeyInvalid,
        );
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_bare_private_key_gets_its_public_part() {
    let mut curves = 0;
    for key in Keys::load().keys {
        let algorithm = key.algorithm();
        if algorithm.curve().is_none() {
            continue;
        }
        // SEQUENCE, INTEGER 1, OCTET STRING (RFC 5915 §3); in PKCS#8 of Ed25519 the key is the end.
        let d = match key.forms.get("ECPrivateKey without public key") {
            Some(pem) => {
                let der = der_of(pem).unwrap();
                der[7..][..usize::from(der[6])].to_vec()
            }
            None => key.der("PrivateKeyInfo").split_off(16),
        };
        let der = edge_jwt::key::pkcs8_from_raw_private_key(&d, algorithm).unwrap();
        let imported = from_der(&der, algorithm).unwrap();
        assert_eq!(
            imported.to_pem().unwrap(),
            key.forms["SubjectPublicKeyInfo"]
        );
        curves += 1;
        for wrong in [&d[1..], &[d.as_slice(), &[0]].concat(), &[]] {
            let refused = edge_jwt::key::pkcs8_from_raw_private_key(wrong, algorithm);
            assert_eq!(refused.unwrap_err().code(), ErrorCode::JoseKeyInvalid);
        }
    }
    assert_eq!(curves, 4);
}

#[test]
fn a_certificate_is_not_validated() {
    // It was valid for a day, and its signature is broken here: the key is taken all the same. That is
    // promised, so that nobody takes an import for a validation.
    for key in Keys::load().keys {
        let mut der = key.der("certificate, version 3");
        *der.last_mut().unwrap() ^= 1;
        from_der(&der, key.algorithm()).unwrap();
    }
}

#[test]
fn a_certificate_is_walked_through_element_by_element() {
    let key = Keys::load().of("ES256");
    let spki = key.der("SubjectPublicKeyInfo");
    let sequence = element(0x30, &[]);
    let serial = [2, 1, 7];
    let version = |number: u8| [0xa0, 3, 2, 1, number];
    let signature = [0x03, 1, 0];
    let certificate =
        |content: &[&[u8]]| element(0x30, &[&element(0x30, content), &sequence, &signature]);
    let s = sequence.as_slice();
    let v3 = version(2);
    let import = |der: &[u8]| from_der(der, Algorithm::Es256);
    let well_formed: [&[&[u8]]; 4] = [
        &[&serial, s, s, s, s, &spki],
        &[&v3, &serial, s, s, s, s, &spki],
        &[
            &version(1),
            &serial,
            s,
            s,
            s,
            s,
            &spki,
            &[0x81, 1, 0],
            &[0x82, 1, 0],
        ],
        &[&v3, &serial, s, s, s, s, &spki, &[0xa3, 2, 0x30, 0]],
    ];
    for content in well_formed {
        import(&certificate(content)).unwrap();
    }
    let malformed: [&[&[u8]]; 11] = [
        &[&version(0), &serial, s, s, s, s, &spki],
        &[&version(3), &serial, s, s, s, s, &spki],
        &[&[0xa0, 0], &serial, s, s, s, s, &spki],
        &[&v3, s, s, s, s, &spki],
        &[&v3, &serial, s, s, s, &spki],
        &[&v3, &serial, s, s, s, s, s, &spki],
        &[&v3, &serial, s, s, s, s, &spki, s],
        &[&v3, &serial, s, s, s, s, &spki, &[0xa3, 0], &[0xa3, 0]],
        &[&v3, &serial, s, s, s, s, &spki, &[0xa3, 0], &[0x81, 0]],
        &[&v3, &v3, &serial, s, s, s, s, &spki],
        &[&v3, &serial, s, s, s, &serial, &spki],
    ];
    for content in malformed {
        assert_code(import(&certificate(content)), ErrorCode::JoseKeyInvalid);
    }
    let content = element(0x30, &[&serial, s, s, s, s, &spki]);
    for outer in [
        element(0x30, &[&content, s]),
        element(0x30, &[&content, s, &signature, s]),
        element(0x30, &[&content, s, s]),
        element(0x31, &[&content, s, &signature]),
    ] {
        assert_code(import(&outer), ErrorCode::JoseKeyInvalid);
    }
}

#[test]
fn a_value_has_one_der() {
    let spki = Keys::load().of("EdDSA").der("SubjectPublicKeyInfo");
    let (head, rest) = spki.split_at(2);
    assert_eq!(head, [0x30, 42]);
    let import = |der: &[u8]| from_der(der, Algorithm::EdDsa);
    import(&spki).unwrap();
    for length in [
        &[0x81, 42][..],
        &[0x82, 0, 42],
        &[0x83, 0, 0, 42],
        &[0x84, 0, 0, 0, 42],
        &[0x80],
        &[0xff],
        &[41],
        &[43],
    ] {
        assert_code(
            import(&[&[0x30], length, rest].concat()),
            ErrorCode::JoseKeyInvalid,
        );
    }
    assert_code(
        import(&[&[0x30, 0x80], rest, &[0, 0]].concat()),
        ErrorCode::JoseKeyInvalid,
    );
    // The first byte of the BIT STRING counts unused bits; the parameters of Ed25519 are absent.
    let unused_bits = spki.len() - 33;
    let mut changed = spki.clone();
    changed[unused_bits] = 1;
    assert_code(import(&changed), ErrorCode::JoseKeyInvalid);
    let with_null = [&[0x30, 44, 0x30, 7], &spki[4..9], &[5, 0], &spki[9..]].concat();
    assert_code(import(&with_null), ErrorCode::JoseKeyInvalid);
}

#[test]
fn nothing_follows_within_a_structure() {
    for key in Keys::load().keys {
        for name in key.forms.keys() {
            let der = key.der(name);
            let header = match der[1] {
                0x82 => 4,
                0x81 => 3,
                _ => 2,
            };
            for more in [&[5, 0][..], &[2, 1, 0], &[0xa2, 0], &[0x30, 0]] {
                let longer = element(0x30, &[&der[header..], more]);
                assert_code(
                    from_der(&longer, key.algorithm()),
                    ErrorCode::JoseKeyInvalid,
                );
                assert_code(
                    from_pem(&pem(label_of(&key.forms[name]), &longer), key.algorithm()),
                    ErrorCode::JoseKeyInvalid,
                );
            }
        }
    }
    // Nor after the seed in the OCTET STRING of an Ed25519 private key.
    let der = Keys::load().of("EdDSA").der("PrivateKeyInfo");
    let (head, seed) = der[2..].split_at(10);
    assert_eq!(seed[..2], [4, 34]);
    let private_key = element(4, &[&seed[2..], &[5, 0]]);
    assert_code(
        from_der(&element(0x30, &[head, &private_key]), Algorithm::EdDsa),
        ErrorCode::JoseKeyInvalid,
    );
}

fn label_of(pem: &str) -> &str {
    let (_, rest) = pem.split_once("-----BEGIN ").unwrap();
    rest.split_once("-----").unwrap().0
}

#[test]
fn integers_of_rsa_keys_are_written_in_one_way_and_not_negative() {
    let key = Keys::load().of("RS256");
    let der = key.der("RSAPublicKey");
    // 30 82 .. .. 02 82 01 01 00 n 02 03 01 00 01
    let n = &der[9..265];
    let public_key = |n: &[u8], e: &[u8]| element(0x30, &[&element(2, &[n]), &element(2, &[e])]);
    let with_sign = [&[0], n].concat();
    let import = |n: &[u8], e: &[u8]| from_der(&public_key(n, e), Algorithm::Rs256);
    import(&with_sign, &[1, 0, 1]).unwrap();
    for (n, e) in [
        (n, &[1, 0, 1][..]),
        (&[&[0], with_sign.as_slice()].concat(), &[1, 0, 1]),
        (&with_sign, &[0, 1, 0, 1]),
        (&with_sign, &[0x81]),
        (&with_sign, &[]),
        (&[], &[3]),
    ] {
        assert_code(import(n, e), ErrorCode::JoseKeyInvalid);
    }
    // Zero is well-formed, and no key.
    assert_code(import(&with_sign, &[0]), ErrorCode::JoseKeyTooWeak);
    assert_code(import(&[0], &[3]), ErrorCode::JoseKeyTooWeak);
    // RFC 3279 §2.3.1: without the NULL, as some write it.
    let spki = key.der("SubjectPublicKeyInfo");
    let null = spki.windows(2).position(|pair| pair == [5, 0]).unwrap();
    let mut without_null = [&spki[..null], &spki[null + 2..]].concat();
    without_null[3] -= 2;
    without_null[5] -= 2;
    from_der(&without_null, Algorithm::Rs256).unwrap();
}

#[test]
fn an_elliptic_curve_private_key_is_on_a_named_curve_and_below_its_order() {
    let key = Keys::load().of("ES256");
    let sec1 = key.der("ECPrivateKey without public key");
    let pkcs8 = key.der("PrivateKeyInfo without public key");
    // 30 31, version 02 01 01, key 04 20 …, parameters a0 0a …
    let with_private_key = |d: &[u8; 32]| [&sec1[..7], d, &sec1[39..]].concat();
    let import = |der: &[u8]| from_der(der, Algorithm::Es256);
    let order = decode_plain_base64("/////wAAAAD//////////7zm+q2nF56E87nKwvxjJVE=").unwrap();
    let mut one_less: [u8; 32] = order.try_into().unwrap();
    assert_code(
        import(&with_private_key(&one_less)),
        ErrorCode::JoseKeyInvalid,
    );
    assert_code(
        import(&with_private_key(&[0; 32])),
        ErrorCode::JoseKeyInvalid,
    );
    one_less[31] -= 1;
    import(&with_private_key(&one_less)).unwrap();

    let without_parameters = [&[0x30, 37], &sec1[2..39]].concat();
    assert_code(import(&without_parameters), ErrorCode::JoseKeyInvalid);
    for (from, to, code) in [
        // The version, and a curve that is not known.
        ([2, 1, 1], [2, 1, 2], ErrorCode::JoseKeyInvalid),
        ([3, 1, 7], [3, 1, 9], ErrorCode::JoseNotSupported),
    ] {
        assert_code(import(&replaced(&sec1, &from, &to)), code);
    }
    // A PrivateKeyInfo names P-384, the key in it P-256.
    let p384 = Keys::load()
        .of("ES384")
        .der("PrivateKeyInfo without public key");
    let algorithm = &p384[5..23];
    let key_in_it = &pkcs8[pkcs8.len() - sec1.len() - 2..];
    let mixed = element(0x30, &[&[2, 1, 0], algorithm, key_in_it]);
    for algorithm in [Algorithm::Es256, Algorithm::Es384] {
        assert_code(from_der(&mixed, algorithm), ErrorCode::JoseKeyInvalid);
    }
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let place = bytes
        .windows(from.len())
        .rposition(|window| window == from)
        .unwrap();
    let mut changed = bytes.to_vec();
    changed[place..place + to.len()].copy_from_slice(to);
    changed
}

#[test]
fn rfc8410_10_3_one_key_without_and_with_its_public_key() {
    let without = "-----BEGIN PRIVATE KEY-----\n\
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
        -----END PRIVATE KEY-----\n";
    let with = "-----BEGIN PRIVATE KEY-----\n\
        MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
        oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB\n\
        Z9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PRIVATE KEY-----\n";
    let public = "-----BEGIN PUBLIC KEY-----\n\
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PUBLIC KEY-----\n";
    for text in [without, with, public] {
        let key = from_pem(text, Algorithm::EdDsa).unwrap();
        assert_eq!(key.to_pem().unwrap(), public);
    }
    // The version says whether there is a public key, and the seed has 32 bytes.
    for (text, from, to) in [
        (without, [2, 1, 0], [2, 1, 1]),
        (with, [2, 1, 1], [2, 1, 0]),
        (with, [2, 1, 1], [2, 1, 2]),
        (without, [0x22, 0x04, 0x20], [0x22, 0x04, 0x1f]),
        (with, [0x22, 0x04, 0x20], [0x22, 0x04, 0x1f]),
    ] {
        let der = replaced(&der_of(text).unwrap(), &from, &to);
        assert_code(from_der(&der, Algorithm::EdDsa), ErrorCode::JoseKeyInvalid);
    }
}

/// Our reader of DER is our own: what it takes, the general ones must take too, whatever is done to
/// the bytes.
#[test]
fn nothing_is_read_that_a_general_reader_refuses() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut taken = 0;
    for key in Keys::load().keys {
        for (name, text) in &key.forms {
            let good = der_of(text).unwrap();
            for _ in 0..400 {
                let mut der = good.clone();
                let place = random(der.len().min(60));
                match random(5) {
                    0 => der[place] = u8::try_from(random(256)).unwrap(),
                    1 => der[place] ^= 1 << random(8),
                    2 => drop(der.remove(place)),
                    3 => der.insert(place, u8::try_from(random(256)).unwrap()),
                    _ => der.truncate(der.len() - 1 - random(20)),
                }
                let Ok(imported) = from_der(&der, key.algorithm()) else {
                    continue;
                };
                taken += 1;
                assert!(generally_readable(name, &der), "{name}: {der:02x?}");
                let pem = imported.to_pem().unwrap();
                from_pem(&pem, key.algorithm()).unwrap();
                if name == "SubjectPublicKeyInfo" {
                    assert_eq!(der_of(&pem).unwrap(), der, "two writings of one key");
                }
            }
        }
    }
    assert!(taken > 100, "{taken}");
}

fn generally_readable(form: &str, der: &[u8]) -> bool {
    match form.split([',', ' ']).next().unwrap() {
        "SubjectPublicKeyInfo" => spki::SubjectPublicKeyInfoRef::try_from(der).is_ok(),
        "PrivateKeyInfo" => pkcs8::PrivateKeyInfoRef::try_from(der).is_ok(),
        "RSAPublicKey" => pkcs1::RsaPublicKeyRef::try_from(der).is_ok(),
        "RSAPrivateKey" => pkcs1::RsaPrivateKeyRef::try_from(der).is_ok(),
        "ECPrivateKey" => sec1::EcPrivateKey::try_from(der).is_ok(),
        // There is none for certificates among our dependencies; the walk has a test of its own.
        "certificate" => true,
        other => panic!("{other}"),
    }
}

#[test]
fn an_exported_jwk_is_the_key_whatever_it_came_from() {
    for key in Keys::load().keys {
        let algorithm = key.algorithm();
        let options = ImportOptions::new().key_id("the kid");
        let mut expected = key.jwk.clone();
        expected["alg"] = key.algorithm.as_str().into();
        expected["kid"] = "the kid".into();
        expected["use"] = "sig".into();
        let jwk = Jwk::from_json(key.jwk.to_string()).unwrap();
        for import in [
            VerifyingKey::from_pem(&key.forms["PrivateKeyInfo"], algorithm, &options),
            VerifyingKey::from_jwk(&jwk, algorithm, &options),
        ] {
            let exported = import.unwrap().to_jwk().unwrap();
            let text = exported.to_json();
            assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);
            assert_eq!(Jwk::from_json(&text).unwrap(), exported);
            let again = VerifyingKey::from_jwk(&exported, None, &ImportOptions::new()).unwrap();
            assert_eq!(
                (again.algorithm(), again.key_id()),
                (algorithm, Some("the kid"))
            );
        }
        let without_kid = from_pem(&key.forms["SubjectPublicKeyInfo"], algorithm).unwrap();
        assert_eq!(without_kid.to_jwk().unwrap().key_id(), None);
    }
}

#[test]
fn a_shared_secret_is_not_exported() {
    let secret = [b'S'; 64];
    let options = ImportOptions::new();
    for algorithm in [Algorithm::Hs256, Algorithm::Hs384, Algorithm::Hs512] {
        let key = VerifyingKey::from_secret(&secret, algorithm, &options).unwrap();
        for error in [key.to_jwk().unwrap_err(), key.to_pem().unwrap_err()] {
            assert_eq!(error.code(), ErrorCode::ApiMisuse);
            assert!(!error.to_string().contains("SS"), "{error}");
        }
    }
}

#[test]
fn a_private_member_of_a_jwk_is_not_read() {
    for key in Keys::load().keys {
        for member in ["d", "p", "q", "dp", "dq", "qi", "oth"] {
            for value in [Value::from("not base64url *"), Value::from(7), Value::Null] {
                let mut jwk = key.jwk.clone();
                jwk[member] = value;
                let jwk = Jwk::from_json(jwk.to_string()).unwrap();
                assert!(jwk.is_private());
                assert!(!jwk.to_json().contains(&format!("{member:?}:")));
                VerifyingKey::from_jwk(&jwk, key.algorithm(), &ImportOptions::new()).unwrap();
            }
        }
    }
}

#[test]
fn rfc9278_5_a_thumbprint_is_a_uri_too() {
    let file: Value = serde_json::from_str(include_str!("../vectors/rfc/rfc7638.json")).unwrap();
    let jwk = Jwk::from_json(file["tests"][0]["key"].to_string()).unwrap();
    assert_eq!(
        jwk.thumbprint_uri(Hash::Sha256),
        "urn:ietf:params:oauth:jwk-thumbprint:sha-256:NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
    );
    for (hash, name) in [(Hash::Sha384, "sha-384"), (Hash::Sha512, "sha-512")] {
        assert_eq!(
            jwk.thumbprint_uri(hash),
            format!(
                "urn:ietf:params:oauth:jwk-thumbprint:{name}:{}",
                jwk.thumbprint(hash)
            )
        );
    }
}
