//! Paths as chains of calls.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    env::{Env, Holder, Token},
    literal,
};
use crate::ir::{ContextField, Missing, Path, Root, Segment};

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
}

impl Env<'_> {
    /// The chain of calls that a path is.
    pub(super) fn chain(&self, path: &Path) -> Chain {
        if path.root == Root::Context(ContextField::ExecutionInput) {
            let downs = path.segments.iter().map(down);
            return Chain::One(quote!(rt::execution_input(cx) #(#downs)*));
        }
        if let Root::Context(field) = path.root {
            return match path.segments.first() {
                None => self.context(field),
                Some(Segment::Each) => Chain::Nothing,
                Some(_) => Chain::Missing,
            };
        }
        let chain = self.down_from(self.holder(path.root), path, &path.segments);
        if !matches!(chain, Chain::Missing | Chain::Nothing | Chain::Whole(Holder::Empty)) {
            self.note(path.root);
        }
        chain
    }

    /// The chain of a part of a path, from what holds its beginning.
    fn down_from(&self, holder: &Holder, path: &Path, segments: &[Segment]) -> Chain {
        let Some((first, rest)) = segments.split_first() else {
            return match holder {
                Holder::Absent => Chain::Missing,
                holder => Chain::Whole(holder.clone()),
            };
        };
        let start = match (holder, first) {
            (Holder::Layers(name) | Holder::Object(name) | Holder::Last(name), Segment::Key(key)) => {
                if rest.is_empty() && path.root == Root::Result && self.movable.contains(key) {
                    return Chain::Moved(quote!(#name.remove(#key).unwrap_or_default()));
                }
                quote!(#name.get(#key))
            }
            (Holder::Body(name), Segment::Key(key)) if key == "Body" => {
                return self.down_from(&Holder::Value(name.clone()), path, rest);
            }
            (Holder::Value(name) | Holder::LastValue(name), Segment::Each) => return each(quote!(#name.each()), rest),
            (Holder::Value(name), Segment::Key(key))
                if rest.is_empty() && path.root == Root::Result && self.movable.contains(key) =>
            {
                return Chain::Moved(match path.missing {
                    Missing::Null => quote!(rt::take(&mut #name, #key).unwrap_or_default()),
                    Missing::Fail => {
                        let text = self.words.path(path);
                        quote!(rt::taken(here, #text, rt::take(&mut #name, #key))?)
                    }
                });
            }
            (Holder::Value(name) | Holder::LastValue(name), _) => {
                let down = down(first);
                quote!(#name #down)
            }
            // An object has no elements, and what is absent has nothing at all.
            _ if segments.contains(&Segment::Each) => return Chain::Nothing,
            _ => return Chain::Missing,
        };
        match rest.iter().position(|segment| *segment == Segment::Each) {
            None => {
                let downs = rest.iter().map(down);
                Chain::One(quote!(#start #(#downs)*))
            }
            Some(at) => {
                let downs = rest[..at].iter().map(down);
                each(quote!(#start #(#downs)*.each()), &rest[at + 1..])
            }
        }
    }

    fn context(&self, field: ContextField) -> Chain {
        match field {
            ContextField::ExecutionName => Chain::Text(quote!(rt::Context::execution_name(cx))),
            ContextField::FlowName => Chain::Text(quote!(rt::Context::flow_name(cx))),
            ContextField::StepName if self.in_step => Chain::Text(quote!(here.step.name)),
            ContextField::StepEventId if self.in_step => Chain::Number(quote!(here.event_id)),
            ContextField::RetryCount if self.in_step => Chain::Number(quote!(here.retries())),
            ContextField::StepName
            | ContextField::StepEventId
            | ContextField::RetryCount
            // It is read like data.
            | ContextField::ExecutionInput => Chain::Missing,
            // Nobody gives an execution a role here.
            ContextField::RoleArn => Chain::Text(quote!("")),
            ContextField::TaskToken => match self.token {
                Token::Absent => Chain::Missing,
                Token::Given => Chain::Text(quote!(token.as_str())),
                Token::Optional => Chain::Text(quote!(token.map(rt::TaskToken::as_str))),
            },
        }
    }

    /// The owned value of a path.
    pub(super) fn path_value(&self, path: &Path) -> TokenStream {
        let fails = path.missing == Missing::Fail;
        match self.chain(path) {
            Chain::Missing if fails => {
                let found = self.found(path, &quote!(None));
                quote!(#found.clone())
            }
            Chain::Missing => quote!(rt::Value::Null),
            Chain::Nothing => literal::array(std::iter::empty()),
            Chain::Whole(Holder::Absent | Holder::Empty) => quote!(rt::Value::Object(rt::Object::new())),
            Chain::Whole(Holder::Layers(name)) => quote!(rt::Value::Object(#name.to_object())),
            Chain::Whole(Holder::Object(name)) => quote!(rt::Value::Object(#name.clone())),
            Chain::Whole(Holder::Last(name)) => quote!(rt::Value::Object(#name)),
            Chain::Whole(Holder::Value(name)) => quote!(#name.clone()),
            Chain::Whole(Holder::LastValue(name)) => quote!(#name),
            Chain::Whole(Holder::Body(name)) => quote!(rt::body(#name.clone())),
            Chain::One(chain) if fails => {
                let found = self.found(path, &chain);
                quote!(#found.clone())
            }
            Chain::One(chain) => quote!(#chain.or_null()),
            Chain::Many(chain) => quote!(rt::Value::Array(#chain.cloned().collect())),
            Chain::Text(text) | Chain::Number(text) => quote!(rt::Value::from(#text)),
            Chain::Moved(value) => value,
        }
    }

    /// The value of a path as a side of a comparison.
    pub(super) fn path_operand(&self, path: &Path) -> TokenStream {
        let fails = path.missing == Missing::Fail;
        match self.chain(path) {
            Chain::Missing if fails => self.found(path, &quote!(None)),
            Chain::Missing => quote!(rt::Operand::Null),
            Chain::One(chain) if fails => self.found(path, &chain),
            Chain::One(chain) => chain,
            Chain::Whole(Holder::Value(name)) => quote!(&#name),
            Chain::Text(_) if path.root == Root::Context(ContextField::TaskToken) && self.token == Token::Optional => {
                quote!(token.map_or(rt::Operand::Null, |token| rt::Operand::Text(token.as_str())))
            }
            Chain::Text(text) => text,
            Chain::Number(number) => quote!(i128::from(#number)),
            Chain::Nothing | Chain::Whole(_) | Chain::Many(_) | Chain::Moved(_) => {
                let value = self.path_value(path);
                quote!(&#value)
            }
        }
    }

    /// The value of a path as a `&rt::Value`.
    pub(super) fn path_borrowed(&self, path: &Path) -> TokenStream {
        match self.chain(path) {
            Chain::One(chain) if path.missing == Missing::Fail => self.found(path, &chain),
            Chain::Missing if path.missing == Missing::Fail => self.found(path, &quote!(None)),
            Chain::One(chain) => quote!(#chain.unwrap_or(&rt::Value::Null)),
            Chain::Whole(Holder::Value(name)) => quote!(&#name),
            _ => {
                let value = self.path_value(path);
                quote!(&#value)
            }
        }
    }

    /// What a chain leads to; an error where it leads nowhere.
    fn found(&self, path: &Path, chain: &TokenStream) -> TokenStream {
        let text = self.words.path(path);
        quote!(rt::found(here, #text, #chain)?)
    }
}

fn down(segment: &Segment) -> TokenStream {
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
fn each(mut chain: TokenStream, segments: &[Segment]) -> Chain {
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
