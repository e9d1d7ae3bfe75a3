//! Tasks: calls of functions and child executions.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Awaited, Form, Site, Work, asks};
use crate::{
    codegen::{
        env::{Env, Holder, Token},
        names::ident,
        plan::submits,
        policy, template,
    },
    ir::{Call, ChildMode, Expr, FunctionId, Invocation, Mode, ResultRule, Root, Task, Template},
};

impl Site<'_, '_> {
    pub(super) fn task(&self, task: &Task, env: &Env<'_>) -> Work {
        match &task.call {
            Call::Function { function, argument, invocation, id } => {
                let id = id.clone().map(Template::Expr);
                let awaited = if task.mode == Mode::WaitForCallback {
                    self.callback(task, (*function, *invocation), argument, id.as_ref(), env)
                } else if id.is_some() || submits(task) {
                    self.request(task, *function, argument, id.as_ref(), env)
                } else if self.step.retry.is_empty() {
                    self.call_once(task, *function, argument, env)
                } else {
                    self.call(task, *function, argument, env)
                };
                Work::Awaited(awaited, true)
            }
            Call::Child { flow, execution, input, mode } => {
                Work::Awaited(self.child(task, flow, execution.as_ref(), input, *mode, env), false)
            }
        }
    }

    fn call_once(&self, task: &Task, function: FunctionId, argument: &Template, env: &Env<'_>) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let timeout = policy::timeout(env, task.timeout.as_ref());
        let last = self.form == Form::Mapped
            && template::is_step_input(argument)
            && !template::reads_step_input(&self.step.output)
            && !self.catch_reads_input();
        let argument = if last {
            Env { step_input: Holder::Last(quote!(mapped)), ..env.clone() }.template(argument)
        } else {
            env.template(argument)
        };
        // From data, it is made before the input can be moved away.
        let (bound, timeout) =
            if asks(&timeout) { (Some(quote!(let timeout = #timeout;)), quote!(timeout)) } else { (None, timeout) };
        let before = quote! {
            #bound
            let argument = #argument;
        };
        let future = quote!(rt::call_once::<C, #marker, F>(cx, here, functions, #timeout, argument));
        self.awaited(before, future, env, held(task))
    }

    fn call(&self, task: &Task, function: FunctionId, argument: &Template, env: &Env<'_>) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let policy = policy::policy(env, task.timeout.as_ref(), &self.step.retry);
        let argument = env.template(argument);
        let before = quote! {
            let policy = #policy;
            let argument = || Ok(#argument);
        };
        let future = quote!(rt::call::<C, #marker, F>(cx, here, functions, policy, &argument));
        self.awaited(before, future, env, held(task))
    }

    /// A call that goes on in the background, or one under an id.
    fn request(
        &self,
        task: &Task,
        function: FunctionId,
        argument: &Template,
        id: Option<&Template>,
        env: &Env<'_>,
    ) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let policy = policy::policy(env, task.timeout.as_ref(), &self.step.retry);
        let request = request(argument, id, env);
        let before = quote! {
            let policy = #policy;
            let request = || Ok(#request);
        };
        let call = if submits(task) { quote!(submit) } else { quote!(call_with_id) };
        let future = quote!(rt::#call::<C, #marker, F>(cx, here, functions, policy, &request));
        let result = if submits(task) { Holder::Object(quote!(result)) } else { held(task) };
        self.awaited(before, future, env, result)
    }

    fn callback(
        &self,
        task: &Task,
        (function, invocation): (FunctionId, Invocation),
        argument: &Template,
        id: Option<&Template>,
        env: &Env<'_>,
    ) -> Awaited {
        let marker = ident(self.plan.marker(function, task));
        let result_ty = if task.result == ResultRule::Object { quote!(rt::Object) } else { quote!(rt::Value) };
        let policy = self.policy(task, env);
        let (call, request) = match invocation {
            Invocation::Sync => {
                (quote!(callback), self.per_attempt(&[argument], Token::Given, env, |env| env.template(argument)))
            }
            Invocation::Async => {
                let read: Vec<_> = [Some(argument), id].into_iter().flatten().collect();
                (quote!(submit_callback), self.per_attempt(&read, Token::Given, env, |env| request(argument, id, env)))
            }
        };
        let before = quote! {
            let policy = #policy;
            let argument = #request;
        };
        let future = quote!(rt::#call::<C, #marker, F, #result_ty>(cx, here, functions, policy, &argument));
        let token = if self.form == Form::PerToken(Token::Optional) { quote!(Some(&token)) } else { quote!(&token) };
        self.with_token(self.awaited(before, future, env, held(task)), &token)
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
        let (flow, execution) = (Template::Expr(flow.clone()), execution.cloned().map(Template::Expr));
        let read: Vec<_> = [Some(&flow), execution.as_ref(), Some(input)].into_iter().flatten().collect();
        let token = if task.mode == Mode::WaitForCallback { Token::Optional } else { Token::Absent };
        let request = self.per_attempt(&read, token, env, |env| {
            let execution = execution.as_ref().map_or_else(|| quote!(rt::Value::Null), |it| env.template(it));
            let (flow, input) = (env.template(&flow), env.template(input));
            quote!(rt::ChildRequest { flow: #flow, execution: #execution, input: #input })
        });
        let before = quote! {
            let policy = #policy;
            let request = #request;
        };
        let future = quote!(rt::child(cx, here, rt::ChildMode::#mode, policy, &request));
        let awaited = self.awaited(before, future, env, Holder::Object(quote!(result)));
        self.with_token(awaited, &quote!(token.as_ref()))
    }

    /// The same with the token that the last attempt had: the output may read the input with it.
    fn with_token(&self, awaited: Awaited, token: &TokenStream) -> Awaited {
        let reads = template::reads_step_input(&self.step.output);
        let again = if reads { self.input_again(token) } else { None };
        let name = if again.is_some() { quote!(token) } else { quote!(_) };
        let result = match (&again, awaited.result) {
            (None, None) => None,
            (_, result) => {
                let result = result.unwrap_or_else(|| quote!(_));
                Some(quote!((#name, #result)))
            }
        };
        let after = awaited.after;
        Awaited { result, after: quote!(#again #after), ..awaited }
    }

    /// A call, and the end of the step after it.
    fn awaited(&self, before: TokenStream, future: TokenStream, env: &Env<'_>, result: Holder) -> Awaited {
        let (result, after) = self.leave_after(self.step.next, &Env { result, ..env.clone() });
        Awaited { before, future, result, after: after.into_token_stream() }
    }

    /// The policies; where the limit reads an input that is made for each attempt, it is made for this, too.
    fn policy(&self, task: &Task, env: &Env<'_>) -> TokenStream {
        let mut reads = false;
        if let Some(limit) = &task.timeout {
            template::each_path_in(limit, &mut |path| reads |= path.root == Root::StepInput);
        }
        let policy = policy::policy(env, task.timeout.as_ref(), &self.step.retry);
        match if reads { self.input_again(&quote!(None)) } else { None } {
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
                    let request = request(&Env { step_input: Holder::Last(mapped), ..env });
                    return quote!(|token: #ty| Ok(#request));
                }
                let request = request(&env);
                quote! {
                    |token: #ty| {
                        let step_input = #mapped;
                        Ok(#request)
                    }
                }
            }
            _ => {
                let name = if names_token { quote!(token) } else { quote!(_) };
                let request = request(&env);
                quote!(|#name: #ty| Ok(#request))
            }
        }
    }
}

/// `rt::Request`
fn request(argument: &Template, id: Option<&Template>, env: &Env<'_>) -> TokenStream {
    // What comes last may take what it reads.
    let id = id.map_or_else(|| quote!(rt::Value::Null), |id| env.template(id));
    let argument = env.template(argument);
    quote!(rt::Request { id: #id, input: #argument })
}

/// How the result of a call is held.
fn held(task: &Task) -> Holder {
    if task.result == ResultRule::Object { Holder::Object(quote!(result)) } else { Holder::Value(quote!(result)) }
}
