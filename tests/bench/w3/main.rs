//! W3: foreach over 1,000 to 100,000 items, on the Express and on the Standard engine, beside a loop written by hand on
//! the same data. `cargo bench -p flowsmith-tests --bench w3`
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark takes the time")]

use std::time::Instant;

use flowsmith::{Call, Engine, Object, StepError, Value, flow, json};

flow!("definitions/w3.yaml");

/// A function that returns what it gets.
struct Same;

impl w3::Functions for Same {
    async fn work(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(input)
    }
}

#[expect(clippy::unused_async, reason = "functions are asynchronous")]
async fn work(input: Value) -> Result<Value, StepError> {
    Ok(input)
}

/// The flow, by hand: one after the other.
async fn by_hand(input: &Value) -> Result<Value, StepError> {
    let mut locals = Vec::new();
    for item in input["items"].as_array().into_iter().flatten() {
        let mut argument = Object::new();
        argument.insert("item".to_owned(), item.clone());
        locals.push(work(Value::Object(argument)).await?);
    }
    let results: Vec<Value> = locals.iter().filter_map(|local| local.get("item")).cloned().collect();
    let mut output = Object::new();
    output.insert("results".to_owned(), Value::Array(results));
    Ok(Value::Object(output))
}

/// The best of some runs, in nanoseconds an item.
async fn best<F: Future<Output = ()>>(items: u32, runs: u32, mut run: impl FnMut(u32) -> F) -> f64 {
    let mut best = f64::INFINITY;
    for number in 0..runs {
        let start = Instant::now();
        run(number).await;
        best = best.min(start.elapsed().as_secs_f64() * 1e9 / f64::from(items));
    }
    best
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    runtime.block_on(async {
        println!("W3, ns an item      by hand    Express  ratio   Standard on memory");
        for items in [1_000, 10_000, 100_000] {
            let input = &json!({"items": (0..items).map(|n| format!("item-{n}")).collect::<Vec<_>>()});
            let engine = &Engine::builder().flow(w3::Flow::new(Same)).build().await.expect("an engine");
            let flow = &w3::Flow::new(Same);
            let expected = &by_hand(input).await;
            let runs = 300_000 / items + 3;
            let hand = best(items, runs, |_| async move { assert!(&by_hand(input).await == expected) }).await;
            let express = best(items, runs, |_| async move {
                assert!(&engine.run_express(flow, input.clone()).await == expected);
            });
            let express = express.await;
            let standard = best(items, 2, |number| async move {
                let execution = engine.start("w3", &*format!("e{number}"), input).await.expect("a start");
                assert!(execution.wait().await.expect("an end").ok().as_ref() == expected.as_ref().ok());
            });
            let standard = standard.await;
            println!("{items:>10} items  {hand:>10.0} {express:>10.0}  {:>5.2} {standard:>10.0}", express / hand);
        }
    });
}
