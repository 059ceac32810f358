//! NumericDate: seconds since 1970-01-01T00:00:00Z, leap seconds ignored, fractions allowed
//! ([RFC 7519 §2](https://www.rfc-editor.org/rfc/rfc7519#section-2)).
//!
//! There is no clock here and none below the bindings: whoever verifies says what time it is.

use core::fmt;
use core::time::Duration;

/// A point in time as JWT claims write it: finite. Only claims may lie before the epoch.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumericDate(f64);

impl NumericDate {
    /// A point `seconds` after the epoch; `None` unless `seconds` is finite and not negative.
    ///
    /// ```
    /// use edge_jwt::NumericDate;
    ///
    /// assert_eq!(NumericDate::from_seconds(1_300_819_380.5).unwrap().seconds(), 1_300_819_380.5);
    /// assert!(NumericDate::from_seconds(-1.0).is_none());
    /// assert!(NumericDate::from_seconds(f64::INFINITY).is_none());
    /// ```
    #[must_use]
    pub fn from_seconds(seconds: f64) -> Option<Self> {
        (seconds.is_finite() && seconds >= 0.0).then_some(Self(seconds))
    }

    /// A point that a claim names: any finite number (RFC 7519 §2).
    pub(crate) fn from_claim(seconds: f64) -> Option<Self> {
        seconds.is_finite().then_some(Self(seconds))
    }

    /// The point that lies `since_epoch` after the epoch, for example
    /// `SystemTime::now().duration_since(UNIX_EPOCH)?`.
    #[must_use]
    pub fn from_duration_since_epoch(since_epoch: Duration) -> Self {
        Self(since_epoch.as_secs_f64())
    }

    /// Seconds since the epoch.
    #[must_use]
    pub fn seconds(self) -> f64 {
        self.0
    }
}

impl fmt::Display for NumericDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
