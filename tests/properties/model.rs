//! A naive interpreter of definitions, written after the description of the language. It knows the steps that need no
//! world, and runs everything one after the other.

use flowsmith::{Object, Value, json};

use super::comparison::{Side, equal, order, truth};

/// The output, or the name of the error.
pub(super) type Outcome<T> = Result<T, String>;

/// Runs a definition.
pub(super) fn run(definition: &Value, input: &Value) -> Outcome<Value> {
    let input = mapped(definition, "inputMappings", input, &json!({})).unwrap_or_else(|| input.clone());
    let local = list(&definition["steps"], &input)?;
    Ok(mapped(definition, "outputMappings", &input, &local).unwrap_or(local))
}

fn list(steps: &Value, input: &Value) -> Outcome<Value> {
    let steps = steps.as_array().unwrap();
    let mut local = json!({});
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let own = mapped(step, "inputMappings", input, &local).unwrap_or_else(|| merged(input, &local));
        let (result, jump) = execute(step, &own)?;
        let gathers = ["parallel", "foreach"].contains(&kind(step));
        let output = match mapped(step, "outputMappings", &own, &result) {
            Some(output) => output,
            None if gathers => json!({}),
            None => result,
        };
        local = merged(&local, &output);
        let ends = step["end"] == true || kind(step) == "succeed";
        at = match jump {
            Some(target) => steps.iter().position(|step| step["name"] == target).unwrap(),
            None if ends => break,
            None => at + 1,
        };
    }
    Ok(local)
}

fn kind(step: &Value) -> &str {
    step["type"].as_str().unwrap()
}

/// What becomes `$local` of a step, and where it jumps.
fn execute<'a>(step: &'a Value, input: &Value) -> Outcome<(Value, Option<&'a str>)> {
    let result = match kind(step) {
        "pass" | "succeed" => json!({}),
        "fail" => return Err(step["error"].as_str().unwrap().to_owned()),
        "choice" => {
            let mut taken = step.get("default");
            for entry in step["choices"].as_array().unwrap() {
                if holds(entry["condition"].as_str().unwrap(), input)? {
                    taken = Some(entry);
                    break;
                }
            }
            let Some(taken) = taken else { return Ok((json!({}), None)) };
            let local = taken.get("steps").map_or(Ok(json!({})), |steps| list(steps, input))?;
            return Ok((local, taken.get("goto").and_then(Value::as_str)));
        }
        "parallel" => {
            let branches = step["branches"].as_array().unwrap();
            branches.iter().map(|branch| list(&branch["steps"], input)).collect::<Outcome<_>>()?
        }
        "foreach" => {
            let each = &step["iterationMapping"];
            let Some(Value::Array(items)) = look(each["collection"].as_str().unwrap(), "$", input) else {
                return Err("FnF.RuntimeError".to_owned());
            };
            let iteration = |(index, item): (usize, &Value)| {
                let mut added = Object::new();
                added.insert(each["item"].as_str().unwrap().to_owned(), item.clone());
                if let Some(key) = each.get("index") {
                    added.insert(key.as_str().unwrap().to_owned(), index.into());
                }
                list(&step["steps"], &merged(input, &added.into()))
            };
            items.iter().enumerate().map(iteration).collect::<Outcome<_>>()?
        }
        other => unreachable!("the model has no {other}"),
    };
    Ok((result, None))
}

/// What mappings make of data; `None` where there are none.
fn mapped(holder: &Value, key: &str, input: &Value, local: &Value) -> Option<Value> {
    let mappings = holder.get(key)?.as_array().unwrap();
    let entry = |mapping: &Value| {
        let source = match mapping["source"].as_str() {
            Some(path) if path.starts_with("$input") => look(path, "$input", input),
            Some(path) if path.starts_with("$local") => look(path, "$local", local),
            _ => Some(mapping["source"].clone()),
        };
        (mapping["target"].as_str().unwrap().to_owned(), source.unwrap_or_default())
    };
    Some(Value::Object(mappings.iter().map(entry).collect()))
}

/// The keys of both, those of the second over those of the first.
fn merged(below: &Value, above: &Value) -> Value {
    let objects = [below, above].map(|data| data.as_object().unwrap().clone());
    Value::Object(objects.into_iter().flatten().collect())
}

/// What a path leads to. `[*]` makes it an array, which has what is there and nothing for what is not.
fn look(path: &str, root: &str, data: &Value) -> Option<Value> {
    let mut found = vec![data.clone()];
    let mut rest = path.strip_prefix(root).unwrap();
    while !rest.is_empty() {
        let end = rest[1..].find(['.', '[']).map_or(rest.len(), |end| end + 1);
        let (step, after) = rest.split_at(end);
        found = found.iter().flat_map(|value| stepped(value, step)).collect();
        rest = after;
    }
    if path.contains("[*]") { Some(Value::Array(found)) } else { found.pop() }
}

fn stepped(value: &Value, step: &str) -> Vec<Value> {
    let found = match (step.strip_prefix('.'), step) {
        (Some(key), _) => value.as_object().and_then(|object| object.get(key)),
        (None, "[*]") => return value.as_array().cloned().unwrap_or_default(),
        (None, index) => value.as_array().and_then(|items| items.get(index[1..index.len() - 1].parse::<usize>().ok()?)),
    };
    found.into_iter().cloned().collect()
}

/// Whether a condition holds.
fn holds(condition: &str, input: &Value) -> Outcome<bool> {
    let mut rest = condition;
    let value = either(&mut rest, input, true)?;
    assert!(rest.trim().is_empty(), "the model cannot read {rest}");
    truth(&value)
}

/// Takes a sign off the front.
fn taken(rest: &mut &str, sign: &str) -> bool {
    let after = rest.trim_start().strip_prefix(sign);
    *rest = after.unwrap_or(rest);
    after.is_some()
}

/// `both || both`; nothing is evaluated that does not count.
fn either(rest: &mut &str, input: &Value, counts: bool) -> Outcome<Value> {
    let mut value = both(rest, input, counts)?;
    while taken(rest, "||") {
        let decided = !counts || truth(&value)?;
        let right = both(rest, input, !decided)?;
        value = (decided || truth(&right)?).into();
    }
    Ok(value)
}

fn both(rest: &mut &str, input: &Value, counts: bool) -> Outcome<Value> {
    let mut value = compared(rest, input, counts)?;
    while taken(rest, "&&") {
        let decided = !counts || !truth(&value)?;
        let right = compared(rest, input, !decided)?;
        value = (!decided && truth(&right)?).into();
    }
    Ok(value)
}

fn compared(rest: &mut &str, input: &Value, counts: bool) -> Outcome<Value> {
    let left = single(rest, input, counts)?;
    for sign in ["==", "!=", "<=", ">=", "<", ">"] {
        if !taken(rest, sign) {
            continue;
        }
        let right = single(rest, input, counts)?;
        if !counts {
            return Ok(Value::Null);
        }
        return Ok(match sign {
            "==" => equal(&left, &right),
            "!=" => !equal(&left, &right),
            sign => match order(&left, &right)? {
                Side::None => false,
                Side::Less => sign.starts_with('<'),
                Side::Same => sign.ends_with('='),
                Side::More => sign.starts_with('>'),
            },
        }
        .into());
    }
    Ok(left)
}

fn single(rest: &mut &str, input: &Value, counts: bool) -> Outcome<Value> {
    if taken(rest, "(") {
        let value = either(rest, input, counts)?;
        assert!(taken(rest, ")"), "the model cannot read {rest}");
        return Ok(value);
    }
    for quote in ["\"", "`"] {
        if taken(rest, quote) {
            let (text, after) = rest.split_once(quote).unwrap();
            *rest = after;
            return Ok(text.into());
        }
    }
    let text = rest.trim_start();
    let end = text.find([' ', ')', '=', '!', '<', '>', '&', '|']).unwrap_or(text.len());
    let (word, after) = text.split_at(end);
    *rest = after;
    if word.starts_with('$') {
        return Ok(look(word, "$", input).unwrap_or_default());
    }
    Ok(serde_json::from_str(word).unwrap())
}
