//! On `serde_json::Value`: `flow!`, and the same merges and mappings by hand.

use flowsmith::{Call, Object, StepError, Value, flow};

flow!("definitions/w1.yaml");

/// Functions that return what they get.
#[derive(Debug)]
pub(crate) struct Same;

impl w1::Functions for Same {
    async fn one(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }

    async fn two(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }

    async fn three(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }
}

/// Something that has the functions, without the engine.
pub(crate) trait Functions {
    async fn one(&self, input: Value) -> Result<Value, StepError>;
    async fn two(&self, input: Value) -> Result<Value, StepError>;
    async fn three(&self, input: Value) -> Result<Value, StepError>;
}

impl Functions for Same {
    async fn one(&self, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }

    async fn two(&self, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }

    async fn three(&self, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }
}

fn object(order: Value, n: Value) -> Value {
    let mut object = Object::new();
    object.insert("order".to_owned(), order);
    object.insert("n".to_owned(), n);
    Value::Object(object)
}

/// Keeps the result of a step under its name, as the flow's output mappings do.
fn keep(local: &mut Object, name: &str, result: Value) -> Result<(), StepError> {
    if !result.is_object() {
        return Err(StepError::new("FnF.InvalidLocal", "the result is no object"));
    }
    local.insert(name.to_owned(), result);
    Ok(())
}

/// A copy of a field; null where there is none.
fn field(object: Option<&Value>, key: &str) -> Value {
    object.and_then(|object| object.get(key)).cloned().unwrap_or_default()
}

/// The flow, by hand.
pub(crate) async fn by_hand<F: Functions>(functions: &F, input: Value) -> Result<Value, StepError> {
    let mut local = Object::new();
    let one = functions.one(object(field(Some(&input), "order"), field(Some(&input), "n"))).await?;
    keep(&mut local, "one", one)?;
    let two = functions.two(object(field(local.get("one"), "order"), field(local.get("one"), "n"))).await?;
    keep(&mut local, "two", two)?;
    let three = functions.three(object(field(local.get("two"), "order"), field(local.get("two"), "n"))).await?;
    keep(&mut local, "three", three)?;
    let mut output = Object::new();
    output.insert("order".to_owned(), field(local.get("three"), "order"));
    output.insert("n".to_owned(), field(local.get("three"), "n"));
    output.insert("m".to_owned(), field(local.get("two"), "n"));
    Ok(Value::Object(output))
}
