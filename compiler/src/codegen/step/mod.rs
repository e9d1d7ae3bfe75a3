//! A step: its function, from its input to where it leaves for. One file a kind.

mod choice;
mod found;
mod hand;
mod input;
mod leave;
mod nested;
mod spent;
mod task;
mod typed;
mod wait;

pub(super) use found::{gathered, given, handed, made_input, passed_on};
pub(super) use spent::consumer;
pub(super) use typed::result_type;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

use self::input::{Form, form};
use super::{
    doc,
    env::{Env, Holder, Uses},
    names::capitalized,
    plan::Plan,
    policy, scope,
    typed::asks,
};
use crate::ir::{DataRule, ScopeId, Step, StepId, StepKind};

/// What is generated for a step.
pub(super) struct Generated {
    /// Its function.
    pub(super) function: TokenStream,
    /// How the loop of its scope calls the function.
    pub(super) call: TokenStream,
    /// How the function is called where what it needs is at hand by reference.
    pub(super) call_by_reference: TokenStream,
    /// What it needs for that.
    pub(super) needs: Needs,
}

/// What the function of a step needs besides the context and the step.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for a parameter")]
pub(super) struct Needs {
    pub(super) functions: bool,
    pub(super) input: bool,
    pub(super) scope: bool,
    /// The scope, to move data out of it.
    pub(super) taken: bool,
    /// To be awaited.
    pub(super) awaiting: bool,
}

impl Needs {
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            functions: self.functions || other.functions,
            input: self.input || other.input,
            scope: self.scope || other.scope,
            taken: self.taken || other.taken,
            awaiting: self.awaiting || other.awaiting,
        }
    }
}

/// What a step does between its start and its end.
enum Work {
    /// Statements and an expression of type `rt::Res<rt::Left<At>>`.
    Block {
        tokens: TokenStream,
        /// Whether something is awaited in it.
        awaits: bool,
        /// Whether functions are called in it.
        calls: bool,
    },
    /// A call, and whether it is one of a function.
    Awaited(Awaited, bool),
}

/// A call in the middle of a step.
struct Awaited {
    /// Statements.
    before: TokenStream,
    /// The call.
    future: TokenStream,
    /// Whether its failure is a value (`rt::Res<Result<_, rt::StepError>>`).
    is_value: bool,
    /// The pattern that its result is bound to.
    result: Option<TokenStream>,
    /// Statements and an expression of type `rt::Res<rt::Left<At>>`.
    after: TokenStream,
}

/// A step that is being generated.
struct Site<'s, 'a> {
    plan: &'s Plan<'a>,
    id: StepId,
    step: &'a Step,
    /// How the scope of the step takes up its output.
    rule: DataRule,
    form: Form,
    /// `Ok`, with as much of its type as is needed.
    ok: TokenStream,
}

/// The function of a step.
pub(super) fn generate(plan: &Plan<'_>, id: StepId) -> Generated {
    let step = plan.flow.step(id);
    let uses = Uses::default();
    let site = Site::new(plan, id);
    let env = site.env(&uses);
    let (tokens, awaits, calls) = site.caught(&env);
    let retry = policy::retry_static(&step.retry);
    let start = site.start(&env);

    let name = plan.function(id);
    let doc = doc(&format!("{} `{}`, {}.", kind(&step.kind), doc::code(&step.name), plan.place(step.span)));
    let needs = Needs {
        functions: calls,
        input: uses.input.get(),
        scope: uses.scope.get(),
        taken: uses.taken.get(),
        awaiting: awaits,
    };
    let functions = calls.then(|| quote!(functions,));
    let consumes = needs.input && site.consumes_input();
    let input_by_reference = needs.input.then(|| quote!(input,));
    let input = if consumes { Some(quote!(input.take(),)) } else { input_by_reference.clone() };
    let (given, given_by_reference, scope) = match site.rule {
        DataRule::Accumulate if needs.taken => (quote!(&mut scope,), quote!(scope,), quote!(scope: &mut Scope,)),
        DataRule::Accumulate => (quote!(&scope,), quote!(scope,), quote!(scope: &Scope,)),
        DataRule::Replace => (quote!(scope.take(),), quote!(data,), data_parameter(plan, step.scope)),
    };
    let data = needs.scope.then(|| site.taken_data());
    let outcome = site.outcome();
    let given = needs.scope.then_some(given);
    let given_by_reference = needs.scope.then_some(given_by_reference);
    let scope = needs.scope.then_some(scope);
    let (asynchronous, awaited) = if awaits { (Some(quote!(async)), Some(quote!(.await))) } else { (None, None) };
    let call = quote!(#name(cx, #functions &here, #input #given) #awaited);
    let call_by_reference = quote!(#name(cx, #functions here, #input_by_reference #given_by_reference) #awaited);
    let generic = calls.then(|| quote!(, F: Functions));
    let functions = calls.then(|| quote!(functions: &rt::Arc<F>,));
    let input_type = scope::input_type(plan, step.scope);
    let input_type = if consumes { quote!(Option<#input_type>) } else { input_type };
    let taken = if consumes { site.taken_input() } else { None };
    let input = needs.input.then(|| quote!(input: #input_type,));
    let left = left(plan, step.scope);
    let function = quote! {
        #doc
        #asynchronous fn #name<C: rt::Context #generic>(
            cx: &C,
            #functions
            here: &rt::Here<'_>,
            #input
            #scope
        ) -> rt::Res<#left> {
            #retry
            #outcome
            #data
            #taken
            #start
            #tokens
        }
    };
    Generated { function, call, call_by_reference, needs }
}

/// What a step leaves its scope with (`rt::Left`).
pub(super) fn left(plan: &Plan<'_>, scope: ScopeId) -> TokenStream {
    match plan.flow.scope(scope).data {
        DataRule::Accumulate if plan.slots(scope).is_some() => quote!(rt::Left<At, Given>),
        DataRule::Accumulate => quote!(rt::Left<At>),
        DataRule::Replace if plan.passing(scope).is_some() => quote!(rt::Left<At, Given>),
        DataRule::Replace => quote!(rt::Left<At, rt::Value>),
    }
}

/// The parameter `data` of a step, or of a part of the steps of a scope.
pub(super) fn data_parameter(plan: &Plan<'_>, scope: ScopeId) -> TokenStream {
    if plan.passing(scope).is_some() { quote!(data: Held,) } else { quote!(data: rt::Value,) }
}

impl Work {
    /// Statements and an expression; whether something is awaited, and whether functions are called.
    fn plain(self) -> (TokenStream, bool, bool) {
        match self {
            Self::Block { tokens, awaits, calls } => (tokens, awaits, calls),
            Self::Awaited(Awaited { before, future, is_value, result, after }, calls) => {
                let bound = result.map(|result| quote!(let #result =));
                let again = is_value.then(|| quote!(?));
                (quote!(#before #bound #future.await? #again; #after), true, calls)
            }
        }
    }
}

impl<'s, 'a> Site<'s, 'a> {
    fn new(plan: &'s Plan<'a>, id: StepId) -> Self {
        let step = plan.flow.step(id);
        let site = Self { plan, id, step, rule: plan.flow.scope(step.scope).data, form: form(step), ok: quote!(Ok) };
        Self { form: site.form_of_typed(), ..site }
    }
}

impl Site<'_, '_> {
    /// The work with the catch clauses around it; whether it awaits something, and whether it calls functions.
    fn caught(&self, env: &Env<'_>) -> (TokenStream, bool, bool) {
        let work = self.work(env);
        if self.step.catch.is_empty() {
            return work.plain();
        }
        let clauses: Vec<_> =
            self.step.catch.iter().enumerate().map(|(at, clause)| self.catch(at, clause, env)).collect();
        match work {
            // Nothing but the call can fail.
            Work::Awaited(Awaited { before, future, is_value, result, after }, calls)
                if !self.input_is_caught() && !asks(&before) && !asks(&after) =>
            {
                let result = result.unwrap_or_else(|| quote!(_));
                let outcome = if is_value { quote!(rt::outcome_of(#future.await)) } else { quote!(#future.await) };
                let tokens = quote! {
                    #before
                    let outcome = #outcome;
                    match outcome {
                        Ok(#result) => { #after }
                        #(#clauses)*
                        Err(halt) => Err(halt),
                    }
                };
                (tokens, true, calls)
            }
            _ => {
                let site = Site { ok: quote!(rt::Res::Ok), ..*self };
                let (body, _, calls) = site.work(env).plain();
                let checked = self.input_is_caught().then(|| self.constructed(env));
                let tokens = quote! {
                    let outcome = async { #checked #body }.await;
                    match outcome {
                        #(#clauses)*
                        outcome => outcome,
                    }
                };
                (tokens, true, calls)
            }
        }
    }

    fn work(&self, env: &Env<'_>) -> Work {
        match &self.step.kind {
            StepKind::Task(task) => self.task(task, env),
            StepKind::Pass | StepKind::Succeed => {
                let env = Env { result: Holder::Empty, ..env.clone() };
                Work::Block {
                    tokens: self.leave(self.step.next, &env).into_token_stream(),
                    awaits: false,
                    calls: false,
                }
            }
            StepKind::Wait(wait) => self.wait(wait, env),
            StepKind::Choice { entries, default } => self.choice(entries, default, env),
            StepKind::Parallel { branches, gather } => self.parallel(branches, *gather, env),
            StepKind::Foreach(foreach) => self.foreach(foreach, env),
            StepKind::Fail { error, cause } => {
                let (error, cause) = (error.as_deref().unwrap_or_default(), cause.as_deref().unwrap_or_default());
                Work::Block { tokens: quote!(rt::failure(#error, #cause)), awaits: false, calls: false }
            }
        }
    }

    fn nests(&self) -> bool {
        matches!(self.step.kind, StepKind::Choice { .. } | StepKind::Parallel { .. } | StepKind::Foreach(_))
    }
}

/// `Ok(value)`; without that and the `?` where the value comes from a result as it is.
fn ok(value: &TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = value.clone().into_iter().collect();
    match tokens.pop() {
        Some(TokenTree::Punct(punct)) if punct.as_char() == '?' => tokens.into_iter().collect(),
        _ => quote!(Ok(#value)),
    }
}

fn kind(kind: &StepKind) -> proc_macro2::Ident {
    format_ident!("{}", capitalized(kind.word()))
}
