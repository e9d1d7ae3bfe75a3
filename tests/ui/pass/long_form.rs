//! Two flows in one module, with names of their own, from a path that begins at the source file.

#![deny(warnings)]

flowsmith::flow!(path = "../../definitions/w1.yaml", mod = first, crate = ::flowsmith);
flowsmith::flow!(path = "definitions/w1.yaml", mod = r#type);

#[test]
fn flows_of_one_module_are_apart() {
    let (_, _) = (first::Flow::remote(), r#type::Flow::remote());
    assert_eq!(<first::Flow as flowsmith::Flow>::DIGEST, <r#type::Flow as flowsmith::Flow>::DIGEST);
}
