//! A world for one run: a store, a clock that only waiting moves, scripted functions, workers that report.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use flowsmith::{
    Answer as Answering, Clock as _, Engine, EngineBuilder, Error, Execution, Failure, Flow, HistoryEvent, Invocation,
    Invoker, MemoryStore, StepError, Store as _, TaskToken, Timestamp, TokioClock, Value,
    testing::{Counting, CrashStore, hide_tokens},
};
use tokio::{sync::watch, time::Instant};

use crate::{
    errands::{self, Errand},
    script::{Answer, Answers, Found, Left, Run, Stop},
};

/// The name that executions of runs have.
pub const NAME: &str = "run";

/// What a run came to.
#[derive(Debug, PartialEq)]
pub struct Ending {
    /// The output, or how it failed.
    pub result: Result<Value, Failure>,
    /// The history, with the secrets of tokens taken out.
    pub history: Vec<HistoryEvent>,
    /// The rows that are left.
    pub rows: usize,
    /// How the other executions ended that the run is to leave.
    pub others: Vec<Result<Value, StepError>>,
}

/// How to add the flows of a case to an engine.
pub type Register = fn(EngineBuilder) -> EngineBuilder;

/// How to run the flow of a case in memory.
pub type Express = for<'a> fn(&'a Engine, Value) -> ExpressRun<'a>;

/// A boxed run in memory.
pub type ExpressRun<'a> = Pin<Box<dyn Future<Output = Result<Value, StepError>> + Send + 'a>>;

/// Runs a flow in memory, with JSON for its input and its output.
pub async fn run_express<F: Flow>(engine: &Engine, flow: F, input: Value) -> Result<Value, StepError> {
    let input = serde_json::from_value(input).map_err(|error| StepError::new("NoInput", error.to_string()))?;
    let output = engine.run_express(&flow, input).await?;
    serde_json::to_value(output).map_err(|error| StepError::new("NoOutput", error.to_string()))
}

/// A world that outlives the engines in it.
pub struct World {
    /// What is kept.
    pub store: MemoryStore,
    /// Whether the transaction that a crash comes in is lost; otherwise it is kept.
    pub loses: bool,
    clock: TokioClock,
    /// The flows of the engines that are opened, by turns.
    flows: [Register; 2],
    opened: AtomicUsize,
    resources: BTreeSet<String>,
    finds: Vec<Found>,
    leaves: Vec<Left>,
    stops: Vec<Stop>,
    answers: Arc<Mutex<Answers>>,
    engine: watch::Sender<Option<Arc<Engine>>>,
    reported: Arc<Mutex<HashSet<String>>>,
    begun: Arc<Mutex<HashMap<String, Instant>>>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").finish_non_exhaustive()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl World {
    /// A world in which the functions answer as the run says.
    pub fn new(flows: Register, run: &Run) -> Self {
        Self::by_turns([flows; 2], run)
    }

    /// The same, in which each engine after another one has the other flows.
    pub fn by_turns(flows: [Register; 2], run: &Run) -> Self {
        let scripts = run.finds.iter().map(|found| &found.functions).chain([&run.functions]);
        Self {
            store: MemoryStore::new(),
            loses: false,
            clock: TokioClock::starting_at("2026-01-01T00:00:00Z".parse::<Timestamp>().unwrap_or_default()),
            flows,
            opened: AtomicUsize::new(0),
            resources: scripts.flat_map(|script| script.keys().cloned()).collect(),
            finds: run.finds.clone(),
            leaves: run.leaves.clone(),
            stops: run.stops.clone(),
            answers: Arc::new(Mutex::new(Answers::new(run.functions.clone()))),
            engine: watch::channel(None).0,
            reported: Arc::default(),
            begun: Arc::default(),
        }
    }

    /// All calls of functions so far: resource and path.
    pub fn calls(&self) -> Vec<(String, String)> {
        lock(&self.answers).calls.clone()
    }

    /// The attempts that were made again with another input.
    pub fn changed(&self) -> Vec<(String, String)> {
        lock(&self.answers).changed.clone()
    }

    /// The inputs of all attempts so far, by resource, with tokens taken out.
    pub fn inputs(&self) -> BTreeMap<String, Vec<Value>> {
        let mut inputs = lock(&self.answers).inputs.clone();
        inputs.values_mut().flatten().for_each(name);
        inputs
    }

    /// The time in this world.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Opens an engine on a store of this world.
    pub async fn open(&self, store: impl flowsmith::Store) -> Result<Arc<Engine>, Error> {
        let builder = Engine::builder().store(store).clock(self.clock).entropy(Counting::default());
        let flows = self.flows[self.opened.fetch_add(1, Relaxed) % 2];
        let mut builder = flows(builder).allow_missing_bindings();
        for resource in &self.resources {
            builder = builder.function(
                resource.clone(),
                Scripted {
                    answers: Arc::clone(&self.answers),
                    engine: self.engine.subscribe(),
                    reported: Arc::clone(&self.reported),
                    begun: Arc::clone(&self.begun),
                },
            );
        }
        let engine = Arc::new(builder.build().await?);
        self.engine.send_replace(Some(Arc::clone(&engine)));
        Ok(engine)
    }

    /// Closes the engine that is open.
    pub fn close(&self) {
        if let Some(engine) = self.engine.send_replace(None) {
            engine.close();
        }
    }

    /// Runs a flow in memory.
    pub async fn run_express(&self, express: Express, input: &Value) -> Result<Value, StepError> {
        self.prepare().await;
        let engine = self.open(self.store.clone()).await.expect("an engine can be built");
        let result = express(&engine, input.clone()).await;
        self.close();
        result
    }

    /// Lets the executions run that the run is to find.
    async fn prepare(&self) {
        for found in &self.finds {
            let answers = std::mem::replace(&mut *lock(&self.answers), Answers::new(found.functions.clone()));
            let engine = self.open(self.store.clone()).await.expect("an engine can be built");
            let execution = engine.start(&found.flow, &*found.name, &found.input).await.expect("it can be started");
            drop(execution.wait().await.expect("it ends"));
            self.close();
            *lock(&self.answers) = answers;
        }
        for stop in &self.stops {
            errands::send(self.engine.subscribe(), stop.after, Errand::Stop(stop.clone()));
        }
    }

    /// How the executions ended that the run is to leave.
    async fn others(&self) -> Vec<Result<Value, StepError>> {
        let mut others = Vec::new();
        if self.leaves.is_empty() {
            return others;
        }
        let engine = self.open(self.store.clone()).await.expect("an engine can be built");
        for left in &self.leaves {
            let result = match engine.execution(&left.flow, &left.name).await {
                Ok(execution) => execution.wait().await.expect("it ends").map_err(|failure| failure.error),
                Err(missing) => Err(StepError::new("Missing", missing.to_string())),
            };
            others.push(result);
        }
        self.close();
        others
    }

    /// Runs a flow to its end without a crash.
    pub async fn run(&self, flow: &str, input: &Value) -> Ending {
        self.run_crashing(flow, input, |_| usize::MAX).await.0
    }

    /// Runs a flow to its end; life number `n`, from 0, ends after `budget(n)` transactions. Gives the number of
    /// transactions of the last life, too.
    pub async fn run_crashing(&self, flow: &str, input: &Value, budget: impl Fn(usize) -> usize) -> (Ending, usize) {
        self.prepare().await;
        let mut life = 0;
        loop {
            let crashing = if self.loses { CrashStore::losing } else { CrashStore::new };
            let store = crashing(self.store.clone(), budget(life));
            let attempt = async {
                let engine = self.open(store.clone()).await?;
                let execution = match engine.start(flow, NAME, input).await {
                    // The crash came between the last transaction and this.
                    Err(Error::ExecutionAlreadyExists { .. }) => engine.execution(flow, NAME).await?,
                    started => started?,
                };
                let result = execution.wait().await?;
                Ok::<_, Error>((result, execution))
            };
            let ended = tokio::select! {
                biased;
                ended = attempt => Some(ended.expect("the engine can go on")),
                () = store.crashed() => None,
            };
            if let Some((result, execution)) = ended {
                let mut ending = self.ending(result, &execution).await;
                let transactions = store.transactions();
                self.close();
                ending.others = self.others().await;
                return (ending, transactions);
            }
            self.close();
            life += 1;
            assert!(life < 3_000, "{flow} with {input} does not get on");
        }
    }

    async fn ending(&self, result: Result<Value, Failure>, execution: &Execution) -> Ending {
        let mut history = execution.history().await.expect("the history can be read");
        for event in &mut history {
            mask(&mut event.detail);
        }
        let rows = self.store.rows(execution.id()).await.map(|rows| rows.len()).unwrap_or_default();
        Ending { result, history, rows, others: Vec::new() }
    }
}

/// Takes the secrets out of tokens, wherever they stand.
pub fn mask(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some(at) = find_token(text) {
                text.replace_range(at..at + 32, "…");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mask),
        Value::Object(entries) => entries.values_mut().for_each(mask),
        _ => {}
    }
}

/// Puts `<token>` where tokens stand, and `run` for the names that executions have in memory.
fn name(value: &mut Value) {
    hide_tokens(value);
    name_executions(value);
}

fn name_executions(value: &mut Value) {
    match value {
        Value::String(text) if text.starts_with("express-") => NAME.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(name_executions),
        Value::Object(entries) => entries.values_mut().for_each(name_executions),
        _ => {}
    }
}

/// Where the secret of a token begins in a text.
fn find_token(text: &str) -> Option<usize> {
    let hex = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.match_indices('-').map(|(at, _)| at + 1).find(|at| text.get(*at..*at + 32).is_some_and(hex))
}

/// Answers as a script says.
struct Scripted {
    answers: Arc<Mutex<Answers>>,
    engine: watch::Receiver<Option<Arc<Engine>>>,
    reported: Arc<Mutex<HashSet<String>>>,
    begun: Arc<Mutex<HashMap<String, Instant>>>,
}

impl Invoker for Scripted {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answering<'a> {
        let answer = lock(&self.answers).answer(&invocation);
        let Answer { report, start, hang, .. } = &answer;
        let run = |after, errand| errands::send(self.engine.clone(), after, errand);
        let first = || lock(&self.reported).insert(invocation.call.idempotency_key());
        if let Some(report) = report.as_ref().filter(|_| first()) {
            let outcome = report.outcome(&invocation.input);
            run(
                report.after,
                if report.from_history {
                    let (flow, execution) = (invocation.call.flow_name(), invocation.call.execution_name());
                    Errand::LookUp { flow: flow.to_owned(), execution: execution.to_owned(), outcome }
                } else {
                    let token = token_in(&invocation.input).expect("the input holds a token to report");
                    Errand::Report { token: TaskToken::new(token), outcome }
                },
            );
        }
        if let Some(start) = start {
            run(0, Errand::Start { start: start.clone(), input: invocation.input.clone() });
        }
        let hang = *hang;
        let now = Instant::now();
        let over = *lock(&self.begun).entry(invocation.call.idempotency_key()).or_insert(now);
        let over = over + Duration::from_secs(answer.takes);
        Box::pin(async move {
            // Not even a moment, where it takes no time.
            if now < over {
                tokio::time::sleep_until(over).await;
            }
            if hang {
                std::future::pending::<()>().await;
            }
            answer.result(invocation.input)
        })
    }
}

/// The task token in the input of a function, in the message of a queue, or in the headers of a request.
pub fn token_in(input: &Value) -> Option<String> {
    let message = input.get("MessageBody").and_then(Value::as_str);
    if let Some(body) = message.and_then(|text| serde_json::from_str::<Value>(text).ok()) {
        return token_in(&body);
    }
    let header = input.get("headers").and_then(|headers| headers.get("X-FnF-Http-Callback-Task-Token"));
    let field = ["token", "taskToken", "task_token", "callbackToken"].iter().find_map(|key| input.get(key));
    header.or(field)?.as_str().map(str::to_owned)
}
