//! A library with a flow in it: its users see the module that `flow!` makes, and need no definition of their own.

flowsmith::flow!("flows/greet.yaml");
