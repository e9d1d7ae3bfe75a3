//! Conditions and expressions, in definitions around them: so they are read as users write them.

use std::fmt::Write as _;

use crate::{Seen, compile};

/// Reads any text as a condition of `type: flow`.
pub fn condition(text: &str) -> Seen {
    let scalar = quoted(text);
    compile(&format!(
        "version: v1\ntype: flow\nsteps:\n  - type: choice\n    name: a\n    choices:\n      - condition: {scalar}\n        \
         goto: b\n  - {{type: succeed, name: b}}\n"
    ))
}

/// Reads any text as an expression of `Type: StateMachine`, wherever one can stand.
pub fn expression(text: &str) -> Seen {
    let scalar = quoted(text);
    let mut definition = "Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\nStates:\n".to_owned();
    let _ = write!(
        definition,
        "  - Name: a\n    Type: Choice\n    Branches: [{{Condition: {scalar}, Next: b}}]\n    Default: b\n  \
         - Name: b\n    Type: Task\n    Action: HTTP:Request\n    \
         Parameters: {{url: u, method: GET, body: {{k.$: {scalar}, l: {scalar}}}}}\n    Timeout.$: {scalar}\n    \
         InputConstructor: {{k.$: {scalar}}}\n    OutputConstructor: {{k.$: {scalar}, o.$: $Output}}\n    \
         GlobalConstructor: {{k.$: {scalar}}}\n    \
         Catch: [{{Errors: [FnF.ALL], OutputConstructor: {{k.$: {scalar}}}, Next: c}}]\n    Next: c\n  \
         - {{Name: c, Type: Wait, Seconds.$: {scalar}, Next: d}}\n  \
         - Name: d\n    Type: Map\n    ItemsPath: {scalar}\n    \
         Processor: {{StartAt: e, States: [{{Name: e, Type: Pass, OutputConstructor: {{k.$: {scalar}}}, End: true}}]}}\n    \
         End: true\n"
    );
    compile(&definition)
}

/// A text as YAML: in single quotes, or in double quotes where it has what these cannot hold.
fn quoted(text: &str) -> String {
    if !text.contains(|char: char| char.is_control() || matches!(char, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}'))
    {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut quoted = "\"".to_owned();
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            ' '..='~' => quoted.push(char),
            _ => {
                let _ = write!(quoted, "\\U{:08x}", u32::from(char));
            }
        }
    }
    quoted.push('"');
    quoted
}
