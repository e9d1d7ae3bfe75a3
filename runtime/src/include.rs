//! What a build script has generated, in the crate.

/// Includes the module of a flow that the build script has generated with `flowsmith_compiler::build`.
///
/// ```text
/// flowsmith::include_flow!("order"); // pub mod order { … }, from order.yaml
/// ```
///
/// If the runtime is renamed, tell the build script: `Build::krate("::durable")`.
#[macro_export]
macro_rules! include_flow {
    ($module:literal) => {
        ::core::include!(::core::concat!(
            ::core::env!("OUT_DIR", "`include_flow!` needs a build script that calls `flowsmith_compiler::build`"),
            "/flowsmith/",
            $module,
            ".rs"
        ));
    };
}
