//! `Type: StateMachine` on `serde_json::Value`: `flow!`, and the same constructors by hand.

use flowsmith::{Call, Object, StepError, Value, flow};

use crate::untyped::{Functions, Same};

flow!("definitions/w1_machine.yaml");

impl w1_machine::Functions for Same {
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

/// A copy of a field, which must be there.
fn field(object: &Value, key: &str) -> Result<Value, StepError> {
    object.get(key).cloned().ok_or_else(|| StepError::new("FnF.RuntimeError", format!("`{key}` leads nowhere")))
}

/// What a constructor makes: two fields of an object.
fn construct(from: &Value) -> Result<Object, StepError> {
    let mut object = Object::new();
    object.insert("order".to_owned(), field(from, "order")?);
    object.insert("n".to_owned(), field(from, "n")?);
    Ok(object)
}

/// The flow, by hand.
pub(crate) async fn by_hand<F: Functions>(functions: &F, input: Value) -> Result<Value, StepError> {
    let one = functions.one(Value::Object(construct(&input)?)).await?;
    let data = Value::Object(construct(&one)?);
    let two = functions.two(Value::Object(construct(&data)?)).await?;
    let data = Value::Object(construct(&two)?);
    let three = functions.three(Value::Object(construct(&data)?)).await?;
    let mut output = construct(&three)?;
    output.insert("m".to_owned(), field(&data, "n")?);
    Ok(Value::Object(output))
}
