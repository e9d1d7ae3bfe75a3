//! What is known of data before a flow runs, as far as keys go.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::ir::{Constant, Expr, ExprKind, Path, Root, Segment, Template};

/// How deep objects are looked into: a loop may put its data into itself.
const DEEPEST: usize = 6;

/// What is known of a value. Clones share their keys.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape<'a> {
    /// Nothing.
    Any,
    /// It is an object with no other keys than these.
    Object(Rc<Keys<'a>>),
}

/// The keys of an object.
pub(super) type Keys<'a> = BTreeMap<Cow<'a, str>, Shape<'a>>;

/// Where a path leads.
pub(super) enum Found<'s, 'a> {
    /// To something of this shape.
    Shape(Shape<'a>),
    /// To a key that an object of these keys does not have; so many segments lead to the object.
    Missing(&'s Keys<'a>, usize),
}

impl<'a> Shape<'a> {
    /// An object of these keys.
    pub(super) fn of<K: Into<Cow<'a, str>>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Object(Rc::new(entries.into_iter().map(|(key, shape)| (key.into(), shape)).collect()))
    }

    /// The shape of what a template makes, where paths lead to what `root` says.
    pub(super) fn of_template(template: &'a Template, root: &impl Fn(Root) -> Self) -> Self {
        Self::template(template, root, DEEPEST)
    }

    fn template(template: &'a Template, root: &impl Fn(Root) -> Self, depth: usize) -> Self {
        match template {
            Template::Constant(constant) => Self::constant(constant, depth),
            Template::Expr(expr) => Self::expr(expr, root).cut(depth),
            Template::Object(entries) if depth > 0 => {
                Self::of(entries.iter().map(|(key, item)| (key.as_str(), Self::template(item, root, depth - 1))))
            }
            Template::Object(_) | Template::Array(_) => Self::Any,
        }
    }

    fn constant(constant: &'a Constant, depth: usize) -> Self {
        match constant {
            Constant::Object(entries) if depth > 0 => {
                Self::of(entries.iter().map(|(key, item)| (key.as_str(), Self::constant(item, depth - 1))))
            }
            _ => Self::Any,
        }
    }

    fn expr(expr: &'a Expr, root: &impl Fn(Root) -> Self) -> Self {
        match &expr.kind {
            ExprKind::Path(path) => match root(path.root).find(path) {
                Found::Shape(shape) => shape,
                Found::Missing(..) => Self::Any, // reported where it stands
            },
            ExprKind::Object(entries) => {
                Self::of(entries.iter().map(|(key, value)| (key.as_str(), Self::expr(value, root))))
            }
            _ => Self::Any,
        }
    }

    /// The same without what is deeper than so many levels.
    fn cut(self, depth: usize) -> Self {
        let Self::Object(entries) = &self else { return self };
        let Some(below) = depth.checked_sub(1) else { return Self::Any };
        if entries.values().all(|item| item.depth() <= below) {
            return self;
        }
        Self::of(entries.iter().map(|(key, item)| (key.clone(), item.clone().cut(below))))
    }

    fn depth(&self) -> usize {
        match self {
            Self::Any => 0,
            Self::Object(entries) => 1 + entries.values().map(Self::depth).max().unwrap_or(0),
        }
    }

    /// What is known of a value that is of the one shape or the other.
    pub(super) fn or(&self, other: &Self) -> Self {
        let (Self::Object(own), Self::Object(others)) = (self, other) else { return Self::Any };
        if Rc::ptr_eq(own, others) {
            return self.clone();
        }
        let mut all = (**own).clone();
        for (key, shape) in &**others {
            all.entry(key.clone()).and_modify(|known| *known = known.or(shape)).or_insert_with(|| shape.clone());
        }
        Self::Object(Rc::new(all))
    }

    /// Where a path leads whose root is of this shape.
    pub(super) fn find(&self, path: &Path) -> Found<'_, 'a> {
        let mut shape = self;
        for (at, segment) in path.segments.iter().enumerate() {
            let (Self::Object(entries), Segment::Key(key)) = (shape, segment) else {
                return Found::Shape(Self::Any);
            };
            match entries.get(key.as_str()) {
                Some(inner) => shape = inner,
                None => return Found::Missing(entries, at),
            }
        }
        Found::Shape(shape.clone())
    }
}
