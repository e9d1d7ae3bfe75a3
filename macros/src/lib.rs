//! The macro `flow!` of Flowsmith: a shell around `flowsmith-compiler`, which does the work.

mod args;
mod expand;

/// Compiles a flow definition to a module.
///
/// ```text
/// flowsmith::flow!("order.yaml");                                        // pub mod order { … }
/// flowsmith::flow!(path = "flows/order.yaml", mod = orders, crate = ::flowsmith);
/// ```
///
/// The path leads from the root of the crate, the folder of its `Cargo.toml`, or from the folder of the source file. The
/// module is named after the file unless `mod` says otherwise; `crate` is where the runtime is found under another name.
///
/// What is wrong with the definition is an error of the compiler at the path, with the place in the definition; so are
/// warnings.
#[proc_macro]
pub fn flow(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(input.into()).into()
}
