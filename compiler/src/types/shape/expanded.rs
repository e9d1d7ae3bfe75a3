//! What is behind the names of declared types.

use std::rc::Rc;

use super::{Field, Record, Shape};
use crate::types::declared::{Declared, Integer, Ty, TypeId, TypeKind};

/// What each declared type is; types within it stay names. Indexed by [`TypeId`].
#[derive(Debug, Default)]
pub(crate) struct Expanded(Vec<Shape>);

impl Expanded {
    pub(crate) fn new(declared: &Declared) -> Self {
        let mut all = Self(Vec::with_capacity(declared.types.len()));
        for def in &declared.types {
            let shape = match &def.kind {
                TypeKind::Struct { fields, others } => {
                    let fields = fields.iter().map(|field| {
                        (field.key.as_str().into(), Field { shape: Shape::of(&field.ty), always: field.required })
                    });
                    Shape::record(fields.collect(), others.as_ref().map_or(Shape::Never, Shape::of))
                }
                TypeKind::Enum(texts) => Shape::Text(Some(texts.as_slice().into())),
                TypeKind::Union { .. } => Shape::open(), // until its variants are known
            };
            all.0.push(shape);
        }
        for (at, def) in declared.types.iter().enumerate() {
            if let TypeKind::Union { tag, variants } = &def.kind {
                all.0[at] = all.union(tag, variants);
            }
        }
        all
    }

    /// What is behind a name.
    pub(crate) fn get(&self, id: TypeId) -> &Shape {
        self.0.get(id.0).unwrap_or(&Shape::Any)
    }

    /// The keys of all variants, and the text that tells which one it is.
    fn union(&self, tag: &str, variants: &[(String, TypeId)]) -> Shape {
        let all = variants.iter().fold(Shape::Never, |all, (_, id)| all.join(self.get(*id), self));
        let Shape::Object(record) = all else { return Shape::open() };
        let mut record = Rc::unwrap_or_clone(record);
        let texts: Vec<_> = variants.iter().map(|(text, _)| text.clone()).collect();
        record.fields.insert(tag.into(), Field { shape: Shape::Text(Some(texts.into())), always: true });
        Shape::Object(Rc::new(record))
    }
}

impl Shape {
    /// What is known of a value of a declared type.
    pub(crate) fn of(ty: &Ty) -> Self {
        match ty {
            Ty::Any => Self::Any,
            Ty::Bool => Self::Bool,
            Ty::Integer(Integer::I64) => Self::Integer(i64::MIN.into(), i64::MAX.into()),
            Ty::Integer(Integer::U64) => Self::Integer(0, u64::MAX.into()),
            Ty::Integer(Integer::I128) => Self::Integer(i128::MIN, i128::MAX),
            Ty::Number | Ty::Double => Self::Number,
            Ty::Text => Self::TEXT,
            Ty::Timestamp => Self::Timestamp,
            Ty::List(of) => Self::array(Self::of(of)),
            Ty::Map(of) => {
                Self::Object(Rc::new(Record { fields: std::collections::BTreeMap::new(), others: Self::of(of) }))
            }
            Ty::Nullable(inner) => Self::OneOf([Self::Null, Self::of(inner)].into()),
            Ty::Named(id) => Self::Named(*id),
        }
    }
}
