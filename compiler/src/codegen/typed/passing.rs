//! The data of a scope that each step replaces: one type for each step that control comes to.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    items::without_spaces,
    mentions::bound,
    place::Place,
    search::{At, at_target, start},
};
use crate::{
    codegen::{
        doc,
        names::{Names, ident},
        plan::Plan,
        scope,
    },
    ir::{DataRule, ScopeId, StepId, Target},
    types::Ty,
};

/// The variants of the data of a scope, and of what its steps give.
#[derive(Debug, Default, Clone)]
pub(in crate::codegen) struct Passing {
    /// The steps that are entered with typed data.
    data: BTreeMap<StepId, String>,
    /// What is given with a type: by the step, by which clause.
    given: BTreeMap<(StepId, Option<usize>), String>,
}

/// The variants for a scope; nothing where all of its data is JSON.
pub(super) fn passing(plan: &Plan<'_>, id: ScopeId) -> Option<Passing> {
    let scope = plan.flow.scope(id);
    if scope.data != DataRule::Replace {
        return None;
    }
    let is_typed = |at: At| *plan.forms.ty(&at) != Ty::Any;
    let (mut data, mut given) = (Names::reserving(["Json", "End"]), Names::reserving(["Json"]));
    let mut found = Passing::default();
    for id in &scope.steps {
        let variant = &plan.steps[id.0].variant;
        if is_typed(At::Data(*id)) {
            found.data.insert(*id, data.camel(variant, "step"));
        }
        if is_typed(At::Output(*id, None)) {
            found.given.insert((*id, None), given.camel(variant, "step"));
        }
        for number in 0..plan.flow.step(*id).catch.len() {
            if is_typed(At::Output(*id, Some(number))) {
                let variant = given.camel(&format!("{variant} caught {}", number + 1), "step");
                found.given.insert((*id, Some(number)), variant);
            }
        }
    }
    (!found.data.is_empty() || !found.given.is_empty() || is_typed(At::End(id))).then_some(found)
}

/// The enums of the data of a scope and of what its steps give.
pub(in crate::codegen) fn data(plan: &Plan<'_>, id: ScopeId, whereabouts: &str) -> Option<TokenStream> {
    let passing = plan.passing(id)?;
    let krate = &plan.krate;
    let serde = without_spaces(&quote!(#krate::__private::serde));
    let doc = doc(&format!("The data of {whereabouts}, by the step that it is for."));
    let end = plan.forms.ty(&At::End(id));
    let steps = passing.data.iter().map(|(id, variant)| (ident(variant), plan.rust(plan.forms.ty(&At::Data(*id)))));
    let ends = (*end != Ty::Any).then(|| (ident("End"), plan.rust(end)));
    let (variants, types): (Vec<_>, Vec<_>) = steps.chain(ends).unzip();
    let end_type = plan.rust(end);
    let (path, finish) = if *end == Ty::Any {
        (quote!(_), quote!(Ok(self.into_json()?)))
    } else {
        let finish = quote! {
            match self {
                Self::End(data) => Ok(data),
                other => Ok(rt::fit_end_at(path, other.into_json()?)?),
            }
        };
        (quote!(path), finish)
    };
    let given = (!plan.flow.scope(id).steps.is_empty()).then(|| given(plan, id, passing, &serde));
    Some(quote! {
        #doc
        #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
        #[serde(crate = #serde, untagged, from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        enum Held {
            /// As it is kept, or of no type.
            Json(rt::Value),
            #(
                #[allow(dead_code)]
                #variants(#types),
            )*
        }

        impl Held {
            fn into_json(self) -> Result<rt::Value, rt::StepError> {
                match self {
                    Self::Json(data) => Ok(data),
                    #(Self::#variants(data) => rt::to_json(&data),)*
                }
            }

            /// What the scope ends with.
            fn end(self, #path: &rt::Path<'_>) -> rt::Res<#end_type> {
                #finish
            }
        }

        impl Default for Held {
            fn default() -> Self {
                Self::Json(rt::Value::Null)
            }
        }

        impl From<rt::Value> for Held {
            fn from(data: rt::Value) -> Self {
                Self::Json(data)
            }
        }

        #given
    })
}

/// The enum of what the steps of a scope give.
fn given(plan: &Plan<'_>, id: ScopeId, passing: &Passing, serde: &str) -> TokenStream {
    let variants: Vec<_> = passing.given.values().map(|variant| ident(variant)).collect();
    let types = passing.given.iter().map(|((id, clause), _)| plan.rust(plan.forms.ty(&At::Output(*id, *clause))));
    let arms = passing.given.iter().map(|((step, clause), variant)| {
        let variant = ident(variant);
        let mut targets: Vec<_> =
            plan.ways(*step).into_iter().filter(|(by, _)| by == clause).map(|(_, target)| target).collect();
        // What is left is the last one.
        let last = targets.pop();
        let arms = targets.into_iter().map(|target| (scope::target(plan, target), target));
        let arms = arms.chain(last.map(|target| (quote!(_), target))).map(|(to, target)| {
            let data = arriving(plan, id, (*step, *clause), target);
            let it = bound("it", &data);
            quote!((Self::#variant(#it), #to) => #data,)
        });
        quote!(#(#arms)*)
    });
    let arms: Vec<_> = arms.collect();
    quote! {
        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = #serde, untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Json(rt::Value),
            #(#variants(#types),)*
        }

        impl rt::Passes<At, Held> for Given {
            fn pass(self, to: Option<At>, forgotten: &[&str]) -> Result<Held, rt::StepError> {
                Ok(match (self, to) {
                    (Self::Json(it), _) => Held::Json(rt::forget(it, forgotten)),
                    #(#arms)*
                })
            }
        }
    }
}

/// What is given, `it`, as the data that control goes on with.
fn arriving(plan: &Plan<'_>, scope: ScopeId, from: (StepId, Option<usize>), target: Target) -> TokenStream {
    let forgotten = plan.forgotten_by(from.0, from.1, target);
    let given = plan.forms.ty(&At::Output(from.0, from.1));
    let variant = match target {
        Target::Step(id) => plan.data_variant(id).map(ident),
        Target::End => Some(ident("End")),
    };
    let (wanted, place) =
        (plan.forms.ty(&at_target(scope, target)), Place { last: true, ..Place::new(quote!(it), given.clone()) });
    let made = plan.known().passed(&place, wanted, &forgotten);
    match (made, variant) {
        (Some(made), Some(variant)) if *wanted != Ty::Any => quote!(Held::#variant(#made)),
        _ if forgotten.is_empty() => quote!(Held::Json(rt::to_json(&it)?)),
        _ => quote!(Held::Json(rt::forget(rt::to_json(&it)?, &[#(#forgotten),*]))),
    }
}

impl Plan<'_> {
    /// The variants of the data of a scope; nothing where all of it is JSON.
    pub(in crate::codegen) fn passing(&self, id: ScopeId) -> Option<&Passing> {
        self.forms.passing.get(id.0)?.as_ref()
    }

    /// The variant of the data that a step is entered with, where it is typed.
    pub(in crate::codegen) fn data_variant(&self, id: StepId) -> Option<&str> {
        let passing = self.passing(self.flow.step(id).scope)?;
        passing.data.get(&id).map(String::as_str)
    }

    /// The variant of what a step gives, or a clause of it, where it is typed.
    pub(in crate::codegen) fn given_variant(&self, id: StepId, clause: Option<usize>) -> Option<&str> {
        let passing = self.passing(self.flow.step(id).scope)?;
        passing.given.get(&(id, clause)).map(String::as_str)
    }

    /// The type of the input of a scope whose data is replaced, and how it becomes the data.
    pub(in crate::codegen) fn start(&self, id: ScopeId) -> (&Ty, TokenStream) {
        let at = start(self.flow, id);
        let variant = match at {
            At::Data(step) => self.data_variant(step).unwrap_or("Json"),
            _ if *self.forms.ty(&at) == Ty::Any => "Json",
            _ => "End",
        };
        let variant = ident(variant);
        (self.forms.ty(&at), quote!(Held::#variant))
    }
}
