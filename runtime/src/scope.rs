//! A scope's state: where it stands and what it holds. It is the checkpoint at the same time.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU32, Ordering},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    context::{Attempt, Context, Mark, Opened, Payload},
    error::{Halt, Res, StepError},
    left::{Left, Passes},
    path::{Path, Segment, Step},
    typed::{Gives, Slots},
    value::{Data, Object, Value},
};

/// The steps of a scope; `flow!` writes an enum that implements it.
pub trait Position: Copy + Send + Sync + 'static {
    /// The steps in the order of the definition.
    const STEPS: &'static [Step];
    /// The first and the last of the steps between which control goes back. Only steps from the one to the other can be
    /// entered more than once; none can where this is nothing.
    const REPEATS: Option<(usize, usize)> = None;
    /// The index of this step.
    fn index(self) -> usize;
    /// The step at an index.
    fn from_index(index: usize) -> Option<Self>;
}

/// A scope that is running: its position, how often each of its `N` steps was entered, and its data.
///
/// Serialised, it is the scope's checkpoint: steps under their names, data under its keys.
#[derive(Debug)]
pub struct Scope<A, const N: usize, L = Object> {
    /// The step that the scope stands at; none at its end.
    pub at: Option<A>,
    /// The data of the scope (v1: `$local`).
    pub local: L,
    visits: [u32; N],
    /// The event that the step was entered with, when the scope was found standing at a step.
    resumed: Option<u64>,
}

/// The step that a scope has entered.
#[derive(Debug)]
pub struct Here<'a> {
    /// The path of this visit.
    pub path: Path<'a>,
    /// The step.
    pub step: &'static Step,
    /// The id of the event that it was entered with (`$context.step.eventId`).
    pub event_id: u64,
    /// How often the step was tried again so far.
    retries: AtomicU32,
}

/// How a scope begins.
#[derive(Debug)]
pub enum Begin<S, L = Object> {
    /// It runs.
    Run(S),
    /// It has ended before, with this outcome.
    Done(L),
}

impl<A: Position, const N: usize> Scope<A, N> {
    /// Opens a scope whose first step is `entry`.
    pub fn open<C: Context>(cx: &C, path: &Path<'_>, entry: Option<A>, input: &Data<'_>) -> Res<Begin<Self>> {
        Self::open_with(cx, path, entry, input.own())
    }
}

impl<A: Position, const N: usize, L: Payload + Default> Scope<A, N, L> {
    /// Opens a scope whose first step is `entry`; `added` is what its input adds to that of the scope around it.
    #[inline]
    pub fn open_with<C: Context, I: Serialize>(
        cx: &C,
        path: &Path<'_>,
        entry: Option<A>,
        added: &I,
    ) -> Res<Begin<Self, L>> {
        Ok(match cx.open::<Self, L, _>(path, added)? {
            Opened::New => Begin::Run(Self { at: entry, local: L::default(), visits: [0; N], resumed: None }),
            Opened::Resumed { mut state, event_id } => {
                state.resumed = Some(event_id);
                Begin::Run(state)
            }
            Opened::Done(outcome) => Begin::Done(outcome),
        })
    }

    /// Comes to the step `at`, which the context has to enter then, or finds itself there after it was resumed. Says
    /// whether it was.
    ///
    /// Not one function with entering: a future that goes through another one is moved.
    #[inline]
    pub fn arrive<'p>(&mut self, path: &'p Path<'p>, at: A) -> (Here<'p>, bool) {
        let step = &A::STEPS[at.index()];
        let resumed = self.resumed.take();
        if resumed.is_none() {
            self.visits[at.index()] += 1;
        }
        let here = path.at(Segment::Step(step, self.visits[at.index()]));
        (Here::new(here, step, resumed.unwrap_or_default()), resumed.is_some())
    }

    /// Ends the scope with its data.
    #[inline]
    pub fn close<C: Context>(self, cx: &C, path: &Path<'_>) -> Res<L> {
        cx.close(path, &self.local)?;
        Ok(self.local)
    }
}

impl<A: Position, const N: usize> Scope<A, N> {
    /// Takes up what a step gives, adding its keys to the scope's data, and goes where it says.
    #[inline]
    pub fn accumulate<C: Context>(&mut self, cx: &C, here: &Here<'_>, left: Res<Left<A>>) -> Res<()> {
        here.over(cx, &left)?;
        let left = left?;
        left.output.add_to(&mut self.local);
        for key in left.forgotten {
            self.local.remove(*key);
        }
        self.at = left.to;
        cx.record(&here.path, Mark::Exited, &self.local)
    }
}

impl<A: Position, const N: usize, L: Slots> Scope<A, N, L> {
    /// What was kept for a scope that was resumed fits its types; else the step that it stands at fails.
    pub fn readable<C: Context>(&self, cx: &C, here: &Here<'_>) -> Res<()> {
        let Some(unreadable) = self.local.unreadable() else { return Ok(()) };
        let error = here.error(unreadable);
        cx.record(&here.path, Mark::Failed, &error)?;
        Err(error.into())
    }

    /// Takes up what a step gives under the keys that it gives, and goes where it says.
    #[inline]
    pub fn take_up<C: Context, G: Gives<L>>(&mut self, cx: &C, here: &Here<'_>, left: Res<Left<A, G>>) -> Res<()> {
        here.over(cx, &left)?;
        let left = left?;
        left.output.give(&mut self.local);
        for key in left.forgotten {
            self.local.forget(key);
        }
        self.at = left.to;
        cx.record(&here.path, Mark::Exited, &self.local)
    }
}

impl<A: Position, const N: usize> Scope<A, N, Value> {
    /// Opens a scope whose first step is `entry`, and whose data starts as its input.
    pub fn open_replacing<C: Context>(
        cx: &C,
        path: &Path<'_>,
        entry: Option<A>,
        input: Value,
    ) -> Res<Begin<Self, Value>> {
        Self::open_passing(cx, path, entry, input, |input| input)
    }
}

impl<A: Position, const N: usize, L: Payload + Default> Scope<A, N, L> {
    /// Opens a scope whose first step is `entry`, and whose data starts as its input, by way of `into`.
    #[inline]
    pub fn open_passing<C: Context, I: Serialize>(
        cx: &C,
        path: &Path<'_>,
        entry: Option<A>,
        input: I,
        into: impl FnOnce(I) -> L,
    ) -> Res<Begin<Self, L>> {
        let mut begin = Self::open_with(cx, path, entry, &input)?;
        if let Begin::Run(scope) = &mut begin
            && scope.resumed.is_none()
        {
            scope.local = into(input);
        }
        Ok(begin)
    }

    /// The data of the scope, for the step that it has entered.
    #[inline]
    pub fn take(&mut self) -> L {
        std::mem::take(&mut self.local)
    }

    /// Takes up what a step gives as the scope's data, and goes where it says.
    #[inline]
    pub fn replace<C: Context, G: Passes<A, L>>(&mut self, cx: &C, here: &Here<'_>, left: Res<Left<A, G>>) -> Res<()> {
        let shared = left.and_then(|mut left| {
            if let Some(rest) = &mut left.rest
                && !rest.shared.is_empty()
            {
                cx.share(std::mem::take(&mut rest.shared))?;
            }
            Ok(left)
        });
        here.over(cx, &shared)?;
        let left = shared?;
        self.local = left.output.pass(left.to, left.forgotten)?;
        self.at = left.to;
        cx.record(&here.path, Mark::Exited, &self.local)
    }
}

impl<'a> Here<'a> {
    /// The step at `path`, before its first attempt.
    #[must_use]
    #[inline]
    pub const fn new(path: Path<'a>, step: &'static Step, event_id: u64) -> Self {
        Self { path, step, event_id, retries: AtomicU32::new(0) }
    }

    /// The path of an attempt.
    #[must_use]
    #[inline]
    pub const fn attempt(&self, number: u32) -> Path<'_> {
        self.path.at(Segment::Attempt(number))
    }

    /// The path of the steps of a choice's entry; the default comes after the last entry.
    #[must_use]
    #[inline]
    pub const fn entry(&self, number: u32) -> Path<'_> {
        self.path.at(Segment::Entry(number))
    }

    /// The path of a branch.
    #[must_use]
    #[inline]
    pub const fn branch(&self, number: u32) -> Path<'_> {
        self.path.branch(number)
    }

    /// The path of an iteration.
    #[must_use]
    #[inline]
    pub fn item(&self, number: usize) -> Path<'_> {
        self.path.item(number)
    }

    /// How often the step was tried again so far (`$Context.Current.RetryCount`).
    #[must_use]
    #[inline]
    pub fn retries(&self) -> u32 {
        self.retries.load(Ordering::Relaxed)
    }

    /// Notes which attempt begins.
    #[inline]
    pub(crate) fn tries(&self, attempt: u32) {
        self.retries.store(attempt.saturating_sub(1), Ordering::Relaxed);
    }

    /// Records how the step has ended.
    #[inline]
    fn over<C: Context, A, O: Serialize>(&self, cx: &C, left: &Res<Left<A, O>>) -> Res<()> {
        match left {
            Ok(Left { output, rest, .. }) => match rest.as_ref().and_then(|rest| rest.caught.as_ref()) {
                None => cx.record(&self.path, Mark::Succeeded, output),
                Some(error) => cx.record(&self.path, Mark::Failed, error),
            },
            Err(Halt::Failed(error)) => cx.record(&self.path, Mark::Failed, error),
            Err(Halt::Stopped) => Ok(()),
        }
    }

    /// Records that the step starts without an input of its own.
    pub fn started<C: Context>(&self, cx: &C) -> Res<()> {
        cx.record(&self.path, Mark::Started, &())
    }

    /// Records that the step starts with `input`.
    pub fn started_with<C: Context, T: Payload>(&self, cx: &C, input: &T) -> Res<()> {
        cx.record(&self.path, Mark::Started, input)
    }

    /// An error in an expression of this step.
    pub fn error(&self, cause: impl std::fmt::Display) -> StepError {
        let Step { name, place } = self.step;
        if name.is_empty() {
            return StepError::new(crate::codes::RUNTIME_ERROR, format!("the flow ({place}): {cause}"));
        }
        StepError::new(crate::codes::RUNTIME_ERROR, format!("step `{name}` ({place}): {cause}"))
    }
}

impl<'a> Attempt<'a> {
    /// An attempt with its policy's limit.
    #[must_use]
    pub const fn new(path: &'a Path<'a>, timeout: Option<std::time::Duration>) -> Self {
        Self { path, timeout, resource: None, invocation: None }
    }
}

#[derive(Serialize, Deserialize)]
struct Saved<'a, L> {
    at: Option<std::borrow::Cow<'a, str>>,
    visits: BTreeMap<std::borrow::Cow<'a, str>, u32>,
    local: L,
}

impl<A: Position, const N: usize, L: Serialize> Serialize for Scope<A, N, L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // What is entered once at most needs no count: a long list would write all of its steps at each of them.
        let counted = A::REPEATS.map_or(0..0, |(first, last)| first..last + 1);
        let visits = counted.filter_map(|index| Some((A::STEPS.get(index)?, *self.visits.get(index)?)));
        let visits = visits.filter(|(_, count)| *count > 0);
        Saved {
            at: self.at.map(|at| A::STEPS[at.index()].name.into()),
            visits: visits.map(|(step, count)| (step.name.into(), count)).collect(),
            local: &self.local,
        }
        .serialize(serializer)
    }
}

impl<'de, A: Position, const N: usize, L: Deserialize<'de>> Deserialize<'de> for Scope<A, N, L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let saved = Saved::<L>::deserialize(deserializer)?;
        let at = match saved.at {
            None => None,
            Some(name) => {
                let index = A::STEPS.iter().position(|step| step.name == name);
                let at = index.and_then(A::from_index);
                Some(at.ok_or_else(|| D::Error::custom(format!("the definition has no step `{name}` here")))?)
            }
        };
        let mut visits = [0; N];
        for (step, count) in A::STEPS.iter().zip(&mut visits) {
            *count = saved.visits.get(step.name).copied().unwrap_or(0);
        }
        if let Some(at) = at {
            let count = &mut visits[A::index(at)];
            *count = (*count).max(1);
        }
        Ok(Self { at, local: saved.local, visits, resumed: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Positions whose steps from the second to the third are a loop.
    #[derive(Debug, Clone, Copy, PartialEq)]
    struct At(usize);

    impl Position for At {
        const STEPS: &'static [Step] = &[
            Step { name: "first", place: "" },
            Step { name: "again", place: "" },
            Step { name: "more", place: "" },
            Step { name: "last", place: "" },
        ];
        const REPEATS: Option<(usize, usize)> = Some((1, 2));

        fn index(self) -> usize {
            self.0
        }

        fn from_index(index: usize) -> Option<Self> {
            Some(Self(index))
        }
    }

    #[test]
    fn a_checkpoint_counts_the_visits_of_steps_in_loops_only() {
        let scope = Scope::<At, 4> { at: Some(At(3)), local: Object::new(), visits: [1, 7, 6, 1], resumed: None };
        let saved = serde_json::to_value(&scope).unwrap();
        assert_eq!(saved, serde_json::json!({"at": "last", "visits": {"again": 7, "more": 6}, "local": {}}));
        let back: Scope<At, 4> = serde_json::from_value(saved).unwrap();
        assert_eq!((back.at, back.visits), (Some(At(3)), [0, 7, 6, 1]), "it stands at a step that it has entered");
    }
}
