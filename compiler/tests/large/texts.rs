//! Large definitions, as text.

use std::fmt::Write as _;

const HEAD: &str = "version: v1\ntype: flow\nname: large\nsteps:\n";

/// How the steps of a definition are connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Passes, waits and tasks with mappings, one after the other.
    Sequence,
    /// Tasks that catch and choices, each with jumps forth and back.
    Jumps,
    /// Branches, iterations and entries, a few steps each.
    Scopes,
    /// The same in one another, 50 deep each time.
    Towers,
    /// Each step reads what the one before has given.
    Keys,
}

impl Shape {
    /// All shapes.
    pub(crate) const ALL: [Self; 5] = [Self::Sequence, Self::Jumps, Self::Scopes, Self::Towers, Self::Keys];
}

/// A definition with so many steps.
pub(crate) fn definition(shape: Shape, steps: usize) -> String {
    let mut text = HEAD.to_owned();
    match shape {
        Shape::Sequence => sequence(&mut text, steps),
        Shape::Jumps => jumps(&mut text, steps),
        Shape::Scopes => scopes(&mut text, steps),
        Shape::Towers => towers(&mut text, steps),
        Shape::Keys => keys(&mut text, steps),
    }
    text
}

fn sequence(text: &mut String, steps: usize) {
    for step in 0..steps {
        let kind = match step % 3 {
            0 => "type: pass",
            1 => "type: wait\n    duration: 1",
            _ => "type: task\n    resourceArn: acs:fc:::services/s/functions/f",
        };
        let _ = write!(
            text,
            "  - name: s{step}\n    {kind}\n    inputMappings:\n      - {{target: a, source: $input.n}}\n    \
             outputMappings:\n      - {{target: n, source: $input.a}}\n"
        );
    }
}

fn jumps(text: &mut String, steps: usize) {
    for step in 0..steps {
        let (back, forth) = (step / 2, step + (steps - step) / 2);
        if step % 2 == 0 {
            let _ = write!(
                text,
                "  - type: task\n    name: s{step}\n    resourceArn: acs:fc:::services/s/functions/f{}\n    catch:\n      \
                 - {{errors: [Again], goto: s{back}}}\n      - {{errors: [FnF.ALL], goto: s{forth}}}\n",
                step % 100
            );
        } else {
            let _ = write!(
                text,
                "  - type: choice\n    name: s{step}\n    choices:\n      - {{condition: $.n > {step}, goto: s{back}}}\n      \
                 - {{condition: $.n == 1, goto: s{forth}}}\n"
            );
        }
    }
}

fn scopes(text: &mut String, steps: usize) {
    for group in 0..steps.div_ceil(10) {
        let pass = |step: usize| format!("{{type: pass, name: p{group}_{step}}}");
        let _ = write!(
            text,
            "  - type: parallel\n    name: b{group}\n    branches:\n      - steps: [{}, {}]\n      - steps: [{}]\n  \
             - type: foreach\n    name: i{group}\n    iterationMapping: {{collection: $.items, item: item}}\n    \
             steps: [{}, {}]\n  \
             - type: choice\n    name: c{group}\n    choices:\n      - condition: $.n == 1\n        steps: [{}]\n    \
             default:\n      steps: [{}]\n",
            pass(0),
            pass(1),
            pass(2),
            pass(3),
            pass(4),
            pass(5),
            pass(6),
        );
    }
}

fn towers(text: &mut String, steps: usize) {
    for tower in 0..steps.div_ceil(50) {
        for level in 0..49 {
            let indent = " ".repeat(level * 4);
            let _ = write!(
                text,
                "{indent}  - type: foreach\n{indent}    name: t{tower}_{level}\n{indent}    \
                 iterationMapping: {{collection: $.items, item: items}}\n{indent}    steps:\n"
            );
        }
        let _ = writeln!(text, "{}- {{type: pass, name: t{tower}_49}}", " ".repeat(49 * 4 + 2));
    }
}

fn keys(text: &mut String, steps: usize) {
    for step in 0..steps {
        let before = step.saturating_sub(1);
        let _ = write!(
            text,
            "  - type: pass\n    name: s{step}\n    outputMappings:\n      - {{target: k{step}, source: $local.k{before}}}\n"
        );
    }
}

/// A definition with so many findings, all of them errors but some.
pub(crate) fn findings(kind: Finding, count: usize) -> String {
    let mut text = HEAD.to_owned();
    for step in 0..count {
        let _ = match kind {
            Finding::UnknownTarget => write!(
                text,
                "  - type: choice\n    name: s{step}\n    choices:\n      - {{condition: $.n == 1, goto: z{step}}}\n"
            ),
            Finding::DuplicateStep => writeln!(text, "  - {{type: pass, name: same}}"),
            Finding::UnknownKey => writeln!(text, "  - {{type: pass, name: s{step}, extra{step}: 1}}"),
            Finding::DuplicateKey => writeln!(text, "  - {{type: pass, name: s{step}, name: s}}"),
            Finding::BadCondition => write!(
                text,
                "  - type: choice\n    name: s{step}\n    choices:\n      - {{condition: \"$.n ==\", goto: s0}}\n"
            ),
            Finding::NeverGiven => write!(
                text,
                "  - type: pass\n    name: s{step}\n    inputMappings:\n      - {{target: a, source: $local.x{step}}}\n    \
                 outputMappings:\n      - {{target: k{step}, source: $input.a}}\n"
            ),
            Finding::OneLine => write!(text, "{}", if step == 0 { "  - {type: pass, name: a, x0: 1" } else { "" })
                .and_then(|()| if step == 0 { Ok(()) } else { write!(text, ", x{step}: 1") }),
            Finding::Unreachable => {
                writeln!(text, "  - {{type: pass, name: e{step}, end: true}}\n  - {{type: pass, name: u{step}}}")
            }
            Finding::BusyLoop => write!(
                text,
                "  - type: choice\n    name: s{step}\n    choices:\n      - {{condition: $.n == 1, goto: s{}}}\n",
                step / 2
            ),
        };
    }
    if kind == Finding::OneLine {
        text.push_str("}\n");
    }
    text
}

/// What is wrong in a definition, again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Finding {
    UnknownTarget,
    DuplicateStep,
    UnknownKey,
    DuplicateKey,
    BadCondition,
    NeverGiven,
    /// Unknown keys in a line of their own.
    OneLine,
    Unreachable,
    BusyLoop,
}

impl Finding {
    /// All kinds.
    pub(crate) const ALL: [Self; 9] = [
        Self::UnknownTarget,
        Self::DuplicateStep,
        Self::UnknownKey,
        Self::DuplicateKey,
        Self::BadCondition,
        Self::NeverGiven,
        Self::OneLine,
        Self::Unreachable,
        Self::BusyLoop,
    ];
}
