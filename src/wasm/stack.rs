//! Room on the stack of the JavaScript engine, which is not the one in the module's memory.
//!
//! An engine that runs out of stack in the middle of an operation leaves the module's memory half changed. So this
//! takes more stack than any operation does, before it begins.

use wasm_bindgen::prelude::wasm_bindgen;

/// Computes numbers, eight for each `+`, and combines them starting with the last, so that all are kept until that is
/// there. No compiler may change the order, as rounding would tell.
macro_rules! kept {
    ($last:ident, $factor:ident, [$($kept:ident)*]) => {{
        let mut combined = $last;
        $(combined = $kept - combined;)*
        combined
    }};
    ($last:ident, $factor:ident, [$($kept:ident)*] + $($more:tt)*) => {{
        let a = $last * $factor;
        let b = a * $factor;
        let c = b * $factor;
        let d = c * $factor;
        let e = d * $factor;
        let f = e * $factor;
        let g = f * $factor;
        let h = g * $factor;
        kept!(h, $factor, [$($kept)* a b c d e f g h] $($more)*)
    }};
}

/// Calls itself `depth` times, each time with 256 places of 8 bytes on the engine's stack, so that the engine finds
/// out whether there is room, and throws its own error.
///
/// The places are used where `factor` is not zero, which it is; an engine makes room for them all the same.
#[wasm_bindgen(js_name = reachDown)]
#[must_use]
pub fn reach_down(depth: u32, factor: f64) -> f64 {
    if factor != 0.0 {
        return kept!(factor, factor, [] ++++++++ ++++++++ ++++++++ ++++++++);
    }
    match depth.checked_sub(1) {
        Some(less) => reach_down(less, factor) - 1.0,
        None => factor,
    }
}
