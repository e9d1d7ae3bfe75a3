//! Runs a flow that the build script has compiled.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use flowsmith::{Call, Engine, StepError, Value, json};

flowsmith::include_flow!("thumbnails"); // pub mod thumbnails { … }, from flows/thumbnails.yaml

struct Pictures;

impl thumbnails::Functions for Pictures {
    async fn shrink(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        match input["picture"].as_str().and_then(|picture| picture.strip_suffix(".jpg")) {
            Some(name) => Ok(json!({"thumbnail": format!("{name}-small.jpg")})),
            None => Err(StepError::new("Unreadable", format!("{} is no JPEG", input["picture"]))),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::builder().build().await?;
    let flow = thumbnails::Flow::new(Pictures);
    let output = engine.run_express(&flow, json!({"pictures": ["sea.jpg", "notes.txt", "sky.jpg"]})).await?;
    println!("{output}");
    Ok(())
}
