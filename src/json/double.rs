//! How a double is spelled: in as few digits as tell it from all others.

use core::fmt;

#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
pub(super) fn write(value: f64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // `Debug` keeps 1.0 a double, and 1e300 short.
    fmt::Debug::fmt(&value, f)
}

/// JavaScript knows how; in the module, the code and the tables for it would be 6 KB.
#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
pub(super) fn write(value: f64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let text = js_sys::JSON::stringify(&value.into()).map_err(|_| fmt::Error)?;
    f.write_str(&alloc::string::String::from(text))
}
