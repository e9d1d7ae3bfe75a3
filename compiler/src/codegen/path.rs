//! Paths as chains of calls.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    chain::{Chain, down, each},
    env::{Env, Holder, Token},
    literal,
    typed::{Form, Place},
};
use crate::{
    ir::{ContextField, Missing, Path, Root, Segment},
    types::Ty,
};

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
        let held = !matches!(self.holder(path.root), Holder::Over(..));
        if held && !matches!(chain, Chain::Missing | Chain::Nothing | Chain::Whole(Holder::Empty)) {
            self.note(path.root);
        }
        chain
    }

    /// The chain of a part of a path, from what holds its beginning.
    fn down_from(&self, holder: &Holder, path: &Path, segments: &[Segment]) -> Chain {
        let Some((first, rest)) = segments.split_first() else {
            return match holder {
                Holder::Absent => Chain::Missing,
                Holder::Typed(place) => Chain::Typed(place.clone()),
                holder => Chain::Whole(holder.clone()),
            };
        };
        let start = match (holder, first) {
            (Holder::Typed(place), _) => {
                let last = self.is_read_once(path, first);
                return self.known.down(Place { last, ..place.clone() }, segments);
            }
            (Holder::TypedBody(place), Segment::Key(key)) if key == "Body" => {
                let last = rest.first().map_or(place.last, |first| self.is_read_once(path, first));
                return self.known.down(Place { last, ..place.clone() }, rest);
            }
            (Holder::Slots(..), Segment::Key(key)) if self.bound.contains_key(key) => {
                return self.known.down(self.bound[key].clone(), rest);
            }
            (Holder::Slots(name, slots), Segment::Key(key)) => {
                return match slots.get(key) {
                    Some(slot) => {
                        let last = rest.is_empty() && self.is_read_once(path, first);
                        self.known.down(slots.place(slot, name, last), rest)
                    }
                    None => Chain::nowhere(rest),
                };
            }
            (Holder::Tuple(places), Segment::Index(index)) => {
                return places.get(*index).map_or_else(|| Chain::nowhere(rest), |it| self.known.down(it.clone(), rest));
            }
            (Holder::Tuple(places), Segment::Each) => {
                let array = self.tuple(places);
                return Chain::of_made(&array, segments);
            }
            (Holder::Over(over, below), Segment::Key(_)) => {
                let one = std::slice::from_ref(first);
                let over = self.down_from(over, path, one);
                if matches!(over, Chain::Missing) {
                    self.note(Root::ScopeInput);
                    return self.down_from(below, path, segments);
                }
                self.note(Root::ScopeData);
                let below = if over.may_be_missing() { self.down_from(below, path, one) } else { Chain::Missing };
                if !matches!(below, Chain::Missing) {
                    self.note(Root::ScopeInput);
                }
                return self.laid_over(over, below, rest);
            }
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

    /// Whether a key is read once, so that what is read of it can be moved.
    fn is_read_once(&self, path: &Path, first: &Segment) -> bool {
        let Segment::Key(key) = first else { return false };
        match path.root {
            Root::Result => self.movable.contains(key),
            Root::ScopeData if !self.in_step => self.movable.contains(key),
            root => self.spent.iter().any(|(known, spent)| *known == root && spent == key),
        }
    }

    /// The rest of a path from a key of an object that is laid over another one.
    fn laid_over(&self, over: Chain, below: Chain, rest: &[Segment]) -> Chain {
        match (over, below) {
            (Chain::Typed(over), Chain::Missing) => self.known.down(over, rest),
            (Chain::One(over), Chain::Missing) => Chain::of_value(&over, rest),
            (Chain::Typed(over), Chain::Typed(below)) if over.ty == below.ty => {
                let tokens = &over.tokens;
                let borrowed = below.borrowed();
                let place = if below.is_optional() {
                    Place::optional(quote!(#tokens.or(#borrowed)), over.ty)
                } else {
                    Place::reference(quote!(#tokens.unwrap_or(#borrowed)), over.ty)
                };
                self.known.down(place, rest)
            }
            (Chain::One(over), Chain::One(below)) => Chain::of_value(&quote!(#over.or(#below)), rest),
            (over, below) => {
                let (over, below) = (over.as_option(), below.as_option());
                Chain::of_made(&quote!(rt::either(#over, #below)?.as_ref()), rest)
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

    /// A member of the context that is text whenever it is read, as a `&str`.
    pub(super) fn context_text(&self, path: &Path) -> Option<TokenStream> {
        let may_lack = path.root == Root::Context(ContextField::TaskToken) && self.token == Token::Optional;
        match self.chain(path) {
            Chain::Text(text) if !may_lack => Some(text),
            _ => None,
        }
    }

    /// Data that is there, where a path fails that leads nowhere.
    pub(super) fn present(&self, path: &Path, place: Place) -> Place {
        if path.missing == Missing::Null || !place.is_optional() {
            return place;
        }
        let (text, tokens) = (self.words.path(path), &place.tokens);
        if place.form == Form::Owned {
            return Place { last: true, ..Place::new(quote!(rt::present(here, #text, #tokens)?), place.ty) };
        }
        Place::reference(quote!(rt::present(here, #text, #tokens)?), place.ty)
    }

    /// The owned value of a path.
    pub(super) fn path_value(&self, path: &Path) -> TokenStream {
        let fails = path.missing == Missing::Fail;
        match self.place_of(path) {
            Chain::Typed(place) | Chain::Whole(Holder::Typed(place)) => self.known.to_json(&place),
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
            Chain::Whole(Holder::TypedBody(place)) => {
                let value = self.known.to_json(&place);
                quote!(rt::body(#value))
            }
            Chain::Whole(Holder::Tuple(places)) => self.tuple(&places),
            Chain::Whole(holder @ (Holder::Slots(..) | Holder::Over(..))) => {
                let object = self.object_of(&holder);
                quote!(rt::Value::Object(#object))
            }
            Chain::One(chain) | Chain::Temporary(chain) if fails => {
                let found = self.found(path, &chain);
                quote!(#found.clone())
            }
            Chain::One(chain) | Chain::Temporary(chain) => quote!(#chain.or_null()),
            Chain::Many(chain) => quote!(rt::Value::Array(#chain.cloned().collect())),
            Chain::Each(chain, _) => quote!(rt::array_of(#chain)?),
            Chain::Text(text) | Chain::Number(text) => quote!(rt::Value::from(#text)),
            Chain::Moved(value) => value,
        }
    }

    /// The value of a path as a side of a comparison.
    pub(super) fn path_operand(&self, path: &Path) -> TokenStream {
        let fails = path.missing == Missing::Fail;
        match self.place_of(path) {
            Chain::Typed(place) => self.known.operand(&place),
            Chain::Missing if fails => self.found(path, &quote!(None)),
            Chain::Missing => quote!(rt::Operand::Null),
            Chain::One(chain) | Chain::Temporary(chain) if fails => self.found(path, &chain),
            Chain::One(chain) | Chain::Temporary(chain) => chain,
            Chain::Whole(Holder::Value(name)) => quote!(&#name),
            Chain::Text(_) if path.root == Root::Context(ContextField::TaskToken) && self.token == Token::Optional => {
                quote!(token.map_or(rt::Operand::Null, |token| rt::Operand::Text(token.as_str())))
            }
            Chain::Text(text) => text,
            Chain::Number(number) => quote!(i128::from(#number)),
            Chain::Nothing | Chain::Whole(_) | Chain::Many(_) | Chain::Each(..) | Chain::Moved(_) => {
                let value = self.path_value(path);
                quote!(&#value)
            }
        }
    }

    /// The value of a path as a `&rt::Value`.
    pub(super) fn path_borrowed(&self, path: &Path) -> TokenStream {
        match self.place_of(path) {
            Chain::Typed(place) if place.ty == Ty::Any => {
                let borrowed = place.borrowed();
                if place.is_optional() { quote!(#borrowed.unwrap_or(&rt::Value::Null)) } else { borrowed }
            }
            Chain::One(chain) | Chain::Temporary(chain) if path.missing == Missing::Fail => self.found(path, &chain),
            Chain::Missing if path.missing == Missing::Fail => self.found(path, &quote!(None)),
            Chain::One(chain) | Chain::Temporary(chain) => quote!(#chain.unwrap_or(&rt::Value::Null)),
            Chain::Whole(Holder::Value(name)) => quote!(&#name),
            _ => {
                let value = self.path_value(path);
                quote!(&#value)
            }
        }
    }

    /// All that a holder holds, as an `rt::Object`.
    pub(super) fn object_of(&self, holder: &Holder) -> TokenStream {
        match holder {
            Holder::Absent | Holder::Empty | Holder::Body(_) | Holder::TypedBody(_) => quote!(rt::Object::new()),
            Holder::Layers(name) => quote!(#name.to_object()),
            Holder::Object(name) => quote!(#name.clone()),
            Holder::Last(name) => quote!(#name),
            Holder::Slots(name, _) => quote!(rt::object_of(&#name)?),
            Holder::Over(over, below) => {
                self.note(Root::ScopeInput);
                self.note(Root::ScopeData);
                let (over, below) = (self.object_of(over), self.object_of(below));
                quote!(rt::overlay(#over, #below))
            }
            Holder::Typed(place) => {
                let borrowed = place.borrowed();
                quote!(rt::object_of(#borrowed)?)
            }
            Holder::Tuple(places) => {
                let array = self.tuple(places);
                quote!(rt::object(#array)?)
            }
            Holder::Value(name) => quote!(rt::object(#name.clone())?),
            Holder::LastValue(name) => quote!(rt::object(#name)?),
        }
    }

    /// Data of different types as an array (`rt::Value`).
    fn tuple(&self, places: &[Place]) -> TokenStream {
        literal::array(places.iter().map(|place| self.known.to_json(place)))
    }

    /// What a chain leads to; an error where it leads nowhere.
    fn found(&self, path: &Path, chain: &TokenStream) -> TokenStream {
        let text = self.words.path(path);
        quote!(rt::found(here, #text, #chain)?)
    }
}
