//! What a task calls: a `resourceArn` or an `action`.

use super::super::arn;
use super::super::resource::{self, Kind, Named, named};
use crate::diagnostics::{Code, Diagnostics};
use crate::source::Span;
use crate::syntax::Resource;

/// Reads what a task calls; reports a resource of no known form.
pub(super) fn read(resource: &Resource, diags: &mut Diagnostics) -> Option<Named> {
    let (tag, text) = match resource {
        Resource::Action(action) => return self::action(&action.node, action.span, diags),
        Resource::Arn { tag, text } => (tag.as_deref(), text),
    };
    let found = resource::read(tag, text, &arn::advice, diags)?;
    if found.kind == Kind::Function && arn::is_version_3(&found.resource) {
        diags
            .report(Code::FunctionOfVersion3, text.span, "this is a function of Function Compute 3.0")
            .help("the form is documented for `Type: StateMachine` only; it is called as any function");
    }
    Some(found)
}

fn action(text: &str, span: Span, diags: &mut Diagnostics) -> Option<Named> {
    let parts = text.split_once(':').filter(|(service, api)| {
        let word = |text: &str| {
            !text.is_empty() && text.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'))
        };
        word(service) && word(api)
    });
    let Some((service, api)) = parts else {
        let found = diags.report(Code::InvalidResource, span, format_args!("`{text}` names no operation"));
        if text.starts_with("acs:") {
            found.help(format_args!("a resource is written `resourceArn: {text}`"));
        } else {
            found.help("an operation is written `product:Operation`, as in `facebody:DetectFace`");
        }
        return None;
    };
    let kind =
        if service.eq_ignore_ascii_case("fnf") && api == "StartExecution" { Kind::StartExecution } else { Kind::Api };
    Some(named(kind, text, api, span))
}
