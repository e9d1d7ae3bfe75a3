//! The type `Flow`, and how an execution runs from its input to its output.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    doc,
    env::{Env, Holder, Uses},
    functions,
    plan::Plan,
    template,
    typed::{At, Place, mentions},
};
use crate::{
    ir::{self, DataRule, ScopeId},
    types::Ty,
};

/// The type `Flow`.
pub(super) fn item(plan: &Plan<'_>) -> TokenStream {
    let ir::Flow { name, digest, .. } = plan.flow;
    let doc = doc(&format!("The flow `{}` with its functions; `flowsmith::Engine` runs it.", doc::code(name)));
    let timeout = match plan.flow.timeout {
        None => quote!(None),
        Some(seconds) => {
            let literal = Literal::u64_unsuffixed(seconds);
            quote!(Some(#literal))
        }
    };
    let run = run(plan);
    let typed = typed(plan);
    let (needs, dispatch) = (functions::needs(plan), functions::dispatch(plan));
    // The functions are only read where the flow calls some.
    let unread = (!plan.scopes[plan.flow.body().0].calls).then(|| quote!(#[allow(dead_code)]));
    quote! {
        #doc
        #[derive(Debug)]
        pub struct Flow<F = Remote> {
            #unread
            functions: rt::Arc<F>,
        }

        #[allow(dead_code)]
        impl Flow<Remote> {
            /// The flow with every function forwarded to what is registered for its resource.
            #[must_use]
            pub fn remote() -> Self {
                Self::new(Remote)
            }

            #typed
        }

        #[allow(dead_code)]
        impl<F: Functions> Flow<F> {
            /// The flow with these functions.
            #[must_use]
            pub fn new(functions: F) -> Self {
                Self { functions: rt::Arc::new(functions) }
            }
        }

        impl<F: Functions> rt::Flow for Flow<F> {
            const NAME: &'static str = #name;
            const DIGEST: &'static str = #digest;
            const TIMEOUT_SECONDS: Option<u64> = #timeout;
            type Input = Input;
            type Output = Output;

            #needs
            #dispatch

            async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
                #run
            }
        }
    }
}

/// How executions are started and found, where what they start with or end with is declared.
fn typed(plan: &Plan<'_>) -> Option<TokenStream> {
    let declared = &plan.declared;
    if declared.input.is_none() && declared.output.is_none() {
        return None;
    }
    let name = &plan.flow.name;
    Some(quote! {
        /// Starts an execution under a name, or under a derived one, as `flowsmith::Engine::start` does.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::start`.
        pub async fn start<'a>(
            engine: &rt::Engine,
            name: impl Into<Option<&'a str>>,
            input: Input,
        ) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::start(engine, #name, name, input).await
        }

        /// The execution of a name, as `flowsmith::Engine::execution` gives it.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::execution`.
        pub async fn execution(engine: &rt::Engine, name: &str) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::execution(engine, #name, name).await
        }
    })
}

/// What runs an execution: the body between the templates of the flow.
fn run(plan: &Plan<'_>) -> TokenStream {
    let run = match plan.flow.scope(plan.flow.body()).data {
        DataRule::Accumulate => accumulating(plan),
        DataRule::Replace => replacing(plan),
    };
    // What does not fit has no step to be blamed for.
    let here = mentions(&run, "here").then(|| {
        let file = plan.source.path();
        quote!(let here = &rt::flow_here(&rt::Step { name: "", place: #file });)
    });
    quote!(#here #run)
}

fn replacing(plan: &Plan<'_>) -> TokenStream {
    let functions = plan.scopes[plan.flow.body().0].calls.then(|| quote!(&self.functions,));
    let kept = reads_execution_input(plan.flow).then(|| quote!(rt::keep_input(cx, &input);));
    let (ty, _) = plan.start(plan.flow.body());
    let end = plan.forms.ty(&At::End(plan.flow.body()));
    let run = quote!(run(cx, #functions &rt::Path::ROOT, input).await);
    let run = match &plan.declared.output {
        None if *end == Ty::Any => run,
        None => quote!(Ok(rt::to_json(&#run?)?)),
        Some(ty) if ty == end => run,
        Some(_) if *end == Ty::Any => quote!(Ok(rt::fit_flow_output(#run?)?)),
        Some(wanted) => {
            let place = Place { last: true, ..Place::new(quote!(output), end.clone()) };
            let output = plan.known().passed(&place, wanted, &[]);
            let output = output.unwrap_or_else(|| quote!(rt::fit_flow_output(rt::to_json(&output)?)?));
            quote! {
                let output = #run?;
                Ok(#output)
            }
        }
    };
    let begun = match &plan.declared.input {
        Some(declared) if declared == ty => {
            let kept = reads_execution_input(plan.flow).then(|| quote!(rt::keep_input(cx, &rt::to_json(&input)?);));
            quote!(#kept)
        }
        declared => {
            let json = if declared.is_some() { quote!(rt::to_json(&input)?) } else { quote!(input) };
            let fitted = (*ty != Ty::Any).then(|| quote!(let input = rt::fit_flow_input(input)?;));
            quote! {
                let input = rt::Value::Object(rt::flow_input(#json)?);
                #kept
                #fitted
            }
        }
    };
    quote! {
        #begun
        #run
    }
}

fn accumulating(plan: &Plan<'_>) -> TokenStream {
    let functions = plan.scopes[plan.flow.body().0].calls.then(|| quote!(&self.functions,));
    let uses = Uses::default();
    let empty = Env::empty(&uses, plan.known(), plan.flow.words);
    let declared = plan.declared.input.as_ref();
    let given = match declared {
        None => Holder::Object(quote!(input)),
        Some(ty) => Holder::Typed(Place::new(quote!(input), ty.clone())),
    };
    let env = Env { scope_input: given, ..empty };
    let (made, env) = match (&plan.flow.input, declared) {
        (None, None) => (quote!(let input = rt::flow_input(input)?;), env),
        (None, Some(_)) if plan.input_type(plan.flow.body()).is_some() => (TokenStream::new(), env),
        (None, Some(_)) => {
            let env = Env { scope_input: Holder::Object(quote!(input)), ..env };
            (quote!(let input = rt::object_of(&input)?;), env)
        }
        (Some(template), _) => {
            let mapped = env.object(template);
            let checked = match (declared, uses.input.get()) {
                (Some(_), _) => TokenStream::new(),
                (None, true) => quote!(let input = rt::flow_input(input)?;),
                (None, false) => quote!(rt::flow_input(input)?;),
            };
            let unread = (declared.is_some() && !uses.input.get()).then(|| quote!(let _ = input;));
            let env = Env { scope_input: Holder::Object(quote!(input)), ..env };
            (quote!(#checked #unread let input = #mapped;), env)
        }
    };
    uses.input.set(false);
    let output = output(plan, &env);
    let local = if plan.flow.output.is_none() || uses.scope.get() { quote!(let local =) } else { quote!() };
    let input = match plan.input_type(plan.flow.body()) {
        Some(_) if plan.consumer(plan.flow.body()).is_some() => quote!(input),
        Some(_) => quote!(&input),
        None => quote!(&rt::Data::new(&input)),
    };
    quote! {
        #made
        #local run(cx, #functions &rt::Path::ROOT, #input).await?;
        Ok(#output)
    }
}

/// The output of an execution, from the data of its body.
fn output(plan: &Plan<'_>, env: &Env<'_>) -> TokenStream {
    let slots = plan.slots(plan.flow.body());
    let scope_data = match slots {
        None => Holder::Object(quote!(local)),
        Some(slots) => Holder::Slots(quote!(local), slots.clone()),
    };
    let env = Env { scope_data, ..env.clone() };
    let wanted = plan.declared.output.as_ref();
    if let Some(template) = &plan.flow.output {
        let mut env = Env { movable: template::movable_local(template), ..env };
        let taken = slots.zip(wanted).map(|(slots, ty)| {
            env.take_slots(template, ty, slots, |_| true, |member| quote!(local.#member.into_option()))
        });
        return match wanted {
            Some(ty) => {
                let made = env.make(template, ty);
                match taken {
                    Some(taken) if !taken.is_empty() => quote!({ #taken #made }),
                    _ => made,
                }
            }
            None => {
                let object = env.object(template);
                quote!(rt::Value::Object(#object))
            }
        };
    }
    if let (Some(Ty::Named(id)), Some(slots)) = (wanted, slots)
        && let Some(made) = env.make_of_slots(slots, *id)
    {
        return made;
    }
    let value = match slots {
        None => quote!(rt::Value::Object(local)),
        Some(_) => quote!(rt::Value::Object(rt::object_of(&local)?)),
    };
    if wanted.is_some() { quote!(rt::fit_flow_output(#value)?) } else { value }
}

impl Plan<'_> {
    /// The declared type that the input of a scope is held as; else it is an `rt::Data`.
    pub(super) fn input_type(&self, id: ScopeId) -> Option<&Ty> {
        let declared = self.declared.input.as_ref()?;
        let held = id == self.flow.body()
            && self.flow.scope(id).data == DataRule::Accumulate
            && self.flow.input.is_none()
            && self.known().is_object(declared);
        held.then_some(declared)
    }
}

/// Whether some step reads what the execution has started with.
fn reads_execution_input(flow: &ir::Flow) -> bool {
    let mut reads = false;
    for step in &flow.steps {
        step.each_path(&mut |path, _| reads |= path.root == ir::Root::Context(ir::ContextField::ExecutionInput));
    }
    reads
}
