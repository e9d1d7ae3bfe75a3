//! Paths: `$`, `$.a.b[0]`, `$local[*].parts[*]`.

use std::ops::Range;

use super::{Path, Reporter, Root};
use crate::diagnostics::{Code, Diagnostics, nearest};
use crate::ir::Segment;
use crate::yaml::Offsets;

/// Reads a text that is a path as a whole; none where it could not be read, which is reported.
pub(crate) fn path(text: &str, offsets: &Offsets, diags: &mut Diagnostics) -> Option<Path> {
    let mut reporter = Reporter::new(diags, offsets);
    let (path, end) = scan(text, 0, &mut reporter);
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
    Some(root(name).ok_or(name))
}

fn root(name: &str) -> Option<Root> {
    Some(match name {
        "" => Root::Whole,
        "input" => Root::Input,
        "local" => Root::Local,
        "context" => Root::Context,
        _ => return None,
    })
}

/// Reads a path that begins at `start` with `$`; also gives where it ends.
pub(super) fn scan(text: &str, start: usize, reporter: &mut Reporter<'_>) -> (Option<Path>, usize) {
    let mut scanner = Scanner { text, at: start + 1, reporter, ok: true };
    let name = scanner.name();
    let root = root(&name).unwrap_or_else(|| {
        scanner.unknown_root(start, &name);
        Root::Whole
    });
    let segments = scanner.segments();
    let Scanner { at, ok, .. } = scanner;
    let span = reporter.offsets.span(start, at.max(start + 1).min(text.len()));
    (ok.then_some(Path { root, segments, span }), at)
}

fn is_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

struct Scanner<'t, 'r, 'd> {
    text: &'t str,
    at: usize,
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

    fn unknown_root(&mut self, start: usize, name: &str) {
        let known = nearest(name, ["input", "local", "context"]);
        let help = match known {
            Some(known) => format!("did you mean `${known}`?"),
            None => format!("write `$.{name}` for a key of the data"),
        };
        self.error(Code::WrongRoot, &(start..self.at), format_args!("a path cannot begin with `${name}`"), &help);
    }

    fn segments(&mut self) -> Vec<Segment> {
        let mut segments = Vec::new();
        loop {
            let start = self.at;
            if self.rest().starts_with("..") {
                self.at += 2;
                self.name();
                self.error(
                    Code::UnsupportedPath,
                    &(start..self.at),
                    "`..` is not part of FDL paths",
                    "name each key on the way: `.a.b`",
                );
            } else if self.rest().starts_with('.') {
                self.at += 1;
                let name = self.name();
                if name.is_empty() {
                    self.error(
                        Code::ExpressionSyntax,
                        &(start..self.at),
                        "expected a name after `.`",
                        "names are made of letters, digits, `_` and `-`",
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

    fn bracket(&mut self) -> Option<Segment> {
        let start = self.at;
        let Some(close) = self.rest().find(']') else {
            self.at = self.text.len();
            self.error(Code::ExpressionSyntax, &(start..start + 1), "this `[` is never closed", "write `[0]` or `[*]`");
            return None;
        };
        let inner = self.rest()[1..close].trim().to_owned();
        self.at += close + 1;
        if inner == "*" {
            return Some(Segment::Each);
        }
        if inner.bytes().all(|byte| byte.is_ascii_digit())
            && let Ok(index) = inner.parse()
        {
            return Some(Segment::Index(index));
        }
        let range = start..self.at;
        let negative = inner.strip_prefix('-').is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
        let key = inner.trim_matches(['"', '\'']);
        if negative {
            let help = "count from the front: `[0]` is the first element";
            self.error(Code::UnsupportedPath, &range, "a negative index is not part of FDL paths", help);
        } else if inner.starts_with(['"', '\'']) {
            let help = format!("write `.{key}`");
            self.error(Code::UnsupportedPath, &range, "a quoted key is not part of FDL paths", &help);
        } else if inner.starts_with('?') {
            let help = "let a function pick the elements";
            self.error(Code::UnsupportedPath, &range, "a filter is not part of FDL paths", help);
        } else if inner.contains(':') || inner.contains(',') {
            let help = "write `[*]` for all elements or `[0]` for one";
            self.error(Code::UnsupportedPath, &range, "a slice is not part of FDL paths", help);
        } else {
            self.error(
                Code::ExpressionSyntax,
                &range,
                format_args!("expected a number or `*` in brackets, found `{inner}`"),
                "write `[0]` for one element, `[*]` for all, `.name` for a key",
            );
        }
        None
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
