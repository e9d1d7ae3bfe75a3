//! `cargo +nightly fuzz run compile`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    flowsmith_fuzz::compile(text);
});
