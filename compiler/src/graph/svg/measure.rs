//! How much room text takes, whatever sans-serif font the viewer has.

use super::super::{
    model::{Node, NodeKind},
    text,
};

/// The size of titles, and the distance of their lines.
pub(super) const TITLE: (f64, f64) = (13.0, 17.0);

/// The size of notes and of labels, and the distance of their lines.
pub(super) const NOTE: (f64, f64) = (11.0, 14.0);

/// The room above and below the text of a node.
pub(super) const PADDING: f64 = 9.0;

/// The width and the height of a node.
pub(super) fn node(node: &Node) -> (f64, f64) {
    if node.kind == NodeKind::Join {
        return (12.0, 12.0);
    }
    let (titles, notes) = (text::wrap(&node.title), notes(node));
    let width = lines(&titles, TITLE.0 * 1.06).max(lines(&notes, NOTE.0));
    let height = count(&titles) * TITLE.1 + count(&notes) * NOTE.1 + 2.0 * PADDING;
    let sides = match node.kind {
        NodeKind::Choice => 2.0 * (height / 2.0).min(26.0) + 8.0,
        NodeKind::Child | NodeKind::Callback | NodeKind::Fail | NodeKind::Wait => 40.0,
        _ => 28.0,
    };
    ((width + sides).max(72.0).ceil(), height)
}

/// The lines of a node under its title.
pub(super) fn notes(node: &Node) -> Vec<String> {
    node.notes.iter().flat_map(|note| text::wrap(note)).collect()
}

/// The width and the height of the label of an edge.
pub(super) fn label(lines: &[String]) -> (f64, f64) {
    ((self::lines(lines, NOTE.0) + 8.0).ceil(), count(lines) * NOTE.1 + 4.0)
}

/// The width of the widest line.
pub(super) fn lines(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| line.chars().map(em).sum::<f64>() * size).fold(0.0, f64::max)
}

/// The width of a character, a little more than in most fonts.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | 'I' | '.' | ',' | ':' | ';' | '|' | '\'' | '!' | ' ' | '(' | ')' | '['
        | ']' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '=' | '<' | '>' | '+' | '&' | '…' | '↻' => 0.92,
        'A'..='Z' => 0.74,
        c if text::width(c) == 2 => 1.05,
        c if text::width(c) == 0 => 0.0,
        c if c.is_ascii() => 0.62,
        _ => 0.8,
    }
}

/// The number of lines.
pub(super) fn count(lines: &[String]) -> f64 {
    f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX))
}
