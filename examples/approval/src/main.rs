//! `cargo run -p approval`: a web service whose handlers start a flow and report its task token.
#![expect(clippy::print_stdout, reason = "it says where it listens")]

mod desk;
mod visitor;

use std::{error::Error, sync::Arc};

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    routing::post,
};
use flowsmith::{Engine, Error as EngineError, StepError, Value, flow, json};
use tokio::net::TcpListener;

use crate::desk::Desk;

flow!("leave.yaml");

struct Office {
    engine: Engine,
    desk: Desk,
}

type Answer = Result<Json<Value>, (StatusCode, String)>;

/// What the engine answers, as HTTP has it.
fn refusal(error: &EngineError) -> (StatusCode, String) {
    let status = match error {
        EngineError::TaskAlreadyCompleted | EngineError::ExecutionAlreadyExists { .. } => StatusCode::CONFLICT,
        EngineError::ExecutionNotExists { .. } => StatusCode::NOT_FOUND,
        EngineError::InvalidArgument(_) | EngineError::EntityTooLarge { .. } => StatusCode::BAD_REQUEST,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    (status, error.to_string())
}

async fn ask(State(office): State<Arc<Office>>, Path(name): Path<String>, Json(request): Json<Value>) -> Answer {
    let started = office.engine.start("leave", &*name, request).await.map_err(|error| refusal(&error))?;
    let status = started.describe().await.map_err(|error| refusal(&error))?.status;
    Ok(Json(json!({"name": name, "status": status})))
}

async fn look(State(office): State<Arc<Office>>, Path(name): Path<String>) -> Answer {
    let execution = office.engine.execution("leave", &name).await.map_err(|error| refusal(&error))?;
    let description = execution.describe().await.map_err(|error| refusal(&error))?;
    Ok(Json(json!({"name": name, "status": description.status, "output": description.output})))
}

/// `{"granted": true}` or `{"granted": false, "reason": "…"}`
async fn decide(State(office): State<Arc<Office>>, Path(name): Path<String>, Json(decision): Json<Value>) -> Answer {
    let token = office.desk.token(&name).ok_or((StatusCode::NOT_FOUND, format!("nobody waits for `{name}`")))?;
    let reported = if decision["granted"] == json!(true) {
        office.engine.report_task_succeeded(&token, &decision.to_string()).await
    } else {
        let reason = decision["reason"].as_str().unwrap_or("without a reason");
        office.engine.report_task_failed(&token, StepError::new("Refused", reason)).await
    };
    let event = reported.map_err(|error| refusal(&error))?;
    Ok(Json(json!({"event": event})))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let desk = Desk::default();
    let engine = Engine::builder().flow(leave::Flow::new(desk.clone())).build().await?;
    let office = Arc::new(Office { engine, desk });
    let router = Router::new()
        .route("/leaves/{name}", post(ask).get(look))
        .route("/leaves/{name}/decision", post(decide))
        .with_state(office);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = async move { axum::serve(listener, router).await };
    if std::env::args().any(|argument| argument == "--serve") {
        println!("curl -d '{{\"days\": 3}}' -H content-type:application/json http://{address}/leaves/ada-1");
        println!("curl http://{address}/leaves/ada-1");
        println!(
            "curl -d '{{\"granted\": true}}' -H content-type:application/json http://{address}/leaves/ada-1/decision"
        );
        return Ok(server.await?);
    }
    tokio::spawn(server);
    visitor::visit(address).await
}
