//! `cargo +nightly fuzz run yaml`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    flowsmith_fuzz::yaml(text);
});
