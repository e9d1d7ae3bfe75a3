//! `wait`: waits for some seconds or until an instant.

use super::super::read::Reader;
use super::Value;
use crate::diagnostics::Code;
use crate::yaml::{Cursor, Node};

/// Until when a wait step waits.
#[derive(Debug)]
pub(crate) enum Wait {
    Duration(Value),
    Timestamp(Value),
    /// It could not be read; the reason is reported.
    Invalid,
}

impl Reader<'_> {
    pub(super) fn wait(&mut self, keys: &mut Cursor<'_>) -> Wait {
        match (keys.entry("duration"), keys.entry("timestamp")) {
            (Some(duration), Some(timestamp)) => {
                self.diags
                    .report(
                        Code::ConflictingKeys,
                        timestamp.key_span,
                        "a `wait` step has either `duration` or `timestamp`, not both",
                    )
                    .also(duration.key_span, "the other one")
                    .help("remove one of the two");
                Wait::Invalid
            }
            (Some(duration), None) => {
                self.scalar(&duration.value, "a number of seconds").map_or(Wait::Invalid, Wait::Duration)
            }
            (None, Some(timestamp)) => self
                .scalar(&timestamp.value, "an instant such as `2026-11-21T08:00:00Z`")
                .map_or(Wait::Invalid, Wait::Timestamp),
            (None, None) => {
                if let Some(missing) = keys.miss_either(["duration", "timestamp"], self.diags) {
                    missing.help("write `duration: 10` for ten seconds, or an instant as `timestamp`");
                }
                Wait::Invalid
            }
        }
    }

    fn scalar(&mut self, node: &Node, expected: &str) -> Option<Value> {
        if node.scalar().is_none() || node.is_null() {
            self.wrong_type(node, expected);
            return None;
        }
        Some(self.parameter(node))
    }
}
