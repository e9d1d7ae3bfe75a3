//! Generated code in a crate without a prelude, under another name of the runtime, among types that have the names of
//! everybody's favourites.
#![no_implicit_prelude]
#![allow(dead_code, reason = "they are in the way, which is what they are for")]

/// In the way.
#[derive(::std::fmt::Debug)]
pub struct Result;
/// In the way.
#[derive(::std::fmt::Debug)]
pub struct Option;
/// In the way.
#[derive(::std::fmt::Debug)]
pub struct String;
/// In the way.
#[derive(::std::fmt::Debug)]
pub struct Context;
/// In the way.
#[derive(::std::fmt::Debug)]
pub struct Flow;
/// In the way.
#[derive(::std::fmt::Debug)]
pub struct Value;
/// In the way.
pub trait Functions {}
/// In the way.
#[expect(non_snake_case, reason = "in the way")]
pub fn Ok() {}
/// In the way.
#[expect(non_snake_case, reason = "in the way")]
pub fn Some() {}
/// In the way.
pub mod core {}
/// In the way.
pub mod std {}
/// In the way.
pub mod flowsmith {}

::fs::flow!(path = "flows/a.yaml", crate = ::fs);
::fs::flow!(path = "flows/b.yaml", crate = ::fs);
::fs::flow!(path = "flows/c.yaml", crate = ::fs);
::fs::flow!(path = "flows/d.yaml", crate = ::fs);
::fs::flow!(path = "flows/e.yaml", crate = ::fs);
