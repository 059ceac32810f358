//! The arithmetic as a WebAssembly module of its own, for `run.mjs`: numbers are exchanged in one
//! array of bytes, first the modulus and behind it the base, whose place the power takes.

use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

extern crate alloc;

#[path = "../../arithmetic/src"]
mod arithmetic {
    pub mod rsa;
}

static BYTES: [AtomicU8; 2048] = [const { AtomicU8::new(0) }; 2048];

/// Where the array is in the memory.
#[unsafe(no_mangle)]
pub extern "C" fn bytes() -> *const AtomicU8 {
    BYTES.as_ptr()
}

/// Whether the modulus and the base, of `length` bytes each, were taken.
#[unsafe(no_mangle)]
pub extern "C" fn power(length: usize, exponent: u32) -> bool {
    let read = |bytes: &[AtomicU8]| {
        bytes
            .iter()
            .map(|byte| byte.load(Relaxed))
            .collect::<Vec<_>>()
    };
    let (n, base) = (read(&BYTES[..length]), read(&BYTES[length..][..length]));
    let power = arithmetic::rsa::PublicKey::new(&n, exponent).and_then(|key| key.power(&base));
    for (byte, value) in BYTES[length..].iter().zip(power.iter().flatten()) {
        byte.store(*value, Relaxed);
    }
    power.is_some()
}
