//! What README.md says of typed data, from which it is taken: `UPDATE=1 cargo test -p flowsmith-docs`.
#![expect(clippy::print_stdout, reason = "it is as short as it can be")]

use std::error::Error;

use flowsmith::{Call, Engine, StepError, TaskToken, Value, flow, json};
use refund::{Approval, AskInput};

flow!("refund.yaml", deny(warnings));

struct Shop;

impl refund::Functions for Shop {
    async fn ask(&self, _: Call<'_>, input: AskInput) -> Result<Value, StepError> {
        println!("refund {}? Report {}", input.amount, input.token);
        Ok(json!({}))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let engine = Engine::builder().flow(refund::Flow::new(Shop)).build().await?;
    run(engine, TaskToken::new("")).await
}

async fn run(engine: Engine, token: TaskToken) -> Result<(), Box<dyn Error>> {
    let execution = refund::Flow::start(&engine, "refund-7", refund::Input { amount: 40 }).await?;
    let approval = Approval { approved_by: "Ada".to_owned() };
    refund::ask_the_boss::report(&engine, &token, approval).await?;
    let Approval { approved_by } = execution.wait().await??;
    println!("approved by {approved_by}");
    Ok(())
}
