//! What a verification costs in native Rust, for every algorithm: `verify` by a key that was imported
//! before, and the import with the first verification.
//!
//! The tokens are those of `tests/vectors/samples/jose.json`, whose RSA key has 2048 bits. Times are
//! those of the machine: compare two runs of the same one.

use core::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use edge_jwt::{Algorithm, ImportOptions, Jwk, NumericDate, Validation, VerifyingKey, verify};
use serde_json::Value;

/// A token and its key, a JWK: the file has one of every algorithm.
struct Sample {
    algorithm: Algorithm,
    jwk: String,
    token: String,
    validation: Validation,
}

fn samples() -> Vec<Sample> {
    let text = include_str!("../../tests/vectors/samples/jose.json");
    let file: Value = serde_json::from_str(text).unwrap();
    let samples = file["samples"].as_array().unwrap().iter();
    samples
        .map(|sample| Sample {
            algorithm: Algorithm::from_name(sample["algorithm"].as_str().unwrap()).unwrap(),
            jwk: sample["key"].to_string(),
            token: sample["token"].as_str().unwrap().to_owned(),
            validation: validation(&sample["options"]),
        })
        .collect()
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
