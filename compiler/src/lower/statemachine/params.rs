//! `Parameters`: which there are for an action, and what their constants must be.

use std::ops::RangeInclusive;

use super::Machine;
use super::action::{Action, ActionKind};
use crate::diagnostics::{Change, Code, guess, is_close, list, nearest};
use crate::ir::Constant;
use crate::source::Span;
use crate::syntax::statemachine::{Member, Value, ValueKind};

/// A parameter of an action.
struct Known {
    name: &'static str,
    form: Form,
    required: bool,
}

/// What a constant must be. Data is not known before the flow runs.
enum Form {
    Any,
    Text,
    Object,
    Whole(RangeInclusive<i128>),
    /// An object of these objects with these keys.
    Nested(&'static [(&'static str, &'static [&'static str])]),
    /// One of several words.
    Word(&'static [&'static str]),
    /// The same, in capitals or not.
    Caseless(&'static [&'static str]),
}

const fn required(name: &'static str, form: Form) -> Known {
    Known { name, form, required: true }
}

const fn optional(name: &'static str, form: Form) -> Known {
    Known { name, form, required: false }
}

const FUNCTION: &[Known] = &[
    required("resourceArn", Form::Any), // checked where it is read
    required("invocationType", Form::Word(&["Sync", "Async"])),
    optional("body", Form::Any),
];
const FLOW: &[Known] =
    &[required("resourceArn", Form::Any), optional("executionName", Form::Text), optional("input", Form::Object)];
const MESSAGE: &[Known] = &[
    required("resourceArn", Form::Any),
    required("message", Form::Any),
    optional("priority", Form::Whole(1..=16)),
    optional("delaySeconds", Form::Whole(0..=604_800)), // up to 7 days
    optional("messageTag", Form::Text),
    optional("messageAttributes", Form::Nested(ATTRIBUTES)),
];
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("MailAttributes", &["Subject", "AccountName", "AddressType", "IsHTML", "ReplyToAddress"]),
    ("SMSAttributes", &["FreeSignName", "TemplateCode", "Type", "Receiver", "SmsParams"]),
];
const HTTP: &[Known] = &[
    required("url", Form::Text),
    required("method", Form::Caseless(&["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"])),
    optional("headers", Form::Object),
    optional("body", Form::Any),
];

/// Parameters by the names that they have elsewhere.
const FOREIGN: [(&str, &str); 7] = [
    ("MessageBody", "message"),
    ("messageBody", "message"),
    ("payload", "body"),
    ("Payload", "body"),
    ("FlowName", "resourceArn"),
    ("flowName", "resourceArn"),
    ("StateMachineArn", "resourceArn"),
];

/// What is seen of the parameters of actions that may have others.
const SEEN: [(&str, &[&str]); 3] = [
    ("EventBridge:PutEvents", &["id", "type", "eventBusName", "subject", "source", "data"]),
    ("SMS:SendSms", &["phoneNumbers", "signName", "templateCode", "templateParam"]),
    ("OSS:GetObject", &["bucket", "key", "region", "versionId", "range", "ifMatch", "ifNoneMatch"]),
];

/// The parameters of an action; none where any may be meant.
fn of(kind: ActionKind) -> Option<&'static [Known]> {
    match kind {
        ActionKind::Function => Some(FUNCTION),
        ActionKind::Flow => Some(FLOW),
        ActionKind::Message => Some(MESSAGE),
        ActionKind::Http => Some(HTTP),
        ActionKind::Events | ActionKind::Sms | ActionKind::Oss | ActionKind::Other => None,
    }
}

/// The parameter of this name; null is as good as nothing.
pub(super) fn find<'p>(params: &'p [Member], name: &str) -> Option<&'p Member> {
    params.iter().find(|param| param.key.node == name && param.value.kind != ValueKind::Constant(Constant::Null))
}

impl Machine<'_> {
    /// Reports parameters that the action does not have, those that it needs, and constants that it cannot take.
    pub(super) fn check_params(&mut self, action: &Action, params: &[Member], head: Span) {
        let Some(known) = of(action.kind) else { return self.doubtful_params(action, params) };
        for param in params {
            match known.iter().find(|known| known.name == param.key.node) {
                Some(known) => self.check_param(&param.value, known),
                None => self.unknown_param(action, param, known),
            }
        }
        for name in known.iter().filter(|known| known.required).map(|known| known.name) {
            let misspelt = || {
                params.iter().map(|param| param.key.node.as_str()).any(|key| {
                    let foreign = FOREIGN.contains(&(key, name));
                    key != name && (foreign || nearest(key, [name]).is_some())
                })
            };
            if find(params, name).is_none() && !misspelt() {
                self.base
                    .diags
                    .report(Code::MissingKey, head, format_args!("`{}` needs the parameter `{name}`", action.text))
                    .help("add it to `Parameters`");
            }
        }
    }

    /// Reports parameters that are nearly others.
    fn doubtful_params(&mut self, action: &Action, params: &[Member]) {
        let seen = SEEN.iter().find(|(seen, _)| *seen == action.text);
        let Some((_, known)) = seen else { return };
        for Member { key, .. } in params {
            let name = key.node.as_str();
            let near = known.iter().find(|known| name.len() > 2 && is_close(name, known));
            if let Some(near) = near.filter(|_| !known.contains(&name)) {
                self.base
                    .diags
                    .report(
                        Code::DoubtfulAction,
                        key.span,
                        format_args!("`{name}` is no parameter of `{}` that is documented", action.text),
                    )
                    .help(format_args!("did you mean `{near}`?"))
                    .propose(Change::Word { span: key.span, from: name.to_owned(), to: (*near).to_owned() });
            }
        }
    }

    fn unknown_param(&mut self, action: &Action, param: &Member, known: &[Known]) {
        let name = &param.key.node;
        let names = || known.iter().map(|known| known.name);
        let found = self
            .base
            .diags
            .report(Code::UnknownKey, param.key.span, format_args!("`{}` has no parameter `{name}`", action.text))
            .label("not known here");
        let foreign = FOREIGN.iter().find(|(other, own)| other == name && names().any(|known| known == *own));
        match (foreign, guess(name, names())) {
            (Some((_, own)), _) => found.help(format_args!("write `{own}`")).propose(Change::Word {
                span: param.key.span,
                from: name.clone(),
                to: (*own).to_owned(),
            }),
            (None, Some(near)) => found.meant(param.key.span, name, &near),
            (None, None) => found.help(format_args!("known here: {}", list(names()))),
        };
    }

    fn check_param(&mut self, value: &Value, known: &Known) {
        let Known { name, form, .. } = known;
        let constant = match &value.kind {
            ValueKind::Expr(_) | ValueKind::Constant(Constant::Null) => return,
            ValueKind::Constant(constant) => Some(constant),
            ValueKind::Array(_) | ValueKind::Object(_) => None,
        };
        match (form, constant) {
            (Form::Any, _) | (Form::Text, Some(Constant::Text(_))) => {}
            (Form::Object, None) if matches!(value.kind, ValueKind::Object(_)) => {}
            (Form::Nested(known), None) if matches!(value.kind, ValueKind::Object(_)) => {
                self.nested_keys(value, name, known);
            }
            (Form::Whole(range), Some(Constant::Integer(number))) => {
                if !range.contains(number) {
                    let (from, to) = (range.start(), range.end());
                    self.base
                        .diags
                        .report(Code::OutOfRange, value.span, format_args!("`{name}` cannot be {number}"))
                        .help(format_args!("write a whole number from {from} to {to}"));
                }
            }
            (Form::Word(words), Some(Constant::Text(text))) => {
                if !words.contains(&text.as_str()) {
                    self.unknown_word(value.span, name, text, words);
                }
            }
            (Form::Caseless(words), Some(Constant::Text(text))) => {
                if !words.iter().any(|word| word.eq_ignore_ascii_case(text)) {
                    self.unknown_word(value.span, name, text, words);
                }
            }
            (form, _) => {
                let (expected, help) = match form {
                    Form::Object | Form::Nested(_) => {
                        ("a mapping", format!("write a mapping, or data as `{name}.$: $Input.name`"))
                    }
                    Form::Whole(_) => {
                        ("a whole number", format!("write a number without quotes, or data as `{name}.$: $Input.name`"))
                    }
                    _ => ("text", format!("write text in quotes, or data as `{name}.$: $Input.name`")),
                };
                self.base
                    .diags
                    .report(
                        Code::WrongType,
                        value.span,
                        format_args!("expected {expected} as `{name}`, found {}", describe(value)),
                    )
                    .help(help);
            }
        }
    }

    fn nested_keys(&mut self, value: &Value, name: &str, known: &[(&str, &[&str])]) {
        let ValueKind::Object(members) = &value.kind else { return };
        for member in members {
            let names = || known.iter().map(|(name, _)| *name);
            match known.iter().find(|(name, _)| *name == member.key.node) {
                None => self.unknown_key(member, name, names()),
                Some((name, keys)) => {
                    let ValueKind::Object(members) = &member.value.kind else { continue };
                    for member in members.iter().filter(|member| !keys.contains(&member.key.node.as_str())) {
                        self.unknown_key(member, name, keys.iter().copied());
                    }
                }
            }
        }
    }

    fn unknown_key<'k>(&mut self, member: &Member, what: &str, known: impl Iterator<Item = &'k str> + Clone) {
        let key = &member.key.node;
        let found = self
            .base
            .diags
            .report(Code::UnknownKey, member.key.span, format_args!("`{what}` has no key `{key}`"))
            .label("not known here");
        match guess(key, known.clone()) {
            Some(near) => found.meant(member.key.span, key, &near),
            None => found.help(format_args!("known here: {}", list(known))),
        };
    }

    fn unknown_word(&mut self, span: Span, name: &str, text: &str, words: &[&str]) {
        let words = || words.iter().copied();
        let found = self.base.diags.report(Code::UnknownValue, span, format_args!("there is no `{name}` `{text}`"));
        match guess(text, words()) {
            Some(near) => found.meant(span, text, &near),
            None => found.help(format_args!("known here: {}", list(words()))),
        };
    }
}

/// What a value is, with an article.
fn describe(value: &Value) -> &'static str {
    match &value.kind {
        ValueKind::Constant(Constant::Bool(_)) => "a boolean",
        ValueKind::Constant(Constant::Integer(_) | Constant::Float(_)) => "a number",
        ValueKind::Constant(Constant::Text(_)) => "text",
        ValueKind::Constant(Constant::Array(_)) | ValueKind::Array(_) => "a list",
        ValueKind::Constant(Constant::Object(_)) | ValueKind::Object(_) => "a mapping",
        ValueKind::Constant(Constant::Null) | ValueKind::Expr(_) => "data",
    }
}
