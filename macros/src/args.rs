//! What stands in the parentheses of `flow!`.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    LitStr, Path, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

/// The arguments of `flow!`.
pub(crate) struct Args {
    /// The path of the definition.
    pub(crate) path: LitStr,
    /// The name of the module.
    pub(crate) module: Option<String>,
    /// The path of the runtime.
    pub(crate) krate: Option<TokenStream>,
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (mut path, mut module, mut krate) = (None, None, None);
        if input.peek(LitStr) {
            path = Some(input.parse()?);
            separator(input)?;
        }
        while !input.is_empty() {
            let name = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            let taken = if name == "path" {
                path.replace(input.parse()?).is_some()
            } else if name == "mod" {
                module.replace(input.call(Ident::parse_any)?.to_string()).is_some()
            } else if name == "crate" {
                krate.replace(input.call(Path::parse_mod_style)?.into_token_stream()).is_some()
            } else {
                let message = format!("unknown argument `{name}`: `path`, `mod` and `crate` are known");
                return Err(syn::Error::new(name.span(), message));
            };
            if taken {
                return Err(syn::Error::new(name.span(), format!("`{name}` is given twice")));
            }
            separator(input)?;
        }
        let missing = "expected the path of a flow definition: `flow!(\"order.yaml\")`";
        let path = path.ok_or_else(|| syn::Error::new(input.span(), missing))?;
        Ok(Self { path, module, krate })
    }
}

fn separator(input: ParseStream<'_>) -> syn::Result<()> {
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Args, String> {
        syn::parse_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_path_is_enough() {
        let args = parse("\"order.yaml\"").unwrap();
        assert_eq!(args.path.value(), "order.yaml");
        assert!(args.module.is_none() && args.krate.is_none());
    }

    #[test]
    fn all_arguments_have_names() {
        let args = parse("path = \"a.yaml\", mod = r#type, crate = ::other::flowsmith,").unwrap();
        assert_eq!(args.module.as_deref(), Some("r#type"));
        assert_eq!(args.krate.unwrap().to_string().replace(' ', ""), "::other::flowsmith");
        assert_eq!(parse("\"a.yaml\", mod = b").unwrap().module.as_deref(), Some("b"));
    }

    #[test]
    fn mistakes_are_named() {
        let mistakes = [
            ("", "expected the path of a flow definition: `flow!(\"order.yaml\")`"),
            ("mod = a", "expected the path of a flow definition: `flow!(\"order.yaml\")`"),
            ("\"a.yaml\", file = b", "unknown argument `file`: `path`, `mod` and `crate` are known"),
            ("\"a.yaml\", path = \"b.yaml\"", "`path` is given twice"),
        ];
        for (text, message) in mistakes {
            assert_eq!(parse(text).err().as_deref(), Some(message), "{text}");
        }
    }
}
