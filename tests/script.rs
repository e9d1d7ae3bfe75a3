//! Scripts: what functions answer, and what is expected of a run. `run.yaml` of a case is a list of [`Run`]s.

use std::collections::{BTreeMap, HashMap};

use flowsmith::{Invocation, StepError, Value};
use serde::Deserialize;

/// One run of a flow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// What it is about.
    pub name: String,
    /// The input of the execution.
    #[serde(default = "empty")]
    pub input: Value,
    /// What functions answer, by resource.
    #[serde(default)]
    pub functions: BTreeMap<String, Vec<Answer>>,
    /// The output that the run ends with.
    pub output: Option<Value>,
    /// The error that the run ends with.
    pub error: Option<StepError>,
    /// Whether the flow gives the same in memory; runs that need a token's report in a certain order may not.
    #[serde(default = "yes")]
    pub express: bool,
}

fn empty() -> Value {
    Value::Object(flowsmith::Object::new())
}

const fn yes() -> bool {
    true
}

/// What a function does when it is called. Attempts are answered in the order in which they are first made, the last
/// answer serves all that follow; the same attempt gets the same answer again.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answer {
    /// Return this.
    pub r#return: Option<Value>,
    /// Return the input.
    pub echo: bool,
    /// Return the field of the input that is named so, plus one, under the same name.
    pub count: Option<String>,
    /// Fail with this code.
    pub error: Option<String>,
    /// The cause of the failure.
    pub cause: String,
    /// Panic with this text.
    pub panic: Option<String>,
    /// Never return.
    pub hang: bool,
    /// Have somebody report the token of the input.
    pub report: Option<Report>,
}

/// A report by a worker.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// So many seconds after the call.
    #[serde(default)]
    pub after: u64,
    /// Success with this output.
    pub output: Option<Value>,
    /// Failure with this code.
    pub error: Option<String>,
    /// The cause of the failure.
    #[serde(default)]
    pub cause: String,
}

/// Gives answers, and remembers who got which.
#[derive(Debug, Default)]
pub struct Answers {
    scripts: BTreeMap<String, Vec<Answer>>,
    given: HashMap<(String, String), usize>,
    next: HashMap<String, usize>,
    /// All calls: resource and path.
    pub calls: Vec<(String, String)>,
    /// Their inputs.
    pub inputs: Vec<Value>,
}

impl Answers {
    /// Answers by resource.
    pub fn new(scripts: BTreeMap<String, Vec<Answer>>) -> Self {
        Self { scripts, ..Self::default() }
    }

    /// The answer for an attempt.
    pub fn answer(&mut self, invocation: &Invocation<'_>) -> Answer {
        let resource = invocation.resource;
        let key = (resource.to_owned(), invocation.call.idempotency_key());
        self.calls.push(key.clone());
        self.inputs.push(invocation.input.clone());
        let Some(script) = self.scripts.get(resource) else { return Answer { echo: true, ..Answer::default() } };
        let index = *self.given.entry(key).or_insert_with(|| {
            let next = self.next.entry(resource.to_owned()).or_default();
            *next += 1;
            *next - 1
        });
        script.get(index).or(script.last()).cloned().unwrap_or_default()
    }
}

impl Answer {
    /// What the function returns.
    pub fn result(&self, input: Value) -> Result<Value, StepError> {
        assert!(self.panic.is_none(), "{}", self.panic.as_deref().unwrap_or_default());
        if let Some(code) = &self.error {
            return Err(StepError::new(code.clone(), self.cause.clone()));
        }
        if let Some(field) = &self.count {
            let next = input[field].as_i64().unwrap_or_default() + 1;
            return Ok(Value::Object([(field.clone(), next.into())].into_iter().collect()));
        }
        if self.echo {
            return Ok(input);
        }
        Ok(self.r#return.clone().unwrap_or_else(empty))
    }
}
