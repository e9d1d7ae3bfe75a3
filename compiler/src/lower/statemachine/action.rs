//! What an `Action` names.

use super::Machine;
use crate::diagnostics::{Change, Code, is_close};
use crate::source::Span;
use crate::syntax::Spanned;

/// An operation of a service.
#[derive(Debug)]
pub(super) struct Action {
    pub(super) kind: ActionKind,
    /// `Service:Api`
    pub(super) text: String,
    pub(super) api: String,
    pub(super) span: Span,
}

/// Operations, told apart by what is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ActionKind {
    /// `FC:InvokeFunction`
    Function,
    /// `FNF:StartExecution`
    Flow,
    /// `MNS:SendMessage`
    Message,
    /// `HTTP:Request`
    Http,
    /// `EventBridge:PutEvents`
    Events,
    /// `SMS:SendSms`
    Sms,
    /// Any operation of OSS.
    Oss,
    /// An operation like any other.
    Other,
}

const KNOWN: [(&str, ActionKind); 6] = [
    ("FC:InvokeFunction", ActionKind::Function),
    ("FNF:StartExecution", ActionKind::Flow),
    ("MNS:SendMessage", ActionKind::Message),
    ("HTTP:Request", ActionKind::Http),
    ("EventBridge:PutEvents", ActionKind::Events),
    ("SMS:SendSms", ActionKind::Sms),
];

impl Machine<'_> {
    /// Reads an action; reports one that has not the form of one.
    pub(super) fn action(&mut self, written: &Spanned<String>) -> Option<Action> {
        let Spanned { node: text, span } = written;
        let (text, doubled) = match text.split_once("::") {
            Some((service, api)) => (format!("{service}:{api}"), true),
            None => (text.clone(), false),
        };
        let Some((_, api)) = text.split_once(':').filter(|(service, api)| is_word(service) && is_word(api)) else {
            self.base
                .diags
                .report(Code::InvalidResource, *span, format_args!("`{}` names no operation", written.node))
                .help("an action is written `Service:Api`, as in `FC:InvokeFunction`");
            return None;
        };
        if doubled {
            self.base
                .diags
                .report(Code::UndocumentedName, *span, format_args!("`{}` is read as `{text}`", written.node))
                .help(format_args!("write `{text}`"))
                .mend(Change::Word { span: *span, from: written.node.clone(), to: text.clone() });
        }
        let api = api.to_owned();
        let kind = match KNOWN.iter().find(|(known, _)| *known == text) {
            Some((_, kind)) => *kind,
            None if text.starts_with("OSS:") => ActionKind::Oss,
            None => {
                self.doubtful(&text, *span);
                ActionKind::Other
            }
        };
        Some(Action { kind, text, api, span: *span })
    }

    /// Reports an action that is nearly a known one.
    fn doubtful(&mut self, text: &str, span: Span) {
        if let Some((near, _)) = KNOWN.iter().find(|(known, _)| is_close(text, known)) {
            self.base
                .diags
                .report(Code::DoubtfulAction, span, format_args!("`{text}` is no action that is documented"))
                .help(format_args!("did you mean `{near}`?"))
                .propose(Change::Word { span, from: text.to_owned(), to: (*near).to_owned() });
        }
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'))
}
