//! What a path is in generated code: a chain of calls, or a place.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{env::Holder, typed::Place};
use crate::{ir::Segment, types::Ty};

/// A path in generated code.
#[derive(Debug)]
pub(super) enum Chain {
    /// It leads nowhere.
    Missing,
    /// It gives an array without elements.
    Nothing,
    /// All that a root holds.
    Whole(Holder),
    /// An `Option<&rt::Value>`.
    One(TokenStream),
    /// An iterator of `&rt::Value`.
    Many(TokenStream),
    /// A `&str`.
    Text(TokenStream),
    /// A `u64`.
    Number(TokenStream),
    /// An `rt::Value` that is moved out of what holds it.
    Moved(TokenStream),
    /// An `Option<&rt::Value>` into what is gone at the end of the statement.
    Temporary(TokenStream),
    /// Typed data.
    Typed(Place),
    /// An iterator of references to typed data.
    Each(TokenStream, Ty),
}

impl Chain {
    /// A path that leads nowhere.
    pub(super) fn nowhere(segments: &[Segment]) -> Self {
        if segments.contains(&Segment::Each) { Self::Nothing } else { Self::Missing }
    }

    /// A path down from an `rt::Value`, a reference to one, or an `Option` of such a reference.
    pub(super) fn of_value(start: &TokenStream, segments: &[Segment]) -> Self {
        match segments.iter().position(|segment| *segment == Segment::Each) {
            None => {
                let downs = segments.iter().map(down);
                Self::One(quote!(#start #(#downs)*))
            }
            Some(at) => {
                let downs = segments[..at].iter().map(down);
                each(quote!(#start #(#downs)*.each()), &segments[at + 1..])
            }
        }
    }

    /// Whether it may lead nowhere.
    pub(super) fn may_be_missing(&self) -> bool {
        !matches!(self, Self::Typed(place) if !place.is_optional())
    }

    /// An `Option` of a reference to what can be written as JSON.
    pub(super) fn as_option(&self) -> TokenStream {
        match self {
            Self::Typed(place) => place.as_option(),
            Self::One(chain) | Self::Temporary(chain) => chain.clone(),
            _ => quote!(None::<&rt::Value>),
        }
    }

    /// The same from a value that is made for it.
    pub(super) fn of_made(start: &TokenStream, segments: &[Segment]) -> Self {
        match Self::of_value(start, segments) {
            Self::One(chain) => Self::Temporary(chain),
            chain => chain,
        }
    }
}

/// A step down from a value.
pub(super) fn down(segment: &Segment) -> TokenStream {
    match segment {
        Segment::Key(key) => quote!(.key(#key)),
        Segment::Index(index) => {
            let index = Literal::usize_unsuffixed(*index);
            quote!(.at(#index))
        }
        Segment::Each => quote!(.each()),
    }
}

/// What follows `[*]`: each run of keys and indexes is applied to every element, each further `[*]` flattens.
pub(super) fn each(mut chain: TokenStream, segments: &[Segment]) -> Chain {
    let mut rest = segments;
    while !rest.is_empty() {
        match rest.iter().position(|segment| *segment == Segment::Each) {
            None => {
                let downs = rest.iter().map(down);
                chain = quote!(#chain.filter_map(|it| it #(#downs)*));
                rest = &[];
            }
            Some(0) => {
                chain = quote!(#chain.flat_map(rt::Look::each));
                rest = &rest[1..];
            }
            Some(at) => {
                let downs = rest[..at].iter().map(down);
                chain = quote!(#chain.flat_map(|it| it #(#downs)*.each()));
                rest = &rest[at + 1..];
            }
        }
    }
    Chain::Many(chain)
}
