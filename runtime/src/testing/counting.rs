//! Numbers instead of randomness.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::entropy::{Entropy, EntropyError};

/// Counts from 1 where an engine wants random bits, so that names and tokens are the same each time.
///
/// ```
/// let builder = flowsmith::Engine::builder().entropy(flowsmith::testing::Counting::default());
/// ```
#[derive(Debug, Default)]
pub struct Counting(AtomicU64);

impl Entropy for Counting {
    fn bits(&self) -> Result<u128, EntropyError> {
        Ok(u128::from(self.0.fetch_add(1, Ordering::Relaxed)) + 1)
    }
}
