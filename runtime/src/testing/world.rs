//! One run: engines that come and go on a store, scripted functions, and somebody who reports.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use tokio::sync::{mpsc, watch};

use super::{
    calls::{Recorded, Recorder, Source, Unscripted},
    counting::Counting,
    crash::CrashStore,
    json::hide_tokens,
    names::Known,
    record::ExecutionRecord,
    reports::{self, Errand, Reports},
    run::{Ended, Run},
    script::Script,
    time,
    waiting::Watch,
};
use crate::{
    clock::{Timestamp, TokioClock},
    control::race,
    engine::{
        Engine, Error, Execution, ExecutionDescription, ExecutionFilter, Failure, JobDescription, Limits, Registered,
    },
    error::{Halt, StepError, codes},
    history::HistoryEvent,
    redact::Redaction,
    store::{ExecutionRow, ExecutionStatus, MemoryStore, Store as _, StoreError},
    value::Value,
};

/// The name of the execution that a test runs.
pub(super) const NAME: &str = "test";

/// After so many crashes a run does not get on.
const LIVES: usize = 200_000;

/// Where a run crashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Crashes {
    Never,
    AfterEveryTurn,
    After(usize),
    Lose(usize),
}

/// All that a test says.
pub(super) struct Setup {
    pub(super) flow: &'static str,
    pub(super) flows: BTreeMap<&'static str, Arc<dyn Registered>>,
    pub(super) known: Vec<Known>,
    pub(super) functions: Vec<(Known, Source)>,
    pub(super) reports: BTreeMap<String, Script>,
    pub(super) stop: Option<(Duration, StepError)>,
    pub(super) crashes: Crashes,
    pub(super) express: bool,
    pub(super) start: Timestamp,
    pub(super) at_most: Duration,
    pub(super) limits: Limits,
    pub(super) input: Value,
}

/// What outlives the engines of a run.
struct World {
    setup: Setup,
    store: MemoryStore,
    clock: TokioClock,
    recorder: Arc<Recorder>,
    watch: Arc<Watch>,
    engine: watch::Sender<Option<Arc<Engine>>>,
}

/// How the execution ended.
struct End {
    result: Result<Value, Failure>,
    elapsed: Duration,
    crashes: usize,
    /// The transactions since the last crash.
    transactions: usize,
}

/// Runs a flow to its end. Gives what is wrong with the test where it cannot get there.
pub(super) async fn run(setup: Setup) -> (Run, Option<String>) {
    let recorder = Arc::new(Recorder::new());
    let (telling, told) = mpsc::unbounded_channel();
    let world = World {
        store: MemoryStore::new(),
        clock: TokioClock::starting_at(setup.start),
        recorder: Arc::clone(&recorder),
        watch: Arc::new(Watch::new(telling)),
        engine: watch::channel(None).0,
        setup,
    };
    let reports = Arc::new(Reports::new(world.setup.reports.clone(), Arc::clone(&recorder)));
    tokio::spawn(Arc::clone(&reports).serve(told, world.engine.subscribe()));
    if let Some((after, error)) = world.setup.stop.clone() {
        let stop = Errand::Stop { flow: world.setup.flow, execution: NAME, error };
        reports::send(&world.engine.subscribe(), after, "the stop".to_owned(), stop, &recorder);
    }
    let ended = match race(world.to_end(), recorder.faulted()).await {
        Ok(ended) => ended,
        Err(fault) => Err(fault),
    };
    world.close();
    let mut read = world.read().await.unwrap_or_default();
    let main = read.iter().position(|record| record.is(world.setup.flow, NAME));
    let main = main.map(|index| read.remove(index));
    let (mut result, elapsed, transactions, fault) = match ended {
        Ok(End { result, elapsed, crashes, transactions }) => {
            let elapsed = main.as_ref().and_then(ExecutionRecord::took).unwrap_or(elapsed);
            (Some(result), elapsed, transactions, world.missed(crashes, transactions))
        }
        Err(fault) => (None, recorder.elapsed(), 0, Some(fault)),
    };
    if let Some(Ok(output)) = &mut result {
        hide_tokens(output);
    }
    let run = Run::new(Ended {
        flow: world.setup.flow,
        place: world.place(),
        known: world.setup.known,
        result,
        elapsed,
        transactions,
        express: world.setup.express,
        main,
        others: read,
        calls: recorder.calls(),
        unused: reports.unused(),
        unanswered: reports.unanswered(),
    });
    (run, fault)
}

impl World {
    /// What is particular about this run.
    fn place(&self) -> String {
        match self.setup.crashes {
            Crashes::Never if self.setup.express => " in memory".to_owned(),
            Crashes::Never => String::new(),
            Crashes::AfterEveryTurn => " with a crash after every turn".to_owned(),
            Crashes::After(turn) => format!(" with a crash after turn {turn}"),
            Crashes::Lose(turn) => format!(" with a crash in turn {turn}, which is lost"),
        }
    }

    /// A crash that was to come and did not.
    fn missed(&self, crashes: usize, transactions: usize) -> Option<String> {
        match self.setup.crashes {
            Crashes::After(turn) | Crashes::Lose(turn) if crashes == 0 => {
                Some(format!("there was no crash: the run has {transactions} turns, and was to crash in turn {turn}"))
            }
            _ => None,
        }
    }

    async fn to_end(&self) -> Result<End, String> {
        if self.setup.express { self.in_memory().await } else { self.lives().await }
    }

    /// Opens an engine on a store of this world.
    async fn open(&self, store: CrashStore) -> Result<Arc<Engine>, Error> {
        let builder = Engine::builder().store(store).clock(self.clock).entropy(Counting::default());
        let mut builder = builder.limits(self.setup.limits).allow_missing_bindings();
        for (name, flow) in &self.setup.flows {
            builder = builder.registered(name, Arc::clone(flow));
        }
        for (function, source) in &self.setup.functions {
            let recorder = Arc::clone(&self.recorder);
            let invoker = Recorded { function: *function, source: source.clone(), recorder };
            builder = builder.function(function.resource, invoker);
        }
        let recorder = Arc::clone(&self.recorder);
        let builder = builder.fallback(Unscripted { known: self.setup.known.clone(), recorder });
        let engine = Arc::new(builder.build().await?);
        engine.watch_express(Arc::clone(&self.watch));
        self.engine.send_replace(Some(Arc::clone(&engine)));
        Ok(engine)
    }

    /// Closes the engine that is open.
    fn close(&self) {
        if let Some(engine) = self.engine.send_replace(None) {
            engine.close();
        }
    }

    /// A store for one life, the how manieth from 0.
    fn store(&self, life: usize) -> CrashStore {
        let (budget, loses) = match self.setup.crashes {
            Crashes::AfterEveryTurn => (1, false),
            Crashes::After(turn) if life == 0 => (turn, false),
            Crashes::Lose(turn) if life == 0 => (turn, true),
            _ => (usize::MAX, false),
        };
        CrashStore::with(self.store.clone(), budget, loses, Some(Arc::clone(&self.watch)))
    }

    /// Runs it in memory.
    async fn in_memory(&self) -> Result<End, String> {
        let Setup { flow, flows, input, at_most, .. } = &self.setup;
        let engine = self.open(self.store(usize::MAX)).await.map_err(|error| error.to_string())?;
        let flow = flows.get(flow).ok_or("the flow is not registered")?;
        let running = Arc::clone(flow).express(engine.express(self.setup.flow, NAME), input.clone());
        let ended = tokio::time::timeout(*at_most, running).await;
        let elapsed = self.recorder.elapsed();
        let result = match ended.map_err(|_| self.not_over())? {
            Ok(output) => Ok(output),
            Err(Halt::Failed(error)) => Err(Failure { status: ExecutionStatus::Failed, error }),
            Err(Halt::Stopped) => {
                let error = StepError::new(codes::EXECUTION_STOPPED, "the execution was withdrawn");
                Err(Failure { status: ExecutionStatus::Stopped, error })
            }
        };
        self.settle().await;
        Ok(End { result, elapsed, crashes: 0, transactions: 0 })
    }

    /// Runs it on the durable engine, life after life.
    async fn lives(&self) -> Result<End, String> {
        for life in 0..LIVES {
            let store = self.store(life);
            match race(self.life(&store), store.crashed()).await {
                Ok(ended) => {
                    let (result, elapsed, transactions) = (ended?, self.recorder.elapsed(), store.transactions());
                    return Ok(End { result, elapsed, crashes: life, transactions });
                }
                Err(()) => self.close(),
            }
        }
        Err(format!("the run does not get on: there were {LIVES} crashes"))
    }

    async fn life(&self, store: &CrashStore) -> Result<Result<Value, Failure>, String> {
        let execution = self.execution(store).await.map_err(|error| error.to_string())?;
        let left = self.setup.at_most.saturating_sub(self.recorder.elapsed());
        let ended = tokio::time::timeout(left, execution.wait()).await.map_err(|_| self.not_over())?;
        let result = ended.map_err(|error| error.to_string())?;
        self.settle().await;
        Ok(result)
    }

    async fn execution(&self, store: &CrashStore) -> Result<Execution, Error> {
        let Setup { flow, input, .. } = &self.setup;
        let engine = self.open(store.clone()).await?;
        match engine.start(flow, NAME, input).await {
            // The crash came between the last transaction and this.
            Err(Error::ExecutionAlreadyExists { .. }) => engine.execution(flow, NAME).await,
            started => started,
        }
    }

    fn not_over(&self) -> String {
        format!("the run is not over after {}", time::text(self.setup.at_most))
    }

    /// Lets come to their end what the execution has left behind: background jobs, other executions.
    async fn settle(&self) {
        let (mut pause, mut left) = (Duration::from_millis(1), self.setup.at_most);
        while !self.settled().await.unwrap_or(true) && !left.is_zero() {
            tokio::time::sleep(pause).await;
            left = left.saturating_sub(pause);
            pause *= 2;
        }
    }

    async fn settled(&self) -> Result<bool, StoreError> {
        if self.setup.express {
            return Ok(self.recorder.all_ended());
        }
        let over = self.rows().await?.iter().all(|row| row.progress.status.is_over());
        Ok(over && self.store.open_jobs(None, 1).await?.is_empty())
    }

    /// All executions, in the order in which they were started.
    async fn rows(&self) -> Result<Vec<ExecutionRow>, StoreError> {
        let mut rows = Vec::new();
        for flow in self.setup.flows.keys() {
            rows.extend(self.store.list(flow, &ExecutionFilter::new().limit(usize::MAX)).await?);
        }
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    /// What is kept of all executions.
    async fn read(&self) -> Result<Vec<ExecutionRecord>, Error> {
        let mut records = Vec::new();
        for row in self.rows().await? {
            let id = row.id;
            let events = self.store.events(id, 0, usize::MAX).await?;
            let event = |(event_id, bytes): (u64, Vec<u8>)| HistoryEvent::decode(event_id, &bytes);
            let history = events.into_iter().map(event).collect::<Result<Vec<_>, _>>();
            let history =
                history.map_err(|reason| Error::Unreadable { execution: id, row: "history".to_owned(), reason })?;
            let jobs = self.store.jobs(id).await?;
            let jobs =
                jobs.iter().map(|(job, bytes)| JobDescription::decode(id, *job, bytes)).collect::<Result<_, _>>()?;
            records.push(ExecutionRecord::new(ExecutionDescription::read(row, &Redaction::default())?, history, jobs));
        }
        Ok(records)
    }
}
