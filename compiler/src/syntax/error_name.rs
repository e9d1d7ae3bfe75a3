//! Names of errors in policies and clauses.

use super::Spanned;
use super::read::Reader;
use crate::diagnostics::{Change, Code, list, nearest};
use crate::yaml::{Node, NodeKind};

/// Names every error.
const ALL: &str = "FnF.ALL";

/// The errors of the service itself. Functions, products and flows have names of their own.
const OWN: [&str; 9] = [
    ALL,
    "FnF.TaskTimeout",
    "FnF.InvalidLocal",
    "FnF.RuntimeError",
    "FnF.ExecutionTimedOut",
    "FnF.ExecutionStopped",
    "fnf.ExecutionAlreadyExists",
    "fnf.FlowNotExists",
    "FnF.ResourceNotBound",
];

/// How many of them are of tasks, and not of executions.
const OF_TASKS: usize = 4;

impl Reader<'_> {
    /// The names under a key.
    pub(super) fn errors(&mut self, node: &Node, key: &str) -> Vec<String> {
        if let NodeKind::Scalar(_) = node.kind {
            let shown = self.shown(node);
            self.wrong_type(node, "a list of error names")
                .help(format_args!("write `[{shown}]`"))
                .mend(Change::List(node.span));
            return Vec::new();
        }
        let items = self.list(node, "error names");
        if items.is_empty() && matches!(node.kind, NodeKind::Sequence(_)) {
            self.diags
                .report(Code::EmptyList, node.span, format_args!("`{key}` names no error"))
                .help("name the errors, or write `[FnF.ALL]` for all of them");
        }
        let names: Vec<_> = items.iter().filter_map(|item| self.text(item)).collect();
        for name in &names {
            self.error_name(name);
        }
        names.into_iter().map(|name| name.node).collect()
    }

    /// Reports a name that looks like one of the service's own, but is none.
    fn error_name(&mut self, error: &Spanned<String>) {
        let name = error.node.as_str();
        if !is_doubtful(name) {
            return;
        }
        let found = self.diags.report(Code::UnknownError, error.span, format_args!("no error is named `{name}`"));
        match meant(name) {
            Some(near) => found.help(format_args!("did you mean `{near}`?")),
            None => found.help(format_args!("the errors of the service are {}", list(OWN))),
        };
    }
}

/// Names of all errors in other languages.
fn means_all(name: &str) -> bool {
    ["*", "all", "any", "states.all", "fnf.*"].iter().any(|all| all.eq_ignore_ascii_case(name))
}

/// Whether a name is meant to be one of the service's own, but is none.
fn is_doubtful(name: &str) -> bool {
    // `fnf.` begins what `action: fnf:StartExecution` fails with: `fnf.ExecutionAlreadyExists`.
    let misspelt = || OWN[..OF_TASKS].iter().any(|own| own.eq_ignore_ascii_case(name));
    let own = name.starts_with("FnF.") || misspelt();
    let foreign = means_all(name) || name == "States.Timeout";
    (own || foreign) && !OWN.contains(&name)
}

fn meant(name: &str) -> Option<&'static str> {
    match name {
        "FnF.Timeout" | "States.Timeout" => Some("FnF.TaskTimeout"),
        _ if means_all(name) => Some(ALL),
        _ => nearest(name, OWN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_others_are_theirs() {
        for name in ["FnF.ALL", "FC.Unknown", "Busy", "fnf.ExecutionAlreadyExists", "ocr.InvalidImage.Download", ""] {
            assert!(!is_doubtful(name), "{name}");
        }
    }

    #[test]
    fn near_names_are_proposed() {
        for (name, near) in [
            ("fnf.all", Some("FnF.ALL")),
            ("*", Some("FnF.ALL")),
            ("FnF.Timeout", Some("FnF.TaskTimeout")),
            ("FnF.TaskTimedOut", Some("FnF.TaskTimeout")),
            ("FnF.RuntimeErr", Some("FnF.RuntimeError")),
            ("FnF.Stopped", None),
        ] {
            assert!(is_doubtful(name), "{name}");
            assert_eq!(meant(name), near, "{name}");
        }
    }
}
