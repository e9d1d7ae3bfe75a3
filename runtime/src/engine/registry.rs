//! Flows by name, whatever their types.

use std::{
    pin::{Pin, pin},
    sync::Arc,
};

use super::standard::Standard;
use crate::{
    call::Call,
    error::{Res, StepError, codes},
    express::Express,
    flow::{Flow, Needs},
    invoke::Answer,
    value::Value,
};

/// A flow that an engine can run.
pub(crate) trait Registered: Send + Sync {
    fn digest(&self) -> &'static str;
    fn timeout_seconds(&self) -> Option<u64>;
    /// What the flow needs beside itself.
    fn needs(&self) -> Needs;
    /// Performs a call that was handed over to the background.
    fn dispatch<'a>(&'a self, resource: &'a str, call: Call<'a>, input: Value) -> Answer<'a>;
    /// Runs it on the Standard engine.
    fn run(self: Arc<Self>, cx: Standard, input: Value) -> Pin<Box<dyn Future<Output = Res<Value>> + Send>>;
    /// Runs it in memory.
    fn express<'a>(
        self: Arc<Self>,
        cx: Express<'a>,
        input: Value,
    ) -> Pin<Box<dyn Future<Output = Res<Value>> + Send + 'a>>;
}

impl<F: Flow> Registered for F {
    fn digest(&self) -> &'static str {
        F::DIGEST
    }

    fn timeout_seconds(&self) -> Option<u64> {
        F::TIMEOUT_SECONDS
    }

    fn needs(&self) -> Needs {
        let mut needs = Needs::default();
        F::needs(&mut needs);
        needs
    }

    fn dispatch<'a>(&'a self, resource: &'a str, call: Call<'a>, input: Value) -> Answer<'a> {
        Box::pin(Flow::dispatch(self, resource, call, input))
    }

    fn run(self: Arc<Self>, cx: Standard, input: Value) -> Pin<Box<dyn Future<Output = Res<Value>> + Send>> {
        Box::pin(async move { to_json(Flow::run(&*self, &cx, from_json(input)?).await?) })
    }

    fn express<'a>(
        self: Arc<Self>,
        cx: Express<'a>,
        input: Value,
    ) -> Pin<Box<dyn Future<Output = Res<Value>> + Send + 'a>> {
        Box::pin(async move {
            let run = pin!(async { to_json(Flow::run(&*self, &cx, from_json(input)?).await?) });
            cx.limited(F::TIMEOUT_SECONDS, run).await
        })
    }
}

fn from_json<T: serde::de::DeserializeOwned>(input: Value) -> Res<T> {
    serde_json::from_value(input).map_err(|error| {
        StepError::new(codes::RUNTIME_ERROR, format!("the input of the flow does not fit: {error}")).into()
    })
}

fn to_json<T: serde::Serialize>(output: T) -> Res<Value> {
    serde_json::to_value(output).map_err(|error| {
        StepError::new(codes::RUNTIME_ERROR, format!("the output of the flow is no JSON: {error}")).into()
    })
}
