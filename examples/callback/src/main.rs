//! `cargo run -p callback`: a refund that waits until somebody says yes or no.
#![expect(clippy::print_stdout, reason = "it talks at a terminal")]

use std::{
    error::Error,
    io::{self, BufRead},
};

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

/// The name of whoever says yes, or the reason of a no. Where nothing can be read, nobody says yes.
fn answer() -> io::Result<Result<String, String>> {
    println!("yes NAME or no REASON:");
    for line in io::stdin().lock().lines() {
        match line?.trim().split_once(' ') {
            Some(("yes", name)) => return Ok(Ok(name.to_owned())),
            Some(("no", reason)) => return Ok(Err(reason.to_owned())),
            _ => println!("either `yes`, a blank and a name, or `no` and a reason:"),
        }
    }
    Ok(Ok("nobody".to_owned()))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (asked, mut tokens) = mpsc::unbounded_channel();
    let engine = Engine::builder().flow(refund::Flow::new(Shop { asked })).build().await?;
    let execution = engine.start("refund", "refund-7", json!({"amount": 40})).await?;

    let token = tokens.recv().await.ok_or("nobody was asked")?;
    let event = match tokio::task::spawn_blocking(answer).await?? {
        Ok(name) => engine.report_task_succeeded(&token, &json!({"by": name}).to_string()).await?,
        Err(reason) => engine.report_task_failed(&token, StepError::new("Refused", reason)).await?,
    };
    println!("taken in as event {event}");
    println!("{}", execution.wait().await??);
    Ok(())
}
