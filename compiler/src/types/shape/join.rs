//! What is known of a value that is one or the other, and of objects laid over each other. How much is known is bounded,
//! so that loops come to an end, and flows of many steps cost what their text does.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Expanded, Field, Record, Shape};

/// How deep data is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deepest(u32);

impl Deepest {
    pub(crate) const START: Self = Self(8);

    /// One level down; nothing where nothing is known any more.
    pub(crate) fn below(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

/// So many keys of an object are known.
const WIDEST: usize = 100;
/// So many shapes are in a shape, however deep.
const MOST: usize = 2_000;
/// So many texts are told apart.
const TEXTS: usize = 16;

impl Shape {
    /// What is known of a value that is of the one shape or the other.
    pub(crate) fn join(&self, other: &Self, names: &Expanded) -> Self {
        join(self, other, names, Deepest::START)
    }

    /// An object of this shape with the keys of another one laid over it.
    pub(crate) fn under(&self, upper: &Self, names: &Expanded) -> Self {
        let (Some(below), Some(above)) = (self.fields(names), upper.fields(names)) else { return Self::open() };
        if above.fields.is_empty() && above.others.is_never() {
            return self.clone();
        }
        if below.fields.is_empty() && below.others.is_never() {
            return upper.clone();
        }
        let mut fields = if above.others.is_never() {
            below.fields.clone()
        } else {
            let hidden = below.fields.iter().map(|(key, field)| {
                let shape = field.shape.join(&above.others, names);
                (key.clone(), Field { shape, always: field.always })
            });
            hidden.collect()
        };
        if fields.is_empty() && below.others == Shape::Any {
            // Of what need not be there, nothing is known.
            fields = above.fields.clone();
            fields.retain(|_, field| field.always);
        } else {
            for (key, field) in &above.fields {
                let mut field = field.clone();
                if !field.always {
                    let known = below.fields.get(key);
                    field.shape = field.shape.join(known.map_or(&below.others, |known| &known.shape), names);
                    field.always = known.is_some_and(|known| known.always);
                }
                fields.insert(key.clone(), field);
            }
        }
        let merged = Record::new(fields, below.others.join(&above.others, names));
        match (self, upper) {
            (Self::Object(own), _) if **own == merged => self.clone(),
            (_, Self::Object(own)) if **own == merged => upper.clone(),
            _ => Self::Object(Rc::new(merged)),
        }
    }

    /// The same, as far as so much may be known.
    pub(crate) fn bounded(self) -> Self {
        let fits = |depth, deeper| self.fits(depth, deeper, &mut MOST.clone());
        if fits(Deepest::START, false) {
            return self;
        }
        let depth = [8, 4, 3, 2, 1].into_iter().map(Deepest).find(|depth| fits(*depth, true));
        depth.map_or(Self::Any, |depth| self.cut(depth))
    }

    /// Whether it is no larger than that; what is deeper is left out, or too much.
    fn fits(&self, depth: Deepest, deeper: bool, left: &mut usize) -> bool {
        let Some(rest) = left.checked_sub(1) else { return false };
        *left = rest;
        match (self, depth.below()) {
            (Self::Array(_) | Self::Object(_), None) => deeper,
            (Self::Array(of), Some(depth)) => of.fits(depth, deeper, left),
            (Self::Object(record), Some(depth)) => {
                let shapes = record.fields.values().map(|field| &field.shape).chain([&record.others]);
                shapes.into_iter().all(|shape| shape.fits(depth, deeper, left))
            }
            (Self::OneOf(shapes), _) => shapes.iter().all(|shape| shape.fits(depth, deeper, left)),
            _ => true,
        }
    }

    /// The same without what is deeper.
    fn cut(&self, depth: Deepest) -> Self {
        match (self, depth.below()) {
            (Self::Array(_), None) => Self::array(Self::Any),
            (Self::Object(_), None) => Self::open(),
            (Self::Array(of), Some(depth)) => Self::array(of.cut(depth)),
            (Self::Object(record), Some(depth)) => {
                let fields = record
                    .fields
                    .iter()
                    .map(|(key, field)| (key.clone(), Field { shape: field.shape.cut(depth), always: field.always }));
                Self::record(fields.collect(), record.others.cut(depth))
            }
            (Self::OneOf(shapes), _) => Self::OneOf(shapes.iter().map(|shape| shape.cut(depth)).collect()),
            (shape, _) => shape.clone(),
        }
    }
}

impl Record {
    /// An object of these keys, of which not too many are known.
    pub(crate) fn new(mut fields: BTreeMap<Rc<str>, Field>, mut others: Shape) -> Self {
        if fields.len() > WIDEST {
            others = Shape::Any;
            while fields.len() > WIDEST {
                fields.pop_last();
            }
        }
        if others == Shape::Any {
            fields.retain(|_, field| field.always || field.shape != Shape::Any);
        }
        Self { fields, others }
    }
}

fn join(left: &Shape, right: &Shape, names: &Expanded, depth: Deepest) -> Shape {
    match (left, right) {
        _ if left == right => left.clone(),
        (Shape::Never, other) | (other, Shape::Never) => other.clone(),
        (Shape::Any, _) | (_, Shape::Any) => Shape::Any,
        _ => {
            let mut all: Vec<Shape> = left.alternatives().to_vec();
            for shape in right.alternatives() {
                match all.iter_mut().find(|known| known.kind(names) == shape.kind(names)) {
                    Some(known) => *known = alike(known, shape, names, depth),
                    None => all.push(shape.clone()),
                }
            }
            all.sort_by_key(|shape| shape.kind(names));
            match all.len() {
                1 => all.remove(0),
                _ => Shape::OneOf(all.into()),
            }
        }
    }
}

/// The same for two of one kind.
fn alike(left: &Shape, right: &Shape, names: &Expanded, depth: Deepest) -> Shape {
    if left == right {
        return left.clone();
    }
    match (left.bare(names), right.bare(names)) {
        (Shape::Integer(least, most), Shape::Integer(other_least, other_most)) => {
            Shape::Integer(*least.min(other_least), *most.max(other_most))
        }
        (Shape::Integer(..) | Shape::Number, Shape::Integer(..) | Shape::Number) => Shape::Number,
        (Shape::Text(Some(texts)), Shape::Text(Some(others))) => {
            let mut all = texts.to_vec();
            all.extend(others.iter().filter(|text| !texts.contains(text)).cloned());
            if all.len() > texts.len() {
                all.sort(); // whichever came first
            }
            Shape::Text((all.len() <= TEXTS).then(|| all.into()))
        }
        (Shape::Text(_) | Shape::Timestamp, Shape::Text(_) | Shape::Timestamp) => Shape::TEXT,
        (Shape::Array(of), Shape::Array(others)) => {
            Shape::array(depth.below().map_or(Shape::Any, |depth| join(of, others, names, depth)))
        }
        (Shape::Object(own), Shape::Object(others)) => match depth.below() {
            None => Shape::open(),
            Some(depth) => {
                let all = records(own, others, names, depth);
                if all == **own { left.bare(names).clone() } else { Shape::Object(Rc::new(all)) }
            }
        },
        _ => Shape::Any,
    }
}

fn records(own: &Record, other: &Record, names: &Expanded, depth: Deepest) -> Record {
    let mut fields = BTreeMap::new();
    for (key, field) in &own.fields {
        let (shape, always) = match other.fields.get(key) {
            Some(theirs) => (join(&field.shape, &theirs.shape, names, depth), field.always && theirs.always),
            None => (join(&field.shape, &other.others, names, depth), false),
        };
        fields.insert(key.clone(), Field { shape, always });
    }
    for (key, field) in other.fields.iter().filter(|(key, _)| !own.fields.contains_key(*key)) {
        fields.insert(key.clone(), Field { shape: join(&field.shape, &own.others, names, depth), always: false });
    }
    Record::new(fields, join(&own.others, &other.others, names, depth))
}
