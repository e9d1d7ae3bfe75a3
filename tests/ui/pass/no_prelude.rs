//! Without the prelude of the standard library.

#![no_implicit_prelude]
#![deny(warnings)]

::flowsmith::flow!("definitions/names.yaml");
::flowsmith::flow!("definitions/ask.yaml");

#[test]
fn flows_need_no_prelude() {
    let (_, _) = (names::Flow::remote(), ask::Flow::remote());
}
