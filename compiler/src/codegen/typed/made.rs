//! Types of the objects that a flow makes, where none is declared for them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::place::Known;
use crate::{
    codegen::{
        names::Names,
        plan::{Plan, TYPES},
    },
    types::{FieldDef, Ty, TypeDef, TypeId, TypeKind},
};

/// What is found of the type of data.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::codegen) enum Sketch {
    /// It is one that there is.
    Of(Ty),
    /// An object with these keys, and whether each is always there.
    Object(BTreeMap<String, (Self, bool)>),
    /// An array.
    List(Box<Self>),
    /// An object, an array or null.
    Nullable(Box<Self>),
}

/// The types of objects that no declaration has, each once.
#[derive(Debug, Default)]
pub(in crate::codegen) struct Made {
    /// How many types are declared; those that are made come after them.
    declared: usize,
    by_fields: HashMap<Vec<(String, Ty, bool)>, TypeId>,
    /// Those that are in use, in the order of their ids; known at the end.
    used: BTreeSet<TypeId>,
}

impl Sketch {
    /// Nothing is found.
    pub(in crate::codegen) const ANY: Self = Self::Of(Ty::Any);

    /// An object that always has these keys.
    pub(in crate::codegen) fn object(entries: impl IntoIterator<Item = (String, Self)>) -> Self {
        Self::Object(entries.into_iter().map(|(key, entry)| (key, (entry, true))).collect())
    }

    /// An object with these fields.
    fn of_fields<'f>(fields: impl IntoIterator<Item = &'f FieldDef>) -> Self {
        let fields = fields.into_iter();
        Self::Object(fields.map(|field| (field.key.clone(), (Self::Of(field.ty.clone()), field.required))).collect())
    }

    /// An array of such elements.
    pub(in crate::codegen) fn list(of: Self) -> Self {
        match of {
            Self::Of(ty) => Self::Of(Ty::List(Box::new(ty))),
            of => Self::List(Box::new(of)),
        }
    }

    /// The same or null.
    pub(in crate::codegen) fn nullable(self) -> Self {
        match self {
            Self::Of(ty) => Self::Of(Known::nullable(&ty)),
            Self::Nullable(_) => self,
            other => Self::Nullable(Box::new(other)),
        }
    }

    /// The same where it is not null, if it may be that.
    fn without_null(&self) -> Option<Self> {
        match self {
            Self::Nullable(inner) => Some((**inner).clone()),
            Self::Of(Ty::Nullable(inner)) => Some(Self::Of((**inner).clone())),
            _ => None,
        }
    }
}

impl<'a> Known<'a> {
    /// The fields of a struct that has no other keys.
    pub(in crate::codegen) fn closed(self, ty: &Ty) -> Option<&'a [FieldDef]> {
        let Ty::Named(id) = ty else { return None };
        match &self.declared.get(*id).kind {
            TypeKind::Struct { fields, others: None } => Some(fields),
            _ => None,
        }
    }

    /// One level of what is found, taken apart.
    fn opened(self, sketch: Sketch) -> Sketch {
        let Sketch::Of(ty) = &sketch else { return sketch };
        if let Ty::List(item) = ty {
            return Sketch::List(Box::new(Sketch::Of((**item).clone())));
        }
        self.closed(ty).map(Sketch::of_fields).unwrap_or(sketch)
    }

    /// What holds data of both.
    pub(in crate::codegen) fn joined(self, one: &Sketch, other: &Sketch) -> Sketch {
        if one == other {
            return one.clone();
        }
        let (left, right) = (one.without_null(), other.without_null());
        if left.is_some() || right.is_some() {
            let (left, right) = (left.unwrap_or_else(|| one.clone()), right.unwrap_or_else(|| other.clone()));
            return self.joined(&left, &right).nullable();
        }
        match (self.opened(one.clone()), self.opened(other.clone())) {
            (Sketch::Object(own), Sketch::Object(others)) => self.merged(own, others),
            (Sketch::List(own), Sketch::List(other)) => Sketch::list(self.joined(&own, &other)),
            (Sketch::Of(own), Sketch::Of(other)) => Sketch::Of(self.join(&own, &other)),
            _ => Sketch::ANY,
        }
    }

    /// An object that has the keys of the one or of the other.
    fn merged(self, mut own: BTreeMap<String, (Sketch, bool)>, others: BTreeMap<String, (Sketch, bool)>) -> Sketch {
        for (key, (_, always)) in &mut own {
            *always &= others.contains_key(key);
        }
        for (key, (sketch, always)) in others {
            match own.get_mut(&key) {
                Some((known, known_always)) => {
                    *known = self.joined(known, &sketch);
                    *known_always &= always;
                }
                None => {
                    own.insert(key, (sketch, false));
                }
            }
        }
        Sketch::Object(own)
    }

    /// Data of a type without some keys.
    pub(in crate::codegen) fn without(self, ty: &Ty, keys: &[&str]) -> Sketch {
        let kept = |key: &str| !keys.contains(&key);
        match self.closed(ty) {
            Some(fields) if fields.iter().any(|field| !kept(&field.key)) => {
                Sketch::of_fields(fields.iter().filter(|field| kept(&field.key)))
            }
            None if !keys.is_empty() && (self.is_object(ty) || matches!(ty, Ty::Nullable(_))) => Sketch::ANY,
            _ => Sketch::Of(ty.clone()),
        }
    }
}

impl Plan<'_> {
    /// The type of what is found; one is made where there is none. `name` is what it is called then.
    pub(in crate::codegen) fn settled(&mut self, sketch: Sketch, name: &str) -> Ty {
        match sketch {
            Sketch::Of(ty) => ty,
            Sketch::List(item) => Ty::List(Box::new(self.settled(*item, &format!("{name} item")))),
            Sketch::Nullable(inner) => Known::nullable(&self.settled(*inner, name)),
            Sketch::Object(fields) => {
                let mut settled = Vec::with_capacity(fields.len());
                for (key, (sketch, always)) in fields {
                    let ty = self.settled(sketch, &format!("{name} {key}"));
                    settled.push((key, ty, always));
                }
                self.make_type(settled, name)
            }
        }
    }

    fn make_type(&mut self, fields: Vec<(String, Ty, bool)>, name: &str) -> Ty {
        if let Some(id) = self.made.by_fields.get(&fields) {
            return Ty::Named(*id);
        }
        let id = TypeId(self.declared.types.len());
        let defs = fields.iter().map(|(key, ty, required)| {
            let (key, ty, required) = (key.clone(), ty.clone(), *required);
            FieldDef { key, ty, required, doc: None }
        });
        let kind = TypeKind::Struct { fields: defs.collect(), others: None };
        self.declared.types.push(TypeDef { name: name.to_owned(), doc: None, kind });
        self.types.add(&self.declared, id);
        self.made.by_fields.insert(fields, id);
        Ty::Named(id)
    }

    /// Finds which of the types that were made are in use, and names them.
    pub(in crate::codegen) fn name_made(&mut self) {
        let mut open: Vec<Ty> = self.forms.types().cloned().collect();
        while let Some(ty) = open.pop() {
            match ty {
                Ty::List(inner) | Ty::Map(inner) | Ty::Nullable(inner) => open.push(*inner),
                Ty::Named(id) if self.is_made(id) && self.made.used.insert(id) => {
                    if let TypeKind::Struct { fields, .. } = &self.declared.get(id).kind {
                        open.extend(fields.iter().map(|field| field.ty.clone()));
                    }
                }
                _ => {}
            }
        }
        let declared: Vec<_> = (0..self.made.declared).map(|at| self.types.name(TypeId(at)).to_string()).collect();
        let mut names = Names::reserving(TYPES.iter().copied().chain(declared.iter().map(String::as_str)));
        for id in &self.made.used {
            let name = names.camel(&self.declared.get(*id).name, "type");
            self.types.rename(*id, name);
        }
    }

    /// Whether a type was made, and is not declared.
    pub(in crate::codegen) fn is_made(&self, id: TypeId) -> bool {
        id.0 >= self.made.declared
    }

    /// The types that stand in the module of the flow.
    pub(in crate::codegen) fn type_ids(&self) -> impl Iterator<Item = TypeId> {
        (0..self.made.declared).map(TypeId).chain(self.made.used.iter().copied())
    }

    /// Whether there are such types.
    pub(in crate::codegen) fn has_types(&self) -> bool {
        self.type_ids().next().is_some()
    }
}

impl Made {
    /// None, beside so many that are declared.
    pub(in crate::codegen) fn beside(declared: usize) -> Self {
        Self { declared, ..Self::default() }
    }
}
