//! What the example prints, for a terminal of 80 columns.
#![expect(clippy::print_stdout, reason = "an example talks to its user")]

use std::io::IsTerminal as _;

use flowsmith::{EventKind, HistoryEvent};

const WIDTH: usize = 80;

/// A text in a colour, where the output is a terminal.
fn paint(colour: u8, text: &str) -> String {
    if std::io::stdout().is_terminal() { format!("\x1b[{colour}m{text}\x1b[0m") } else { text.to_owned() }
}

/// A text cut to so many columns.
fn cut(text: &str, columns: usize) -> String {
    if text.chars().count() <= columns {
        return text.to_owned();
    }
    text.chars().take(columns.saturating_sub(1)).chain(['…']).collect()
}

/// The first line.
pub(crate) fn title(text: &str) {
    println!("{}\n", paint(1, text));
}

/// What happens, as it happens. Long texts go on in the next line.
pub(crate) fn line(what: &str, text: &str) {
    let mut what = paint(36, &format!("{what:>9}"));
    let mut rest = text;
    loop {
        let end = rest
            .char_indices()
            .nth(WIDTH - 12)
            .map_or(rest.len(), |(at, _)| rest[..at].rfind(' ').filter(|space| *space > 0).unwrap_or(at));
        println!("{what}  {}", rest[..end].trim_end());
        rest = rest[end..].trim_start();
        if rest.is_empty() {
            return;
        }
        what = " ".repeat(9);
    }
}

/// The history as a table.
pub(crate) fn history(events: &[HistoryEvent]) {
    let start = events.first().map(|event| event.time).unwrap_or_default();
    println!("\n{}", paint(1, &format!("{:>3}  {:>6}  {:<18}  {:<11}  {}", "#", "ms", "event", "step", "detail")));
    println!("{}", "─".repeat(WIDTH));
    for event in events {
        let millis = event.time.since(start).as_millis();
        let kind = format!("{:<18}", event.kind);
        let kind = match event.kind {
            EventKind::TaskFailed | EventKind::StepFailed | EventKind::ExecutionFailed => paint(31, &kind),
            EventKind::TaskSubmitted => paint(33, &kind),
            EventKind::TaskSucceeded | EventKind::ExecutionSucceeded => paint(32, &kind),
            _ => kind,
        };
        let detail = event.detail.to_string();
        let detail = if detail == "{}" { String::new() } else { cut(&detail, WIDTH - 46) };
        let row = format!("{:>3}  {millis:>6}  {kind}  {:<11}  {detail}", event.event_id, cut(&event.step_name, 11));
        println!("{}", row.trim_end());
    }
}
