//! Properties that hold for any data, any waits and any order of completion.

mod comparison;
#[expect(deprecated, reason = "its flow reads what nothing gives, and says so")]
mod data;
mod declared;
mod model;
mod order;
mod retry;

use proptest::test_runner::Config;

/// So many cases; what fails is shown, and kept nowhere.
fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}
