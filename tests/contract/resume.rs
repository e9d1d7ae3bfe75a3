//! Resuming costs what is open, not what has run.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use flowsmith::{ExecutionId, Store as _, json};
use flowsmith_tests::{
    cases::Case,
    world::{Ending, World},
};

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
                // What the next life has to read.
                let mut rows = std::pin::pin!(store.rows(ExecutionId(1)));
                let waker = std::task::Waker::noop();
                let polled = rows.as_mut().poll(&mut std::task::Context::from_waker(waker));
                if let std::task::Poll::Ready(Ok(rows)) = polled {
                    let bytes = rows.iter().map(|(key, bytes)| key.len() + bytes.len()).sum();
                    seen.fetch_max(bytes, SeqCst);
                    assert!(rows.len() <= 3, "{:?}", rows.iter().map(|(key, _)| key).collect::<Vec<_>>());
                }
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
