//! The documented forms of a `resourceArn`.

use super::resource::{Kind, Named, named};
use crate::diagnostics::nearest;
use crate::source::Span;

const FORMS: &str = "the forms are `acs:fc:::services/{service}/functions/{function}`, `acs:mns:::/queues/{queue}/messages`, \
                     `acs:mns:::/topics/{topic}/messages` and `acs:fnf:::flow/{flow}`";

/// Reads a resource of a documented form.
pub(super) fn read(text: &str, span: Span) -> Option<Named> {
    let parts = split(text, ':');
    let [acs, product, region, account, path] = parts.as_slice() else { return None };
    if *acs != "acs" || [region, account].iter().any(|part| part.contains('/')) || text.contains(char::is_whitespace) {
        return None;
    }
    let path = split(path, '/');
    if path.iter().skip(1).any(|part| part.is_empty()) {
        return None;
    }
    let kind = |kind, name: &str| Some(named(kind, text, name, span));
    match (*product, path.as_slice()) {
        ("fc", ["services", service, "functions", function]) if is_service(service) => kind(Kind::Function, function),
        ("fc", ["functions", function] | ["functions", function, _]) => kind(Kind::Function, function),
        ("mns", ["", "queues", queue, "messages"]) => kind(Kind::Queue, queue),
        ("mns", ["", "topics", topic, "messages"]) => kind(Kind::Topic, topic),
        ("fnf", ["flow", flow]) => Some(Named { name: (*flow).to_owned(), ..named(Kind::Flow, text, flow, span) }),
        _ => None,
    }
}

/// Whether a resource of a documented form is a function of Function Compute 3.0, which has no services.
pub(super) fn is_version_3(text: &str) -> bool {
    split(text, ':').last().is_some_and(|path| path.starts_with("functions/"))
}

/// Splits a text, but not within placeholders: `${ALIYUN::Region}`.
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|char| {
        match char {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && char == separator
    })
    .collect()
}

/// A service, perhaps with a version or an alias: `shop`, `shop.prod`, `shop.LATEST`.
fn is_service(text: &str) -> bool {
    let parts = split(text, '.');
    parts.len() <= 2 && parts.iter().all(|part| !part.is_empty())
}

/// What to write instead of a text that has none of the forms.
pub(super) fn advice(text: &str) -> String {
    if text.starts_with('$') {
        return "a resource is a constant; let a `choice` step lead to a task for each resource".to_owned();
    }
    if let Some(meant) = meant(text) {
        return format!("did you mean `{meant}`?");
    }
    match text.split_once(':') {
        Some((service, api)) if service != "acs" && !api.contains([':', '/']) => {
            format!("an operation is written `action: {text}`")
        }
        None => match text.split('/').collect::<Vec<_>>().as_slice() {
            [service, function] if is_service(service) && !function.is_empty() && !text.contains(' ') => {
                let arn = function_of(":", service, function);
                format!("write `{arn}`, or `!Ref {text}` where a deployment tool fills it in")
            }
            _ => FORMS.to_owned(),
        },
        _ => FORMS.to_owned(),
    }
}

fn function_of(place: &str, service: &str, function: &str) -> String {
    format!("acs:fc:{place}:services/{service}/functions/{function}")
}

/// The documented form that a text is near to, with its own names.
pub(super) fn meant(text: &str) -> Option<String> {
    let parts: Vec<_> = split(text, ':').into_iter().map(str::trim).collect();
    let parts = parts.strip_prefix(&["arn"]).unwrap_or(&parts);
    let (product, path) = (parts.get(1)?, parts.last()?);
    nearest(parts.first()?, ["acs"])?;
    let place = match parts {
        [_, _, region, account, _] => format!("{region}:{account}"),
        _ => ":".to_owned(),
    };
    let names: Vec<_> = split(path, '/').into_iter().filter(|part| !part.is_empty()).collect();
    let found = match (nearest(product, ["fc", "mns", "fnf"])?, names.as_slice()) {
        ("fc", [_, service, _, function]) => function_of(&place, service, function),
        ("fc", [service, function]) if nearest(service, ["services"]).is_none() => {
            function_of(&place, service, function)
        }
        ("mns", [kind, name] | [kind, name, _]) => {
            let kind = nearest(kind, ["queues", "topics"])?;
            format!("acs:mns:{place}:/{kind}/{name}/messages")
        }
        ("fnf", [_, flow] | [flow]) => format!("acs:fnf:{place}:flow/{flow}"),
        _ => return None,
    };
    (found != text && read(&found, Span::default()).is_some()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> String {
        let named = read(text, Span::default());
        named.map_or_else(|| "none".to_owned(), |it| format!("{:?} {}", it.kind, it.name))
    }

    #[test]
    fn documented_forms_are_read() {
        for (text, expected) in [
            ("acs:fc:::services/s/functions/f", "Function f"),
            ("acs:fc:cn-x:1:services/s.LATEST/functions/f", "Function f"),
            ("acs:fc:${ALIYUN::Region}:${ALIYUN::TenantId}:services/${a.b}.prod/functions/f", "Function f"),
            ("acs:fc:cn-x:1:functions/f", "Function f"),
            ("acs:fc:cn-x:1:functions/f/LATEST", "Function f"),
            ("acs:mns:::/queues/q/messages", "Queue q"),
            ("acs:mns:cn-x:1:/topics/t/messages", "Topic t"),
            ("acs:fnf:::flow/child", "Flow child"),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn other_texts_are_not() {
        for text in [
            "",
            "acs:fc:::services/s",
            "acs:fc:::services/s./functions/f",
            "acs:fc:::services/.v/functions/f",
            "acs:fc:::services/s/functions/",
            "acs:fc:::services/s/functions/f g",
            "acs:fc::services/s/functions/f",
            "acs:fc::::services/s/functions/f",
            "acs:mns:::queues/q/messages",
            "acs:fnf:::flow/child/executions/e",
            "ACS:fc:::services/s/functions/f",
        ] {
            assert_eq!(kind(text), "none", "{text}");
        }
    }

    #[test]
    fn the_nearest_form_is_proposed() {
        for (text, expected) in [
            ("acs:fc::services/s/functions/f", "acs:fc:::services/s/functions/f"),
            ("acs:fc:cn-x:1:service/s/function/f", "acs:fc:cn-x:1:services/s/functions/f"),
            ("arn:acs:fc:::services/s/functions/f", "acs:fc:::services/s/functions/f"),
            ("acs:fc:::s/f", "acs:fc:::services/s/functions/f"),
            ("acs:mns:::queues/q/messages", "acs:mns:::/queues/q/messages"),
            ("acs:mns:::/topic/t", "acs:mns:::/topics/t/messages"),
            ("acs:fnf:::flows/child", "acs:fnf:::flow/child"),
            ("ACS:FNF:::flow/child", "acs:fnf:::flow/child"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["acs:oss:::bucket/key", "acs:fc:::services/s", "", ":", "acs:fc:::", "acs:mns:::/x/y/z", "a b"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
