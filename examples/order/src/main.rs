//! `cargo run -p order`: an order flow on the durable engine. A throttled function is tried again, an approval waits for
//! the report of its task token, the items are packed side by side.

mod screen;
mod shop;

use std::{error::Error, time::Duration};

use flowsmith::{Engine, MemoryStore, TaskToken, flow, json};
use tokio::sync::mpsc;

use crate::shop::Shop;

flow!("order.yaml");

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    screen::title("order.yaml, compiled to Rust, on the durable engine");

    let (asked, mut tokens) = mpsc::unbounded_channel();
    let engine = Engine::builder().store(MemoryStore::new()).flow(order::Flow::new(Shop::new(asked))).build().await?;

    let input = json!({"customer": "Ada", "items": ["anvil", "feather", "lamp"]});
    screen::line("start", &format!("execution `order-1` with {input}"));
    let execution = engine.start("order", "order-1", &input).await?;

    // Anybody who holds the token can settle the task: here a second task, after a moment.
    let approve = async {
        let token: TaskToken = tokens.recv().await.ok_or("nobody was asked")?;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let status = execution.describe().await?.status;
        screen::line("approval", &format!("the execution is {status}; the boss says yes"));
        let event = engine.report_task_succeeded(&token, r#"{"by": "the boss"}"#).await?;
        screen::line("report", &format!("taken in as event {event}"));
        Ok::<_, Box<dyn Error>>(())
    };
    let (ended, approved) = tokio::join!(execution.wait(), approve);
    approved?;

    match ended? {
        Ok(output) => screen::line("result", &output.to_string()),
        Err(failure) => screen::line("failure", &failure.to_string()),
    }
    screen::history(&execution.history().await?);
    Ok(())
}
