//! The loop that runs the steps of a scope.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{input_type, target, whereabouts};
use crate::{
    codegen::{
        doc,
        names::ident,
        plan::{PART, Plan},
        step,
        typed::At,
    },
    ir::{DataRule, ScopeId, ScopeKind, StepId},
};

/// How a scope holds its data.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// An `rt::Object` that outputs are added to.
    Object,
    /// A `Local` that outputs are added to.
    Slots,
    /// An `rt::Value` that outputs replace.
    Json,
    /// A `Held` that outputs replace.
    Passing,
}

impl Form {
    fn of(plan: &Plan<'_>, id: ScopeId) -> Self {
        match plan.flow.scope(id).data {
            DataRule::Accumulate if plan.slots(id).is_some() => Self::Slots,
            DataRule::Accumulate => Self::Object,
            DataRule::Replace if plan.passing(id).is_some() => Self::Passing,
            DataRule::Replace => Self::Json,
        }
    }

    /// The type of what the scope ends with.
    fn outcome(self, plan: &Plan<'_>, id: ScopeId) -> TokenStream {
        match self {
            Self::Object => quote!(rt::Object),
            Self::Slots => quote!(Local),
            Self::Json | Self::Passing => plan.rust(plan.forms.ty(&At::End(id))),
        }
    }

    /// The scope as it begins, or goes on; where it has ended before, the loop is left.
    fn opened(self, plan: &Plan<'_>, id: ScopeId) -> TokenStream {
        let entry = target(plan, plan.flow.scope(id).entry);
        let begun = match self {
            Self::Json => quote!(open_replacing(cx, path, #entry, input)),
            Self::Passing => {
                let into = plan.start(id).1;
                quote!(open_passing(cx, path, #entry, input, #into))
            }
            Self::Object | Self::Slots if plan.consumer(id).is_some() => quote!(open_with(cx, path, #entry, &input)),
            Self::Object | Self::Slots if plan.input_type(id).is_some() || plan.reads_of_input(id).is_some() => {
                quote!(open_with(cx, path, #entry, input))
            }
            Self::Slots => quote!(open_with(cx, path, #entry, input.own())),
            Self::Object => quote!(open(cx, path, #entry, input)),
        };
        let done = match self {
            Self::Object | Self::Json => quote!(Ok(outcome)),
            Self::Slots => quote!(rt::ended_at(path, outcome)),
            Self::Passing => quote!(outcome.end(path)),
        };
        quote! {
            match Scope::#begun? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return #done,
            }
        }
    }

    /// The step is entered, unless the scope was found standing there.
    fn entered(self) -> TokenStream {
        let entered = quote!(here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;);
        match self {
            Self::Slots => quote! {
                if resumed {
                    scope.readable(cx, &here)?;
                } else {
                    #entered
                }
            },
            Self::Object | Self::Json | Self::Passing => quote!(if !resumed { #entered }),
        }
    }

    /// The method that takes up what a step gives.
    fn take_up(self) -> TokenStream {
        match self {
            Self::Object => quote!(accumulate),
            Self::Slots => quote!(take_up),
            Self::Json | Self::Passing => quote!(replace),
        }
    }

    fn close(self) -> TokenStream {
        match self {
            Self::Object | Self::Slots | Self::Json => quote!(scope.close(cx, path)),
            Self::Passing => quote!(scope.close(cx, path)?.end(path)),
        }
    }
}

/// The loop.
pub(super) fn run(plan: &Plan<'_>, id: ScopeId, steps: &[(StepId, step::Generated)]) -> TokenStream {
    let scope = plan.flow.scope(id);
    let doc = doc(&format!("Runs {} from where it stands to its end.", whereabouts(plan, scope)));
    let public = (scope.kind != ScopeKind::Flow).then(|| quote!(pub(super)));
    let planned = &plan.scopes[id.0];
    let (generic, parameter) = if planned.calls {
        (Some(quote!(, F: Functions)), Some(quote!(functions: &rt::Arc<F>,)))
    } else {
        (None, None)
    };
    let form = Form::of(plan, id);
    let (outcome, ty) = (form.outcome(plan, id), input_type(plan, id));
    let opened = form.opened(plan, id);
    let reads_input = steps.iter().any(|(_, step)| step.needs.input);
    let consumed = plan.consumer(id).filter(|_| reads_input).map(|_| quote!(let mut input = Some(input);));
    let (entered, take_up, close) = (form.entered(), form.take_up(), form.close());
    let body = if steps.is_empty() {
        quote!(let scope = #opened;)
    } else {
        let left = if planned.parts.is_empty() {
            let arms = steps.iter().map(|(step, generated)| {
                let (variant, call) = (plan.variant(*step), &generated.call);
                quote!(At::#variant => #call,)
            });
            quote!(match at { #(#arms)* })
        } else {
            let last = planned.parts.len() - 1;
            let arms = planned.parts.iter().zip(steps.chunks(PART)).enumerate().map(|(at, (name, steps))| {
                let call = part(plan, id, name, steps).1;
                let end = Literal::usize_unsuffixed((at + 1) * PART);
                if at == last { quote!(_ => #call,) } else { quote!(..#end => #call,) }
            });
            quote!(match at as usize { #(#arms)* })
        };
        quote! {
            let mut scope = #opened;
            #consumed
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                #entered
                let left = #left;
                scope.#take_up(cx, &here, left)?;
            }
        }
    };
    quote! {
        #doc
        #public async fn run<C: rt::Context #generic>(
            cx: &C,
            #parameter
            path: &rt::Path<'_>,
            input: #ty,
        ) -> rt::Res<#outcome> {
            #body
            #close
        }
    }
}

/// The function of a part of the steps of a scope, and its call.
pub(super) fn part(
    plan: &Plan<'_>,
    id: ScopeId,
    name: &str,
    steps: &[(StepId, step::Generated)],
) -> (TokenStream, TokenStream) {
    let (name, rule) = (ident(name), plan.flow.scope(id).data);
    let needs = steps.iter().fold(step::Needs::default(), |needs, (_, step)| needs.or(step.needs));
    let last = steps.len() - 1;
    let arms = steps.iter().enumerate().map(|(at, (step, generated))| {
        let (variant, call) = (plan.variant(*step), &generated.call_by_reference);
        if at == last { quote!(_ => #call,) } else { quote!(At::#variant => #call,) }
    });
    let (asynchronous, awaited) =
        if needs.awaiting { (Some(quote!(async)), Some(quote!(.await))) } else { (None, None) };
    let given = [(needs.functions, quote!(functions)), (true, quote!(&here)), (needs.input, quote!(input))];
    let (data, ty) = match rule {
        DataRule::Accumulate if needs.taken => (quote!(&mut scope), quote!(scope: &mut Scope,)),
        DataRule::Accumulate => (quote!(&scope), quote!(scope: &Scope,)),
        DataRule::Replace => (quote!(scope.take()), step::data_parameter(plan, id)),
    };
    let given = given.into_iter().chain([(needs.scope, data)]).filter(|(needed, _)| *needed);
    let given = given.map(|(_, name)| name);
    let generic = needs.functions.then(|| quote!(, F: Functions));
    let functions = needs.functions.then(|| quote!(functions: &rt::Arc<F>,));
    let input_type = input_type(plan, id);
    let input = needs.input.then(|| quote!(input: #input_type,));
    let scope = needs.scope.then_some(ty);
    let left = step::left(plan, id);
    let (first, end) = steps.first().zip(steps.last()).map_or_else(Default::default, |((first, _), (end, _))| {
        (doc::code(&plan.flow.step(*first).name), doc::code(&plan.flow.step(*end).name))
    });
    let doc = doc(&format!("The steps from `{first}` to `{end}`."));
    let function = quote! {
        #doc
        #asynchronous fn #name<C: rt::Context #generic>(
            at: At,
            cx: &C,
            #functions
            here: &rt::Here<'_>,
            #input
            #scope
        ) -> rt::Res<#left> {
            match at {
                #(#arms)*
            }
        }
    };
    (function, quote!(#name(at, cx, #(#given),*) #awaited))
}
