//! What a `resourceArn` names.

use super::arn;
use crate::diagnostics::{Code, Diagnostics};
use crate::source::Span;
use crate::syntax::Spanned;

/// A resource, told apart by what calls it needs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Named {
    pub(super) kind: Kind,
    /// As the definition writes it, without deployment tags.
    pub(super) resource: String,
    /// The last part that names it; empty where nothing does.
    pub(super) name: String,
    pub(super) span: Span,
}

/// What a resource is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A function, with the step's input as its event.
    Function,
    Queue,
    Topic,
    /// An operation of another product, with its own parameters.
    Api,
    /// An operation that starts a flow.
    StartExecution,
    /// A flow.
    Flow,
    /// A placeholder for any of them.
    Unknown,
}

/// Reads a `resourceArn` with the tag before it. A text of no known form is reported with what `advice` makes of it.
pub(super) fn read(
    tag: Option<&str>,
    text: &Spanned<String>,
    advice: &dyn Fn(&str) -> String,
    diags: &mut Diagnostics,
) -> Option<Named> {
    match tag {
        Some("!Ref") => Some(reference(&text.node, text.span, diags)),
        Some(tag) if !tag.starts_with("!!") && tag != "!" && tag != "!Sub" => {
            Some(placeholder(format!("{tag} {}", text.node), &text.node, text.span, diags))
        }
        _ => arn(&text.node, text.span, advice, diags),
    }
}

pub(super) fn named(kind: Kind, resource: &str, name: &str, span: Span) -> Named {
    Named { kind, resource: resource.to_owned(), name: bare(name), span }
}

/// `!Ref service/function`
fn reference(text: &str, span: Span, diags: &mut Diagnostics) -> Named {
    match text.split_once('/') {
        Some((service, function)) if !service.is_empty() && !function.is_empty() && !function.contains('/') => {
            named(Kind::Function, &format!("acs:fc:::services/{service}/functions/{function}"), function, span)
        }
        _ => placeholder(format!("!Ref {text}"), text, span, diags),
    }
}

/// Something that a deployment tool fills in as a whole.
fn placeholder(resource: String, text: &str, span: Span, diags: &mut Diagnostics) -> Named {
    note(&resource, span, diags);
    let parts = text.split(['.', '/', '{', '}', '<', '>', '$', ' ']);
    let name = parts.rev().find(|part| !part.is_empty() && *part != "Arn" && *part != "ARN");
    let name = name.unwrap_or_default();
    Named { kind: Kind::Unknown, name: bare(name), resource, span }
}

fn note(resource: &str, span: Span, diags: &mut Diagnostics) {
    diags
        .report(Code::Placeholder, span, format_args!("`{resource}` has a placeholder"))
        .help("it is kept as written: bind the resource under this name when the flow is run");
}

/// The name without the signs of placeholders.
fn bare(name: &str) -> String {
    name.replace(['{', '}', '<', '>', '$'], "")
}

fn has_placeholder(text: &str) -> bool {
    text.contains("${") || (text.contains('<') && text.contains('>')) || (text.contains('{') && text.contains('}'))
}

fn arn(text: &str, span: Span, advice: &dyn Fn(&str) -> String, diags: &mut Diagnostics) -> Option<Named> {
    let found = arn::read(text, span);
    let placeholder_in_it = has_placeholder(text);
    match &found {
        None if placeholder_in_it => return Some(placeholder(text.to_owned(), text, span, diags)),
        None => {
            diags.report(Code::InvalidResource, span, format_args!("`{text}` names no resource")).help(advice(text));
            return None;
        }
        Some(_) if placeholder_in_it => note(text, span, diags),
        Some(_) => {}
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_arn(tag: Option<&str>, text: &str) -> String {
        let mut diags = Diagnostics::default();
        let text = Spanned { node: text.to_owned(), span: Span::default() };
        let named = read(tag, &text, &arn::advice, &mut diags);
        let named = named.map_or_else(|| "none".to_owned(), |it| format!("{:?} {} {}", it.kind, it.name, it.resource));
        let codes: Vec<_> = std::iter::once(named.as_str()).chain(diags.iter().map(|it| it.code.id())).collect();
        codes.join(" ")
    }

    #[test]
    fn resources_are_told_apart() {
        for (text, expected) in [
            ("acs:fc:::services/s.LATEST/functions/f", "Function f acs:fc:::services/s.LATEST/functions/f"),
            ("acs:fc:cn-x:1:functions/f/LATEST", "Function f acs:fc:cn-x:1:functions/f/LATEST"),
            ("acs:mns:::/queues/q/messages", "Queue q acs:mns:::/queues/q/messages"),
            ("acs:mns:::/topics/t/messages", "Topic t acs:mns:::/topics/t/messages"),
            ("acs:fnf:::flow/child", "Flow child acs:fnf:::flow/child"),
            ("acs:fc:{r}:{a}:services/{s}/functions/{f}", "Function f acs:fc:{r}:{a}:services/{s}/functions/{f} F0207"),
            ("${audit.Arn}", "Unknown audit ${audit.Arn} F0207"),
            ("<resource-arn>", "Unknown resource-arn <resource-arn> F0207"),
            ("acs:fc:::services/s", "none F0206"),
            ("svc/fn", "none F0206"),
        ] {
            assert_eq!(read_arn(None, text), expected);
        }
    }

    #[test]
    fn tags_of_deployment_tools_are_read() {
        assert_eq!(read_arn(Some("!Ref"), "s/f"), "Function f acs:fc:::services/s/functions/f");
        assert_eq!(read_arn(Some("!Ref"), "thing"), "Unknown thing !Ref thing F0207");
        assert_eq!(read_arn(Some("!GetAtt"), "f.Arn"), "Unknown f !GetAtt f.Arn F0207");
        assert_eq!(
            read_arn(Some("!Sub"), "acs:fc:${ALIYUN::Region}::services/s/functions/f"),
            "Function f acs:fc:${ALIYUN::Region}::services/s/functions/f F0207"
        );
    }
}
