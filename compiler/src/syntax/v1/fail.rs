//! `fail`: fails with an error.

use super::super::Spanned;
use super::super::read::Reader;
use super::literal::Place;
use crate::yaml::Cursor;

/// What a fail step has of its own.
#[derive(Debug)]
pub(crate) struct Fail {
    pub(crate) error: Option<Spanned<String>>,
    pub(crate) cause: Option<Spanned<String>>,
}

impl Reader<'_> {
    pub(super) fn fail(&mut self, keys: &mut Cursor<'_>) -> Fail {
        let fail = Fail { error: self.failure(keys, "error"), cause: self.failure(keys, "cause") };
        self.check_failure(fail.error.as_ref(), fail.cause.as_ref());
        fail
    }

    fn failure(&mut self, keys: &mut Cursor<'_>, key: &'static str) -> Option<Spanned<String>> {
        let node = keys.take(key)?;
        let text = self.any_text(node)?;
        self.literal_reference(&text.node, node, Place::Failure);
        Some(text)
    }
}
