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
    for (step, known) in flow.steps.iter().zip(&types.steps) {
        for ((key, _), span) in entries(step.global.as_ref()).iter().zip(&step.global_keys) {
            // What is misspelt is a finding where it is read.
            let mut others = read.iter().copied().filter(|name| !shared.contains(name)).peekable();
            let is_misspelt = others.peek().is_some() && diags.may_search(read.len()) && guess(key, others).is_some();
            if known.data.is_never() || read.contains(key.as_str()) || is_misspelt {
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
