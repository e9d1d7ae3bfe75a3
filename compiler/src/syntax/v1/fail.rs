//! `fail`: fails with an error.

use super::super::Spanned;
use super::read::Reader;
use crate::yaml::Cursor;

/// What a fail step has of its own.
#[derive(Debug)]
pub(crate) struct Fail {
    pub(crate) error: Option<Spanned<String>>,
    pub(crate) cause: Option<Spanned<String>>,
}

impl Reader<'_> {
    pub(super) fn fail(&mut self, keys: &mut Cursor<'_>) -> Fail {
        Fail {
            error: keys.take("error").and_then(|node| self.any_text(node)),
            cause: keys.take("cause").and_then(|node| self.any_text(node)),
        }
    }
}
