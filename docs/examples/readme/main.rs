//! The program in README.md, from which it is taken: `UPDATE=1 cargo test -p flowsmith-docs`.
#![expect(clippy::print_stdout, reason = "it is as short as it can be")]

use flowsmith::{Call, Engine, StepError, TaskToken, Value, flow, json};

flow!("refund.yaml"); // pub mod refund { … }

struct Shop;

impl refund::Functions for Shop {
    async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        println!("refund {}? Report {}", input["amount"], input["token"]);
        Ok(json!({}))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::builder().flow(refund::Flow::new(Shop)).build().await?;
    let execution = engine.start("refund", "refund-7", json!({"amount": 40})).await?;

    let mut token = String::new();
    std::io::stdin().read_line(&mut token)?; // paste the token
    engine.report_task_succeeded(&TaskToken::new(token.trim().trim_matches('"')), r#"{"approvedBy": "Ada"}"#).await?;

    println!("{}", execution.wait().await??); // {"approvedBy":"Ada"}
    Ok(())
}
