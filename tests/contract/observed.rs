//! What is seen from outside: spans and events under the names of the definition, and nothing that is secret.

use std::{
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use flowsmith::{
    Call, Engine, EngineBuilder, Invocation, Invoker, MemoryQueue, MemoryStore, StepError, Timestamp, TokioClock,
    Value, json,
};
use tracing_subscriber::fmt::{MakeWriter, format::FmtSpan};

flowsmith::flow!("definitions/gathering_again.yaml");
flowsmith::flow!("definitions/handing_out.yaml");
flowsmith::flow!("definitions/passing.yaml");
flowsmith::flow!("definitions/paying.yaml");

const SECRET: &str = "4111-1111";
const PAY: &str = "acs:fc:::services/s/functions/pay";

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// Everything down to `TRACE`, and when spans begin and end.
    fn listen(&self) -> tracing::subscriber::DefaultGuard {
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .without_time()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
            .with_writer(self.clone())
            .finish();
        tracing::subscriber::set_default(subscriber)
    }
}

/// Takes the token, shows how an invocation looks, and logs something itself.
#[derive(Clone, Default)]
struct Cashier {
    shown: Arc<Mutex<Vec<String>>>,
    tokens: Arc<Mutex<Vec<String>>>,
}

impl Invoker for Cashier {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> flowsmith::Answer<'a> {
        self.shown.lock().unwrap().push(format!("{invocation:?} {invocation:#?}"));
        let token = invocation.input["token"].as_str().unwrap_or_default().to_owned();
        self.tokens.lock().unwrap().push(token);
        Box::pin(async move {
            tracing::info!("counting money");
            Err(StepError::new("NoMoney", "come back later"))
        })
    }
}

fn builder(cashier: &Cashier) -> EngineBuilder {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let builder = Engine::builder().store(MemoryStore::new()).clock(clock).redact(["card"]);
    builder.flow(paying::Flow::remote()).function(PAY, cashier.clone())
}

fn order() -> Value {
    json!({"orders": [{"card": SECRET, "item": "apple"}]})
}

#[tokio::test(start_paused = true)]
async fn spans_of_attempts_of_a_step_that_holds_others_are_in_the_span_of_that_step() {
    let log = Log::default();
    let listening = log.listen();
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let builder = Engine::builder().clock(clock).flow(gathering_again::Flow::remote()).allow_missing_bindings();
    let engine = builder.build().await.unwrap();
    engine.start("gathering_again", "one", json!({})).await.unwrap().wait().await.unwrap().unwrap_err();
    drop(listening);

    let text = log.text();
    let around = r#"execution{flow="gathering_again" name="one" id=1}:step{name="both" path=both@1}"#;
    for number in 1..=4 {
        let step = format!(r#"{around}:step{{name="work" path=both@1#{number}(0)/work@1}}"#);
        assert!(text.contains(&format!("{step}: flowsmith::engine::spans: new")), "{text}");
        assert!(text.contains(&format!("{step}: flowsmith::engine::spans: close")), "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn spans_and_events_have_the_names_of_the_definition_and_hold_no_data() {
    let (log, cashier) = (Log::default(), Cashier::default());
    let listening = log.listen();
    let engine = builder(&cashier).build().await.unwrap();
    engine.start("paying", "one", order()).await.unwrap().wait().await.unwrap().unwrap_err();
    engine.run_express(&paying::Flow::remote(), order()).await.unwrap_err();
    tokio::time::sleep(Duration::from_secs(1)).await;
    drop(listening);

    let text = log.text();
    let attempt = |number| {
        format!(
            "execution{{flow=\"paying\" name=\"one\" id=1}}:step{{name=\"each order\" path=each order@1}}:step{{name=\"pay\" \
             path=each order@1[0]/pay@1}}:attempt{{resource=\"{PAY}\" number={number} repeat=false}}"
        )
    };
    for expected in [attempt(1), attempt(2)] {
        assert!(text.contains(&format!("{expected}: flowsmith::contract::observed: counting money")), "{text}");
        assert!(text.contains(&format!("{expected}: flowsmith::engine::spans: close")), "{text}");
    }
    assert!(text.contains("recorded event=1") || text.contains("recorded event=2"), "{text}");
    assert!(text.contains("status=Failed"), "{text}");
    let in_memory = r#"execution{flow="paying" express=true}"#;
    assert!(text.contains(&format!("{in_memory}: flowsmith::express: entered step=\"pay\"")), "{text}");
    let attempt = format!("{in_memory}:attempt{{step=\"pay\" resource=\"{PAY}\" number=2}}");
    assert!(text.contains(&format!("{attempt}: flowsmith::contract::observed: counting money")), "{text}");
    assert!(!text.contains(SECRET), "{text}");
    for token in cashier.tokens.lock().unwrap().iter() {
        assert!(token.len() > 32 && !text.contains(token), "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn debug_shows_neither_marked_fields_nor_tokens() {
    let cashier = Cashier::default();
    let engine = builder(&cashier).build().await.unwrap();
    let execution = engine.start("paying", "one", order()).await.unwrap();
    execution.wait().await.unwrap().unwrap_err();
    let (description, history) = (execution.describe().await.unwrap(), execution.history().await.unwrap());
    assert_eq!(description.input, order(), "what is kept stays whole");
    assert_eq!(history[0].detail["input"]["orders"][0], json!({"card": "(redacted)", "item": "apple"}));
    let shown = cashier.shown.lock().unwrap().join("\n") + &format!("{description:?} {history:?} {engine:?}");
    assert!(shown.contains("apple") && shown.contains("(task token)"), "{shown}");
    assert!(!shown.contains(SECRET), "{shown}");
    for token in cashier.tokens.lock().unwrap().iter() {
        assert!(!shown.contains(token.rsplit('-').next().unwrap()), "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn marked_fields_in_messages_are_not_shown() {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let queue = MemoryQueue::builder("jobs").clock(clock).build();
    let builder = Engine::builder().clock(clock).redact(["job"]).flow(handing_out::Flow::remote());
    let engine = builder.function("acs:mns:::/queues/jobs/messages", queue.clone()).build().await.unwrap();
    let execution = engine.start("handing_out", "one", json!({"job": SECRET})).await.unwrap();
    execution.wait().await.unwrap().unwrap_err();
    assert!(queue.receive(Duration::ZERO).await.unwrap().body.contains(SECRET), "what is sent stays whole");
    let history = format!("{:?}", execution.history().await.unwrap());
    assert!(history.contains("MessageBody") && history.contains("(redacted)"), "{history}");
    assert!(!history.contains(SECRET), "{history}");
}

#[tokio::test(start_paused = true)]
async fn tokens_are_not_shown_within_words_either() {
    let engine = Engine::builder().flow(passing::Flow::remote()).build().await.unwrap();
    let secret = "0123456789abcdef0123456789abcdef";
    for (before, after) in [("", ""), ("callback-", ""), ("", "-done"), ("callback-", "-done"), ("for ", ".")] {
        let text = format!("{before}1-4-{secret}{after}");
        let execution = engine.start("passing", None, json!({"text": text})).await.unwrap();
        assert_eq!(execution.wait().await.unwrap().unwrap()["text"], text, "what is kept stays whole");
        let history = format!("{:?}", execution.history().await.unwrap());
        assert!(history.contains("(task token)") && !history.contains(secret), "{text}: {history}");
    }
}

struct Own;

impl paying::Functions for Own {
    async fn pay(&self, call: Call<'_>, _: Value) -> Result<Value, StepError> {
        Err(StepError::new("NoMoney", format!("{call:?}")))
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_says_where_it_comes_from() {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let engine = Engine::builder().clock(clock).flow(paying::Flow::new(Own)).build().await.unwrap();
    let execution = engine.start("paying", "one", order()).await.unwrap();
    let cause = execution.wait().await.unwrap().unwrap_err().error.cause;
    assert!(cause.contains(r#"path: "each order@1[0]/pay@1#2""#) && cause.contains(r#"execution: "one""#), "{cause}");
}
