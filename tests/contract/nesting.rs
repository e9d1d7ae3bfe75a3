//! A and B start each other by name, 50 deep.

use flowsmith::{Engine, StepError, Value, json};
use flowsmith_tests::{
    cases::Case,
    script::{Answer, Run},
    world::World,
};

const DEEP: u64 = 50;

async fn less(input: Value) -> Result<Value, StepError> {
    Ok(json!({"n": input["n"].as_u64().unwrap_or_default() - 1}))
}

fn engine(case: &Case) -> flowsmith::EngineBuilder {
    (case.register)(Engine::builder()).function("acs:fc:::services/s/functions/less", less)
}

#[tokio::test]
async fn two_flows_start_each_other_50_deep() {
    let case = Case::named("contract/ping");
    let engine = engine(&case).build().await.unwrap();
    let execution = engine.start("ping", "deep", json!({"n": DEEP})).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"n": 0}));
}

#[tokio::test]
async fn two_flows_call_each_other_50_deep_in_memory() {
    let case = Case::named("contract/ping");
    let engine = engine(&case).build().await.unwrap();
    assert_eq!((case.express)(&engine, json!({"n": DEEP})).await.unwrap(), json!({"n": 0}));
}

#[tokio::test(start_paused = true)]
async fn two_flows_start_each_other_50_deep_through_crashes() {
    let case = Case::named("contract/ping");
    let answers = (0..DEEP).rev().map(|n| Answer { r#return: Some(json!({"n": n})), ..Answer::default() }).collect();
    let mut run: Run = serde_yaml::from_str("name: deep").unwrap();
    run.functions.insert("acs:fc:::services/s/functions/less".to_owned(), answers);
    let world = World::new(case.register, &run);
    let (ending, _) = world.run_crashing(case.flow, &json!({"n": DEEP}), |_| 7).await;
    assert_eq!(ending.result, Ok(json!({"n": 0})));
    let mut called: Vec<_> = world.calls().into_iter().map(|(_, attempt)| attempt).collect();
    called.sort();
    called.dedup();
    assert_eq!(called.len() as u64, DEEP, "each execution calls its function");
}
