//! Resuming costs what is open, not what has run.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use flowsmith::{ExecutionId, MemoryStore, Store as _, json};
use flowsmith_tests::{
    cases::Case,
    script::Run,
    world::{Ending, World},
};

flowsmith::flow!("definitions/many.yaml");

/// The rows that the next life has to read.
fn rows(store: &MemoryStore) -> Vec<(String, Vec<u8>)> {
    let mut rows = std::pin::pin!(store.rows(ExecutionId(1)));
    match rows.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
        std::task::Poll::Ready(Ok(rows)) => rows,
        _ => Vec::new(),
    }
}

#[test]
fn a_polling_loop_of_1000_rounds_crashes_at_every_turn_and_keeps_its_rows_few() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let case = Case::named("contract/polling");
        let run = &case.runs()[0];
        let world = World::new(case.register, run);
        let store = world.store.clone();
        let most = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&most);
        let (ending, _) = world
            .run_crashing(case.flow, &json!({"rounds": 1_000}), move |_| {
                let rows = rows(&store);
                let bytes = rows.iter().map(|(key, bytes)| key.len() + bytes.len()).sum();
                seen.fetch_max(bytes, SeqCst);
                assert!(rows.len() <= 3, "{:?}", rows.iter().map(|(key, _)| key).collect::<Vec<_>>());
                1
            })
            .await;
        assert_eq!(ending.result, Ok(json!({"n": 1_000})));
        let uncrashed = World::new(case.register, run).run(case.flow, &json!({"rounds": 1_000})).await;
        // The clocks of the two worlds stand apart by what the first has waited.
        let events = |ending: &Ending| {
            let shown = ending.history.iter().map(|event| (event.event_id, event.schedule_event_id, event.kind));
            shown.zip(ending.history.iter().map(|event| event.detail.clone())).collect::<Vec<_>>()
        };
        assert!(events(&ending) == events(&uncrashed), "the history differs");
        assert_eq!(ending.rows, 0);
        assert!(ending.history.len() > 15_000, "{}", ending.history.len());
        let most = most.load(SeqCst);
        assert!(most < 1_000, "a life has {most} bytes to read");
        println!("1,000 rounds: {} events, at most {most} bytes to read at a resume", ending.history.len());
    });
}

/// How many iterations run at once.
const CONCURRENCY: usize = 100;

#[tokio::test(start_paused = true)]
async fn a_foreach_that_crashes_often_repeats_only_what_was_under_way() {
    const ITEMS: usize = 2_000;
    const A_LIFE: usize = 250;
    let work = "acs:fc:::services/s/functions/work";
    let run = format!("name: many\nfunctions: {{{work}: [{{return: {{done: true}}}}]}}");
    let run: Run = serde_yaml::from_str(&run).unwrap();
    let world = World::new(|builder| builder.flow(many::Flow::remote()), &run);
    let store = world.store.clone();
    let lives = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&lives);
    let input = json!({"items": (0..ITEMS).collect::<Vec<_>>()});
    let budget = move |life| {
        seen.store(life + 1, SeqCst);
        // The outcomes of what is done; a checkpoint and an attempt for each that is under way.
        let rows = rows(&store).len();
        assert!(rows <= life * A_LIFE + 2 * CONCURRENCY + 2, "life {life} has {rows} rows to read");
        A_LIFE
    };
    let (ending, _) = world.run_crashing("many", &input, budget).await;
    assert_eq!(ending.result, Ok(json!({})));
    let (lives, calls) = (lives.load(SeqCst), world.calls().len());
    println!("{ITEMS} items: {lives} lives of {A_LIFE} transactions, {calls} calls");
    // A transaction an item, and a few to start, to go on and to end.
    assert!(lives <= ITEMS / (A_LIFE - 5) + 2, "{lives} lives");
    assert!(calls <= ITEMS + lives * CONCURRENCY, "{calls} calls");
    let mut called: Vec<_> = world.calls().into_iter().map(|(_, attempt)| attempt).collect();
    called.sort();
    called.dedup();
    assert_eq!(called.len(), ITEMS);
}
