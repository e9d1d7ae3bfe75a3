//! Properties that hold for any data, any waits and any order of completion.

mod comparison;
#[expect(deprecated, reason = "its flow reads what nothing gives, and says so")]
mod data;
mod declared;
mod model;
mod order;
mod retry;

use proptest::test_runner::{Config, RngSeed};

/// What the data follows from, unless `PROPTEST_RNG_SEED` says otherwise: what holds today holds tomorrow.
const SEED: u64 = 1;

/// So many cases; what fails is shown, and kept nowhere.
fn cases(cases: u32) -> Config {
    let default = Config::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(SEED),
        given @ RngSeed::Fixed(_) => given,
    };
    Config { cases, rng_seed, failure_persistence: None, ..default }
}
