//! Tells a test of tasks that wait in memory for the report of their token; nothing without the feature `testing`.

use serde::Serialize;

use crate::{context::Attempt, token::TaskToken};

#[cfg(feature = "testing")]
pub(crate) use testing::Watched;

#[cfg(feature = "testing")]
mod testing {
    use std::sync::{Arc, OnceLock};

    use super::{Attempt, Serialize, TaskToken};
    use crate::testing::{Waiting, Watch};

    /// A task that will wait, where somebody watches.
    type Note = Option<Waiting>;

    /// Who watches.
    #[derive(Debug, Default)]
    pub(crate) struct Watched(OnceLock<Arc<Watch>>);

    impl Watched {
        pub(crate) fn watch(&self, watch: Arc<Watch>) {
            let _ = self.0.set(watch);
        }

        /// What there will be to tell of an attempt.
        pub(crate) fn waiting(&self, attempt: &Attempt<'_>, token: &TaskToken, input: &impl Serialize) -> Note {
            self.0.get().map(|_| Waiting {
                step: attempt.path.step().map_or("", |step| step.name).to_owned(),
                token: token.clone(),
                input: serde_json::to_value(input).unwrap_or_default(),
            })
        }

        /// The attempt waits now.
        pub(crate) fn tell(&self, waiting: Note) {
            if let (Some(watch), Some(waiting)) = (self.0.get(), waiting) {
                watch.tell(waiting);
            }
        }
    }
}

/// Of a task that will wait there is nothing to tell.
#[cfg(not(feature = "testing"))]
pub(crate) struct Note;

/// Nobody watches.
#[cfg(not(feature = "testing"))]
#[derive(Debug, Default)]
pub(crate) struct Watched;

#[cfg(not(feature = "testing"))]
impl Watched {
    #[expect(clippy::unused_self, reason = "somebody watches where flows are tested")]
    pub(crate) fn waiting(&self, _: &Attempt<'_>, _: &TaskToken, _: &impl Serialize) -> Note {
        Note
    }

    #[expect(clippy::unused_self, reason = "somebody watches where flows are tested")]
    pub(crate) fn tell(&self, _: Note) {}
}
