//! Ten megabytes on every way that data can take: they pass by default, and end at the vendor's limits.

use flowsmith::{
    Engine, EngineBuilder, Error, ExecutionId, Limits, MemoryStore, Object, Store as _, TaskToken, Timestamp,
    TokioClock, Value, json,
};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

flowsmith::flow!("definitions/ask.yaml");
flowsmith::flow!("definitions/heavy.yaml");
flowsmith::flow!("definitions/passing.yaml");

const MEGABYTE: usize = 1 << 20;
const ASK: &str = "acs:fc:::services/s/functions/ask";

/// An engine, and the tokens that its flows hand out.
fn builder(limits: Limits) -> (EngineBuilder, UnboundedReceiver<TaskToken>) {
    let (sender, tokens) = unbounded_channel();
    let ask = move |input: Value| {
        let _ = sender.send(TaskToken::new(input["token"].as_str().unwrap_or_default()));
        async { Ok(Value::Null) }
    };
    let builder = Engine::builder().limits(limits).clock(TokioClock::starting_at(Timestamp::from_millis(0)));
    let builder = builder.flow(heavy::Flow::remote()).flow(passing::Flow::remote()).flow(ask::Flow::remote());
    (builder.function(ASK, ask), tokens)
}

fn text(bytes: usize) -> String {
    "x".repeat(bytes)
}

#[tokio::test(start_paused = true)]
async fn ten_megabytes_pass_on_every_way() {
    let store = MemoryStore::new();
    let (builder, mut tokens) = builder(Limits::default());
    let engine = builder.store(store.clone()).build().await.unwrap();
    let (long, items) = (text(10 * MEGABYTE), vec![text(MEGABYTE); 10]);
    let execution = engine.start("heavy", "one", &json!({"text": long, "items": items})).await.unwrap();
    let token = tokens.recv().await.unwrap();
    // The data of the flow's body: the list and the text that the other flow gave back.
    let rows = store.rows(ExecutionId(1)).await.unwrap();
    let bytes: usize = rows.iter().map(|(key, bytes)| key.len() + bytes.len()).sum();
    assert!(bytes < 21 * MEGABYTE, "{bytes} bytes in {} rows", rows.len());
    engine.report_task_succeeded(&token, &json!({"answer": long}).to_string()).await.unwrap();
    let output = execution.wait().await.unwrap().unwrap();
    assert!(output == json!({"items": items, "handed": long, "answer": long}));
    let history = execution.history().await.unwrap();
    let longest = history.iter().map(|event| event.detail.to_string().len()).max().unwrap();
    assert!(longest < 1_000, "{longest} bytes in an event");
}

#[tokio::test(start_paused = true)]
async fn what_comes_to_more_than_the_vendor_allows_fails_at_its_step() {
    // Text in the condition twice; a list that is read and given; a text for the other flow; a report.
    let ways = [
        ("compare", json!({"text": text(17 << 10), "items": []}), 0),
        ("each", json!({"text": "", "items": vec!["x".repeat(1 << 10); 31]}), 2 << 10),
        ("hand", json!({"text": text(12 << 10), "items": []}), 0),
        ("ask", json!({"text": text(1 << 10), "items": []}), 17 << 10),
    ];
    for (name, input, answer) in ways {
        let (builder, mut tokens) = builder(Limits::cloudflow());
        let engine = builder.build().await.unwrap();
        let execution = engine.start("heavy", name, &input).await.unwrap();
        tokio::select! {
            Some(token) = tokens.recv() => {
                engine.report_task_succeeded(&token, &json!({"answer": text(answer)}).to_string()).await.unwrap();
            }
            _ = execution.wait() => {}
        }
        let failure = execution.wait().await.unwrap().expect_err(name);
        assert_eq!(failure.error.code, "FnF.DataLimitExceeded", "{name}");
    }
}

/// What an input and a report can hold that looks like trouble, and comes back as it is.
fn odd_values() -> Vec<Value> {
    let keys: Object = (0..100_000).map(|n| (format!("key {n}"), json!(n))).collect();
    vec![
        json!("\0"),
        json!("\u{feff}\u{202e}\u{2028}\u{10ffff}"),
        json!({"": {"\0": "\0", "$": "$input", "a.b[0]": [null]}}),
        json!({text(MEGABYTE): 1}),
        Value::Object(keys),
        json!([u64::MAX, i64::MIN, f64::MAX, f64::MIN_POSITIVE, -0.0, 1e-320]),
        json!(vec![Value::Null; 100_000]),
    ]
}

#[tokio::test(start_paused = true)]
async fn odd_data_comes_back_as_it_went_in() {
    let (builder, mut tokens) = builder(Limits::default());
    let engine = builder.build().await.unwrap();
    for (number, odd) in odd_values().into_iter().enumerate() {
        let input = json!({"text": odd});
        let name = format!("e{number}");
        let durable = engine.start("passing", &*name, &input).await.unwrap().wait().await.unwrap().unwrap();
        let in_memory = engine.run_express(&passing::Flow::remote(), input.clone()).await.unwrap();
        assert!(durable == input && in_memory == input, "value {number}");
        let execution = engine.start("ask", &*name, json!({})).await.unwrap();
        let report = json!({"answer": odd});
        engine.report_task_succeeded(&tokens.recv().await.unwrap(), &report.to_string()).await.unwrap();
        assert!(execution.wait().await.unwrap().unwrap() == report, "value {number}");
    }
}

#[tokio::test(start_paused = true)]
async fn reports_that_are_no_good_json_are_refused_and_the_task_still_waits() {
    let (builder, mut tokens) = builder(Limits::default());
    let engine = builder.build().await.unwrap();
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    let token = tokens.recv().await.unwrap();
    let nested = |levels: usize| format!("{{\"answer\": {}{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1));
    let bad = [
        String::new(),
        "\0".to_owned(),
        "null".to_owned(),
        "[{}]".to_owned(),
        r#"{"answer": "\ud83d"}"#.to_owned(),
        r#"{"answer": "\ud83d\ud83d"}"#.to_owned(),
        "{\"answer\": \"\0\"}".to_owned(),
        r#"{"answer": 1e400}"#.to_owned(),
        format!(r#"{{"answer": {}}}"#, "9".repeat(400)),
        r#"{"answer": NaN}"#.to_owned(),
        r#"{"answer": 1} {}"#.to_owned(),
        nested(101),
        "[".repeat(MEGABYTE),
        "{\"a\":".repeat(MEGABYTE),
    ];
    for output in &bad {
        let shown: String = output.chars().take(30).collect();
        let refused = engine.report_task_succeeded(&token, output).await.expect_err(&shown);
        assert!(matches!(refused, Error::InvalidArgument(_)), "{shown}: {refused}");
        assert!(refused.to_string().len() < 300, "{shown}");
    }
    engine.report_task_succeeded(&token, &nested(100)).await.unwrap();
    execution.wait().await.unwrap().unwrap();
    // What JSON allows and readers must decide: the last of two keys counts, long numbers are rounded.
    for (name, report, answer) in [
        ("keys", r#"{"answer": 1, "answer": 2}"#.to_owned(), json!(2)),
        ("long", format!(r#"{{"answer": {}}}"#, "9".repeat(300)), json!(1e300)),
        ("tiny", r#"{"answer": 1e-400}"#.to_owned(), json!(0.0)),
        ("pair", r#"{"answer": "\ud83d\ude00\u0000"}"#.to_owned(), json!("😀\0")),
    ] {
        let execution = engine.start("ask", name, json!({})).await.unwrap();
        engine.report_task_succeeded(&tokens.recv().await.unwrap(), &report).await.unwrap();
        assert_eq!(execution.wait().await.unwrap().unwrap()["answer"], answer, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn data_is_nested_a_hundred_levels_deep_and_no_deeper() {
    let nested = |levels: usize| json!({"text": (0..levels - 1).fold(Value::Null, |inner, _| json!([inner]))});
    let (builder, _tokens) = builder(Limits::default());
    let engine = builder.build().await.unwrap();
    let execution = engine.start("passing", "hundred", nested(100)).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), nested(100));
    assert_eq!(engine.run_express(&passing::Flow::remote(), nested(100)).await.unwrap(), nested(100));
    for levels in [102, 130, 1_000] {
        let refused = engine.start("passing", "more", nested(levels)).await.unwrap_err();
        assert!(matches!(refused, Error::InvalidArgument(_)), "{levels}: {refused}");
    }
}
