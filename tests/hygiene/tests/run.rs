//! Flows from places that make it hard for generated code.

use flowsmith_tests_hygiene::{a, b, c, d, e};
use flowsmith_tests_library::greet;
use fs::{Call, Engine, Object, StepError, Value, json};

/// Answers for everything.
struct Host;

impl a::Functions for Host {
    async fn result(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }

    async fn option(&self, call: Call<'_>, _: Value) -> Result<Value, StepError> {
        Ok(json!({"id": call.invocation_id()}))
    }
}

impl c::Functions for Host {
    async fn string(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }
}

impl d::Functions for Host {
    async fn result(&self, _: Call<'_>, input: d::ResultInput) -> Result<d::Result2, StepError> {
        assert_eq!(input.string, Some(d::String::Self_));
        Ok(d::Result2 { self_: u64::MAX, vec: Vec::new(), r#box: None })
    }
}

impl e::Functions for Host {
    async fn held(&self, _: Call<'_>, _: e::Data) -> Result<e::Held2, StepError> {
        let crates = ["a", "a"].map(|name| e::HeldVecItem { crate_: name.to_owned(), others: Object::default() });
        let reads = [("one".to_owned(), 1)].into_iter().collect();
        Ok(e::Held2 { self_: reads, vec: crates.into(), others: Object::default() })
    }

    async fn reads(&self, _: Call<'_>, input: e::ReadsInput) -> Result<e::Given2, StepError> {
        assert!(input.it);
        Ok(e::Given2::End)
    }
}

impl greet::Functions for Host {
    async fn greet(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }
}

#[tokio::test]
async fn a_flow_runs_whatever_is_around_it() {
    let builder = Engine::builder().flow(a::Flow::new(Host)).flow(b::Flow::remote()).allow_missing_bindings();
    let engine = builder.build().await.unwrap();
    let execution = engine.start("a", "one", json!({"rows": [1, 2]})).await.unwrap();
    let failure = execution.wait().await.unwrap().unwrap_err();
    assert_eq!(failure.error.code, "FnF.ResourceNotBound", "nobody can be asked: {failure}");
    assert_eq!(execution.jobs().await.unwrap()[0].invocation_id.as_deref(), Some("one"));
}

#[tokio::test]
async fn the_flow_of_a_library_runs_in_another_crate() {
    let engine = Engine::builder().flow(greet::Flow::new(Host)).build().await.unwrap();
    let input = json!({"name": "Ada"});
    let execution = engine.start("greet", "one", &input).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), input);
}

#[tokio::test]
async fn a_state_machine_runs_whatever_is_around_it() {
    let engine = Engine::builder().build().await.unwrap();
    let input = json!({"rows": [1, 2], "target": "acs:fc:::services/s/functions/nobody"});
    let output = engine.run_express(&c::Flow::new(Host), input).await.unwrap();
    assert_eq!(output, json!({"why": "FnF.ResourceNotBound"}));
}

#[tokio::test]
async fn typed_states_run_whatever_they_are_called() {
    let engine = Engine::builder().build().await.unwrap();
    let input = e::Data { end: None, others: Object::default() };
    let output = engine.run_express(&e::Flow::new(Host), input).await.unwrap();
    let all = json!([{"same": {"crate": "a"}}, {"same": {"crate": "a"}}]);
    assert_eq!(output, json!({"all": all, "first": {"same": {"crate": "a"}}}));
}
