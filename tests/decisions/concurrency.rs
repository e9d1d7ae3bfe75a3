//! A hundred iterations run side by side, the others when one of them has ended.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{Call, Engine, StepError, Timestamp, TokioClock, Value, json};

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
        tokio::time::sleep(Duration::from_secs(10)).await;
        self.now.fetch_sub(1, SeqCst);
        Ok(json!({}))
    }
}

fn items() -> Value {
    json!({"items": (0..250).collect::<Vec<_>>()})
}

#[tokio::test(start_paused = true)]
async fn at_most_100_iterations_run_at_once_on_the_durable_engine() {
    let counter = Counter::default();
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let engine = Engine::builder().clock(clock).flow(many::Flow::new(counter.clone())).build().await.unwrap();
    let begun = tokio::time::Instant::now();
    engine.start("many", "one", items()).await.unwrap().wait().await.unwrap().unwrap();
    assert_eq!(counter.most.load(SeqCst), 100);
    assert_eq!(begun.elapsed().as_secs(), 30);
}

#[tokio::test(start_paused = true)]
async fn at_most_100_iterations_run_at_once_in_memory() {
    let counter = Counter::default();
    let engine = Engine::builder().build().await.unwrap();
    let begun = tokio::time::Instant::now();
    engine.run_express(&many::Flow::new(counter.clone()), items()).await.unwrap();
    assert_eq!(counter.most.load(SeqCst), 100);
    assert_eq!(begun.elapsed().as_secs(), 30);
}
