//! What stands in the parentheses of `flow!`.

use flowsmith_compiler::{Level, Levels, Target};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    LitStr, Path, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

const KNOWN: &str = "`path`, `types`, `mod`, `crate`, `target`, `allow(…)`, `warn(…)` and `deny(…)` are known";

/// The arguments of `flow!`.
pub(crate) struct Args {
    /// The path of the definition.
    pub(crate) path: LitStr,
    /// The path of its types, where these do not stand beside it under its name.
    pub(crate) types: Option<LitStr>,
    /// The name of the module.
    pub(crate) module: Option<String>,
    /// The path of the runtime.
    pub(crate) krate: Option<TokenStream>,
    /// Which findings are hidden, shown, or errors.
    pub(crate) levels: Levels,
    /// What is wrong with the levels; the module is generated all the same.
    pub(crate) mistakes: Vec<syn::Error>,
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (mut path, mut types, mut module, mut krate, mut target) = (None, None, None, None, None);
        let (mut levels, mut mistakes) = (Levels::default(), Vec::new());
        if input.peek(LitStr) {
            path = Some(input.parse()?);
            separator(input)?;
        }
        while !input.is_empty() {
            let name = input.call(Ident::parse_any)?;
            if let Some(level) = Level::ALL.iter().copied().find(|level| name == level.word()) {
                codes(input, |code| {
                    let set = levels.set(&code.to_string(), level);
                    mistakes.extend(set.err().map(|error| syn::Error::new(code.span(), error)));
                })?;
                separator(input)?;
                continue;
            }
            if !["path", "types", "mod", "crate", "target"].iter().any(|known| name == known) {
                return Err(syn::Error::new(name.span(), format!("unknown argument `{name}`: {KNOWN}")));
            }
            input.parse::<Token![=]>()?;
            let taken = if name == "path" {
                path.replace(input.parse()?).is_some()
            } else if name == "types" {
                types.replace(input.parse()?).is_some()
            } else if name == "mod" {
                module.replace(input.call(Ident::parse_any)?.to_string()).is_some()
            } else if name == "target" {
                let name = input.call(Ident::parse_any)?;
                let read = name.to_string().parse::<Target>();
                target.replace(read.map_err(|error| syn::Error::new(name.span(), error))?).is_some()
            } else {
                krate.replace(input.call(Path::parse_mod_style)?.into_token_stream()).is_some()
            };
            if taken {
                return Err(syn::Error::new(name.span(), format!("`{name}` is given twice")));
            }
            separator(input)?;
        }
        let missing = "expected the path of a flow definition: `flow!(\"order.yaml\")`";
        let path = path.ok_or_else(|| syn::Error::new(input.span(), missing))?;
        levels.target(target.unwrap_or_default());
        Ok(Self { path, types, module, krate, levels, mistakes })
    }
}

/// `(F0301, F0311)`
fn codes(input: ParseStream<'_>, mut each: impl FnMut(&Ident)) -> syn::Result<()> {
    let content;
    let parentheses = syn::parenthesized!(content in input);
    if content.is_empty() {
        let message = "expected a code as `F0301`, `undocumented`, `warnings` or `all`";
        return Err(syn::Error::new(parentheses.span.join(), message));
    }
    while !content.is_empty() {
        each(&content.call(Ident::parse_any)?);
        separator(&content)?;
    }
    Ok(())
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
        assert!(args.types.is_none() && args.module.is_none() && args.krate.is_none());
    }

    #[test]
    fn all_arguments_have_names() {
        let args = parse("path = \"a.yaml\", mod = r#type, crate = ::other::flowsmith,").unwrap();
        assert_eq!(args.module.as_deref(), Some("r#type"));
        assert_eq!(args.krate.unwrap().to_string().replace(' ', ""), "::other::flowsmith");
        assert_eq!(parse("\"a.yaml\", types = \"b.yaml\"").unwrap().types.unwrap().value(), "b.yaml");
        assert_eq!(parse("\"a.yaml\", mod = b").unwrap().module.as_deref(), Some("b"));
    }

    #[test]
    fn levels_have_codes() {
        let args = parse("\"a.yaml\", allow(F0301, F0311,), deny(warnings), warn(all)").unwrap();
        let mut levels = Levels::default();
        for (codes, level) in
            [("F0301", Level::Allow), ("F0311", Level::Allow), ("warnings", Level::Deny), ("all", Level::Warn)]
        {
            levels.set(codes, level).unwrap();
        }
        assert_eq!(args.levels, levels);
        assert!(args.mistakes.is_empty());
    }

    #[test]
    fn a_target_has_a_name() {
        let mut levels = Levels::default();
        levels.target(Target::CloudFlow);
        assert_eq!(parse("\"a.yaml\", target = cloudflow").unwrap().levels, levels);
        assert_eq!(parse("\"a.yaml\", target = any").unwrap().levels, Levels::default());
        let error = parse("\"a.yaml\", target = aws").err().unwrap();
        assert_eq!(error, "there is no target `aws`: expected `any` or `cloudflow`");
    }

    #[test]
    fn each_mistake_about_a_level_is_kept() {
        let args = parse("\"a.yaml\", allow(F0201, F9999), deny(warning)").unwrap();
        let mistakes: Vec<_> = args.mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(
            mistakes,
            [
                "`F0201` is an error and cannot be set to `allow`",
                "there is no code `F9999`: expected one as `F0301`, `undocumented`, `warnings` or `all`",
                "there is no code `warning`: did you mean `warnings`?",
            ]
        );
    }

    #[test]
    fn mistakes_are_named() {
        let mistakes = [
            ("", "expected the path of a flow definition: `flow!(\"order.yaml\")`"),
            ("mod = a", "expected the path of a flow definition: `flow!(\"order.yaml\")`"),
            (
                "\"a.yaml\", file = b",
                "unknown argument `file`: `path`, `types`, `mod`, `crate`, `target`, `allow(…)`, `warn(…)` and `deny(…)` are known",
            ),
            ("\"a.yaml\", allow()", "expected a code as `F0301`, `undocumented`, `warnings` or `all`"),
            ("\"a.yaml\", path = \"b.yaml\"", "`path` is given twice"),
        ];
        for (text, message) in mistakes {
            assert_eq!(parse(text).err().as_deref(), Some(message), "{text}");
        }
    }
}
