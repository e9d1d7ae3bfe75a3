//! The resource that a task names in its `Parameters`.

use super::super::arn;
use super::super::resource::{self, Kind, Named};
use super::action::{Action, ActionKind};
use super::{Machine, Scene, params};
use crate::diagnostics::Code;
use crate::ir::{Constant, Expr, Ty};
use crate::syntax::Spanned;
use crate::syntax::statemachine::{Member, Value, ValueKind};

/// What a task calls.
pub(super) enum Target {
    Named(Named),
    /// The one that data names.
    Data(Expr),
}

impl Machine<'_> {
    /// The `resourceArn`; none where it is missing or cannot be read, which is reported.
    pub(super) fn resource(&mut self, action: &Action, params: &[Member], scene: Scene) -> Option<Target> {
        let value = &params::find(params, "resourceArn")?.value;
        if let ValueKind::Expr(written) = &value.kind {
            let expr = self.expression(written, scene);
            self.expect(&expr, &[Ty::Text], "a resource", "it is text such as an ARN");
            return Some(Target::Data(expr));
        }
        let Some((tag, text)) = written(value) else {
            self.base
                .diags
                .report(Code::WrongType, value.span, "expected a resource as text")
                .help(format_args!("{}; a placeholder in braces must be quoted", forms(action.kind)));
            return None;
        };
        let text = Spanned { node: text, span: value.span };
        let advice = |text: &str| advice(action.kind, text);
        let named = resource::read(tag.as_deref(), &text, &advice, self.base.diags)?;
        if !fits(action.kind, named.kind) {
            let what = match named.kind {
                Kind::Function => "a function",
                Kind::Queue => "a queue",
                Kind::Topic => "a topic",
                Kind::Flow => "a flow",
                Kind::Api | Kind::StartExecution | Kind::Unknown => "something else",
            };
            self.base
                .diags
                .report(Code::InvalidResource, named.span, format_args!("`{}` cannot call {what}", action.text))
                .also(action.span, "the operation")
                .help(forms(action.kind));
            return None;
        }
        Some(Target::Named(named))
    }
}

/// The tag and the text of a resource, which deployment tools write in several ways.
fn written(value: &Value) -> Option<(Option<String>, String)> {
    match &value.kind {
        ValueKind::Constant(Constant::Text(text)) => Some((value.tag.clone(), text.clone())),
        ValueKind::Array(items) if value.tag.is_some() => Some((value.tag.clone(), parts(items)?)),
        ValueKind::Object(members) => {
            let [member] = members.as_slice() else { return None };
            let key = &member.key.node;
            let tag = (key == "Ref" || key.starts_with("Fn::")).then(|| format!("!{}", key.trim_start_matches("Fn::")));
            match &member.value.kind {
                ValueKind::Constant(Constant::Text(text)) => Some((Some(tag?), text.clone())),
                ValueKind::Array(items) => Some((Some(tag?), parts(items)?)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn parts(items: &[Value]) -> Option<String> {
    let text = |item: &Value| match &item.kind {
        ValueKind::Constant(Constant::Text(text)) => Some(text.clone()),
        _ => None,
    };
    Some(items.iter().map(text).collect::<Option<Vec<_>>>()?.join("."))
}

fn fits(action: ActionKind, resource: Kind) -> bool {
    match action {
        ActionKind::Function => matches!(resource, Kind::Function | Kind::Unknown),
        ActionKind::Flow => matches!(resource, Kind::Flow | Kind::Unknown),
        _ => matches!(resource, Kind::Queue | Kind::Topic | Kind::Unknown),
    }
}

/// What to write instead of a text that has none of the forms.
fn advice(action: ActionKind, text: &str) -> String {
    if text.starts_with('$') && !text.starts_with("${") {
        return format!("an expression stands under the key `resourceArn.$`; {}", forms(action));
    }
    match arn::meant(text) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => forms(action).to_owned(),
    }
}

fn forms(action: ActionKind) -> &'static str {
    match action {
        ActionKind::Function => {
            "a function is `acs:fc:::services/{service}.{qualifier}/functions/{function}` or \
             `acs:fc:{region}:{account}:functions/{function}/{qualifier}`"
        }
        ActionKind::Flow => "a flow is `acs:fnf:{region}::flow/{flow}`",
        _ => {
            "a queue is `acs:mns:{region}:{account}:/queues/{queue}/messages`, a topic \
             `acs:mns:{region}:{account}:/topics/{topic}/messages`"
        }
    }
}
