//! Tasks: calls of functions and child executions.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Awaited, Form, Site, Work, asks, ok, result_type};
use crate::{
    codegen::{
        env::{Env, Holder, Token},
        names::ident,
        plan::submits,
        policy, template,
        typed::{Place, mentions},
    },
    ir::{Call, Callee, ChildMode, ContextField, Expr, Invocation, Mode, ResultRule, Root, Task, Template},
    types::Ty,
};

impl Site<'_, '_> {
    pub(super) fn task(&self, task: &Task, env: &Env<'_>) -> Work {
        match &task.call {
            Call::Function { function, argument, invocation, id } => {
                let id = id.clone().map(Template::Expr);
                let resource = match function {
                    Callee::Known(_) => None,
                    Callee::Data(resource) => Some(Template::Expr(resource.clone())),
                };
                let asked = Asked { argument, id: id.as_ref(), resource: resource.as_ref() };
                let awaited = if task.mode == Mode::WaitForCallback {
                    self.callback(task, function, *invocation, &asked, env)
                } else if asked.is_request() || submits(task) {
                    self.request(task, function, &asked, env)
                } else if self.step.retry.is_empty() {
                    self.call_once(task, function, argument, env)
                } else {
                    self.call(task, function, argument, env)
                };
                Work::Awaited(awaited, true)
            }
            Call::Child { flow, execution, input, mode } => {
                Work::Awaited(self.child(task, flow, execution.as_ref(), input, *mode, env), false)
            }
        }
    }

    fn call_once(&self, task: &Task, function: &Callee, argument: &Template, env: &Env<'_>) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let timeout = policy::timeout(env, task.timeout.as_ref());
        let last = template::is_step_input(argument) && !self.reads_input_after() && !self.catch_reads_input();
        let wanted = self.argument_type(function);
        let argument = if let Some(step_input) = self.last_input(env).filter(|_| last) {
            Env { step_input, ..env.clone() }.make(argument, &wanted)
        } else {
            Env { spent: self.spent(), ..env.clone() }.make(argument, &wanted)
        };
        // From data, it is made before the input can be moved away.
        let (bound, timeout) =
            if asks(&timeout) { (Some(quote!(let timeout = #timeout;)), quote!(timeout)) } else { (None, timeout) };
        let before = quote! {
            #bound
            let argument = #argument;
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, #timeout);
        };
        // Not by way of another function: what goes through an async function is moved twice.
        let future = quote!(rt::Context::invoke::<#marker, F>(cx, &attempt, functions, argument));
        Awaited { is_value: true, ..self.awaited(before, future, env, self.held(task)) }
    }

    fn call(&self, task: &Task, function: &Callee, argument: &Template, env: &Env<'_>) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let policy = policy::policy(env, task.timeout.as_ref(), &self.step.retry);
        let argument = ok(&env.make(argument, &self.argument_type(function)));
        let before = quote! {
            let policy = #policy;
            let argument = || #argument;
        };
        let future = quote!(rt::call::<C, #marker, F>(cx, here, functions, policy, &argument));
        self.awaited(before, future, env, self.held(task))
    }

    /// The input of the step for what takes it last.
    fn last_input(&self, env: &Env<'_>) -> Option<Holder> {
        match &env.step_input {
            Holder::Object(name) if self.form == Form::Mapped => Some(Holder::Last(name.clone())),
            Holder::Value(name) => Some(Holder::LastValue(name.clone())),
            Holder::Typed(place) if self.form == Form::Mapped => {
                Some(Holder::Typed(Place { last: true, ..place.clone() }))
            }
            _ => None,
        }
    }

    /// A call that goes on in the background, one under an id, or one of a function that data names.
    fn request(&self, task: &Task, function: &Callee, asked: &Asked<'_>, env: &Env<'_>) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let policy = policy::policy(env, task.timeout.as_ref(), &self.step.retry);
        let request = asked.request(env, &self.argument_type(function));
        let before = quote! {
            let policy = #policy;
            let request = || Ok(#request);
        };
        let call = if submits(task) { quote!(submit) } else { quote!(call_request) };
        let future = quote!(rt::#call::<C, #marker, F>(cx, here, functions, policy, &request));
        if !submits(task) {
            return self.awaited(before, future, env, self.held(task));
        }
        if task.result != ResultRule::Body {
            return self.awaited(before, future, env, Holder::Object(quote!(result)));
        }
        // What has been accepted has no body yet.
        let Awaited { result, after, .. } = self.awaited(before.clone(), future.clone(), env, self.held(task));
        let after = match result {
            None => after,
            Some(result) => quote!(let #result = rt::Value::from(""); #after),
        };
        Awaited { before, future, is_value: false, result: None, after }
    }

    fn callback(
        &self,
        task: &Task,
        function: &Callee,
        invocation: Invocation,
        asked: &Asked<'_>,
        env: &Env<'_>,
    ) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let result_ty = match result_type(self.plan, self.id, task) {
            Some(ty) => self.plan.rust(&ty),
            None if task.result == ResultRule::Object => quote!(rt::Object),
            None => quote!(rt::Value),
        };
        let wanted = self.argument_type(function);
        let policy = self.policy(task, env);
        let read = asked.read();
        let (call, request) = match invocation {
            Invocation::Sync if asked.is_request() => (
                quote!(callback_request),
                self.per_attempt(&read, Token::Given, env, |env| asked.request(env, &wanted)),
            ),
            Invocation::Sync => {
                (quote!(callback), self.per_attempt(&read, Token::Given, env, |env| env.make(asked.argument, &wanted)))
            }
            Invocation::Async => {
                (quote!(submit_callback), self.per_attempt(&read, Token::Given, env, |env| asked.request(env, &wanted)))
            }
        };
        let before = quote! {
            let policy = #policy;
            let argument = #request;
        };
        let future = quote!(rt::#call::<C, #marker, F, #result_ty>(cx, here, functions, policy, &argument));
        let token = if self.form == Form::PerToken(Token::Optional) { quote!(Some(&token)) } else { quote!(&token) };
        let env = Env { token: Token::Given, ..env.clone() };
        self.with_token(self.awaited(before, future, &env, self.held(task)), &token, None, &env)
    }

    fn child(
        &self,
        task: &Task,
        flow: &Expr,
        execution: Option<&Expr>,
        input: &Template,
        mode: ChildMode,
        env: &Env<'_>,
    ) -> Awaited {
        let mode = match (task.mode, mode) {
            (Mode::WaitForCallback, _) => quote!(Callback),
            (_, ChildMode::Start) => quote!(Start),
            (_, ChildMode::Wait) => quote!(Wait),
        };
        let policy = self.policy(task, env);
        let wanted = self.plan.declared.child(flow).and_then(|it| it.input.clone());
        let result_ty = result_type(self.plan, self.id, task);
        let (flow, execution) = (Template::Expr(flow.clone()), execution.cloned().map(Template::Expr));
        let read: Vec<_> = [Some(&flow), execution.as_ref(), Some(input)].into_iter().flatten().collect();
        let token = if task.mode == Mode::WaitForCallback { Token::Optional } else { Token::Absent };
        let request = self.per_attempt(&read, token, env, |env| {
            let execution = execution.as_ref().map_or_else(|| quote!(rt::Value::Null), |it| env.template(it));
            let flow = env.template(&flow);
            let input = match &wanted {
                Some(ty) if *ty != Ty::Any => {
                    let (ty, argument) = (self.plan.rust(ty), env.make(input, ty));
                    quote!(rt::to_json::<#ty>(&#argument)?)
                }
                _ => env.template(input),
            };
            quote!(rt::ChildRequest { flow: #flow, execution: #execution, input: #input })
        });
        let before = quote! {
            let policy = #policy;
            let request = #request;
        };
        let (child, held) = match task.result {
            ResultRule::Object => (quote!(child), Holder::Object(quote!(result))),
            ResultRule::Started => (quote!(child_started), Holder::Object(quote!(result))),
            ResultRule::Body | ResultRule::Any => (quote!(child_any), Holder::Value(quote!(result))),
        };
        let future = quote!(rt::#child(cx, here, rt::ChildMode::#mode, policy, &request));
        let borrowed = (token == Token::Optional).then(|| quote!(let token = token.as_ref();));
        let is_object = matches!(held, Holder::Object(_));
        let held = if result_ty.is_some() { self.held(task) } else { held };
        let mut awaited = self.awaited(before, future, &Env { token, ..env.clone() }, held);
        if let (Some(ty), Some(_)) = (&result_ty, &awaited.result) {
            let (ty, after) = (self.plan.rust(ty), awaited.after);
            let value = if is_object { quote!(rt::Value::Object(result)) } else { quote!(result) };
            awaited.after = quote! {
                let result: #ty = rt::fit_child(here, #value)?;
                #after
            };
            awaited.result = Some(quote!(result));
        }
        self.with_token(awaited, &quote!(token), borrowed, env)
    }

    /// The same with the token that the last attempt had, which the output may read, or the input with it. `borrowed`
    /// makes of it what these read.
    fn with_token(
        &self,
        awaited: Awaited,
        token: &TokenStream,
        borrowed: Option<TokenStream>,
        env: &Env<'_>,
    ) -> Awaited {
        let again = if self.reads_input_after() { self.input_again_for(&awaited.after, token, env) } else { None };
        let reads = again.is_some() || self.reads_after(Root::Context(ContextField::TaskToken));
        let (name, borrowed) = if reads { (quote!(token), borrowed) } else { (quote!(_), None) };
        let result = match awaited.result {
            None if !reads => None,
            result => {
                let result = result.unwrap_or_else(|| quote!(_));
                Some(quote!((#name, #result)))
            }
        };
        let after = awaited.after;
        Awaited { result, after: quote!(#borrowed #again #after), ..awaited }
    }

    /// A call, and the end of the step after it.
    fn awaited(&self, before: TokenStream, future: TokenStream, env: &Env<'_>, result: Holder) -> Awaited {
        let (result, after) = self.leave_after(self.step.next, &Env { result, ..env.clone() });
        Awaited { before, future, is_value: false, result, after: after.into_token_stream() }
    }

    /// The policies; where the limit reads an input that is made for each attempt, it is made for this, too.
    fn policy(&self, task: &Task, env: &Env<'_>) -> TokenStream {
        let mut reads = false;
        if let Some(limit) = &task.timeout {
            limit.each_path(&mut |path, _| reads |= path.root == Root::StepInput);
        }
        if !reads {
            return policy::policy(env, task.timeout.as_ref(), &self.step.retry);
        }
        let policy = policy::policy(&self.without_token(env), task.timeout.as_ref(), &self.step.retry);
        match self.input_without_token(env) {
            Some(again) => quote!({ #again #policy }),
            None => policy,
        }
    }

    /// The closure that makes what an attempt asks for. `read` is what it evaluates, `token` how it is given the token.
    fn per_attempt(
        &self,
        read: &[&Template],
        token: Token,
        env: &Env<'_>,
        request: impl FnOnce(&Env<'_>) -> TokenStream,
    ) -> TokenStream {
        let ty = if token == Token::Given { quote!(&rt::TaskToken) } else { quote!(Option<&rt::TaskToken>) };
        let names_token = token != Token::Absent && read.iter().any(|template| template::reads_token(template));
        let reads_input = read.iter().any(|template| template::reads(template, Root::StepInput));
        let env = Env { token, ..env.clone() };
        match self.form {
            Form::PerToken(wanted) if reads_input => {
                let given = if wanted == token { quote!(token) } else { quote!(Some(token)) };
                let mapped = self.mapped(&given);
                if let [only] = read
                    && template::is_step_input(only)
                {
                    let step_input = match &env.step_input {
                        Holder::Typed(place) => Holder::Typed(Place { tokens: mapped, last: true, ..place.clone() }),
                        Holder::Value(_) => Holder::LastValue(mapped),
                        _ => Holder::Last(mapped),
                    };
                    let request = ok(&request(&Env { step_input, ..env }));
                    return quote!(|token: #ty| #request);
                }
                let request = ok(&request(&env));
                let again = self.input_again_for(&request, &given, &env);
                quote! {
                    |token: #ty| {
                        #again
                        #request
                    }
                }
            }
            _ => {
                let request = ok(&request(&env));
                let name = if names_token && mentions(&request, "token") { quote!(token) } else { quote!(_) };
                quote!(|#name: #ty| #request)
            }
        }
    }
}

/// What an attempt asks for.
struct Asked<'t> {
    argument: &'t Template,
    /// The id of the invocation.
    id: Option<&'t Template>,
    /// The resource, where data names it.
    resource: Option<&'t Template>,
}

impl<'t> Asked<'t> {
    /// Whether it is more than an argument.
    fn is_request(&self) -> bool {
        self.id.is_some() || self.resource.is_some()
    }

    /// What is evaluated for it.
    fn read(&self) -> Vec<&'t Template> {
        [Some(self.argument), self.id, self.resource].into_iter().flatten().collect()
    }

    /// `rt::Request`
    fn request(&self, env: &Env<'_>, wanted: &Ty) -> TokenStream {
        // What comes last may take what it reads.
        let id = self.id.map_or_else(|| quote!(rt::Value::Null), |id| env.template(id));
        let resource = self.resource.map_or_else(|| quote!(rt::Value::Null), |resource| env.template(resource));
        let argument = env.make(self.argument, wanted);
        quote!(rt::Request { id: #id, resource: #resource, input: #argument })
    }
}
