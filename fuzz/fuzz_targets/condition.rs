//! `cargo +nightly fuzz run condition`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    flowsmith_fuzz::condition(text);
});
