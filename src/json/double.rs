//! How a double is spelled, in as few digits as tell it from all others, and read, to the nearest one.
//!
//! In the module JavaScript does both, which knows how: the code and the tables would be 30 KB of it.

pub(super) use spelling::{read, write};

#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
mod spelling {
    use core::fmt;

    /// `text` is a number of JSON.
    pub(in crate::json) fn read(text: &str) -> f64 {
        text.parse().unwrap_or(f64::NAN)
    }

    pub(in crate::json) fn write(value: f64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `Debug` keeps 1.0 a double, and 1e300 short.
        fmt::Debug::fmt(&value, f)
    }
}

#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
mod spelling {
    use alloc::string::String;
    use core::fmt;

    use js_sys::JSON;
    use wasm_bindgen::JsValue;

    /// `text` is a number of JSON.
    pub(in crate::json) fn read(text: &str) -> f64 {
        JsValue::from_str(text).unchecked_into_f64()
    }

    pub(in crate::json) fn write(value: f64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = JSON::stringify(&value.into()).map_err(|_| fmt::Error)?;
        f.write_str(&String::from(text))
    }
}
