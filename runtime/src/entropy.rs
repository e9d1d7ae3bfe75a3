//! Randomness, injected.

use std::fmt;

/// Where an engine takes randomness from, for the names of executions, their seeds and the secrets of task tokens:
/// [`EngineBuilder::entropy`](crate::EngineBuilder::entropy).
///
/// Whoever can tell the bits beforehand can settle tasks that wait. In tests that is just what is wanted:
///
/// ```
/// use flowsmith::{Engine, Entropy, EntropyError};
///
/// /// The same each time.
/// #[derive(Debug)]
/// struct Seven;
///
/// impl Entropy for Seven {
///     fn bits(&self) -> Result<u128, EntropyError> {
///         Ok(7)
///     }
/// }
///
/// let builder = Engine::builder().entropy(Seven);
/// ```
pub trait Entropy: fmt::Debug + Send + Sync + 'static {
    /// 128 random bits.
    ///
    /// # Errors
    ///
    /// There are none: the execution is not started, or the task fails.
    fn bits(&self) -> Result<u128, EntropyError>;
}

/// There are no random bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntropyError(String);

impl EntropyError {
    /// An error with a sentence that says why there are none.
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for EntropyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EntropyError {}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn bits(&self) -> Result<u128, EntropyError> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)
            .map_err(|error| EntropyError(format!("the operating system gives no random numbers: {error}")))?;
        Ok(u128::from_le_bytes(bytes))
    }
}
