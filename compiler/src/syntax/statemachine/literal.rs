//! Texts that look like expressions, but stand where only variables are taken for some.

use super::super::read::Reader;
use crate::diagnostics::Code;
use crate::ir::Builtin;
use crate::yaml::Node;

impl Reader<'_> {
    /// Reports a text that seems to be meant as an expression; `key` is the one that it stands under.
    pub(super) fn plain_text(&mut self, text: &str, key: Option<&str>, node: &Node) {
        let Some(meant) = meant(text) else { return };
        let found = self
            .diags
            .report(Code::LiteralReference, node.span, format_args!("`{text}` is plain text here"))
            .label("a constant");
        match key {
            Some(key) => found.help(format_args!("write `{key}.$: {meant}` for what it gives")),
            None => found.help(format_args!("let an expression under a key with `.$` give it: `toArray({meant})`")),
        };
    }
}

/// The expression that a text is meant to be.
fn meant(text: &str) -> Option<String> {
    let call = text.split_once('(').filter(|(name, _)| text.ends_with(')') && Builtin::named(name).is_some());
    if call.is_some() {
        return Some(text.to_owned());
    }
    if text.contains(char::is_whitespace) {
        return None;
    }
    // The variables of Amazon States Language and of `type: flow`.
    let roots = [("$$.", "$Context."), ("$.", "$Input."), ("$input.", "$Input."), ("$context.", "$Context.")];
    roots.iter().find_map(|(other, own)| {
        let path = text.strip_prefix(other)?;
        path.starts_with(char::is_alphabetic).then(|| format!("{own}{path}"))
    })
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn expressions_are_told_from_text() {
        for (text, expected) in [
            ("format(\"{}\", $Input.a)", Some("format(\"{}\", $Input.a)")),
            ("$.a.b", Some("$Input.a.b")),
            ("$$.Execution.Name", Some("$Context.Execution.Name")),
            ("$input.a", Some("$Input.a")),
            ("format", None),
            ("print(1)", None),
            ("$.5", None),
            ("$5.00", None),
            ("cost: $Input.a", None),
            ("$.a is it", None),
            ("", None),
        ] {
            assert_eq!(meant(text).as_deref(), expected, "{text}");
        }
    }
}
