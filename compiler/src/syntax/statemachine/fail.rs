//! `Fail`: fails with an error.

use super::super::Spanned;
use super::super::read::Reader;
use crate::diagnostics::Code;
use crate::expr;
use crate::yaml::Cursor;

/// What a fail state has of its own.
#[derive(Debug)]
pub(crate) struct Fail {
    pub(crate) code: Option<Spanned<String>>,
    pub(crate) detail: Option<Spanned<String>>,
}

impl Reader<'_> {
    pub(super) fn fail_state(&mut self, keys: &mut Cursor<'_>) -> Fail {
        let code = self.constant_text(keys, "Code");
        let detail = self.constant_text(keys, "Detail");
        self.check_failure(code.as_ref(), detail.as_ref());
        if keys.lacks(["Detail"]) {
            self.diags
                .report(Code::DefaultParameter, keys.head(), "a `Fail` state is documented to need the key `Detail`")
                .help("without it the detail is empty; add `Detail: …`");
        }
        Fail { code, detail }
    }

    fn constant_text(&mut self, keys: &mut Cursor<'_>, key: &'static str) -> Option<Spanned<String>> {
        let text = keys.optional(key).and_then(|node| self.any_text(node))?;
        if expr::reads_like_variable(&text.node) {
            self.diags
                .report(Code::LiteralReference, text.span, format_args!("`{}` is plain text here", text.node))
                .label("a constant")
                .help("`Code` and `Detail` are constants; to fail with data, let a function fail");
        }
        Some(text)
    }
}
