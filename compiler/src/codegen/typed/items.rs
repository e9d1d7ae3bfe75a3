//! The declared types as items: structs, enums, and how JSON becomes of them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    codegen::{doc, plan::Plan},
    types::{FieldDef, Ty, TypeDef, TypeId, TypeKind},
};

/// The module of the declared types, and what makes it a part of the flow's module; nothing where none is declared.
pub(in crate::codegen) fn items(plan: &Plan<'_>) -> Option<TokenStream> {
    let (declared, krate) = (&plan.declared, &plan.krate);
    if !plan.has_types() {
        return None;
    }
    let serde = without_spaces(&quote!(#krate::__private::serde));
    let names: Vec<_> = plan.type_ids().filter(|id| !plan.is_made(*id)).map(|id| plan.types.name(id)).collect();
    let items = plan.type_ids().map(|id| item(plan, id, declared.get(id), &serde));
    let public = (!names.is_empty()).then(|| {
        quote! {
            #[allow(unused_imports)]
            pub use types::{#(#names),*};
        }
    });
    Some(quote! {
        #public

        /// The types that are declared beside the definition, and those of the objects that the flow makes.
        #[allow(dead_code)]
        mod types {
            use #krate::__private::{self as rt, prelude::*};

            #(#items)*
        }
    })
}

fn item(plan: &Plan<'_>, id: TypeId, def: &TypeDef, serde: &str) -> TokenStream {
    let otherwise = if plan.is_made(id) {
        format!("`{}`, which the flow makes.", doc::code(&def.name))
    } else {
        format!("`{}` of the declared types.", doc::code(&def.name))
    };
    let doc = described(def.doc.as_deref(), &otherwise);
    let name = plan.types.name(id);
    let (item, from_json) = match &def.kind {
        TypeKind::Struct { fields, others } => record(plan, id, fields, others.as_ref(), serde),
        TypeKind::Enum(texts) => texts_enum(plan, id, texts, serde),
        TypeKind::Union { tag, variants } => union(plan, id, tag, variants, serde),
    };
    quote! {
        #doc
        #item

        impl rt::Typed for #name {
            fn from_json(value: rt::Value, at: &rt::Spot<'_>) -> Result<Self, rt::Misfit> {
                #from_json
            }
        }

        impl rt::TryFrom<rt::Value> for #name {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }
}

/// A struct, and how it is made.
fn record(
    plan: &Plan<'_>,
    id: TypeId,
    fields: &[FieldDef],
    others: Option<&Ty>,
    serde: &str,
) -> (TokenStream, TokenStream) {
    let name = plan.types.name(id);
    let public = if plan.is_made(id) { quote!(pub(super)) } else { quote!(pub) };
    let members = fields.iter().enumerate().map(|(at, field)| {
        let doc = described(field.doc.as_deref(), &format!("`{}`", doc::code(&field.key)));
        let (member, ty, key) = (plan.types.part(id, at), plan.types.field(id, at, field), &field.key);
        let skipped = (!field.required).then(|| quote!(#[serde(skip_serializing_if = "Option::is_none")]));
        let renamed = (member != *key).then(|| quote!(#[serde(rename = #key)]));
        quote! {
            #doc
            #renamed
            #skipped
            #public #member: #ty,
        }
    });
    let made = fields.iter().enumerate().map(|(at, field)| {
        let (member, key) = (plan.types.part(id, at), &field.key);
        let function = if field.required { quote!(required) } else { quote!(optional) };
        quote!(#member: fields.#function(#key)?,)
    });
    let (rest, made) = match others {
        None => (
            None,
            quote! {
                let made = Self { #(#made)* };
                fields.close()?;
                Ok(made)
            },
        ),
        Some(ty) => {
            let member = plan.types.others(id);
            let (ty, call) = match ty {
                Ty::Any => (quote!(rt::Object), quote!(fields.others())),
                ty => {
                    let ty = plan.types.rust(ty, &TokenStream::new());
                    (quote!(rt::BTreeMap<rt::String, #ty>), quote!(fields.typed_others()?))
                }
            };
            let rest = quote! {
                /// The keys that the type does not name.
                #[serde(flatten)]
                pub #member: #ty,
            };
            (Some(rest), quote!(Ok(Self { #(#made)* #member: #call })))
        }
    };
    let mutable = (!fields.is_empty()).then(|| quote!(mut));
    let item = quote! {
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = #serde, try_from = "rt::Value")]
        #public struct #name {
            #(#members)*
            #rest
        }
    };
    let from_json = quote! {
        let #mutable fields = rt::Fields::of(value, at)?;
        #made
    };
    (item, from_json)
}

/// An enum of texts, and how it is made.
fn texts_enum(plan: &Plan<'_>, id: TypeId, texts: &[String], serde: &str) -> (TokenStream, TokenStream) {
    let name = plan.types.name(id);
    let variants: Vec<_> = (0..texts.len()).map(|at| plan.types.part(id, at)).collect();
    let expected = texts.iter().map(|text| format!("`{}`", doc::code(text))).collect::<Vec<_>>().join(", ");
    let expected = if texts.len() == 1 { expected } else { format!("one of {expected}") };
    let docs = texts.iter().map(|text| doc(&format!("`{}`", doc::code(text))));
    let item = quote! {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = #serde, try_from = "rt::Value")]
        pub enum #name {
            #(
                #docs
                #[serde(rename = #texts)]
                #variants,
            )*
        }

        impl #name {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#variants => #texts,)*
                }
            }
        }
    };
    let from_json = quote! {
        match value.as_str() {
            #(Some(#texts) => Ok(Self::#variants),)*
            _ => Err(rt::Misfit::new(at, #expected, &value)),
        }
    };
    (item, from_json)
}

/// An enum of structs that a key tells apart, and how it is made.
fn union(
    plan: &Plan<'_>,
    id: TypeId,
    tag: &str,
    variants: &[(String, TypeId)],
    serde: &str,
) -> (TokenStream, TokenStream) {
    let name = plan.types.name(id);
    let texts: Vec<_> = variants.iter().map(|(text, _)| text).collect();
    let names: Vec<_> = (0..variants.len()).map(|at| plan.types.part(id, at)).collect();
    let types: Vec<_> = variants.iter().map(|(_, id)| plan.types.name(*id)).collect();
    let expected = texts.iter().map(|text| format!("`{}`", doc::code(text))).collect::<Vec<_>>().join(", ");
    let expected = format!("one of {expected}");
    let docs = texts.iter().map(|text| doc(&format!("`{}` is `{}`.", doc::code(tag), doc::code(text))));
    let item = quote! {
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = #serde, tag = #tag, try_from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        pub enum #name {
            #(
                #docs
                #[serde(rename = #texts)]
                #names(#types),
            )*
        }
    };
    let from_json = quote! {
        let mut fields = rt::Fields::of(value, at)?;
        let tag: rt::String = fields.required(#tag)?;
        match tag.as_str() {
            #(#texts => rt::Typed::from_json(fields.rest(), at).map(Self::#names),)*
            _ => Err(rt::Misfit::new(&rt::Spot::Key(at, #tag), #expected, &rt::Value::from(tag))),
        }
    };
    (item, from_json)
}

/// A description, or what is said where there is none.
fn described(description: Option<&str>, otherwise: &str) -> TokenStream {
    match description.map(str::trim) {
        // Nothing in it may look like an example, which rustdoc would compile.
        Some(text) if !text.is_empty() => text.lines().map(|line| doc(&line.trim().replace("```", "`"))).collect(),
        _ => doc(otherwise),
    }
}

/// A path as text.
pub(super) fn without_spaces(path: &TokenStream) -> String {
    path.to_string().replace(' ', "")
}
