//! Names of errors in `retry` and `catch`.

use super::super::Spanned;
use super::read::Reader;
use crate::diagnostics::{Code, list, nearest};

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
    /// Reports a name that looks like one of the service's own, but is none.
    pub(super) fn error_name(&mut self, error: &Spanned<String>) {
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
    (own || means_all(name)) && !OWN.contains(&name)
}

fn meant(name: &str) -> Option<&'static str> {
    match name {
        "FnF.Timeout" => Some("FnF.TaskTimeout"),
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
