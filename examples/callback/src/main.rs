//! `cargo run -p callback`: a refund that waits until somebody says yes or no.
#![expect(clippy::print_stdout, reason = "it talks at a terminal")]

use std::{error::Error, io::BufRead};

use flowsmith::{Call, Engine, StepError, TaskToken, Value, flow, json};
use tokio::sync::mpsc;

flow!("refund.yaml");

/// Asks by printing, pays by saying so.
struct Shop {
    asked: mpsc::UnboundedSender<TaskToken>,
}

impl refund::Functions for Shop {
    async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        let token = TaskToken::new(input["token"].as_str().unwrap_or_default());
        println!("A refund of {}? The task token is {token}", input["amount"]);
        self.asked.send(token).map_err(|_| StepError::new("NobodyThere", "the desk is closed"))?;
        Ok(json!({}))
    }

    async fn pay(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        // A function may run again after a crash: a bank would be given this key.
        println!("paying {} (key {})", input["amount"], call.idempotency_key());
        Ok(json!({"paid": input["amount"]}))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (asked, mut tokens) = mpsc::unbounded_channel();
    let engine = Engine::builder().flow(refund::Flow::new(Shop { asked })).build().await?;
    let execution = engine.start("refund", "refund-7", json!({"amount": 40})).await?;

    let token = tokens.recv().await.ok_or("nobody was asked")?;
    println!("yes NAME or no REASON:");
    let line = tokio::task::spawn_blocking(|| {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).map(|_| line)
    });
    let line = line.await??;
    let (word, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
    let event = match word {
        "no" => engine.report_task_failed(&token, StepError::new("Refused", rest)).await?,
        "yes" => engine.report_task_succeeded(&token, &json!({"by": rest}).to_string()).await?,
        _ => engine.report_task_succeeded(&token, r#"{"by": "nobody"}"#).await?,
    };
    println!("taken in as event {event}");
    println!("{}", execution.wait().await??);
    Ok(())
}
