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
    /// The inputs that functions are called with, by resource: attempts in order, tokens as `<token>`. Where it is given,
    /// nothing else is called.
    pub calls: Option<BTreeMap<String, Vec<Value>>>,
    /// The steps in the order in which they are entered.
    pub steps: Option<Vec<String>>,
    /// How many seconds the run takes.
    pub seconds: Option<f64>,
    /// Executions that are over when the run begins.
    #[serde(default)]
    pub finds: Vec<Found>,
    /// Other executions that there are when the run is over, and how they end.
    #[serde(default)]
    pub leaves: Vec<Left>,
    /// Executions that somebody stops meanwhile.
    #[serde(default)]
    pub stops: Vec<Stop>,
    /// Whether the flow gives the same in memory; runs that need a token's report in a certain order may not.
    #[serde(default = "yes")]
    pub express: bool,
}

/// An execution that is over before the run.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Its flow.
    pub flow: String,
    /// Its name.
    pub name: String,
    /// Its input.
    #[serde(default = "empty")]
    pub input: Value,
    /// What functions answer meanwhile.
    #[serde(default)]
    pub functions: BTreeMap<String, Vec<Answer>>,
}

/// An execution that another one has started.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Left {
    /// Its flow.
    pub flow: String,
    /// Its name.
    pub name: String,
    /// The output that it ends with.
    pub output: Option<Value>,
    /// The error that it ends with.
    pub error: Option<StepError>,
}

/// An execution that is stopped.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Its flow.
    pub flow: String,
    /// Its name.
    pub name: String,
    /// So many seconds after the run begins.
    pub after: u64,
    /// The error that it is stopped with.
    pub error: StepError,
}

fn empty() -> Value {
    Value::Object(flowsmith::Object::new())
}

const fn yes() -> bool {
    true
}

/// What a function does when it is called. Attempts are answered in the order in which they are first made, the last
/// answer serves all that follow; the same attempt gets the same answer again. Attempts that other answers are meant for
/// do not count.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answer {
    /// Only for inputs that have all of this.
    pub when: Option<Value>,
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
    /// Return so many seconds after the attempt was first made, however often it is made.
    pub takes: u64,
    /// Never return.
    pub hang: bool,
    /// Have somebody report the token of the input.
    pub report: Option<Report>,
    /// Start an execution with the input.
    pub start: Option<Start>,
}

/// An execution that a function starts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// The field of the input that names the flow.
    pub flow: String,
    /// The fields of the input that the name of the execution is made of.
    pub name: Vec<String>,
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
    /// Whatever the input says: its `output`, or its `error` and `cause`.
    #[serde(default)]
    pub relay: bool,
    /// The token is not in the input: it is read in the history.
    #[serde(default)]
    pub from_history: bool,
}

impl Report {
    /// What is reported, by a function with this input.
    pub fn outcome(&self, input: &Value) -> Result<Value, StepError> {
        let said = |key: &str| input.get(key).and_then(Value::as_str).map(str::to_owned);
        match (&self.error, said("error").filter(|_| self.relay)) {
            (Some(code), _) => Err(StepError::new(code.clone(), self.cause.clone())),
            (None, Some(code)) => Err(StepError::new(code, said("cause").unwrap_or_default())),
            (None, None) if self.relay => Ok(input.get("output").cloned().unwrap_or_default()),
            (None, None) => Ok(self.output.clone().unwrap_or_default()),
        }
    }
}

/// Gives answers, and remembers who got which.
#[derive(Debug, Default)]
pub struct Answers {
    scripts: BTreeMap<String, Vec<Answer>>,
    given: HashMap<(String, String), usize>,
    made: HashMap<(String, String), Value>,
    /// Attempts that were made again with another input.
    pub changed: Vec<(String, String)>,
    /// How many attempts had each choice of answers.
    next: HashMap<(String, Vec<usize>), usize>,
    /// All calls: resource and path.
    pub calls: Vec<(String, String)>,
    /// The inputs of attempts when they were first made, by resource.
    pub inputs: BTreeMap<String, Vec<Value>>,
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
        let first = self.made.entry(key.clone()).or_insert_with(|| {
            self.inputs.entry(resource.to_owned()).or_default().push(invocation.input.clone());
            invocation.input.clone()
        });
        if *first != invocation.input {
            self.changed.push(key.clone());
        }
        self.calls.push(key.clone());
        let Some(script) = self.scripts.get(resource) else { return Answer { echo: true, ..Answer::default() } };
        let meant = |answer: &Answer| answer.when.as_ref().is_none_or(|part| has(&invocation.input, part));
        let meant: Vec<_> = (0..script.len()).filter(|index| script.get(*index).is_some_and(meant)).collect();
        let index = *self.given.entry(key).or_insert_with(|| {
            let next = self.next.entry((resource.to_owned(), meant.clone())).or_default();
            *next += 1;
            *next - 1
        });
        let answer = meant.get(index).or(meant.last()).and_then(|index| script.get(*index)).cloned();
        answer.unwrap_or_else(|| Answer { error: Some("NoAnswer".to_owned()), ..Answer::default() })
    }
}

/// Whether a value is as `part` says; what `part` does not name may be anything.
fn has(value: &Value, part: &Value) -> bool {
    match (value, part) {
        (Value::Object(value), Value::Object(part)) => {
            part.iter().all(|(key, part)| value.get(key).is_some_and(|value| has(value, part)))
        }
        _ => value == part,
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
