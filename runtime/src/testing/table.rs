//! Calls and histories as tables of at most 100 columns.

use std::{fmt, time::Duration};

use super::{calls::RecordedCall, time};
use crate::{
    engine::{JobDescription, JobStatus},
    error::StepError,
    history::{EventKind, HistoryEvent},
    value::Value,
};

const WIDTH: usize = 100;

/// A cell is at most so wide, but for the last of its row.
const CELL: usize = 30;

/// Of a long table the first rows are shown, and the last.
const FIRST: usize = 30;
const LAST: usize = 50;

/// The calls of functions.
pub(super) fn calls(f: &mut fmt::Formatter<'_>, calls: &[RecordedCall]) -> fmt::Result {
    let rows = calls.iter().enumerate().map(|(index, call)| {
        let repeats = if call.repeats == 0 { String::new() } else { format!(" (made again {} times)", call.repeats) };
        let (number, function) = ((index + 1).to_string(), call.function.clone());
        let outcome = format!(" → {}{repeats}", outcome(call.outcome.as_ref()));
        ([number, time::text(call.time), function, call.path.clone(), call.input.to_string()], outcome)
    });
    table(f, "calls", ["#", "time", "function", "attempt", "input → outcome"], &rows.collect::<Vec<_>>())
}

fn outcome(outcome: Option<&Result<Value, StepError>>) -> String {
    match outcome {
        Some(Ok(output)) => output.to_string(),
        Some(Err(error)) => error.to_string(),
        None => "no outcome".to_owned(),
    }
}

/// The background jobs of an execution; nothing where there are none.
pub(super) fn jobs(f: &mut fmt::Formatter<'_>, jobs: &[JobDescription]) -> fmt::Result {
    if jobs.is_empty() {
        return Ok(());
    }
    let rows = jobs.iter().enumerate().map(|(index, job)| {
        let outcome = match job.status {
            JobStatus::Open => "still open".to_owned(),
            JobStatus::Succeeded => outcome(job.output.clone().map(Ok).as_ref()),
            JobStatus::Failed => outcome(job.error.clone().map(Err).as_ref()),
        };
        ([(index + 1).to_string(), job.step.clone(), job.path.clone(), job.resource.clone()], format!(" → {outcome}"))
    });
    table(f, "background jobs", ["#", "step", "attempt", "resource → outcome"], &rows.collect::<Vec<_>>())
}

/// A history, with times from its start.
pub(super) fn history(f: &mut fmt::Formatter<'_>, title: &str, history: &[HistoryEvent]) -> fmt::Result {
    let start = history.first().map(|event| event.time).unwrap_or_default();
    let mut last = None;
    let rows = history.iter().map(|event| {
        let span = event.time.since(start);
        let time = if last.replace(span) == Some(span) { String::new() } else { time::text(span) };
        let step = event.step_name.clone();
        ([event.event_id.to_string(), time, event.kind.to_string(), step, detail(event)], String::new())
    });
    table(f, title, ["#", "time", "event", "step", "detail"], &rows.collect::<Vec<_>>())
}

/// What an event says, in few words.
fn detail(event: &HistoryEvent) -> String {
    let Value::Object(entries) = &event.detail else { return event.detail.to_string() };
    if entries.is_empty() {
        return String::new();
    }
    let text = |key: &str| entries.get(key).and_then(Value::as_str);
    match (event.kind, text("error")) {
        (_, Some(code)) => StepError::new(code.to_owned(), text("cause").unwrap_or_default()).to_string(),
        (EventKind::TaskStarted, _) => entries.get("input").map_or_else(String::new, |input| format!("input {input}")),
        _ => entries.iter().map(|(key, value)| format!("{key} {value}")).collect::<Vec<_>>().join("  "),
    }
}

/// A table whose last column takes the room that is left, for its cells and what follows on them; numbers and times stand
/// to the right.
fn table<const N: usize>(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    head: [&str; N],
    rows: &[([String; N], String)],
) -> fmt::Result {
    writeln!(f, "\n{title}")?;
    if rows.is_empty() {
        return writeln!(f, "  none");
    }
    let mut widths = head.map(width);
    for (row, _) in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = width(cell).clamp(*widest, CELL.max(*widest));
        }
    }
    let line = |f: &mut fmt::Formatter<'_>, cells: [&str; N], tail: &str| {
        let mut text = " ".to_owned();
        for (index, (cell, widest)) in cells.into_iter().zip(widths).enumerate() {
            let room = if index + 1 == N { WIDTH.saturating_sub(width(&text) + 1) } else { widest };
            let cell = if index + 1 == N { both(cell, tail, room) } else { cut(cell, room) };
            let gap = " ".repeat(room.saturating_sub(width(&cell)));
            let right = matches!(head.get(index), Some(&("#" | "time")));
            text.extend(if right { [" ", &gap, &cell, " "] } else { [" ", &cell, &gap, " "] });
        }
        writeln!(f, "{}", text.trim_end())
    };
    line(f, head, "")?;
    let left_out = rows.len().saturating_sub(FIRST + LAST);
    for (index, (row, tail)) in rows.iter().enumerate() {
        if left_out > 0 && index == FIRST {
            writeln!(f, "  … {left_out} more …")?;
        }
        if left_out == 0 || index < FIRST || index >= FIRST + left_out {
            line(f, row.each_ref().map(String::as_str), tail)?;
        }
    }
    Ok(())
}

/// A cell and what follows on it: each has half of the room, and what the other does not need.
fn both(cell: &str, tail: &str, room: usize) -> String {
    let cell = cut(cell, room.saturating_sub(width(tail)).max(room / 2));
    let tail = cut(tail, room.saturating_sub(width(&cell)));
    cell + &tail
}

/// A text cut to so many columns, in one line.
fn cut(text: &str, columns: usize) -> String {
    let text = text.replace('\n', " ");
    if width(&text) <= columns {
        return text;
    }
    let mut cut = String::new();
    let mut left = columns.saturating_sub(1);
    for c in text.chars() {
        let Some(rest) = left.checked_sub(columns_of(c)) else { break };
        left = rest;
        cut.push(c);
    }
    cut + "…"
}

fn width(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// How many columns a terminal takes for it; names of steps are often Chinese.
fn columns_of(c: char) -> usize {
    let wide = matches!(u32::from(c),
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1F9FF | 0x20000..=0x3FFFD);
    if wide { 2 } else { 1 }
}

/// The span from the start of a run, for those who compare histories.
pub(super) fn facts(history: &[HistoryEvent]) -> Vec<(Duration, String)> {
    let start = history.first().map(|event| event.time).unwrap_or_default();
    let fact = |event: &HistoryEvent| (event.time.since(start), format!("{} {}", event.kind, event.step_name));
    history.iter().map(fact).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_to_columns_not_to_characters() {
        assert_eq!(cut("label", 5), "label");
        assert_eq!(cut("labels", 5), "labe…");
        assert_eq!(cut("选择路线", 8), "选择路线");
        assert_eq!(cut("选择路线", 7), "选择路…");
        assert_eq!(cut("选择路线", 6), "选择…");
    }

    #[test]
    fn a_long_cell_leaves_room_for_what_follows() {
        assert_eq!(both("0123456789", " → ok", 12), "012345… → ok");
        assert_eq!(both("0123", " → 0123456789", 12), "0123 → 0123…");
        assert_eq!(both("0123456789", " → 0123456789", 12), "01234… → 01…");
    }
}
