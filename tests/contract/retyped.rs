//! An execution outlives a change of the types that are declared beside its definition, unless its data no longer fits.

use flowsmith::{
    Engine, EngineBuilder, Error, Execution, MemoryStore, StepError, TaskToken, Timestamp, TokioClock, Value, json,
};

flowsmith::flow!(path = "definitions/kept.yaml", mod = plain);
flowsmith::flow!(path = "definitions/kept.yaml", types = "definitions/kept_number.types.yaml", mod = number);
flowsmith::flow!(path = "definitions/kept.yaml", types = "definitions/kept_text.types.yaml", mod = text);
flowsmith::flow!(path = "definitions/kept_machine.yaml", mod = plain_machine);
flowsmith::flow!(
    path = "definitions/kept_machine.yaml",
    types = "definitions/kept_number.types.yaml",
    mod = number_machine
);
flowsmith::flow!(path = "definitions/kept_machine.yaml", types = "definitions/kept_text.types.yaml", mod = text_machine);
flowsmith::flow!(path = "definitions/kept_ended.yaml", types = "definitions/kept_ended_number.types.yaml", mod = ended);
flowsmith::flow!(path = "definitions/kept_ended.yaml", types = "definitions/kept_ended_text.types.yaml", mod = ended_text);
flowsmith::flow!(
    path = "definitions/kept_ended_machine.yaml",
    types = "definitions/kept_ended_number.types.yaml",
    mod = ended_machine
);
flowsmith::flow!(
    path = "definitions/kept_ended_machine.yaml",
    types = "definitions/kept_ended_text.types.yaml",
    mod = ended_machine_text
);
flowsmith::flow!("definitions/fitting.yaml");
flowsmith::flow!("definitions/giving.yaml");

type Register = fn(EngineBuilder) -> EngineBuilder;

const PLAIN: Register = |builder| builder.flow(plain::Flow::remote());
const NUMBER: Register = |builder| builder.flow(number::Flow::remote());
const TEXT: Register = |builder| builder.flow(text::Flow::remote());

const PLAIN_MACHINE: Register = |builder| builder.flow(plain_machine::Flow::remote());
const NUMBER_MACHINE: Register = |builder| builder.flow(number_machine::Flow::remote());
const TEXT_MACHINE: Register = |builder| builder.flow(text_machine::Flow::remote());

const ENDED: Register = |builder| builder.flow(ended::Flow::remote());
const ENDED_TEXT: Register = |builder| builder.flow(ended_text::Flow::remote());
const ENDED_MACHINE: Register = |builder| builder.flow(ended_machine::Flow::remote());
const ENDED_MACHINE_TEXT: Register = |builder| builder.flow(ended_machine_text::Flow::remote());

async fn engine(store: &MemoryStore, flow: Register) -> Engine {
    let builder = Engine::builder().store(store.clone()).clock(TokioClock::starting_at(Timestamp::from_millis(0)));
    let builder = builder
        .function("acs:fc:::services/s/functions/count", |_: Value| async { Ok::<_, StepError>(json!({"n": 3})) })
        .function("acs:fc:::services/s/functions/ask", |_: Value| async { Ok::<_, StepError>(json!({})) })
        .function("acs:fc:::services/s/functions/tell", |_: Value| async { Ok::<_, StepError>(json!({"told": true})) });
    flow(builder).build().await.unwrap()
}

async fn token(execution: &Execution) -> TaskToken {
    loop {
        for event in execution.history().await.unwrap() {
            if let Some(token) = event.detail["input"]["token"].as_str() {
                return TaskToken::new(token);
            }
        }
        tokio::task::yield_now().await;
    }
}

/// Starts with one flow, until it waits for a report, and goes on with another one.
async fn changed(first: Register, second: Register, report: &str) -> Result<Value, StepError> {
    changed_in("kept", first, second, report).await
}

async fn changed_in(flow: &str, first: Register, second: Register, report: &str) -> Result<Value, StepError> {
    let store = MemoryStore::new();
    let before = engine(&store, first).await;
    let execution = before.start(flow, "one", json!({})).await.unwrap();
    let token = token(&execution).await;
    drop((execution, before));

    let after = engine(&store, second).await;
    let reported = after.report_task_succeeded(&token, report).await;
    // What does not fit may have failed as soon as there was an engine.
    assert!(matches!(reported, Ok(_) | Err(Error::TaskAlreadyCompleted)), "{reported:?}");
    let execution = after.execution(flow, "one").await.unwrap();
    execution.wait().await.unwrap().map_err(|failure| failure.error)
}

#[tokio::test(start_paused = true)]
async fn types_are_added_and_removed_while_an_execution_waits() {
    let v1 = [(PLAIN, NUMBER), (NUMBER, PLAIN), (NUMBER, NUMBER), (PLAIN, PLAIN)];
    let machine = [(PLAIN_MACHINE, NUMBER_MACHINE), (NUMBER_MACHINE, PLAIN_MACHINE), (NUMBER_MACHINE, NUMBER_MACHINE)];
    for (first, second) in v1.into_iter().chain(machine) {
        let output = changed(first, second, r#"{"answer": "yes"}"#).await;
        assert_eq!(output, Ok(json!({"n": 3, "answer": "yes", "told": true})));
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_kept_and_does_not_fit_fails_the_step_that_goes_on() {
    for first in [PLAIN, NUMBER] {
        let error = changed(first, TEXT, r#"{"answer": "yes"}"#).await.unwrap_err();
        assert_eq!(error.code, "FnF.RuntimeError");
        let cause = "step `ask` (definitions/kept.yaml:9): what is kept under `n` does not fit its declared type: expected \
                     text, found `3`";
        assert_eq!(error.cause, cause);
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_kept_for_a_state_and_does_not_fit_fails_it() {
    for first in [PLAIN_MACHINE, NUMBER_MACHINE] {
        let error = changed(first, TEXT_MACHINE, r#"{"answer": "yes"}"#).await.unwrap_err();
        assert_eq!(error.code, "FnF.RuntimeError");
        let cause = "step `ask` (definitions/kept_machine.yaml:13): the data that is kept for it does not fit its type: at \
                     `n`: expected text, found `3`";
        assert_eq!(error.cause, cause);
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_branch_has_ended_with_and_does_not_fit_names_the_branch() {
    let v1 = (ENDED, ENDED_TEXT, "what is kept under `n` does not fit its declared type: expected text, found `3`");
    let machine = (
        ENDED_MACHINE,
        ENDED_MACHINE_TEXT,
        "the data that it ends with does not fit its type: at `n`: expected text, found `3`",
    );
    for (first, second, why) in [v1, machine] {
        let output = changed_in("kept_ended", first, first, r#"{"answer": "yes"}"#).await;
        assert_eq!(output, Ok(json!({"n": 3, "answer": "yes"})));
        let error = changed_in("kept_ended", first, second, r#"{"answer": "yes"}"#).await.unwrap_err();
        assert_eq!((&*error.code, &*error.cause), ("FnF.RuntimeError", &*format!("`both@1(0)`: {why}")));
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_child_ends_with_and_does_not_fit_fails_its_step() {
    let fitting = |builder: EngineBuilder| builder.flow(fitting::Flow::remote()).flow(giving::Flow::remote());
    let engine = engine(&MemoryStore::new(), fitting).await;
    for (name, n, twice, why) in [
        ("fits", json!(3), json!(3), Value::Null),
        (
            "does_not",
            json!("three"),
            Value::Null,
            json!(
                "`ask another@1`: the output of the execution does not fit its declared type: at `n`: expected a whole number \
                 from -2⁶³ to 2⁶³ - 1, found the text `three`"
            ),
        ),
    ] {
        let execution = engine.start("fitting", name, json!({"n": n})).await.unwrap();
        let output = execution.wait().await.unwrap().unwrap();
        assert_eq!(output, json!({"twice": twice, "why": why}));
    }
}

#[tokio::test(start_paused = true)]
async fn a_report_that_does_not_fit_fails_its_step() {
    for first in [PLAIN, NUMBER] {
        let error = changed(first, NUMBER, r#"{"answer": 1}"#).await.unwrap_err();
        assert_eq!(error.code, "FnF.InvalidLocal");
        for part in ["`ask", "at `answer`: expected text, found `1`"] {
            assert!(error.cause.contains(part), "{}", error.cause);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_result_that_does_not_fit_fails_its_step() {
    let store = MemoryStore::new();
    let engine = engine(&store, TEXT).await;
    let execution = engine.start("kept", "one", json!({})).await.unwrap();
    let error = execution.wait().await.unwrap().unwrap_err().error;
    assert_eq!(error.code, "FnF.InvalidLocal");
    for part in ["`count", "at `n`: expected text, found `3`"] {
        assert!(error.cause.contains(part), "{}", error.cause);
    }
}

#[tokio::test(start_paused = true)]
async fn an_input_that_does_not_fit_fails_the_execution() {
    let store = MemoryStore::new();
    let engine = engine(&store, NUMBER).await;
    let execution = engine.start("kept", "one", json!({"more": 1})).await.unwrap();
    let error = execution.wait().await.unwrap().unwrap_err().error;
    assert_eq!(error.code, "FnF.RuntimeError");
    assert!(error.cause.contains("at `more`: expected no such key, found one"), "{}", error.cause);
}
