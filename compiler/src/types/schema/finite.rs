//! Types that no value can have, because each would have to hold another one.

use std::collections::BTreeSet;

use super::super::declared::{Ty, TypeDef, TypeKind};
use super::read::Place;
use crate::diagnostics::{Code, Diagnostics};

/// Reports types that hold themselves in every value.
pub(super) fn check(types: &[TypeDef], places: &[Place], diags: &mut Diagnostics) {
    let endless = endless(types);
    let mut passed = BTreeSet::new();
    for start in 0..types.len() {
        let mut way = Vec::new();
        let mut at = start;
        while endless[at] && passed.insert(at) {
            let Some((field, next)) = step(&types[at], &endless) else { break };
            way.push((at, field, next));
            at = next;
        }
        // A way that ends at a type which was passed before it began leads to what has been reported.
        let Some((holder, field, held)) = way.iter().find(|(from, ..)| *from == at).copied() else { continue };
        let place = &places[holder];
        let span = field.and_then(|field| place.fields.get(field)).copied().unwrap_or(place.span);
        let message = if holder == held {
            format!("each `{}` would hold another one", types[holder].name)
        } else {
            let names: Vec<_> = way.iter().skip_while(|(from, ..)| *from != at).map(|(from, ..)| *from).collect();
            let names: Vec<_> = names.iter().skip(1).map(|at| format!("`{}`", types[*at].name)).collect();
            format!("each `{}` would hold another one, through {}", types[holder].name, names.join(", "))
        };
        diags
            .report_in(place.file, Code::EndlessType, span, message)
            .label("no value ends here")
            .help("take the key out of `required`, let it be null, or make a list of it");
    }
}

/// Which types have no finite value.
fn endless(types: &[TypeDef]) -> Vec<bool> {
    let mut endless = vec![true; types.len()];
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); types.len()];
    for (at, def) in types.iter().enumerate() {
        for held in held(def) {
            users[held].push(at);
        }
    }
    let mut left: Vec<usize> = (0..types.len()).collect();
    while let Some(at) = left.pop() {
        if endless[at] && step(&types[at], &endless).is_none() {
            endless[at] = false;
            left.extend(&users[at]);
        }
    }
    endless
}

/// A type without which this one has no value, if those that are endless have none; with the number of the field.
fn step(def: &TypeDef, endless: &[bool]) -> Option<(Option<usize>, usize)> {
    match &def.kind {
        TypeKind::Enum(_) => None,
        TypeKind::Struct { fields, .. } => fields.iter().enumerate().find_map(|(at, field)| match field.ty {
            Ty::Named(id) if field.required && endless[id.0] => Some((Some(at), id.0)),
            _ => None,
        }),
        TypeKind::Union { variants, .. } => {
            let (_, first) = variants.first()?;
            variants.iter().all(|(_, id)| endless[id.0]).then_some((None, first.0))
        }
    }
}

/// The types that a value may hold directly.
fn held(def: &TypeDef) -> Vec<usize> {
    match &def.kind {
        TypeKind::Enum(_) => Vec::new(),
        TypeKind::Struct { fields, .. } => {
            fields.iter().filter_map(|field| if let Ty::Named(id) = field.ty { Some(id.0) } else { None }).collect()
        }
        TypeKind::Union { variants, .. } => variants.iter().map(|(_, id)| id.0).collect(),
    }
}
