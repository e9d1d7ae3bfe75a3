//! `cargo +nightly fuzz run expression`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    flowsmith_fuzz::expression(text);
});
