//! The names that a test says: which function is meant, and which name was meant where there is none.

use crate::flow::{NeededFunction, Needs};

/// A function that one of the flows calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Known {
    pub(super) method: &'static str,
    pub(super) resource: &'static str,
    /// Whether a script can answer for it.
    pub(super) scripted: bool,
}

/// All functions of flows, each resource once.
pub(super) fn known(needs: &[Needs]) -> Vec<Known> {
    let mut known: Vec<_> = needs
        .iter()
        .flat_map(|needs| &needs.functions)
        .map(|NeededFunction { method, resource, forwards }| Known { method, resource, scripted: *forwards })
        .collect();
    // Where one flow implements it and another does not, it can be scripted for the other.
    known.sort_by_key(|known| (known.resource, !known.scripted));
    known.dedup_by_key(|known| known.resource);
    known
}

/// The function that a test means by its resource, the method of `Functions`, or the name in the resource.
pub(super) fn function(name: &str, known: &[Known]) -> Result<Known, String> {
    if let Some(exact) = known.iter().find(|known| known.resource == name) {
        return Ok(*exact);
    }
    let by_method: Vec<_> = known.iter().filter(|known| known.method == name).collect();
    let by_tail = || known.iter().filter(|known| tail(known.resource) == name).collect();
    let found: Vec<_> = if by_method.is_empty() { by_tail() } else { by_method };
    match *found.as_slice() {
        [found] => Ok(*found),
        [] => {
            let names = known.iter().flat_map(|known| [known.method, tail(known.resource), known.resource]);
            let meant = nearest(name, names).map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
            let widest = known.iter().map(|known| known.method.len()).max().unwrap_or_default();
            let all = known.iter().map(|known| format!("\n  {:<widest$}  {}", known.method, known.resource));
            let all = all.collect::<String>();
            let all = if all.is_empty() { "; it calls none".to_owned() } else { format!("\nit calls:{all}") };
            Err(format!("the flow calls no function `{name}`{meant}{all}"))
        }
        _ => Err(format!(
            "the flows call several functions `{name}`; say which one by its resource: {}",
            list(found.iter().map(|known| known.resource))
        )),
    }
}

/// The name in a resource: `…/functions/reserve` and `…/queues/reserve/messages` are `reserve`.
fn tail(resource: &str) -> &str {
    let resource = resource.strip_suffix("/messages").unwrap_or(resource);
    resource.rsplit_once(['/', ':']).map_or(resource, |(_, tail)| tail)
}

/// The name that is nearest to `word`, if one is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = |name: &str| name.chars().count();
    names
        .into_iter()
        .map(|name| (distance(&word.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= (length(word).max(length(name)) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// `` `a`, `b` and `c` ``
pub(super) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
    }
}

/// How often: `once`, `3 times`.
pub(super) fn times(count: usize) -> String {
    match count {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        _ => format!("{count} times"),
    }
}

/// The number of letters to insert, remove or replace.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: [Known; 3] = [
        Known {
            method: "ask_for_approval",
            resource: "acs:fc:::services/shop/functions/askForApproval",
            scripted: true,
        },
        Known { method: "jobs", resource: "acs:mns:::/queues/jobs/messages", scripted: true },
        Known { method: "reserve", resource: "acs:fc:::services/shop/functions/reserve", scripted: true },
    ];

    #[test]
    fn a_function_has_three_names() {
        for name in ["ask_for_approval", "askForApproval", "acs:fc:::services/shop/functions/askForApproval"] {
            assert_eq!(function(name, &SHOP), Ok(SHOP[0]), "{name}");
        }
        assert_eq!(function("jobs", &SHOP), Ok(SHOP[1]));
    }

    #[test]
    fn a_name_that_is_none_is_told_what_is_near() {
        let error = function("reserv", &SHOP).unwrap_err();
        assert_eq!(
            error,
            "the flow calls no function `reserv`: did you mean `reserve`?\nit calls:\n  \
             ask_for_approval  acs:fc:::services/shop/functions/askForApproval\n  \
             jobs              acs:mns:::/queues/jobs/messages\n  \
             reserve           acs:fc:::services/shop/functions/reserve"
        );
        assert!(function("refund", &SHOP).unwrap_err().starts_with("the flow calls no function `refund`\n"));
        assert_eq!(function("x", &[]).unwrap_err(), "the flow calls no function `x`; it calls none");
    }

    #[test]
    fn one_name_of_two_functions_is_refused() {
        let other = Known { resource: "acs:fc:::services/bank/functions/reserve", ..SHOP[2] };
        let error = function("reserve", &[SHOP[2], other]).unwrap_err();
        assert!(error.contains("say which one by its resource"), "{error}");
    }
}
