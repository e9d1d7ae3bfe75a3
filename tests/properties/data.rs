//! Mappings, merges, paths and conditions on any data: compiled, they give what a naive interpreter gives.

use flowsmith::{Engine, Value, json};
use proptest::prelude::*;

use super::{cases, model};

flowsmith::flow!("definitions/modelled.yaml");

const DEFINITION: &str = include_str!("../definitions/modelled.yaml");

/// Data with the keys that the definition reads, and values that its conditions tell apart.
fn data() -> impl Strategy<Value = Value> {
    let texts = ["", "a", "1", "true", "x", "价"];
    let leaf = prop_oneof![
        2 => Just(Value::Null),
        2 => any::<bool>().prop_map(Value::from),
        3 => (-1_i64..4).prop_map(Value::from),
        1 => (-4_i32..8).prop_map(|quarters| json!(f64::from(quarters) / 4.0)),
        2 => prop::sample::select(texts.to_vec()).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            object(["a", "b", "价", "rows"], inner),
        ]
    })
}

/// An object with some of these keys.
fn object(keys: [&'static str; 4], value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop::collection::btree_map(prop::sample::select(keys.to_vec()), value, 0..4)
        .prop_map(|entries| entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// An input; most of them hold what the definition asks for: an array of rows, something that is true or false.
fn input() -> impl Strategy<Value = Value> {
    let flags = [json!(null), json!(true), json!(false), json!("true"), json!(0), json!(2)];
    let chosen = [json!("a"), json!(1), json!(true)];
    let flag = prop_oneof![5 => prop::sample::select(flags.to_vec()), 1 => data()];
    let a = prop_oneof![1 => prop::sample::select(chosen.to_vec()), 1 => data()];
    let rows = prop_oneof![7 => prop::collection::vec(data(), 0..5).prop_map(Value::from), 1 => data()];
    let given = |value| prop::option::weighted(0.9, value);
    let keys = (given(a.boxed()), given(flag.boxed()), given(rows.boxed()));
    (object(["a", "b", "价", "same"], data()), keys).prop_map(|(mut input, (a, same, rows))| {
        for (key, value) in [("a", a), ("same", same), ("rows", rows)] {
            if let Some(value) = value {
                input[key] = value;
            }
        }
        input
    })
}

/// The results on the durable engine and in memory; of errors, the names.
fn compiled(input: &Value) -> [model::Outcome<Value>; 2] {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let engine = Engine::builder().flow(modelled::Flow::remote()).build().await.unwrap();
        let execution = engine.start("modelled", "one", input).await.unwrap();
        let durable = execution.wait().await.unwrap().map_err(|failure| failure.error.code.into_owned());
        let in_memory = engine.run_express(&modelled::Flow::remote(), input.clone()).await;
        [durable, in_memory.map_err(|error| error.code.into_owned())]
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn compiled_flows_give_what_the_description_of_the_language_says(input in input()) {
        let definition: Value = serde_yaml::from_str(DEFINITION).unwrap();
        let expected = model::run(&definition, &input);
        for found in compiled(&input) {
            prop_assert_eq!(&found, &expected);
        }
    }
}
