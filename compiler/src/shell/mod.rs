//! What the shells share, so that they agree: how files are found, read and written, and what a generated file looks
//! like. Not public API.

mod compile; // definitions -> modules with names of their own

mod mend; // definitions -> the same without what a machine can mend

mod read; // one sentence for each way in which a file cannot be read

mod search; // the definitions in a folder

mod sidecar; // a definition with what stands beside it

mod text; // modules -> the text of a file

mod write; // whole files or none

pub use compile::{Compiled, Definition, compile_all};
pub use mend::{Mended, mend};
pub use read::{read, separators, shown};
pub use search::{Found, search};
pub use sidecar::{Loaded, definition_of, load};
pub use text::text;
pub use write::write_all;

/// Reads the path of the runtime: `::flowsmith`.
pub fn krate(path: &str) -> Result<proc_macro2::TokenStream, String> {
    let parsed = syn::parse::Parser::parse_str(syn::Path::parse_mod_style, path);
    parsed
        .map(quote::ToTokens::into_token_stream)
        .map_err(|_| format!("`{path}` is no path of a crate: expected one as `::flowsmith`"))
}
