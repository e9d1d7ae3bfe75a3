//! Reads values of the types that many fields have.

use super::Spanned;
use crate::diagnostics::{Change, Code, Diagnostics, guess, list};
use crate::ir::{Constant, MAX_NAME, is_name, name_rule};
use crate::source::SourceFile;
use crate::yaml::{Node, NodeKind};

/// The longest limit, in seconds: a year.
const MAX_TIMEOUT: i128 = 31_536_000;

/// The longest interval between attempts, in seconds.
pub(crate) const MAX_INTERVAL: u64 = 86_400;

/// How many characters the text may have that explains an error.
const MAX_CAUSE: usize = 4_096;

/// What reading needs.
pub(super) struct Reader<'a> {
    pub(super) source: &'a SourceFile,
    pub(super) diags: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// The first line of a value as it is written, not too long.
    pub(super) fn shown(&self, node: &Node) -> String {
        let line = self.source.slice(node.head()).lines().next().unwrap_or_default().trim_end();
        match line.char_indices().nth(40) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line.to_owned(),
        }
    }

    /// Reports a value of another type.
    pub(super) fn wrong_type(&mut self, node: &Node, expected: &str) -> &mut crate::diagnostics::Diagnostic {
        let message = format!("expected {expected}, found {}", node.describe());
        self.diags.report(Code::WrongType, node.head(), message)
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, node: &Node) -> Option<Spanned<String>> {
        match node.as_text() {
            Some("") => {
                self.diags.report(Code::WrongType, node.span, "expected text, found an empty text");
                None
            }
            Some(text) => Some(Spanned { node: text.to_owned(), span: node.span }),
            None => {
                let quoted = matches!(node.kind, NodeKind::Scalar(_)) && !node.is_null();
                let shown = self.shown(node);
                let found = self.wrong_type(node, "text");
                if quoted {
                    found.help(format_args!("put it in quotes: `\"{shown}\"`")).mend(Change::Quote(node.span));
                }
                None
            }
        }
    }

    /// Reports the name of a flow that the service would not take.
    pub(super) fn check_flow_name(&mut self, name: &Spanned<String>) {
        if !is_name(&name.node) {
            self.diags
                .report(Code::DoubtfulName, name.span, format_args!("the service takes no flow of this name"))
                .help(name_rule());
        }
    }

    /// Reports an error that is longer than the service takes it.
    pub(super) fn check_failure(&mut self, error: Option<&Spanned<String>>, cause: Option<&Spanned<String>>) {
        for (text, what, most) in [(error, "name", MAX_NAME), (cause, "explanation", MAX_CAUSE)] {
            let Some(text) = text else { continue };
            let length = text.node.chars().count();
            if length > most {
                let message = format_args!("the {what} of this error has {length} characters");
                self.diags
                    .report(Code::BeyondQuota, text.span, message)
                    .help(format_args!("the service takes up to {most}"));
            }
        }
    }

    /// A text that may be empty, and that may be written without quotes where it looks like something else.
    pub(super) fn any_text(&mut self, node: &Node) -> Option<Spanned<String>> {
        match &node.kind {
            NodeKind::Scalar(_) if node.is_null() => None,
            NodeKind::Scalar(scalar) => Some(Spanned { node: scalar.text.clone(), span: node.span }),
            _ => {
                self.wrong_type(node, "text");
                None
            }
        }
    }

    /// One of several words.
    pub(super) fn word<T: Copy>(&mut self, node: &Node, what: &str, words: &[(&str, T)]) -> Option<Spanned<T>> {
        let text = self.text(node)?.node;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
            return Some(Spanned { node: *value, span: node.span });
        }
        let known = || words.iter().map(|(word, _)| *word);
        let found = self.diags.report(Code::UnknownValue, node.span, format_args!("there is no {what} `{text}`"));
        match guess(&text, known()) {
            Some(near) => found.meant(node.span, &text, &near),
            None => found.help(format_args!("known here: {}", list(known()))),
        };
        None
    }

    /// A boolean.
    pub(super) fn boolean(&mut self, node: &Node) -> Option<Spanned<bool>> {
        if let Some(Constant::Bool(value)) = node.scalar() {
            return Some(Spanned { node: value, span: node.span });
        }
        let found = self.wrong_type(node, "a boolean");
        if matches!(node.as_text(), Some("true" | "false")) {
            found.help("write it without quotes").mend(Change::Unquote(node.span));
        } else {
            found.help("write `true` or `false`");
        }
        None
    }

    /// A whole number that is not negative.
    pub(super) fn whole(&mut self, node: &Node) -> Option<Spanned<u64>> {
        match node.scalar() {
            Some(Constant::Integer(value)) => {
                if let Ok(value) = u64::try_from(value) {
                    return Some(Spanned { node: value, span: node.span });
                }
                self.diags.report(
                    Code::OutOfRange,
                    node.span,
                    format_args!("expected a whole number from 0 on, found `{value}`"),
                );
            }
            Some(Constant::Text(text)) if text.parse::<u64>().is_ok() => {
                self.wrong_type(node, "a whole number")
                    .help("write the number without quotes")
                    .mend(Change::Unquote(node.span));
            }
            Some(Constant::Float(value)) => {
                let message = format!("expected a whole number, found `{value}`");
                self.diags.report(Code::WrongType, node.span, message);
            }
            _ => {
                self.wrong_type(node, "a whole number");
            }
        }
        None
    }

    /// A limit in seconds.
    pub(super) fn seconds(&mut self, node: &Node) -> Option<Spanned<u64>> {
        match node.scalar() {
            Some(Constant::Integer(value)) if !(1..=MAX_TIMEOUT).contains(&value) => {
                self.diags.report(Code::OutOfRange, node.span, format_args!("a limit cannot be {value} seconds")).help(
                    format_args!("write a number from 1 to {MAX_TIMEOUT} (a year); without the key there is no limit"),
                );
                None
            }
            _ => self.whole(node),
        }
    }

    /// A number.
    pub(super) fn number(&mut self, node: &Node) -> Option<Spanned<f64>> {
        let value = match node.scalar() {
            #[expect(clippy::cast_precision_loss, reason = "factors are small")]
            Some(Constant::Integer(value)) => value as f64,
            Some(Constant::Float(value)) if value.is_finite() => value,
            Some(Constant::Float(value)) => {
                let message = format!("expected a number that is finite, found `{value}`");
                self.diags.report(Code::WrongType, node.span, message);
                return None;
            }
            _ => {
                self.wrong_type(node, "a number");
                return None;
            }
        };
        Some(Spanned { node: value, span: node.span })
    }

    /// How many times each wait is the one before.
    pub(super) fn factor(&mut self, node: &Node) -> Option<f64> {
        let Spanned { node: factor, span } = self.number(node)?;
        if factor < 1.0 {
            self.diags
                .report(Code::OutOfRange, span, format_args!("expected a factor of at least 1, found `{factor}`"))
                .help("each wait is this many times the one before; 1 keeps the waits alike");
            return None;
        }
        Some(factor)
    }

    /// The items of a list.
    pub(super) fn list<'n>(&mut self, node: &'n Node, of: &str) -> &'n [Node] {
        match &node.kind {
            NodeKind::Sequence(items) => items,
            _ => {
                self.wrong_type(node, &format!("a list of {of}")).help("begin each item with `- `");
                &[]
            }
        }
    }
}
