//! What a task hands to what it calls.

use super::super::literal::literal;
use super::context::field;
use super::{Machine, Scene, params};
use crate::ir::{Builtin, BuiltinCall, Constant, ContextField, Expr, ExprKind, Template, Ty};
use crate::source::Span;
use crate::syntax::statemachine::Member;

/// The parameters of a message, and the keys that queues and topics know them by.
const MESSAGE: [(&str, &str); 5] = [
    ("message", "MessageBody"),
    ("priority", "Priority"),
    ("delaySeconds", "DelaySeconds"),
    ("messageTag", "MessageTag"),
    ("messageAttributes", "MessageAttributes"),
];

/// The header that tells the called side the task token.
const TOKEN_HEADER: &str = "X-FnF-Http-Callback-Task-Token";

impl Machine<'_> {
    /// A parameter that is an empty object where it is missing.
    pub(super) fn body(&mut self, params: &[Member], name: &str, scene: Scene) -> Template {
        match params::find(params, name) {
            Some(param) => self.template(&param.value, scene),
            None => Template::Constant(Constant::Object(Vec::new())),
        }
    }

    /// A message to a queue or a topic; its body is text.
    pub(super) fn message(&mut self, params: &[Member], scene: Scene) -> Template {
        let mut entries = Vec::new();
        for (name, key) in MESSAGE {
            let Some(param) = params::find(params, name) else { continue };
            let mut template = self.template(&param.value, scene);
            let is_text = matches!(template, Template::Constant(Constant::Text(_)));
            if name == "message" && !is_text {
                let span = param.value.span;
                let value = Box::new(self.as_expr(template, span));
                template = Template::Expr(Expr { kind: ExprKind::Text(value), ty: Ty::Text, span });
            }
            entries.push((key.to_owned(), template));
        }
        Template::Object(entries)
    }

    /// A request over HTTP; one that waits for a callback has the task token in a header too.
    pub(super) fn request(&mut self, params: &[Member], span: Span, scene: Scene) -> Template {
        let Template::Object(mut entries) = self.object(params, scene) else { return Template::Object(Vec::new()) };
        if scene.token {
            let at = entries.iter().position(|(key, _)| key == "headers");
            let headers = at.map(|at| entries.remove(at).1);
            let headers = self.with_token(headers, span);
            entries.insert(at.unwrap_or(entries.len()), ("headers".to_owned(), headers));
        }
        Template::Object(entries)
    }

    fn with_token(&mut self, headers: Option<Template>, span: Span) -> Template {
        let token = (TOKEN_HEADER.to_owned(), Template::Expr(field(ContextField::TaskToken, span)));
        // One that the definition gives by the same name, which no capitals tell apart, gives way.
        let other = |(key, _): &(String, Template)| !key.eq_ignore_ascii_case(TOKEN_HEADER);
        match headers {
            Some(Template::Object(entries)) => {
                Template::Object(entries.into_iter().filter(other).chain([token]).collect())
            }
            Some(Template::Constant(Constant::Object(entries))) => {
                let entries = entries.into_iter().map(|(key, value)| (key, Template::Constant(value)));
                Template::Object(entries.filter(other).chain([token]).collect())
            }
            Some(Template::Expr(headers)) => {
                let token = self.as_expr(Template::Object(vec![token]), span);
                let call = self.call(Builtin::JsonMerge, vec![headers, token]);
                Template::Expr(Expr { kind: call, ty: Ty::Object, span })
            }
            _ => Template::Object(vec![token]),
        }
    }

    fn call(&mut self, function: Builtin, args: Vec<Expr>) -> ExprKind {
        let number = self.calls;
        self.calls += 1;
        ExprKind::Call(BuiltinCall { function, args, number })
    }

    /// A template as one expression.
    fn as_expr(&mut self, template: Template, span: Span) -> Expr {
        match template {
            Template::Constant(constant) => literal(constant, span),
            Template::Expr(expr) => expr,
            Template::Object(entries) => {
                let entries = entries.into_iter().map(|(key, item)| (key, self.as_expr(item, span)));
                Expr { kind: ExprKind::Object(entries.collect()), ty: Ty::Object, span }
            }
            Template::Array(items) => {
                let items = items.into_iter().map(|item| self.as_expr(item, span)).collect();
                Expr { kind: self.call(Builtin::ToArray, items), ty: Ty::Array, span }
            }
        }
    }
}
