//! Data that fits its declared types gives the same with them as without; other data fails where it comes in.

use flowsmith::{Engine, EngineBuilder, EventKind, Failure, StepError, Value, json};
use proptest::prelude::*;

use super::cases;

flowsmith::flow!(path = "definitions/shapes.yaml", mod = plain);
flowsmith::flow!(path = "definitions/shapes.yaml", types = "definitions/shapes_all.types.yaml", mod = typed);
flowsmith::flow!(path = "definitions/shapes_machine.yaml", mod = plain_machine);
flowsmith::flow!(
    path = "definitions/shapes_machine.yaml",
    types = "definitions/shapes_all.types.yaml",
    mod = typed_machine
);

/// A flow without declared types, and with them.
type Pair = (&'static str, fn(EngineBuilder) -> EngineBuilder, fn(EngineBuilder) -> EngineBuilder);

const FLOWS: [Pair; 2] = [
    ("shapes", |builder| builder.flow(plain::Flow::remote()), |builder| builder.flow(typed::Flow::remote())),
    (
        "shapes_machine",
        |builder| builder.flow(plain_machine::Flow::remote()),
        |builder| builder.flow(typed_machine::Flow::remote()),
    ),
];

fn text() -> impl Strategy<Value = Value> {
    prop::sample::select(vec!["", "a", "10", "true", "价 \"x\""]).prop_map(Value::from)
}

fn object(entries: Vec<(&'static str, Option<Value>)>) -> Value {
    entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

fn order() -> impl Strategy<Value = Value> {
    let more = prop::option::of(prop_oneof![Just(Value::Null), text(), Just(json!([1, {"a": null}]))]);
    let empty = more.clone().prop_map(|more| object(vec![("lines", Some(json!([]))), ("more", more)]));
    empty.prop_recursive(2, 8, 3, move |inner| {
        let gift = prop::option::of(any::<bool>().prop_map(Value::from));
        let line =
            (text(), any::<i64>(), gift, prop::option::weighted(0.3, inner)).prop_map(|(sku, n, gift, under)| {
                object(vec![("sku", Some(sku)), ("n", Some(n.into())), ("gift", gift), ("under", under)])
            });
        (prop::collection::vec(line, 0..4), more.clone())
            .prop_map(|(lines, more)| object(vec![("lines", Some(lines.into())), ("more", more)]))
    })
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-9_i32..9).prop_map(|quarters| json!(f64::from(quarters) / 4.0)),
    ]
}

fn pay() -> impl Strategy<Value = Value> {
    let change = prop::option::of(prop_oneof![Just(Value::Null), number()]);
    prop_oneof![
        text().prop_map(|number| json!({"kind": "card", "number": number})),
        change.prop_map(|change| object(vec![("kind", Some("cash".into())), ("change", change)])),
    ]
}

/// Data that fits.
fn shapes() -> impl Strategy<Value = Value> {
    let level = prop::sample::select(vec!["low", "high", "中"]).prop_map(Value::from);
    let when = prop::sample::select(vec!["2026-01-31T09:00:00+01:00", "1999-12-31T23:59:59.5Z"]).prop_map(Value::from);
    let free = prop_oneof![Just(Value::Null), text(), number(), order()];
    let simple = (text(), any::<u64>(), prop_oneof![-4_i64..4, any::<i64>()], number(), any::<bool>(), level, when);
    let tags = prop::collection::btree_map("[xyz]", any::<i64>(), 0..3);
    let other = (
        prop::option::of(text()),
        prop_oneof![Just(Value::Null), text()],
        order(),
        tags.prop_map(|tags| json!(tags)),
        pay(),
        free,
    );
    (simple, other).prop_map(|((id, big, small, ratio, flag, level, when), (note, hint, order, tags, pay, free))| {
        let mut all = json!({
            "id": id, "big": big, "small": small, "ratio": ratio, "flag": flag, "level": level, "when": when,
            "hint": hint, "order": order, "tags": tags, "pay": pay, "free": free,
        });
        if let Some(note) = note {
            all["note"] = note;
        }
        all
    })
}

/// What is done to data so that it no longer fits, and the path that is named then.
fn spoiled() -> impl Strategy<Value = (Value, String)> {
    (shapes(), 0..13).prop_map(|(mut data, how)| {
        let mut put = |key: &str, value: Value| {
            data[key] = value;
            key.to_owned()
        };
        let path = match how {
            0 => put("id", json!(1)),
            1 => put("big", json!(-1)),
            2 => put("small", json!(1.5)),
            3 => put("ratio", json!("1")),
            4 => put("flag", Value::Null),
            5 => put("level", json!("higher")),
            6 => put("when", json!("yesterday")),
            7 => put("note", Value::Null),
            8 => put("other", json!(1)),
            9 => {
                data["tags"]["x"] = json!("1");
                "tags.x".to_owned()
            }
            10 => {
                data["pay"]["kind"] = json!("gold");
                "pay.kind".to_owned()
            }
            11 => {
                data.as_object_mut().unwrap().remove("hint");
                "hint".to_owned()
            }
            _ => {
                let lines = data["order"]["lines"].as_array_mut().unwrap();
                lines.push(json!({"sku": "a", "n": 1, "under": {"lines": [{"n": 1}]}}));
                format!("order.lines[{}].under.lines[0].sku", lines.len() - 1)
            }
        };
        (data, path)
    })
}

/// How a flow ends, and its history.
type Ending = (Result<Value, Failure>, Vec<(u64, u64, EventKind, String, Value)>);

fn ending(flow: &str, register: fn(EngineBuilder) -> EngineBuilder, input: &Value) -> Ending {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let echo = |input: Value| async { Ok::<_, StepError>(input) };
        let builder = Engine::builder().function("acs:fc:::services/s/functions/echo", echo);
        let engine = register(builder).build().await.unwrap();
        let execution = engine.start(flow, "one", input).await.unwrap();
        let result = execution.wait().await.unwrap();
        let history = execution.history().await.unwrap().into_iter();
        let history =
            history.map(|event| (event.event_id, event.schedule_event_id, event.kind, event.step_name, event.detail));
        (result, history.collect())
    })
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn data_that_fits_gives_the_same_with_declared_types(input in shapes()) {
        for (flow, plain, typed) in FLOWS {
            let expected = ending(flow, plain, &input);
            prop_assert!(expected.0.is_ok(), "{:?}", expected.0);
            prop_assert_eq!(ending(flow, typed, &input), expected);
        }
    }

    #[test]
    fn data_that_does_not_fit_fails_where_it_comes_in((input, path) in spoiled()) {
        for (flow, _, typed) in FLOWS {
            let error = ending(flow, typed, &input).0.unwrap_err().error;
            prop_assert_eq!(&*error.code, "FnF.RuntimeError");
            let place = format!("at `{path}`: expected ");
            prop_assert!(error.cause.contains(&place) && error.cause.contains(", found "), "{}", error.cause);
        }
    }
}
