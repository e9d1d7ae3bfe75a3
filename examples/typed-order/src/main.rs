//! `cargo run -p typed-order`: an order on structs, from its input to its output.
#![expect(clippy::print_stdout, reason = "it talks at a terminal")]

use std::error::Error;

use flowsmith::{Call, Engine, StepError, TaskToken, Value, flow, json};
use order::{Address, Approval, AskInput, Line, ReserveInput, ReserveOutput, ShipInput, ShipOutput, Warehouse};
use tokio::sync::mpsc;

flow!("order.yaml", deny(warnings));

struct Shop {
    asked: mpsc::UnboundedSender<TaskToken>,
}

impl order::Functions for Shop {
    async fn reserve(&self, _: Call<'_>, input: ReserveInput) -> Result<ReserveOutput, StepError> {
        let total = input.lines.iter().map(|line| line.quantity * 60).sum();
        Ok(ReserveOutput { total, warehouse: Warehouse::North })
    }

    async fn ask(&self, _: Call<'_>, input: AskInput) -> Result<Value, StepError> {
        println!("an order of {} cents?", input.amount);
        let asked = self.asked.send(TaskToken::new(&input.token));
        asked.map_err(|_| StepError::new("NobodyThere", "the desk is closed"))?;
        Ok(json!({}))
    }

    async fn ship(&self, _: Call<'_>, input: ShipInput) -> Result<ShipOutput, StepError> {
        println!("{} lines go to {} in {}", input.lines.len(), input.to.name, input.to.city);
        Ok(ShipOutput { parcel: format!("{}-1", input.warehouse.as_str()) })
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (asked, mut tokens) = mpsc::unbounded_channel();
    let engine = Engine::builder().flow(order::Flow::new(Shop { asked })).build().await?;
    let input = order::Input {
        lines: vec![Line { sku: "tea".to_owned(), quantity: 2 }],
        address: Address { name: "Ada".to_owned(), city: "Paris".to_owned(), floor: None },
    };
    let execution = order::Flow::start(&engine, "order-1", input).await?;

    let token = tokens.recv().await.ok_or("nobody was asked")?;
    let approval = Approval { by: "the boss".to_owned(), reason: None };
    order::approve::report(&engine, &token, approval).await?;

    let output: order::Output = execution.wait().await??;
    let by = output.approval.map_or("nobody".to_owned(), |approval| approval.by);
    println!("{} cents, approved by {by}, parcel {}", output.total, output.parcel);
    Ok(())
}
