//! What a test asserts of the calls of one function.

use serde::Serialize;

use super::{
    calls::RecordedCall,
    json::{self, difference, includes},
    names::{Known, times},
    run::Run,
};
use crate::value::Value;

/// The calls of one function, for assertions: [`Run::called`]. A call that a crash cut off and that was made again counts
/// once.
#[derive(Debug, Clone)]
pub struct Calls<'r> {
    run: &'r Run,
    name: &'static str,
    all: Vec<&'r RecordedCall>,
}

impl<'r> Calls<'r> {
    pub(super) fn new(run: &'r Run, function: Known) -> Self {
        let all = run.calls().iter().filter(|call| call.resource == function.resource).collect();
        Self { run, name: function.method, all }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The calls themselves.
    #[must_use]
    pub fn all(&self) -> &[&'r RecordedCall] {
        &self.all
    }

    /// Asserts how often it was called.
    ///
    /// # Panics
    ///
    /// It was called more often, or less.
    #[track_caller]
    pub fn times(&self, count: usize) -> &Self {
        let (name, found) = (self.name, self.all.len());
        if found != count {
            let (count, found) = (times(count), times(found));
            self.run.fail(&format!("function `{name}` should have been called {count}, and was {found}"));
        }
        self
    }

    /// Asserts that it was called once.
    ///
    /// # Panics
    ///
    /// It was called more often.
    #[track_caller]
    pub fn once(&self) -> &Self {
        self.times(1)
    }

    /// Asserts that one of the calls had this input.
    ///
    /// # Panics
    ///
    /// None had.
    #[track_caller]
    pub fn with(&self, input: impl Serialize) -> &Self {
        let expected = json::value(&input, "the expected input");
        if !self.all.iter().any(|call| call.input == expected) {
            let name = self.name;
            let found = match self.all.as_slice() {
                [call] => difference(&expected, &call.input).unwrap_or_default(),
                _ => self.inputs(),
            };
            self.run.fail(&format!("function `{name}` should have been called with {expected}\nfound {found}"));
        }
        self
    }

    /// Asserts that one of the calls had an input with all of this; what is not named may be anything.
    ///
    /// # Panics
    ///
    /// None had.
    #[track_caller]
    pub fn with_part(&self, part: impl Serialize) -> &Self {
        let part = json::value(&part, "the expected part of an input");
        if !self.all.iter().any(|call| includes(&call.input, &part)) {
            let (name, found) = (self.name, self.inputs());
            self.run.fail(&format!("function `{name}` should have been called with {part} and more\nfound{found}"));
        }
        self
    }

    /// Asserts the inputs of all calls, in their order.
    ///
    /// # Panics
    ///
    /// They are others.
    #[track_caller]
    pub fn with_each(&self, inputs: impl IntoIterator<Item = impl Serialize>) -> &Self {
        let expected = inputs.into_iter().map(|input| json::value(&input, "an expected input")).collect();
        let found = self.all.iter().map(|call| call.input.clone()).collect();
        if let Some(difference) = difference(&Value::Array(expected), &Value::Array(found)) {
            self.run.fail(&format!("the inputs of function `{}` are others: {difference}", self.name));
        }
        self
    }

    /// The inputs, a line each.
    fn inputs(&self) -> String {
        self.all.iter().fold(String::new(), |text, call| format!("{text}\n  {}", call.input))
    }
}
