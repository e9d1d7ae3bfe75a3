//! A hundred iterations run side by side, the others when one of them has ended.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use flowsmith::{
    Call, StepError, Value, json,
    testing::{Test, seconds},
};

flowsmith::flow!("definitions/many.yaml");

/// Counts how many calls are under way.
#[derive(Clone, Default)]
struct Counter {
    now: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl many::Functions for Counter {
    async fn work(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
        self.most.fetch_max(self.now.fetch_add(1, SeqCst) + 1, SeqCst);
        tokio::time::sleep(seconds(10)).await;
        self.now.fetch_sub(1, SeqCst);
        Ok(json!({}))
    }
}

/// Three rounds of ten seconds each: 100, 100 and 50 items.
fn a_hundred_at_once(configure: fn(Test) -> Test) {
    let counter = Counter::default();
    let items: Vec<_> = (0..250).collect();
    let run = configure(Test::new(many::Flow::new(counter.clone()))).run(json!({"items": items}));
    run.succeeded();
    run.took(seconds(30));
    assert_eq!(counter.most.load(SeqCst), 100);
}

#[test]
fn at_most_100_iterations_run_at_once_on_the_durable_engine() {
    a_hundred_at_once(|test| test);
}

#[test]
fn at_most_100_iterations_run_at_once_in_memory() {
    a_hundred_at_once(Test::express);
}
