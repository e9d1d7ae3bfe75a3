//! Where data surely does not fit what is declared.

use super::{Kinds, Presence, Record, Shape};
use crate::types::{TypeKind, Types, may_be_instant};

/// Why data does not fit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Misfit {
    /// The keys down to the place.
    pub(crate) path: Vec<String>,
    pub(crate) reason: Reason,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reason {
    /// A key is needed that is never there.
    Lacks(String),
    /// A key is there that may not be.
    Closed(String),
    /// It is one thing, and the other is declared.
    Unlike(String, String),
}

impl Misfit {
    /// The uppermost key that it is about.
    pub(crate) fn key(&self) -> Option<&str> {
        match (&self.reason, self.path.first()) {
            (_, Some(key)) | (Reason::Closed(key), None) => Some(key),
            _ => None,
        }
    }

    /// Whether all that is wrong is a further key.
    pub(crate) fn is_closed(&self) -> bool {
        self.path.is_empty() && matches!(self.reason, Reason::Closed(_))
    }

    /// The reason as the end of a sentence: "lacks the key `id`".
    pub(crate) fn text(&self, it: &str) -> String {
        let place = self.path.join(".").replace(".[", "[");
        let at = if place.is_empty() { String::new() } else { format!(" in `{place}`") };
        match &self.reason {
            Reason::Lacks(key) => format!("lacks the key `{key}`{at}, which {it} is declared to need"),
            Reason::Closed(key) => format!("has the key `{key}`{at}, which {it} is declared not to have"),
            Reason::Unlike(found, declared) => format!("is {found}{at}, and {it} is declared to be {declared}"),
        }
    }
}

impl Shape {
    /// Where data of this shape never fits a declared one. What is not known fits.
    pub(crate) fn misfit(&self, declared: &Self, types: &Types) -> Option<Misfit> {
        let mut path = Vec::new();
        let reason = misfit(self, declared, types, &mut path, 8)?;
        Some(Misfit { path, reason })
    }
}

impl Shape {
    /// The shape as text, with the texts themselves instead of the name of their type.
    pub(crate) fn values(&self, types: &Types) -> String {
        match self.bare(&types.names) {
            texts @ Self::Text(_) => texts.text(&types.declared),
            _ => self.text(&types.declared),
        }
    }
}

fn misfit(given: &Shape, declared: &Shape, types: &Types, path: &mut Vec<String>, depth: u32) -> Option<Reason> {
    let names = &types.names;
    let (kinds, wanted) = (given.kinds(names), declared.kinds(names));
    // What is null since it leads nowhere is reported where it is read.
    if given == declared || kinds.is_none() || kinds == Kinds::NULL || *declared == Shape::Any || depth == 0 {
        return None;
    }
    let unlike = || Some(Reason::Unlike(given.values(types), declared.values(types)));
    if kinds.and(wanted).is_none() {
        return unlike();
    }
    // Only what is surely of one kind is looked into.
    let (given, whole) = match (given.alternatives(), common(declared, kinds, types)) {
        ([given], Some(declared)) => (given.bare(names), declared),
        _ => return None,
    };
    match (given, whole.bare(names)) {
        (Shape::Text(Some(texts)), Shape::Text(Some(allowed))) => {
            if texts.iter().any(|text| allowed.contains(text)) {
                None
            } else {
                unlike()
            }
        }
        (Shape::Text(Some(texts)), Shape::Timestamp) if !texts.iter().any(|text| may_be_instant(text)) => unlike(),
        (Shape::Timestamp, Shape::Text(Some(allowed))) if !allowed.iter().any(|text| may_be_instant(text)) => unlike(),
        (Shape::Integer(least, most), Shape::Integer(from, to)) if most < from || to < least => unlike(),
        (Shape::Array(of), Shape::Array(wanted)) => {
            path.push("[*]".to_owned());
            let reason = misfit(of, wanted, types, path, depth - 1);
            if reason.is_none() {
                path.pop();
            }
            reason
        }
        (Shape::Object(given), Shape::Object(declared)) => records(given, declared, types, path, depth).or_else(|| {
            let variant = Record { others: Shape::Any, ..variant(given, whole, types)?.clone() };
            records(given, &variant, types, path, depth)
        }),
        _ => None,
    }
}

/// The one alternative that is of such a kind.
fn common<'s>(declared: &'s Shape, kinds: Kinds, types: &'s Types) -> Option<&'s Shape> {
    let mut all = declared.alternatives().iter().filter(|shape| !shape.kinds(&types.names).and(kinds).is_none());
    match (all.next(), all.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// The object that data is to be where it is known which one of a union it is.
fn variant<'t>(given: &Record, declared: &Shape, types: &'t Types) -> Option<&'t Record> {
    let Shape::Named(id) = declared else { return None };
    let TypeKind::Union { tag, variants } = &types.declared.get(*id).kind else { return None };
    let Shape::Text(Some(texts)) = given.fields.get(tag.as_str())?.shape.bare(&types.names) else { return None };
    let [text] = &**texts else { return None };
    let (_, id) = variants.iter().find(|(known, _)| known == text)?;
    types.names.get(*id).fields(&types.names)
}

fn records(
    given: &std::rc::Rc<Record>,
    declared: &Record,
    types: &Types,
    path: &mut Vec<String>,
    depth: u32,
) -> Option<Reason> {
    let whole = Shape::Object(given.clone());
    let mut wanted = Vec::new();
    for (key, field) in &declared.fields {
        let (shape, presence) = whole.key(key, &types.names);
        match presence {
            Presence::Never if field.always => return Some(Reason::Lacks(key.to_string())),
            Presence::Unknown | Presence::Never if !field.always => {}
            _ => wanted.push((&**key, shape, &field.shape)),
        }
    }
    if !declared.others.is_never() {
        let further = given.fields.iter().filter(|(key, _)| !declared.fields.contains_key(*key));
        wanted.extend(further.map(|(key, field)| (&**key, field.shape.clone(), &declared.others)));
        wanted.push(("*", given.others.clone(), &declared.others));
    }
    for (key, shape, declared) in wanted {
        path.push(key.to_owned());
        if let Some(reason) = misfit(&shape, declared, types, path, depth - 1) {
            return Some(reason);
        }
        path.pop();
    }
    if declared.others.is_never() {
        let odd = given.fields.iter().find(|(key, field)| field.always && !declared.fields.contains_key(*key));
        return odd.map(|(key, _)| Reason::Closed(key.to_string()));
    }
    None
}
