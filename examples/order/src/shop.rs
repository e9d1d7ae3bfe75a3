//! The functions that the flow calls.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use flowsmith::{Call, StepError, TaskToken, Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::{order, screen};

/// A shop that is busy at first.
pub(crate) struct Shop {
    reservations: AtomicU32,
    asked: UnboundedSender<TaskToken>,
}

impl Shop {
    /// A shop that hands the tokens of approvals on.
    pub(crate) fn new(asked: UnboundedSender<TaskToken>) -> Self {
        Self { reservations: AtomicU32::new(0), asked }
    }
}

impl order::Functions for Shop {
    async fn reserve(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        let items = input["items"].as_array().ok_or_else(|| StepError::new("BadOrder", "an order has items"))?;
        if self.reservations.fetch_add(1, Ordering::Relaxed) < 2 {
            screen::line("reserve", &format!("{}: the shop is busy, try again", call.path()));
            return Err(StepError::new("FC.ResourceThrottled", "the shop is busy"));
        }
        screen::line("reserve", &format!("{}: {} items reserved", call.path(), items.len()));
        Ok(json!({"weight": 9 * items.len()}))
    }

    async fn ask_for_approval(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        let token = TaskToken::new(input["token"].as_str().unwrap_or_default());
        screen::line("approve", &format!("{}'s order waits for a report of this token:", text(&input["customer"])));
        screen::line("", token.as_str());
        self.asked.send(token).map_err(|_| StepError::new("NobodyThere", "the office is closed"))?;
        Ok(json!({}))
    }

    async fn pack_item(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let item = text(&input["item"]);
        screen::line("pack", &format!("{}: the {item} is packed", call.path()));
        Ok(json!({"parcel": format!("parcel {} ({item})", input["position"])}))
    }
}

/// A text without the quotes that it has as JSON.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("?")
}
