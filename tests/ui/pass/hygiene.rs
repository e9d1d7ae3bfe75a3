//! Beside types and macros that are named as those of the standard library.

#![deny(warnings)]
#![allow(dead_code, non_camel_case_types, reason = "they are there to be in the way")]

mod user {
    pub(super) struct Option;
    pub(super) struct Result;
    pub(super) struct String;
    pub(super) struct Vec;
    pub(super) struct Box;
    pub(super) struct Ok;
    pub(super) struct Err;
    pub(super) struct Some;
    pub(super) struct None;
    pub(super) struct Send;
    pub(super) struct Future;
    pub(super) struct Clone;
    pub(super) struct Default;
    pub(super) struct Value;
    pub(super) struct u64;
    pub(super) struct str;
    pub(super) mod core {}
    pub(super) mod std {}
    pub(super) mod serde {}
}

#[expect(unused_imports, reason = "they are there to be in the way")]
use user::{
    Box, Clone, Default, Err, Future, None, Ok, Option, Result, Send, Some, String, Value, Vec, core, serde, std, str,
    u64,
};

flowsmith::flow!("definitions/names.yaml");
flowsmith::flow!("definitions/ask.yaml");

#[test]
fn flows_do_not_see_what_is_beside_them() {
    let (_, _) = (names::Flow::remote(), ask::Flow::remote());
}
