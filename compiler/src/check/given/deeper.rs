//! Keys of what is known itself: an object that never has one, or something that has no keys at all.

use super::Place;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Guess, guess, list};
use crate::ir::{Expr, Flow, Missing, Path, Root, Segment};
use crate::types::{Expanded, Kinds, Lost};

/// Reports a path that leads nowhere at some key below its first one, or at what has no keys.
pub(super) fn report<'d>(
    flow: &Flow,
    (path, expr, place): (&Path, &Expr, Place),
    lost: &Lost,
    names: &Expanded,
    diags: &'d mut Diagnostics,
) -> Option<&'d mut Diagnostic> {
    let above = above(flow, path, lost, place);
    let Segment::Key(key) = &path.segments[lost.at] else { return None };
    let kinds = lost.of.kinds(names);
    if kinds.and(Kinds::OBJECT).is_none() {
        let found = diags.report(
            Code::NoKeys,
            expr.span,
            format_args!("`{above}` is {}, which has no key `{key}`", kinds.words()),
        );
        let help = if kinds == Kinds::ARRAY {
            format!("`{above}[0].{key}` reads it of the first element")
        } else {
            format!("read `{above}` itself, or a key of what it is in")
        };
        return Some(found.label(label(path)).help(help));
    }
    let fields = lost.of.alternatives().iter().find_map(|shape| shape.fields(names)).map(|record| &record.fields);
    let known: Vec<&str> = fields.iter().flat_map(|fields| fields.keys()).map(AsRef::as_ref).collect();
    let near = near(key, &known, diags);
    let found = diags.report(Code::NeverGiven, expr.span, format_args!("`{above}` never has the key `{key}`"));
    found.label(label(path));
    Some(match near {
        Some(near) => found.meant_name(expr.span, key, &near),
        None => found.help(has(&known)),
    })
}

/// The path to what a key is looked for in, as it is written there.
pub(super) fn above(flow: &Flow, path: &Path, lost: &Lost, place: Place) -> String {
    // The input of a step is written like that of its list where mappings make something of it.
    let root = if path.root == Root::StepInput && place != Place::Before { Root::ScopeInput } else { path.root };
    flow.words.path(&Path { root, segments: path.segments[..lost.at].to_vec(), ..path.clone() })
}

/// What becomes of a path that leads nowhere.
pub(super) fn label(path: &Path) -> &'static str {
    match path.missing {
        Missing::Null => "always null",
        Missing::Fail => "fails when it is evaluated",
    }
}

/// The key that may be meant.
pub(super) fn near<'a>(key: &str, known: &[&'a str], diags: &mut Diagnostics) -> Option<Guess<'a>> {
    let searches = diags.may_search(known.len());
    if searches { guess(key, known.iter().copied()).filter(|near| near.name.len() > 1) } else { None }
}

/// Which keys there are.
pub(super) fn has(keys: &[&str]) -> String {
    match keys.len() {
        0 => "it has no keys".to_owned(),
        1..=8 => format!("it has {}", list(keys.iter().copied())),
        many => format!("it has {many} other keys"),
    }
}
