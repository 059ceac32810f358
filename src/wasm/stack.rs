//! Room on the stack of the JavaScript engine, which is not the one in the module's memory.
//!
//! An engine that runs out of stack in the middle of an operation leaves the module's memory half changed. So this
//! takes more stack than any operation does, before it begins.

use core::arch::wasm32::{f64x2, f64x2_extract_lane, f64x2_mul, f64x2_sub};

use wasm_bindgen::prelude::wasm_bindgen;

/// Computes pairs of numbers, eight for each `+`, and combines them starting with the last, so that all are kept until
/// that is there. No compiler may change the order, as rounding would tell.
macro_rules! kept {
    ($last:ident, $factor:ident, [$($kept:ident)*]) => {{
        let mut combined = $last;
        $(combined = f64x2_sub($kept, combined);)*
        combined
    }};
    ($last:ident, $factor:ident, [$($kept:ident)*] + $($more:tt)*) => {{
        let a = f64x2_mul($last, $factor);
        let b = f64x2_mul(a, $factor);
        let c = f64x2_mul(b, $factor);
        let d = f64x2_mul(c, $factor);
        let e = f64x2_mul(d, $factor);
        let f = f64x2_mul(e, $factor);
        let g = f64x2_mul(f, $factor);
        let h = f64x2_mul(g, $factor);
        kept!(h, $factor, [$($kept)* a b c d e f g h] $($more)*)
    }};
}

/// Calls itself `depth` times, each time with 480 places of 16 bytes on the engine's stack, so that the engine finds
/// out whether there is room, and throws its own error. Few deep calls, because a processor remembers only some
/// sixteen places to return to.
///
/// The places are used where `factor` is not zero, which it is; an engine makes room for them all the same.
#[wasm_bindgen(js_name = reachDown)]
#[must_use]
pub fn reach_down(depth: u32, factor: f64) -> f64 {
    if factor != 0.0 {
        let pair = f64x2(factor, factor - 1.0);
        return f64x2_extract_lane::<0>(
            kept!(pair, pair, [] +++++ +++++ +++++ +++++ +++++ +++++ +++++ +++++ +++++ +++++ +++++ +++++),
        );
    }
    match depth.checked_sub(1) {
        Some(less) => reach_down(less, factor) - 1.0,
        None => factor,
    }
}
