//! Randomness, injected.

use std::fmt;

/// Where an engine takes randomness from: the seeds of executions and the secrets of task tokens.
pub trait Entropy: fmt::Debug + Send + Sync + 'static {
    /// 128 random bits.
    ///
    /// # Errors
    ///
    /// A sentence, when there are none.
    fn bits(&self) -> Result<u128, String>;
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn bits(&self) -> Result<u128, String> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)
            .map_err(|error| format!("the operating system gives no random numbers: {error}"))?;
        Ok(u128::from_le_bytes(bytes))
    }
}
