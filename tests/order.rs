//! Iterations may end in any order; their results are in the order of the collection.

use flowsmith::json;
use flowsmith_tests::{cases::Case, script::Run};
use proptest::prelude::*;

use crate::check;

flowsmith::flow!("definitions/waiting.yaml");

const WAITING: Case = Case {
    folder: "waiting.yaml",
    flow: <waiting::Flow as flowsmith::Flow>::NAME,
    register: |builder| builder.flow(waiting::Flow::remote()),
    express: |engine, input| Box::pin(async move { engine.run_express(&waiting::Flow::remote(), input).await }),
};

/// More iterations than run at once, so that some begin when others have ended.
const MOST: usize = 120;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn results_are_in_order_whatever_ends_first(
        waits in prop::collection::vec(0_u64..50, 0..MOST),
        crash in 1_usize..40,
    ) {
        let run = Run {
            name: "any order".to_owned(),
            input: json!({"waits": waits}),
            functions: std::collections::BTreeMap::new(),
            output: Some(json!({"order": (0..waits.len()).collect::<Vec<_>>()})),
            error: None,
            express: true,
        };
        check::express(&WAITING, &run);
        let (expected, _) = check::standard(&WAITING, &run);
        let (ending, _) = check::crashed(&WAITING, &run, |_| crash);
        check::same("crashes at random turns", &ending, &expected);
    }
}
