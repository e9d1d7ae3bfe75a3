//! Templates as constructors of values.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::{env::Env, expr, literal};
use crate::ir::{Constant, ContextField, Expr, ExprKind, Output, Path, Root, Segment, Template};

impl Env<'_> {
    /// An owned value.
    pub(super) fn template(&self, template: &Template) -> TokenStream {
        match template {
            Template::Constant(constant) => literal::value(constant),
            Template::Expr(expr) => self.value(expr),
            Template::Array(items) => literal::array(items.iter().map(|item| self.template(item))),
            Template::Object(_) => {
                let object = self.object(template);
                quote!(rt::Value::Object(#object))
            }
        }
    }

    /// What becomes an `rt::StepOutput`: the entries of an object, or an object.
    pub(super) fn step_output(&self, template: &Template) -> TokenStream {
        let entries = match template {
            Template::Object(items) => literal::entries(items.iter().map(|(key, item)| (key, self.template(item)))),
            _ => None,
        };
        entries.unwrap_or_else(|| self.object(template))
    }

    /// An owned object.
    pub(super) fn object(&self, template: &Template) -> TokenStream {
        match template {
            Template::Object(entries) => literal::object(entries.iter().map(|(key, item)| (key, self.template(item)))),
            Template::Constant(Constant::Object(entries)) => {
                literal::object(entries.iter().map(|(key, item)| (key, literal::value(item))))
            }
            _ => {
                let value = self.template(template);
                quote!(rt::object(#value)?)
            }
        }
    }
}

/// Whether a template can fail when the flow runs.
pub(super) fn can_fail(template: &Template) -> bool {
    match template {
        Template::Constant(_) => false,
        Template::Expr(expr) => expr::can_fail(expr),
        Template::Object(entries) => entries.iter().any(|(_, item)| can_fail(item)),
        Template::Array(items) => items.iter().any(can_fail),
    }
}

/// Whether an object cannot always be made from a template.
pub(super) fn object_can_fail(template: &Template) -> bool {
    !matches!(template, Template::Object(_) | Template::Constant(Constant::Object(_))) || can_fail(template)
}

/// The keys of the result that an output template reads once, as a whole unless `parts` of them can be moved, too. `body`
/// is whether the result stands under the key `Body`.
pub(super) fn movable(template: &Template, body: bool, parts: bool) -> BTreeSet<String> {
    read_once(template, parts, |path| match (path.root, path.segments.as_slice()) {
        (Root::Result, [Segment::Key(key), rest @ ..]) if body && key == "Body" => Some(rest),
        // There is nothing else beside the body.
        (Root::Result, [_, ..]) if body => None,
        (Root::Result, segments) => Some(segments),
        _ => None,
    })
}

/// The keys of a scope's data that a template reads as a whole and once, where nothing else of it reads them.
pub(super) fn movable_local(template: &Template) -> BTreeSet<String> {
    read_once(template, false, |path| (path.root == Root::ScopeData).then_some(path.segments.as_slice()))
}

/// The keys of an object that a template reads once, as a whole or in `parts`; none where it reads all of the object. `below`
/// gives the part of a path that leads down from the object, of those that do.
fn read_once<'t>(
    template: &'t Template,
    parts: bool,
    below: impl Fn(&'t Path) -> Option<&'t [Segment]>,
) -> BTreeSet<String> {
    let mut read = BTreeMap::<&String, (usize, bool)>::new();
    let mut whole = false;
    template.each_path(&mut |path, _| match below(path) {
        Some([Segment::Key(key), rest @ ..]) => {
            let (times, deep) = read.entry(key).or_default();
            *times += 1;
            *deep |= !rest.is_empty();
        }
        Some(_) => whole = true,
        None => {}
    });
    if whole {
        return BTreeSet::new();
    }
    read.into_iter().filter(|(_, (times, deep))| *times == 1 && (parts || !deep)).map(|(key, _)| key.clone()).collect()
}

/// Whether a template reads the result as a whole, once, and nothing else of it. `body` is whether that stands under the key
/// `Body`.
pub(super) fn takes_whole_result(template: &Template, body: bool) -> bool {
    let (mut whole, mut parts) = (0, 0);
    template.each_path(&mut |path, _| match (path.root, path.segments.as_slice()) {
        (Root::Result, []) if !body => whole += 1,
        (Root::Result, [Segment::Key(key)]) if body && key == "Body" => whole += 1,
        (Root::Result, _) => parts += 1,
        _ => {}
    });
    whole == 1 && parts == 0
}

/// Whether a template reads what a root stands for.
pub(super) fn reads(template: &Template, root: Root) -> bool {
    let mut found = false;
    template.each_path(&mut |path, _| found |= path.root == root);
    found
}

/// Whether an output reads the input of its step.
pub(super) fn reads_step_input(output: &Output) -> bool {
    match output {
        Output::Template(template) => reads(template, Root::StepInput),
        Output::Input => true,
        Output::Result | Output::Empty => false,
    }
}

/// Whether a template reads the task token.
pub(super) fn reads_token(template: &Template) -> bool {
    reads(template, Root::Context(ContextField::TaskToken))
}

/// Whether a template is all of the step's input and nothing else.
pub(super) fn is_step_input(template: &Template) -> bool {
    matches!(template, Template::Expr(Expr { kind: ExprKind::Path(path), .. })
        if path.root == Root::StepInput && path.segments.is_empty())
}
