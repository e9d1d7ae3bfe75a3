//! How a build ends that fails.

use std::fmt;

/// Why a build script failed. What was wrong with definitions has been shown by then.
///
/// It is shown in the same way by `{:?}`, which is what a `main` that returns it does.
pub struct Failed(pub(super) String);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}
