//! Keys that a state shares with all others, but that none reads.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostics, guess};
use crate::ir::{Flow, Root, Segment, Template};
use crate::types::Types;

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    let (mut read, mut whole) = (BTreeSet::new(), false);
    for step in &flow.steps {
        step.each_path(&mut |path, _| match path.segments.first() {
            _ if path.root != Root::Global => {}
            Some(Segment::Key(key)) => {
                read.insert(key.as_str());
            }
            _ => whole = true,
        });
    }
    if whole {
        return;
    }
    let shared: BTreeSet<_> =
        flow.steps.iter().flat_map(|step| entries(step.global.as_ref())).map(|(key, _)| key.as_str()).collect();
    let others: Vec<_> = read.difference(&shared).copied().collect();
    for (step, known) in flow.steps.iter().zip(&types.steps) {
        for ((key, _), span) in entries(step.global.as_ref()).iter().zip(&step.global_keys) {
            if known.data.is_never() || read.contains(key.as_str()) {
                continue;
            }
            // What is misspelt is a finding where it is read.
            if !others.is_empty() && diags.may_search(others.len()) && guess(key, others.iter().copied()).is_some() {
                continue;
            }
            diags
                .report(
                    Code::UnusedOutput,
                    *span,
                    format_args!("nothing reads the key `{key}` that `{}` shares", step.name),
                )
                .label("never read")
                .help(format_args!("remove it, or read `$Global.{key}` where it is wanted"));
        }
    }
}

fn entries(template: Option<&Template>) -> &[(String, Template)] {
    match template {
        Some(Template::Object(entries)) => entries,
        _ => &[],
    }
}
