//! Paths: `$`, `$.a.b[0]`, `$local[*].parts[*]`; `$Input.a["b c"]` of `StateMachine`.

use std::ops::Range;

use super::grammar::{Grammar, STATE_MACHINE, V1};
use super::{Path, Reporter, Root, quoted};
use crate::diagnostics::{Code, Diagnostics, Guess, guess, list};
use crate::ir::Segment;
use crate::yaml::Offsets;

/// Reads a text that is a path as a whole; none where it could not be read, which is reported.
pub(crate) fn path(text: &str, offsets: &Offsets, diags: &mut Diagnostics) -> Option<Path> {
    let mut reporter = Reporter::new(diags, offsets);
    let (path, end) = scan(text, 0, &V1, &mut reporter);
    let end = end.min(text.len());
    let rest = &text[end..];
    if path.is_some() && !rest.is_empty() {
        let space = rest.starts_with(char::is_whitespace);
        let found = reporter.report(
            Code::UnsupportedPath,
            &(end..text.len()),
            format_args!("a path cannot go on with `{}`", rest.trim()),
        );
        found.help(if space {
            "a path stands alone here; there are no operators and no text around it"
        } else {
            "paths are made of `.name`, `[0]` and `[*]`"
        });
        return None;
    }
    path
}

/// What a text begins with, read as a path: `$input`, `$local`, `$context` or `$`; the name is none of these otherwise.
pub(crate) fn root_of(text: &str) -> Option<Result<Root, &str>> {
    let rest = text.strip_prefix('$')?;
    let name = &rest[..rest.find(|char| !is_name(char)).unwrap_or(rest.len())];
    Some(V1.root(name).ok_or(name))
}

/// Whether a text is, as a whole, a path of `StateMachine`.
pub(crate) fn reads_like_variable(text: &str) -> bool {
    if !text.starts_with('$') {
        return false;
    }
    let (mut diags, offsets) = (Diagnostics::default(), Offsets::default());
    let (path, end) = scan(text, 0, &STATE_MACHINE, &mut Reporter::new(&mut diags, &offsets));
    path.is_some() && end == text.len()
}

/// Reads a path that begins at `start` with `$`; also gives where it ends.
pub(super) fn scan(text: &str, start: usize, grammar: &Grammar, reporter: &mut Reporter<'_>) -> (Option<Path>, usize) {
    let mut scanner = Scanner { text, at: start + 1, grammar, reporter, ok: true };
    let name = scanner.root_name();
    let (root, behind) = (grammar.root(&name), scanner.at);
    let segments = scanner.segments();
    if root.is_none() {
        scanner.unknown_root(&(start..behind), &name);
    }
    let Scanner { at, ok, .. } = scanner;
    let span = reporter.offsets.span(start, at.max(start + 1).min(text.len()));
    (root.filter(|_| ok).map(|root| Path { root, segments, span }), at)
}

fn is_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// How much of a path is shown behind the root that it should have.
const LONGEST_SHOWN: usize = 40;

struct Scanner<'t, 'r, 'd> {
    text: &'t str,
    at: usize,
    grammar: &'t Grammar,
    reporter: &'r mut Reporter<'d>,
    ok: bool,
}

impl Scanner<'_, '_, '_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn error(&mut self, code: Code, range: &Range<usize>, message: impl std::fmt::Display, help: &str) {
        self.ok = false;
        self.reporter.report(code, range, message).help(help);
    }

    /// Takes a name; empty where there is none.
    fn name(&mut self) -> String {
        let rest = self.rest();
        let mut end = rest.find(|char| !is_name(char) && char != '-').unwrap_or(rest.len());
        if rest.starts_with('-') {
            end = 0;
        }
        let name = rest[..end].to_owned();
        self.at += end;
        name
    }

    /// Takes the name of a root; `$` where another language has `$$`.
    fn root_name(&mut self) -> String {
        let doubled = self.rest().starts_with('$') && self.grammar.paths.slips.iter().any(|(slip, _)| *slip == "$");
        if doubled {
            self.at += 1;
            return "$".to_owned();
        }
        self.name()
    }

    fn unknown_root(&mut self, range: &Range<usize>, name: &str) {
        let paths = &self.grammar.paths;
        let slip = paths.slips.iter().find(|(slip, _)| *slip == name);
        let behind = Some(&self.text[range.end..self.at]).filter(|it| self.ok && it.len() <= LONGEST_SHOWN);
        let near = guess(name, paths.roots.iter().map(|root| root.name()));
        let help = match (slip, near) {
            (Some((_, meant)), _) => format!("did you mean `{meant}{}`?", behind.unwrap_or_default()),
            (None, Some(known)) => format!("did you mean `${}`?", known.name),
            (None, None) if self.grammar.root(Root::Whole.name()).is_some() => {
                format!("write `$.{name}` for a key of the data")
            }
            (None, None) => format!("paths begin with {}", list(paths.roots.iter().map(|root| root.text()))),
        };
        let message = format!("a path cannot begin with `${name}`");
        let meant = near.filter(Guess::is_sure).map(|near| format!("${}", near.name));
        match slip.map(|(_, meant)| (*meant).to_owned()).or(meant) {
            Some(meant) => {
                self.ok = false;
                self.reporter.replace(Code::WrongRoot, range, message, &meant).help(help);
            }
            None => self.error(Code::WrongRoot, range, message, &help),
        }
    }

    fn segments(&mut self) -> Vec<Segment> {
        let mut segments = Vec::new();
        loop {
            let start = self.at;
            if self.rest().starts_with("..") {
                self.at += 2;
                self.name();
                self.not_part(&(start..self.at), "`..`", "name each key on the way: `.a.b`");
            } else if self.rest().starts_with(".*") && !self.grammar.paths.wildcard {
                self.at += 2;
                self.not_part(&(start..self.at), "a wildcard", self.grammar.paths.several);
            } else if self.rest().starts_with('.') {
                self.at += 1;
                let name = self.name();
                if name.is_empty() {
                    self.error(
                        Code::ExpressionSyntax,
                        &(start..self.at),
                        "expected a name after `.`",
                        self.grammar.paths.names,
                    );
                    return segments;
                }
                segments.push(Segment::Key(name));
            } else if self.rest().starts_with('[') {
                match self.bracket() {
                    Some(segment) => segments.push(segment),
                    None if self.rest().is_empty() => return segments,
                    None => {}
                }
            } else {
                return segments;
            }
        }
    }

    fn not_part(&mut self, range: &Range<usize>, what: &str, help: &str) {
        let language = self.grammar.paths.language;
        self.error(Code::UnsupportedPath, range, format_args!("{what} is not part of {language}"), help);
    }

    fn bracket(&mut self) -> Option<Segment> {
        let start = self.at;
        let paths = &self.grammar.paths;
        let blank = self.rest()[1..].len() - self.rest()[1..].trim_start().len();
        if paths.quoted_keys && self.rest()[1 + blank..].starts_with(['"', '\'']) {
            self.at += 1 + blank;
            return self.key(start);
        }
        let Some(close) = self.rest().find(']') else {
            self.at = self.text.len();
            self.ok = false;
            self.reporter.unclosed(&(start..start + 1), "this `[`", paths.brackets);
            return None;
        };
        let inner = self.rest()[1..close].trim().to_owned();
        self.at += close + 1;
        if inner == "*" && paths.wildcard {
            return Some(Segment::Each);
        }
        if inner.bytes().all(|byte| byte.is_ascii_digit())
            && let Ok(index) = inner.parse()
        {
            return Some(Segment::Index(index));
        }
        let range = start..self.at;
        let negative = inner.strip_prefix('-').is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
        if negative {
            self.not_part(&range, "a negative index", "count from the front: `[0]` is the first element");
        } else if inner == "*" {
            self.not_part(&range, "a wildcard", paths.several);
        } else if inner.starts_with(['"', '\'']) {
            let key = inner.trim_matches(['"', '\'']);
            self.not_part(&range, "a quoted key", &format!("write `.{key}`"));
        } else if inner.starts_with('?') {
            self.not_part(&range, "a filter", "let a function pick the elements");
        } else if inner.contains(':') || inner.contains(',') {
            self.not_part(&range, "a slice", paths.several);
        } else {
            let message = format!("expected {} in brackets, found `{inner}`", paths.inside);
            self.error(Code::ExpressionSyntax, &range, message, paths.segments);
        }
        None
    }

    /// Takes the key in quotes, and the bracket behind it, of the bracket at `start`.
    fn key(&mut self, start: usize) -> Option<Segment> {
        let (key, end) = quoted::scan(self.text, self.at, self.grammar, self.reporter);
        self.at = end;
        self.ok &= key.is_some();
        let blank = self.rest().len() - self.rest().trim_start().len();
        if self.rest()[blank..].starts_with(']') {
            self.at += blank + 1;
        } else if self.ok {
            let range = start..self.at;
            self.error(Code::ExpressionSyntax, &range, "expected `]` after this key", self.grammar.paths.segments);
            self.at = self.rest().find(']').map_or(self.text.len(), |close| self.at + close + 1);
        }
        key.map(Segment::Key)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{offsets, show_path};
    use super::*;

    fn read(text: &str) -> String {
        let mut diags = Diagnostics::default();
        match path(text, &offsets(text), &mut diags) {
            Some(path) if diags.is_empty() => show_path(&path),
            _ => diags.iter().map(|it| it.code.id()).collect::<Vec<_>>().join(" "),
        }
    }

    #[test]
    fn paths_are_read() {
        for text in ["$", "$input", "$local[*].parts[*]", "$.a.b[0]", "$context.task.token", "$.价格", "$.a-b.2c_"] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn mistakes_are_told_apart() {
        for (text, code) in [
            ("$.", "F0401"),
            ("$.a[", "F0401"),
            ("$.a[x]", "F0401"),
            ("$..a", "F0405"),
            ("$.a[-1]", "F0405"),
            ("$.a[1:2]", "F0405"),
            ("$.a['b']", "F0405"),
            ("$.a[?(@.x)]", "F0405"),
            ("$.a + 1", "F0405"),
            ("$Input.a", "F0407"),
            ("$.a[99999999999999999999999]", "F0401"),
            ("$..a[-1]", "F0405 F0405"),
        ] {
            assert_eq!(read(text), code, "{text}");
        }
    }
}
