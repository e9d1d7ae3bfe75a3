//! Where requests lie until somebody decides them.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use flowsmith::{Call, StepError, TaskToken, Value, json};

use crate::leave;

/// The tokens of the requests that wait, by name. A service that is to survive a restart keeps them in its database; the
/// function runs again if the process is killed before it has returned.
#[derive(Clone, Default)]
pub(crate) struct Desk(Arc<Mutex<HashMap<String, TaskToken>>>);

impl Desk {
    pub(crate) fn token(&self, name: &str) -> Option<TaskToken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }
}

impl leave::Functions for Desk {
    async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        let text = |key: &str| input[key].as_str().unwrap_or_default().to_owned();
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.insert(text("request"), TaskToken::new(text("token")));
        Ok(json!({}))
    }
}
