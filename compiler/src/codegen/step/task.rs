//! Tasks: calls of functions and child executions.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Form, Site, Work};
use crate::{
    codegen::{
        env::{Env, Holder, Token},
        names::ident,
        policy, template,
    },
    ir::{Call, ChildMode, Expr, FunctionId, Mode, ResultRule, Root, Task, Template},
};

impl Site<'_, '_> {
    pub(super) fn task(&self, task: &Task, env: &Env<'_>) -> Work {
        let (tokens, calls) = match &task.call {
            Call::Function { function, argument, .. } if task.mode == Mode::WaitForCallback => {
                (self.callback(task, *function, argument, env), true)
            }
            Call::Function { function, argument, .. } if task.retry.is_empty() => {
                (self.call_once(task, *function, argument, env), true)
            }
            Call::Function { function, argument, .. } => (self.call(task, *function, argument, env), true),
            Call::Child { flow, execution, input, mode } => {
                (self.child(task, flow, execution.as_ref(), input, *mode, env), false)
            }
        };
        Work { tokens, awaits: true, calls }
    }

    fn call_once(&self, task: &Task, function: FunctionId, argument: &Template, env: &Env<'_>) -> TokenStream {
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
        let result = quote!(rt::call_once::<C, #marker, F>(cx, here, functions, #timeout, argument).await?);
        let left = self.leave_with(&result, self.step.next, &Env { result: held(task), ..env.clone() });
        quote! {
            let argument = #argument;
            #left
        }
    }

    fn call(&self, task: &Task, function: FunctionId, argument: &Template, env: &Env<'_>) -> TokenStream {
        let marker = ident(self.plan.marker(function, task));
        let policy = policy::policy(env, task.timeout.as_ref(), &task.retry);
        let argument = env.template(argument);
        let result = quote!(rt::call::<C, #marker, F>(cx, here, functions, policy, argument).await?);
        let left = self.leave_with(&result, self.step.next, &Env { result: held(task), ..env.clone() });
        quote! {
            let policy = #policy;
            let argument = || Ok(#argument);
            #left
        }
    }

    fn callback(&self, task: &Task, function: FunctionId, argument: &Template, env: &Env<'_>) -> TokenStream {
        let marker = ident(self.plan.marker(function, task));
        let result_ty = if task.result == ResultRule::Object { quote!(rt::Object) } else { quote!(rt::Value) };
        let policy = self.policy(task, env);
        let request = self.per_attempt(&[argument], Token::Given, env, |env| env.template(argument));
        let call = quote!(rt::callback::<C, #marker, F, #result_ty>(cx, here, functions, policy, argument).await?);

        let again = matches!(self.form, Form::PerToken(_)) && template::reads_step_input(&self.step.output);
        let env = Env { result: held(task), ..env.clone() };
        let env = Env { movable: self.movable(&env), ..env };
        let changes = (!env.movable.is_empty()).then(|| quote!(mut));
        let left = self.leave(self.step.next, &env);
        let bound = match (again, env.uses.result.get()) {
            (false, false) => None,
            (false, true) => Some(quote!(let (_, #changes result) =)),
            (true, false) => Some(quote!(let (token, _) =)),
            (true, true) => Some(quote!(let (token, #changes result) =)),
        };
        let token = if self.form == Form::PerToken(Token::Optional) { quote!(Some(&token)) } else { quote!(&token) };
        let again = again.then(|| self.input_again(&token)).flatten();
        quote! {
            let policy = #policy;
            let argument = #request;
            #bound #call;
            #again
            #left
        }
    }

    fn child(
        &self,
        task: &Task,
        flow: &Expr,
        execution: Option<&Expr>,
        input: &Template,
        mode: ChildMode,
        env: &Env<'_>,
    ) -> TokenStream {
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
        let result = quote!(rt::child(cx, here, rt::ChildMode::#mode, policy, request).await?);
        let env = Env { result: Holder::Object(quote!(result)), ..env.clone() };
        let left = self.leave_with(&result, self.step.next, &env);
        let reads = template::reads_step_input(&self.step.output);
        let again = if reads { self.input_again(&quote!(None)) } else { None };
        quote! {
            let policy = #policy;
            let request = #request;
            #again
            #left
        }
    }

    /// The policies; where the limit reads an input that is made for each attempt, it is made for this, too.
    fn policy(&self, task: &Task, env: &Env<'_>) -> TokenStream {
        let mut reads = false;
        if let Some(limit) = &task.timeout {
            template::each_path_in(limit, &mut |path| reads |= path.root == Root::StepInput);
        }
        let policy = policy::policy(env, task.timeout.as_ref(), &task.retry);
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

/// How the result of a call is held.
fn held(task: &Task) -> Holder {
    if task.result == ResultRule::Object { Holder::Object(quote!(result)) } else { Holder::Value(quote!(result)) }
}
