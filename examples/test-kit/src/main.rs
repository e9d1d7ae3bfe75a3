//! `cargo run -p test-kit`: the flow once, in memory, with functions that print. Its tests are what this
//! example is about: `cargo test -p test-kit`.
#![expect(clippy::print_stdout, reason = "an example talks to its user")]

#[cfg(test)]
mod tests;

use std::error::Error;

use flowsmith::{Call, Engine, StepError, TaskToken, Value, flow, json};
use tokio::sync::mpsc::UnboundedSender;

flow!("trip.yaml");

/// A travel agency.
struct Agency {
    asked: UnboundedSender<TaskToken>,
}

impl trip::Functions for Agency {
    async fn book_hotel(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        println!("booked: a room in {}", input["city"]);
        Ok(json!({"booking": "B-1"}))
    }

    async fn ask_manager(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        println!("asked: may {} travel?", input["traveller"]);
        let token = TaskToken::new(input["token"].as_str().unwrap_or_default());
        self.asked.send(token).map_err(|_| StepError::new("NobodyThere", "the manager is away"))?;
        Ok(json!({}))
    }

    async fn send_mail(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        println!("sent: the papers of booking {} to {}", input["booking"], input["to"]);
        Ok(json!({}))
    }

    async fn cancel_hotel(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        println!("cancelled: {}", input["booking"]);
        Ok(json!({}))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (asked, mut tokens) = tokio::sync::mpsc::unbounded_channel();
    let flow = trip::Flow::new(Agency { asked });
    let engine = Engine::builder().build().await?;
    let input = json!({"traveller": "Ada", "city": "Paris"});
    // Who may not travel waits for nothing, so the example is over at once; the tests have weeks.
    let decline = async {
        let token = tokens.recv().await.ok_or("nobody was asked")?;
        engine.report_task_failed(&token, StepError::new("Declined", "there is a video call")).await?;
        Ok::<_, Box<dyn Error>>(())
    };
    let (ended, declined) = tokio::join!(engine.run_express(&flow, input), decline);
    declined?;
    match ended {
        Ok(output) => println!("output: {output}"),
        Err(error) => println!("error: {error}"),
    }
    println!("\nThe flow with all its waits, retries and crashes: cargo test -p test-kit");
    Ok(())
}
