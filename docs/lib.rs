//! The book of Flowsmith. Its chapters are documentation of this crate, so that `cargo test` compiles and runs their Rust;
//! what else stands in them is checked by `tests/`.

use std::{error::Error, future::Future};

use flowsmith::{Timestamp, TokioClock};

/// Runs a sample on virtual time: waiting takes none.
///
/// # Panics
///
/// The sample fails.
pub fn run(sample: impl Future<Output = Result<(), Box<dyn Error>>>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    if let Err(error) = runtime.map_err(Box::from).and_then(|runtime| runtime.block_on(sample)) {
        panic!("the sample fails: {error}");
    }
}

/// The clock of samples, which goes on with the virtual time of [`run`].
pub fn clock() -> TokioClock {
    TokioClock::starting_at(Timestamp::from_millis(1_790_000_000_000))
}

macro_rules! chapters {
    ($($name:ident = $file:literal)*) => {
        $(
            #[cfg(doctest)]
            #[doc = include_str!(concat!("src/", $file))]
            mod $name {}
        )*
    };
}

chapters! {
    getting_started = "getting-started.md"
    getting_started_zh = "zh/getting-started.md"
    retries = "guide/retries.md"
    callbacks = "guide/callbacks.md"
    children = "guide/children.md"
    many = "guide/many.md"
    background_jobs = "guide/background-jobs.md"
    queues = "guide/queues.md"
    in_memory = "guide/in-memory.md"
    limits = "guide/limits.md"
    tracing = "guide/tracing.md"
    executions = "guide/executions.md"
    invokers = "guide/invokers.md"
    stores = "guide/stores.md"
    upgrades = "guide/upgrades.md"
    shells = "guide/shells.md"
    dialects = "language/dialects.md"
    using_types = "types/using.md"
    testing = "testing.md"
    contributing = "../../CONTRIBUTING.md"
}
