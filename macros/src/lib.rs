//! The macro `flow!` of Flowsmith: a shell around `flowsmith-compiler`, which does the work.

extern crate proc_macro;

mod args;
mod expand;

#[cfg(test)]
mod shells; // the other shells give the same

/// Compiles a flow definition to a module.
///
/// ```text
/// flowsmith::flow!("order.yaml");             // pub mod order { … }
/// flowsmith::flow!(
///     path = "flows/order.yaml",
///     types = "schemas/order.yaml",           // else `flows/order.types.yaml`, if it is there
///     mod = orders,                           // pub mod orders { … }
///     crate = ::durable,                      // where the runtime is, if it is renamed
///     deny(warnings), allow(F0301, F0311),    // which findings are errors or hidden
/// );
/// ```
///
/// The path leads from the root of the crate, the folder of its `Cargo.toml`, or from the folder of the source file.
/// Without `mod`, the module is named after the file.
///
/// What is wrong with the definition is an error of the compiler at the path, with the place in the definition; so are
/// warnings. Notes are not shown, because stable Rust has no way to: `flowsmith check` shows them, and `warn(F0207)` makes
/// a warning of one. Where there is an error, or no such file, the module still has `Flow`, and `Functions` with what can
/// be told of it, so that as few errors as possible follow.
///
/// `allow(…)`, `warn(…)` and `deny(…)` take codes, `warnings` (all codes that are warnings) and `all` (those that are no
/// errors). What names less counts more: above, `F0301` is hidden and any other warning is an error.
#[proc_macro]
pub fn flow(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(input.into()).into()
}
