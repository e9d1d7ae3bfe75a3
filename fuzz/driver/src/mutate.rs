//! Makes new texts out of old ones.

use crate::{
    Random,
    dictionary::{LINES, TOKENS, YAML},
};

/// Longer mutants are cut.
const LONGEST: usize = 40_000;

/// A text made of one of `texts`, changed in a few places.
#[must_use]
pub fn mutant(texts: &[String], random: &mut Random) -> String {
    let any = |random: &mut Random| texts.get(random.below(texts.len())).map_or("", String::as_str);
    let mut text = any(random).to_owned();
    for _ in 0..=random.below(4) {
        text = match random.below(12) {
            0 => {
                let other = any(random);
                let (start, end) = (line_start(&text, random), line_start(other, random));
                format!("{}{}", &text[..start], &other[end..])
            }
            1 => {
                let other = any(random);
                let lines: Vec<_> = other.lines().collect();
                insert_line(&text, random.pick(&lines).unwrap_or_default(), random)
            }
            2 => insert_line(&text, random.pick(LINES).unwrap_or_default(), random),
            3 => {
                let (start, end) = (place(&text, random), place(&text, random));
                let (start, end) = (start.min(end), start.max(end).min(start.min(end) + 40));
                let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
                format!("{}{}", &text[..start], &text[end..])
            }
            4 => {
                let (start, end) = lines(&text, random);
                format!("{}{}", &text[..start], &text[end..])
            }
            5 => {
                let (start, end) = lines(&text, random);
                let times = if random.below(20) == 0 { 200 } else { 1 };
                format!("{}{}{}", &text[..end], text[start..end].repeat(times), &text[end..])
            }
            6 | 7 => insert(&text, random.pick(YAML).unwrap_or_default(), random),
            8 => insert(&text, random.pick(TOKENS).unwrap_or_default(), random),
            9 => value(&text, random),
            10 => indent(&text, random),
            _ => layout(&text, random),
        };
        if text.len() > LONGEST {
            let end = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
            text.truncate(end);
        }
    }
    text
}

/// A place between two characters.
fn place(text: &str, random: &mut Random) -> usize {
    let at = random.below(text.len() + 1);
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

fn line_start(text: &str, random: &mut Random) -> usize {
    let at = place(text, random);
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// From the start of a line to the start of one of the next.
fn lines(text: &str, random: &mut Random) -> (usize, usize) {
    let start = line_start(text, random);
    let count = 1 + random.below(6);
    let end = text[start..].match_indices('\n').nth(count - 1).map_or(text.len(), |(at, _)| start + at + 1);
    (start, end)
}

fn insert(text: &str, part: &str, random: &mut Random) -> String {
    let at = place(text, random);
    let over = random.below(3) == 0;
    let rest = &text[at..];
    let skipped = if over { rest.chars().next().map_or(0, char::len_utf8) } else { 0 };
    format!("{}{part}{}", &text[..at], &rest[skipped..])
}

/// A line more, indented as the one that it comes before.
fn insert_line(text: &str, line: &str, random: &mut Random) -> String {
    let at = line_start(text, random);
    let rest = &text[at..];
    let indent = rest.len() - rest.trim_start_matches(' ').len();
    let dash = if rest[indent..].starts_with("- ") && !line.starts_with("- ") { 2 } else { 0 };
    format!("{}{:width$}{}\n{rest}", &text[..at], "", line.trim(), width = indent + dash)
}

/// Another value behind a key.
fn value(text: &str, random: &mut Random) -> String {
    let (start, end) = lines(text, random);
    let words = if random.below(2) == 0 { TOKENS } else { YAML };
    let Some((key, _)) = text[start..end].split_once(": ") else { return insert(text, "x", random) };
    format!("{}{key}: {}\n{}", &text[..start], random.pick(words).unwrap_or_default(), &text[end..])
}

/// A line deeper or less deep.
fn indent(text: &str, random: &mut Random) -> String {
    let at = line_start(text, random);
    let rest = &text[at..];
    match rest.strip_prefix("  ") {
        Some(less) if random.below(2) == 0 => format!("{}{less}", &text[..at]),
        _ => format!("{}  {rest}", &text[..at]),
    }
}

/// Other blanks and ends of lines throughout.
fn layout(text: &str, random: &mut Random) -> String {
    match random.below(5) {
        0 => text.replace('\n', "\r\n"),
        1 => text.replace("  ", "\t"),
        2 => text.trim_end().to_owned(),
        3 => text.replace('\n', "\r"),
        _ => text.replace("name", "价格"),
    }
}
