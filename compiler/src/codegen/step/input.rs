//! How a step comes by its input.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Site, leave::catch_reads_input};
use crate::{
    codegen::{
        env::{Env, Holder, Token, Uses},
        template,
        typed::{Place, bound, mentions},
    },
    ir::{Call, DataRule, ExprKind, Mode, Path, Root, Segment, Step, StepKind, Task, Template},
};

/// How a step comes by its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `step_input`: the data of the scope over its input.
    Layers,
    /// `mapped`: an object.
    Mapped,
    /// `mapped(token)`: an object for each attempt, since it holds the task token.
    PerToken(Token),
}

impl Site<'_, '_> {
    /// Where the templates of the step are evaluated.
    pub(super) fn env<'u>(&'u self, uses: &'u Uses) -> Env<'u> {
        let (data, input) = self.typed_scope();
        let in_step = Env::in_step(self.rule, uses, self.plan.known(), self.plan.flow.words);
        let is_typed = data.is_some() || input.is_some();
        let scope_data = data.unwrap_or_else(|| in_step.scope_data.clone());
        let scope_input = input.unwrap_or_else(|| in_step.scope_input.clone());
        let made = match (self.rule, self.form) {
            (DataRule::Accumulate, Form::Mapped) => quote!(mapped),
            _ => quote!(step_input),
        };
        let step_input = match (self.rule, self.form, self.input_type()) {
            (_, Form::Mapped | Form::PerToken(_), Some(ty)) => Holder::Typed(Place::new(made, ty)),
            (DataRule::Accumulate, Form::Layers, _) if is_typed => {
                Holder::Over(Box::new(scope_data.clone()), Box::new(scope_input.clone()))
            }
            (DataRule::Replace, Form::Layers, _) => scope_data.clone(),
            (DataRule::Replace, _, _) => Holder::Value(made),
            (DataRule::Accumulate, Form::Layers, _) => Holder::Layers(made),
            (DataRule::Accumulate, Form::Mapped, _) if self.nests() => Holder::Layers(quote!(step_input)),
            (DataRule::Accumulate, _, _) => Holder::Object(made),
        };
        Env { scope_input, scope_data, step_input, ..in_step }
    }

    /// The step's input, and the mark that it starts.
    pub(super) fn start(&self, env: &Env<'_>) -> TokenStream {
        let used = env.uses.step_input.get();
        let global = self.reads_global_before(used).then(|| quote!(let global = rt::global_at(cx, here)?;));
        let Some(template) = &self.step.input else {
            let layers = match self.rule {
                DataRule::Accumulate if used && matches!(env.step_input, Holder::Layers(_)) => {
                    env.note(Root::ScopeInput);
                    env.note(Root::ScopeData);
                    Some(quote!(let step_input = rt::Data::over(&scope.local, input);))
                }
                DataRule::Replace if used => {
                    env.note(Root::ScopeData);
                    None
                }
                _ => None,
            };
            return quote! {
                #global
                #layers
                here.started(cx)?;
            };
        };
        let wanted = self.input_type();
        let made = |env: &Env<'_>| match (self.rule, &wanted) {
            (_, Some(wanted)) => env.make(template, wanted),
            (DataRule::Accumulate, None) => env.object(template),
            (DataRule::Replace, None) => env.template(template),
        };
        if let Form::PerToken(token) = self.form {
            let of = if token == Token::Optional { quote!(Option<&rt::TaskToken>) } else { quote!(&rt::TaskToken) };
            let ty = match (self.rule, &wanted) {
                (_, Some(ty)) => self.plan.rust(ty),
                (DataRule::Replace, None) => quote!(rt::Value),
                (DataRule::Accumulate, None) => quote!(rt::Object),
            };
            let mapped = used.then(|| {
                let made = made(&Env { token, ..env.clone() });
                let name = bound("token", &made);
                if self.input_can_fail() {
                    quote!(let mapped = |#name: #of| -> Result<#ty, rt::StepError> { Ok(#made) };)
                } else {
                    quote!(let mapped = |#name: #of| #made;)
                }
            });
            return quote! {
                #global
                here.started(cx)?;
                #mapped
            };
        }
        let (taken, made) = match (&wanted, self.plan.slots(self.step.scope)) {
            (Some(wanted), Some(slots)) => {
                let mut taking = Env { spent: self.spent(), ..env.clone() };
                let may = |key: &str| self.reads_last(key);
                let taken =
                    taking.take_slots(template, wanted, slots, may, |member| quote!(scope.local.#member.take()));
                if !taken.is_empty() {
                    env.note(Root::ScopeData);
                    env.uses.taken.set(true);
                }
                (taken, taking.make(template, wanted))
            }
            _ => (TokenStream::new(), made(&Env { spent: self.spent(), ..env.clone() })),
        };
        if self.input_is_caught() {
            if let Some(ty) = &wanted {
                let ty = self.plan.rust(ty);
                return quote! {
                    #global
                    let made = (|| -> Result<#ty, rt::StepError> { Ok(#made) })();
                    rt::constructing(cx, here, &made)?;
                };
            }
            env.note(Root::ScopeData);
            let name = if used { quote!(step_input) } else { quote!(_) };
            let data = Self::data_as_json(env);
            return quote! {
                #global
                let made = (|| -> Result<rt::Value, rt::StepError> { Ok(#made) })();
                let (#name, failed) = rt::construct(cx, here, made, #data)?;
            };
        }
        if self.rule == DataRule::Replace {
            return quote! {
                #global
                let step_input = #made;
                here.started_with(cx, &step_input)?;
            };
        }
        let layers =
            (used && self.nests() && wanted.is_none()).then(|| quote!(let step_input = rt::Data::new(&mapped);));
        quote! {
            #global
            #taken
            let mapped = #made;
            here.started_with(cx, &mapped)?;
            #layers
        }
    }

    /// `let step_input = mapped(token);` where the input is made for each attempt.
    fn input_again(&self, token: &TokenStream) -> Option<TokenStream> {
        let Form::PerToken(_) = self.form else { return None };
        let made = self.mapped(token);
        Some(quote!(let step_input = #made;))
    }

    /// The same for code that is to read it, but may turn out not to, as where its paths lead nowhere.
    pub(super) fn input_again_for(
        &self,
        code: &TokenStream,
        token: &TokenStream,
        env: &Env<'_>,
    ) -> Option<TokenStream> {
        let again = self.input_again(token)?;
        env.note(Root::StepInput);
        if mentions(code, "step_input") {
            return Some(again);
        }
        let made = self.mapped(token);
        Some(quote!(let _ = #made;))
    }

    /// How the step comes by its input where that is made as a type: never without a token that it holds.
    pub(super) fn form_of_typed(&self) -> Form {
        let calls = matches!(&self.step.kind, StepKind::Task(Task { call: Call::Function { .. }, .. }));
        match self.form {
            Form::PerToken(Token::Optional) if calls && self.input_type().is_some() => Form::PerToken(Token::Given),
            form => form,
        }
    }

    /// Where the input of the step is read while no attempt has a token: a type that it is made as may need one, so it is
    /// JSON there.
    pub(super) fn without_token<'u>(&self, env: &Env<'u>) -> Env<'u> {
        let step_input = match (self.form, self.input_type(), self.rule) {
            (Form::PerToken(_), Some(_), DataRule::Accumulate) => Holder::Object(quote!(step_input)),
            (Form::PerToken(_), Some(_), DataRule::Replace) => Holder::Value(quote!(step_input)),
            _ => env.step_input.clone(),
        };
        Env { step_input, ..env.clone() }
    }

    /// Whether a template reads what the input of the step has of the token.
    pub(super) fn reads_token_of_input(&self, template: &Template) -> bool {
        let mut reads = false;
        template.each_path(&mut |path, _| {
            reads |= path.root == Root::StepInput
                && match (path.segments.first(), &self.step.input) {
                    (Some(Segment::Key(key)), Some(Template::Object(entries))) => {
                        entries.iter().any(|(known, entry)| known == key && template::reads_token(entry))
                    }
                    _ => true,
                };
        });
        reads
    }

    /// `let step_input = …;` for code that reads it there.
    pub(super) fn input_without_token(&self, env: &Env<'_>) -> Option<TokenStream> {
        let Form::PerToken(_) = self.form else { return None };
        let (Some(template), Some(_)) = (&self.step.input, self.input_type()) else {
            env.note(Root::StepInput);
            return self.input_again(&quote!(None));
        };
        Some(match self.rule {
            DataRule::Accumulate => {
                let made = Env { token: Token::Absent, ..env.clone() }.object(template);
                quote!(let step_input = #made;)
            }
            // What is missing there fails, and the token is null.
            DataRule::Replace => {
                let made = Env { token: Token::Optional, ..env.clone() }.template(template);
                quote! {
                    let token = None::<&rt::TaskToken>;
                    let step_input = #made;
                }
            }
        })
    }

    /// The same for a catch clause; where it cannot be made, what it was to be made of.
    pub(super) fn input_of_failed(&self, env: &Env<'_>) -> Option<TokenStream> {
        if !self.input_may_be_data() || !matches!(self.form, Form::PerToken(_)) {
            return self.input_without_token(env);
        }
        env.note(Root::ScopeData);
        let data = Self::data_as_json(env);
        Some(match &env.scope_data {
            Holder::Typed(_) => quote! {
                let step_input = match mapped(None) {
                    Ok(step_input) => step_input,
                    Err(_) => #data,
                };
            },
            _ => quote!(let step_input = mapped(None).unwrap_or(data);),
        })
    }

    /// Fails where the input could not be made, where a catch clause may catch that.
    pub(super) fn constructed(&self, env: &Env<'_>) -> TokenStream {
        match (self.input_type(), env.uses.step_input.get()) {
            (None, _) => quote!(rt::constructed(failed)?;),
            (Some(_), true) => quote!(let step_input = made?;),
            (Some(_), false) => quote!(made?;),
        }
    }

    /// The data of the scope as JSON, which is not needed afterwards.
    fn data_as_json(env: &Env<'_>) -> TokenStream {
        match &env.scope_data {
            Holder::Typed(place) => env.known.to_json(&Place { last: true, ..place.clone() }),
            _ => quote!(data),
        }
    }

    /// Whether what catches an error may see, as the input of the step, what that could not be made of.
    pub(super) fn input_may_be_data(&self) -> bool {
        let can_fail = self.step.input.as_ref().is_some_and(template::can_fail);
        self.rule == DataRule::Replace && can_fail && self.catch_reads_input()
    }

    /// `mapped(token)`
    pub(super) fn mapped(&self, token: &TokenStream) -> TokenStream {
        let question = self.input_can_fail().then(|| quote!(?));
        quote!(mapped(#token) #question)
    }

    /// Whether the mappings of the input are the last to read a key of the scope's data.
    fn reads_last(&self, key: &str) -> bool {
        let reads = |path: &Path| {
            let first = path.segments.first();
            path.root == Root::ScopeData && first.is_none_or(|it| matches!(it, Segment::Key(it) if it == key))
        };
        let (mut all, mut own) = (0, 0);
        self.step.each_path(&mut |path, _| all += u32::from(reads(path)));
        if let Some(input) = &self.step.input {
            input.each_path(&mut |path, _| own += u32::from(reads(path)));
        }
        let later = self.step.targets().into_iter().any(|target| self.plan.reads(self.step.scope, target, key));
        all == own && !later
    }

    /// Whether a catch clause may catch that the input cannot be made.
    pub(super) fn input_is_caught(&self) -> bool {
        let can_fail = self.step.input.as_ref().is_some_and(template::can_fail);
        self.rule == DataRule::Replace && self.form == Form::Mapped && can_fail && !self.step.catch.is_empty()
    }

    /// Whether what all scopes share is read before the step has its result; `used` is whether its input is.
    fn reads_global_before(&self, used: bool) -> bool {
        let mut reads = 0;
        self.step.each_before(&mut |expr| {
            reads += u32::from(matches!(&expr.kind, ExprKind::Path(path) if path.root == Root::Global));
        });
        if let (Form::PerToken(_), false, Some(input)) = (self.form, used, &self.step.input) {
            input.each_path(&mut |path, _| reads -= u32::from(path.root == Root::Global));
        }
        reads > 0
    }
}

pub(super) fn form(step: &Step) -> Form {
    let Some(input) = &step.input else { return Form::Layers };
    let StepKind::Task(Task { mode: Mode::WaitForCallback, call, timeout, .. }) = &step.kind else {
        return Form::Mapped;
    };
    if !template::reads_token(input) {
        return Form::Mapped;
    }
    let mut limit_reads_input = false;
    if let Some(limit) = timeout {
        limit.each_path(&mut |path, _| limit_reads_input |= path.root == Root::StepInput);
    }
    let without_token = matches!(call, Call::Child { .. }) || limit_reads_input || catch_reads_input(step);
    Form::PerToken(if without_token { Token::Optional } else { Token::Given })
}
