//! What a verification costs in native Rust, for every algorithm: `verify` by a key that was imported
//! before, and the import with the first verification.
//!
//! The tokens are those of `tests/vectors/samples.json`, whose RSA keys have 3072 bits. Times are those
//! of the machine: compare two runs of the same one.

use core::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use edge_jwt::{Algorithm, ImportOptions, Jwk, NumericDate, Validation, VerifyingKey, verify};
use serde_json::Value;

/// A sample whose key is a JWK: the file has one of every algorithm.
struct Sample {
    algorithm: Algorithm,
    jwk: String,
    token: String,
    validation: Validation,
}

fn samples() -> Vec<Sample> {
    let file: Value = serde_json::from_str(include_str!("../tests/vectors/samples.json")).unwrap();
    let mut samples: Vec<Sample> = Vec::new();
    for sample in file["samples"].as_array().unwrap() {
        let algorithm = Algorithm::from_name(sample["algorithm"].as_str().unwrap()).unwrap();
        let is_new = samples.iter().all(|each| each.algorithm != algorithm);
        if is_new && sample["key"].is_object() {
            samples.push(Sample {
                algorithm,
                jwk: sample["key"].to_string(),
                token: sample["token"].as_str().unwrap().to_owned(),
                validation: validation(&sample["options"]),
            });
        }
    }
    samples
}

fn validation(options: &Value) -> Validation {
    Validation::new()
        .issuer(options["issuer"].as_str().unwrap())
        .unwrap()
        .audience(options["audience"].as_str().unwrap())
        .unwrap()
}

fn import(sample: &Sample) -> VerifyingKey {
    let jwk = Jwk::from_json(&sample.jwk).unwrap();
    VerifyingKey::from_jwk(&jwk, sample.algorithm, &ImportOptions::new()).unwrap()
}

fn verifications(criterion: &mut Criterion) {
    // Within the life of all samples.
    let now = NumericDate::from_seconds(1_800_000_000.0).unwrap();
    for sample in samples() {
        let Sample {
            algorithm,
            token,
            validation,
            ..
        } = &sample;
        let key = import(&sample);
        criterion.bench_function(&format!("verify/{algorithm}"), |bencher| {
            bencher.iter(|| verify(black_box(token), &key, validation, now).unwrap());
        });
        criterion.bench_function(&format!("first use/{algorithm}"), |bencher| {
            bencher.iter(|| verify(token, &import(black_box(&sample)), validation, now).unwrap());
        });
    }
}

criterion_group!(benches, verifications);
criterion_main!(benches);
