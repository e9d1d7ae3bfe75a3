//! How a step ends: its output, and where it leaves for.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::Site;
use crate::{
    codegen::{
        env::{Env, Holder, Token, Uses},
        scope, template,
        typed::{Place, mentions},
    },
    ir::{Catch, ContextField, DataRule, Mode, Output, Root, Step, StepKind, Target},
};

/// How a step ends.
pub(super) struct Leave {
    /// Statements.
    pub(super) before: TokenStream,
    /// An expression of type `rt::Res<rt::Left<At>>`.
    pub(super) left: TokenStream,
}

impl ToTokens for Leave {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.before.to_tokens(tokens);
        self.left.to_tokens(tokens);
    }
}

impl Site<'_, '_> {
    /// The end of the step: its output, and where it leaves for.
    pub(super) fn leave(&self, target: Target, env: &Env<'_>) -> Leave {
        self.leave_with(target, env, &Env { spent: self.spent(), ..env.clone() })
    }

    /// The same with an output that may take what it is made of.
    fn leave_with(&self, target: Target, env: &Env<'_>, taking: &Env<'_>) -> Leave {
        let (ok, to) = (&self.ok, scope::target(self.plan, target));
        let global = self.reads_after(Root::Global).then(|| quote!(let global = rt::global(cx)?;));
        let (shared, sharing) = match &self.step.global {
            None => (None, None),
            Some(template) => {
                let object = env.object(template);
                (Some(quote!(let shared = #object;)), Some(quote!(.sharing(shared))))
            }
        };
        let output = self.output(&self.step.output, None, taking);
        let forgetting = self.forgetting(&self.step.output, None, target);
        if shared.is_some() || matches!(self.step.output, Output::Template(_)) {
            let before = quote! {
                #global
                #shared
                let output = #output;
            };
            Leave { before, left: quote!(#ok(rt::Left::to(#to, output) #sharing #forgetting)) }
        } else {
            Leave { before: TokenStream::new(), left: quote!(#ok(rt::Left::to(#to, #output) #forgetting)) }
        }
    }

    /// The pattern that the result is bound to, if it is read, and the end of the step after that.
    pub(super) fn leave_after(&self, target: Target, env: &Env<'_>) -> (Option<TokenStream>, Leave) {
        let mut taking = Env { movable: self.movable(env), spent: self.spent(), ..env.clone() };
        match (&self.step.output, &env.result) {
            (Output::Template(template), Holder::Object(name)) if template::takes_whole_result(template, false) => {
                taking.result = Holder::Last(name.clone());
            }
            (Output::Template(template), Holder::Typed(place)) if template::takes_whole_result(template, false) => {
                taking.result = Holder::Typed(Place { last: true, ..place.clone() });
            }
            (Output::Template(template), Holder::TypedBody(place)) if template::takes_whole_result(template, true) => {
                taking.result = Holder::TypedBody(Place { last: true, ..place.clone() });
            }
            _ => {}
        }
        let is_json = matches!(env.result, Holder::Object(_) | Holder::Value(_) | Holder::Body(_));
        let changes = (is_json && !taking.movable.is_empty()).then(|| quote!(mut));
        let left = self.leave_with(target, env, &taking);
        let reads = env.uses.result.get() && (mentions(&left.before, "result") || mentions(&left.left, "result"));
        (reads.then(|| quote!(#changes result)), left)
    }

    /// The keys that the output can move out of a result.
    fn movable(&self, env: &Env<'_>) -> BTreeSet<String> {
        match (&self.step.output, &env.result) {
            (Output::Template(template), Holder::Object(_) | Holder::Value(_)) => {
                template::movable(template, false, false)
            }
            (Output::Template(template), Holder::Typed(_)) => template::movable(template, false, true),
            (Output::Template(template), Holder::Body(_)) => template::movable(template, true, false),
            (Output::Template(template), Holder::TypedBody(_)) => template::movable(template, true, true),
            _ => BTreeSet::new(),
        }
    }

    /// What the step gives to its scope (`impl Into<rt::StepOutput>`, or an `rt::Value` where it replaces the data).
    fn output(&self, output: &Output, clause: Option<usize>, env: &Env<'_>) -> TokenStream {
        if let Some(slots) = self.plan.slots(self.step.scope) {
            return self.given(output, clause, env, slots);
        }
        if self.plan.passing(self.step.scope).is_some() {
            return self.passed(output, clause, env);
        }
        self.json_output(output, env)
    }

    /// The same as JSON.
    pub(super) fn json_output(&self, output: &Output, env: &Env<'_>) -> TokenStream {
        let (root, holder) = match (output, self.rule) {
            (Output::Template(template), DataRule::Accumulate) => return env.step_output(template),
            (Output::Template(template), DataRule::Replace) => return env.template(template),
            (Output::Empty, _) => return self.empty(),
            (Output::Result, _) => (Root::Result, &env.result),
            (Output::Input, _) => (Root::StepInput, &env.step_input),
        };
        let shared = root == Root::StepInput && self.catch_reads_input();
        let object = match holder {
            Holder::Absent | Holder::Empty => return self.empty(),
            Holder::Layers(name) => quote!(#name.to_object()),
            Holder::Slots(..) | Holder::Over(..) | Holder::Tuple(_) => env.object_of(holder),
            Holder::Typed(place) | Holder::TypedBody(place) => {
                env.note(root);
                let value = env.known.to_json(place);
                return match (self.rule, holder) {
                    (DataRule::Accumulate, _) => quote!(rt::object(#value)?),
                    (DataRule::Replace, Holder::TypedBody(_)) => quote!(rt::body(#value)),
                    (DataRule::Replace, _) => value,
                };
            }
            Holder::Object(name) if shared => quote!(#name.clone()),
            Holder::Object(name) | Holder::Last(name) => quote!(#name),
            Holder::Value(name) | Holder::LastValue(name) | Holder::Body(name) => {
                env.note(root);
                return match (self.rule, holder) {
                    (DataRule::Accumulate, _) => quote!(rt::object(#name)?),
                    (DataRule::Replace, Holder::Body(_)) => quote!(rt::body(#name)),
                    (DataRule::Replace, _) if shared => quote!(#name.clone()),
                    (DataRule::Replace, _) => quote!(#name),
                };
            }
        };
        env.note(root);
        match self.rule {
            DataRule::Accumulate => object,
            DataRule::Replace => quote!(rt::Value::Object(#object)),
        }
    }

    fn empty(&self) -> TokenStream {
        match self.rule {
            DataRule::Accumulate => quote!(rt::Object::new()),
            DataRule::Replace => quote!(rt::Value::Object(rt::Object::new())),
        }
    }

    pub(super) fn catch(&self, at: usize, clause: &Catch, outer: &Env<'_>) -> TokenStream {
        let uses = Uses::default();
        let caught = Holder::Object(quote!(caught));
        // What the last attempt had is settled, and of no use any more.
        let token = if self.has_token() { Token::Optional } else { Token::Absent };
        let env = Env { caught, token, uses: &uses, ..self.without_token(outer) };
        let output = self.output(&clause.output, Some(at), &env);
        let bound = matches!(clause.output, Output::Template(_)).then(|| quote!(let output = #output;));
        let output = if bound.is_some() { quote!(output) } else { output };
        let caught = uses.caught.get().then(|| quote!(let caught = rt::caught(&error);));
        let global = reads(&clause.output, Root::Global).then(|| quote!(let global = rt::global(cx)?;));
        for (used, root) in
            [(&uses.input, Root::ScopeInput), (&uses.scope, Root::ScopeData), (&uses.step_input, Root::StepInput)]
        {
            if used.get() {
                outer.note(root);
            }
        }
        let no_token = (self.has_token() && reads(&clause.output, Root::Context(ContextField::TaskToken)))
            .then(|| quote!(let token = None::<&rt::TaskToken>;));
        let forgetting = self.forgetting(&clause.output, Some(at), clause.target);
        let again = if uses.step_input.get() { self.input_of_failed(outer) } else { None };
        let (errors, to) = (&clause.errors, scope::target(self.plan, clause.target));
        quote! {
            Err(rt::Halt::Failed(error)) if error.is_any(&[#(#errors),*]) => {
                #caught
                #global
                #no_token
                #again
                #bound
                Ok(rt::Left::caught(#to, #output, error) #forgetting)
            }
        }
    }

    /// What is dropped on the way to a target.
    fn forgetting(&self, output: &Output, clause: Option<usize>, target: Target) -> Option<TokenStream> {
        if self.plan.given_variant(self.id, clause).is_some() {
            // It goes when what is given becomes the data of the target.
            return None;
        }
        let keys = self.plan.forgotten(self.id, output, target);
        (!keys.is_empty()).then(|| quote!(.forgetting(&[#(#keys),*])))
    }

    pub(super) fn catch_reads_input(&self) -> bool {
        catch_reads_input(self.step)
    }

    /// Whether each attempt has a task token.
    fn has_token(&self) -> bool {
        matches!(&self.step.kind, StepKind::Task(task) if task.mode == Mode::WaitForCallback)
    }

    /// Whether the input of the step is read when it has its result.
    pub(super) fn reads_input_after(&self) -> bool {
        self.step.output == Output::Input || self.reads_after(Root::StepInput)
    }

    /// Whether what a root stands for is read when the step has its result.
    pub(super) fn reads_after(&self, root: Root) -> bool {
        reads(&self.step.output, root)
            || self.step.global.as_ref().is_some_and(|template| template::reads(template, root))
    }
}

fn reads(output: &Output, root: Root) -> bool {
    matches!(output, Output::Template(template) if template::reads(template, root))
}

pub(super) fn catch_reads_input(step: &Step) -> bool {
    step.catch.iter().any(|clause| template::reads_step_input(&clause.output))
}
