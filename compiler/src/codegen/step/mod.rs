//! A step: its function, from its input to where it leaves for. One file a kind.

mod choice;
mod nested;
mod task;
mod wait;

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

use super::{
    doc,
    env::{Env, Holder, Token, Uses},
    plan::Plan,
    policy, scope, template,
};
use crate::ir::{Call, Catch, Mode, Output, Root, Step, StepId, StepKind, Target, Task};

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
    /// To be awaited.
    pub(super) awaiting: bool,
}

impl Needs {
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            functions: self.functions || other.functions,
            input: self.input || other.input,
            scope: self.scope || other.scope,
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
    /// The pattern that its result is bound to.
    result: Option<TokenStream>,
    /// Statements and an expression of type `rt::Res<rt::Left<At>>`.
    after: TokenStream,
}

/// How a step ends.
struct Leave {
    /// Statements.
    before: TokenStream,
    /// An expression of type `rt::Res<rt::Left<At>>`.
    left: TokenStream,
}

impl ToTokens for Leave {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.before.to_tokens(tokens);
        self.left.to_tokens(tokens);
    }
}

/// How a step comes by its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `step_input`: the data of the scope over its input.
    Layers,
    /// `mapped`: an object.
    Mapped,
    /// `mapped(token)`: an object for each attempt, since it holds the task token.
    PerToken(Token),
}

/// A step that is being generated.
struct Site<'s, 'a> {
    plan: &'s Plan<'a>,
    step: &'a Step,
    form: Form,
    /// `Ok`, with as much of its type as is needed.
    ok: TokenStream,
}

/// The function of a step.
pub(super) fn generate(plan: &Plan<'_>, id: StepId) -> Generated {
    let step = plan.flow.step(id);
    let uses = Uses::default();
    let site = Site { plan, step, form: form(step), ok: quote!(Ok) };
    let env = site.env(&uses);
    let (tokens, awaits, calls) = site.caught(&env);
    let retry = policy::retry_static(&step.retry);
    let start = site.start(&env);

    let name = plan.function(id);
    let doc = doc(&format!("{} `{}`, {}.", kind(&step.kind), doc::code(&step.name), plan.place(step.span)));
    let needs = Needs { functions: calls, input: uses.input.get(), scope: uses.scope.get(), awaiting: awaits };
    let functions = calls.then(|| quote!(functions,));
    let input = needs.input.then(|| quote!(input,));
    let scope = needs.scope.then(|| quote!(&scope,));
    let (asynchronous, awaited) = if awaits { (Some(quote!(async)), Some(quote!(.await))) } else { (None, None) };
    let call = quote!(#name(cx, #functions &here, #input #scope) #awaited);
    let scope = needs.scope.then(|| quote!(scope,));
    let call_by_reference = quote!(#name(cx, #functions here, #input #scope) #awaited);
    let generic = calls.then(|| quote!(, F: Functions));
    let functions = calls.then(|| quote!(functions: &rt::Arc<F>,));
    let input = uses.input.get().then(|| quote!(input: &rt::Data<'_>,));
    let scope = uses.scope.get().then(|| quote!(scope: &Scope,));
    let function = quote! {
        #doc
        #asynchronous fn #name<C: rt::Context #generic>(
            cx: &C,
            #functions
            here: &rt::Here<'_>,
            #input
            #scope
        ) -> rt::Res<rt::Left<At>> {
            #retry
            #start
            #tokens
        }
    };
    Generated { function, call, call_by_reference, needs }
}

impl Work {
    /// Statements and an expression; whether something is awaited, and whether functions are called.
    fn plain(self) -> (TokenStream, bool, bool) {
        match self {
            Self::Block { tokens, awaits, calls } => (tokens, awaits, calls),
            Self::Awaited(Awaited { before, future, result, after }, calls) => {
                let bound = result.map(|result| quote!(let #result =));
                (quote!(#before #bound #future.await?; #after), true, calls)
            }
        }
    }
}

impl Site<'_, '_> {
    /// Where the templates of the step are evaluated.
    fn env<'u>(&self, uses: &'u Uses) -> Env<'u> {
        let step_input = match self.form {
            Form::Layers => Holder::Layers(quote!(step_input)),
            Form::Mapped if self.nests() => Holder::Layers(quote!(step_input)),
            Form::Mapped => Holder::Object(quote!(mapped)),
            Form::PerToken(_) => Holder::Object(quote!(step_input)),
        };
        Env { step_input, ..Env::in_step(uses) }
    }

    /// The step's input, and the mark that it starts.
    fn start(&self, env: &Env<'_>) -> TokenStream {
        let used = env.uses.step_input.get();
        let Some(template) = &self.step.input else {
            let layers = used.then(|| {
                env.note(Root::ScopeInput);
                env.note(Root::ScopeData);
                quote!(let step_input = rt::Data::over(&scope.local, input);)
            });
            return quote! {
                #layers
                here.started(cx)?;
            };
        };
        if let Form::PerToken(token) = self.form {
            let env = Env { token, ..env.clone() };
            let object = env.object(template);
            let ty = if token == Token::Optional { quote!(Option<&rt::TaskToken>) } else { quote!(&rt::TaskToken) };
            let mapped = if !used {
                None
            } else if template::object_can_fail(template) {
                Some(quote!(let mapped = |token: #ty| -> Result<rt::Object, rt::StepError> { Ok(#object) };))
            } else {
                Some(quote!(let mapped = |token: #ty| #object;))
            };
            return quote! {
                here.started(cx)?;
                #mapped
            };
        }
        let object = env.object(template);
        let layers = (used && self.nests()).then(|| quote!(let step_input = rt::Data::new(&mapped);));
        quote! {
            let mapped = #object;
            here.started_with(cx, &mapped)?;
            #layers
        }
    }

    /// The work with the catch clauses around it; whether it awaits something, and whether it calls functions.
    fn caught(&self, env: &Env<'_>) -> (TokenStream, bool, bool) {
        let work = self.work(env);
        if self.step.catch.is_empty() {
            return work.plain();
        }
        let clauses: Vec<_> = self.step.catch.iter().map(|clause| self.catch(clause, env)).collect();
        match work {
            // Nothing but the call can fail.
            Work::Awaited(Awaited { before, future, result, after }, calls) if !asks(&before) && !asks(&after) => {
                let result = result.unwrap_or_else(|| quote!(_));
                let tokens = quote! {
                    #before
                    let outcome = #future.await;
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
                let tokens = quote! {
                    let outcome = async { #body }.await;
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
            StepKind::Parallel { branches, .. } => self.parallel(branches, env),
            StepKind::Foreach(foreach) => self.foreach(foreach, env),
            StepKind::Fail { error, cause } => {
                let (error, cause) = (error.as_deref().unwrap_or_default(), cause.as_deref().unwrap_or_default());
                Work::Block { tokens: quote!(rt::failure(#error, #cause)), awaits: false, calls: false }
            }
        }
    }

    /// The end of the step: its output, and where it leaves for.
    fn leave(&self, target: Target, env: &Env<'_>) -> Leave {
        let (ok, to) = (&self.ok, scope::target(self.plan, target));
        let output = self.output(&self.step.output, env);
        if matches!(self.step.output, Output::Template(_)) {
            Leave { before: quote!(let output = #output;), left: quote!(#ok(rt::Left::to(#to, output))) }
        } else {
            Leave { before: TokenStream::new(), left: quote!(#ok(rt::Left::to(#to, #output))) }
        }
    }

    /// The pattern that the result is bound to, if it is read, and the end of the step after that.
    fn leave_after(&self, target: Target, env: &Env<'_>) -> (Option<TokenStream>, Leave) {
        let mut env = Env { movable: self.movable(env), ..env.clone() };
        if let (Output::Template(template), Holder::Object(name)) = (&self.step.output, &env.result)
            && template::takes_whole_result(template)
        {
            env.result = Holder::Last(name.clone());
        }
        let changes = (!env.movable.is_empty()).then(|| quote!(mut));
        let left = self.leave(target, &env);
        (env.uses.result.get().then(|| quote!(#changes result)), left)
    }

    /// The keys that the output can move out of a result.
    fn movable(&self, env: &Env<'_>) -> BTreeSet<String> {
        match (&self.step.output, &env.result) {
            (Output::Template(template), Holder::Object(_)) => template::movable(template),
            _ => BTreeSet::new(),
        }
    }

    /// What the step gives to its scope (`impl Into<rt::StepOutput>`).
    fn output(&self, output: &Output, env: &Env<'_>) -> TokenStream {
        let (root, holder) = match output {
            Output::Template(template) => return env.step_output(template),
            Output::Empty => return quote!(rt::Object::new()),
            Output::Result => (Root::Result, &env.result),
            Output::Input => (Root::StepInput, &env.step_input),
        };
        let object = match holder {
            Holder::Absent | Holder::Empty => return quote!(rt::Object::new()),
            Holder::Layers(name) => quote!(#name.to_object()),
            Holder::Object(name) if root == Root::StepInput && self.catch_reads_input() => quote!(#name.clone()),
            Holder::Object(name) | Holder::Last(name) => quote!(#name),
            Holder::Value(name) => quote!(rt::object(#name)?),
        };
        env.note(root);
        object
    }

    fn catch(&self, clause: &Catch, outer: &Env<'_>) -> TokenStream {
        let uses = Uses::default();
        let caught = Holder::Object(quote!(caught));
        let env = Env { caught, uses: &uses, ..outer.clone() };
        let output = self.output(&clause.output, &env);
        let bound = matches!(clause.output, Output::Template(_)).then(|| quote!(let output = #output;));
        let output = if bound.is_some() { quote!(output) } else { output };
        let caught = uses.caught.get().then(|| quote!(let caught = rt::caught(&error);));
        for (used, root) in
            [(&uses.input, Root::ScopeInput), (&uses.scope, Root::ScopeData), (&uses.step_input, Root::StepInput)]
        {
            if used.get() {
                outer.note(root);
            }
        }
        let again = if uses.step_input.get() { self.input_again(&quote!(None)) } else { None };
        let (errors, to) = (&clause.errors, scope::target(self.plan, clause.target));
        quote! {
            Err(rt::Halt::Failed(error)) if error.is_any(&[#(#errors),*]) => {
                #caught
                #again
                #bound
                Ok(rt::Left::caught(#to, #output, error))
            }
        }
    }

    /// `let step_input = mapped(token);` where the input is made for each attempt.
    fn input_again(&self, token: &TokenStream) -> Option<TokenStream> {
        let Form::PerToken(_) = self.form else { return None };
        let made = self.mapped(token);
        Some(quote!(let step_input = #made;))
    }

    /// `mapped(token)`
    fn mapped(&self, token: &TokenStream) -> TokenStream {
        let question = self.step.input.as_ref().is_some_and(template::object_can_fail).then(|| quote!(?));
        quote!(mapped(#token) #question)
    }

    fn nests(&self) -> bool {
        matches!(self.step.kind, StepKind::Choice { .. } | StepKind::Parallel { .. } | StepKind::Foreach(_))
    }

    fn catch_reads_input(&self) -> bool {
        catch_reads_input(self.step)
    }
}

/// Whether there is a `?` in generated code.
fn asks(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Group(group) => asks(&group.stream()),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
}

fn catch_reads_input(step: &Step) -> bool {
    step.catch.iter().any(|clause| template::reads_step_input(&clause.output))
}

fn form(step: &Step) -> Form {
    let Some(input) = &step.input else { return Form::Layers };
    let StepKind::Task(Task { mode: Mode::WaitForCallback, call, timeout, .. }) = &step.kind else {
        return Form::Mapped;
    };
    if !template::reads_token(input) {
        return Form::Mapped;
    }
    let mut limit_reads_input = false;
    if let Some(limit) = timeout {
        template::each_path_in(limit, &mut |path| limit_reads_input |= path.root == Root::StepInput);
    }
    let without_token = matches!(call, Call::Child { .. }) || limit_reads_input || catch_reads_input(step);
    Form::PerToken(if without_token { Token::Optional } else { Token::Given })
}

fn kind(kind: &StepKind) -> proc_macro2::Ident {
    let word = match kind {
        StepKind::Task(_) => "Task",
        StepKind::Pass => "Pass",
        StepKind::Wait(_) => "Wait",
        StepKind::Choice { .. } => "Choice",
        StepKind::Parallel { .. } => "Parallel",
        StepKind::Foreach(_) => "Foreach",
        StepKind::Succeed => "Succeed",
        StepKind::Fail { .. } => "Fail",
    };
    format_ident!("{word}")
}
