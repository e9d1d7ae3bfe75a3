//! Conditions, data and names as people read them, in lines of a bounded width.

use crate::ir::{Compare, Constant, Expr, ExprKind, Words, constant_text};

/// Lines of a label are at most this many columns wide.
const COLUMNS: usize = 30;

/// A label has at most this many lines; what is cut off stands in the tooltip, where a format has one.
const LINES: usize = 12;

/// An expression, with no more parentheses than it needs.
pub(super) fn expr(expr: &Expr, words: &Words) -> String {
    nested(expr, 0, words)
}

/// The text of an expression that is nothing but text.
pub(super) fn plain(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Literal(Constant::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

/// An expression under an operator that binds as strongly as `outer`.
fn nested(expr: &Expr, outer: u8, words: &Words) -> String {
    let side = |expr: &Expr, outer| nested(expr, outer, words);
    let (text, strength) = match &expr.kind {
        ExprKind::Literal(constant) => (constant_text(constant), 4),
        ExprKind::Path(path) => (words.path(path), 4),
        ExprKind::Or(left, right) => (format!("{} || {}", side(left, 1), side(right, 1)), 1),
        ExprKind::And(left, right) => (format!("{} && {}", side(left, 2), side(right, 2)), 2),
        ExprKind::Compare(compare) => {
            let Compare { relation, left, right, .. } = &**compare;
            (format!("{} {} {}", side(left, 4), relation.sign(), side(right, 4)), 3)
        }
        ExprKind::In(item, collection) => (format!("{} in {}", side(item, 4), side(collection, 4)), 3),
        ExprKind::Not(operand) => (format!("!{}", side(operand, 4)), 4),
        ExprKind::Negative(operand) => (format!("-{}", side(operand, 4)), 4),
        ExprKind::Call(call) => {
            let args: Vec<_> = call.args.iter().map(|arg| side(arg, 0)).collect();
            (format!("{}({})", call.function.name(), args.join(", ")), 4)
        }
        ExprKind::Object(_) => ("{…}".to_owned(), 4),
        ExprKind::Bool(operand, _)
        | ExprKind::JsonText(operand)
        | ExprKind::Text(operand)
        | ExprKind::FlowOf(operand) => return side(operand, outer),
    };
    if strength < outer { format!("({text})") } else { text }
}

/// The text without characters that cannot be seen, that turn the direction of what follows, or that XML cannot hold.
pub(super) fn visible(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' | '\n' | '\r' => ' ',
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}' => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

/// The text in lines of much the same width; breaks stand after spaces, else after signs and before capitals, else
/// anywhere.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut lines = wrap_at(&chars, COLUMNS);
    // A line of its own for a word that just did not fit looks torn.
    if (2..=LINES).contains(&lines.len()) {
        let least = (COLUMNS / 2..COLUMNS).map(|columns| wrap_at(&chars, columns));
        lines = least.into_iter().find(|narrow| narrow.len() == lines.len()).unwrap_or(lines);
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// The text in lines of at most so many columns; at least one line.
fn wrap_at(chars: &[char], columns: usize) -> Vec<String> {
    let (mut lines, mut start) = (Vec::new(), 0);
    while start < chars.len() {
        let end = line_end(chars, start, columns);
        let line: String = chars[start..end].iter().collect();
        start = end;
        let line = line.trim();
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// The text, cut off where it is longer than one wide line.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(2 * COLUMNS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Where the line that starts at `start` ends.
fn line_end(chars: &[char], start: usize, limit: usize) -> usize {
    let mut columns = 0;
    let mut breaks = [None; 2]; // at a space, at a sign
    for at in start..chars.len() {
        if at > start {
            let (before, after) = (chars[at - 1], chars[at]);
            if before.is_whitespace() && !after.is_whitespace() {
                breaks[0] = Some((at, columns));
            } else if may_break(before, after) {
                breaks[1] = Some((at, columns));
            }
        }
        columns += width(chars[at]);
        if columns > limit && !chars[at].is_whitespace() {
            // A break far to the left would leave a ragged line.
            let wide = breaks.into_iter().flatten().find(|(_, columns)| columns * 3 >= limit);
            return wide.map_or(at.max(start + 1), |(at, _)| at);
        }
    }
    chars.len()
}

/// Whether a word may be broken here.
fn may_break(before: char, after: char) -> bool {
    let sign = matches!(before, '_' | '-' | '.' | '/' | ',' | ';' | '|' | '&' | ')' | ']' | '}');
    let joined = width(after) == 0 || after.is_whitespace();
    !joined
        && ((sign && after.is_alphanumeric()) || (before.is_lowercase() && after.is_uppercase()) || width(before) == 2)
}

/// The columns that a character takes.
pub(super) fn width(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_break_at_signs_then_anywhere() {
        assert_eq!(wrap("reserve"), ["reserve"]);
        assert_eq!(wrap(""), [""]);
        assert_eq!(
            wrap("a name of several words that is longer than a line"),
            ["a name of several words", "that is longer than a line"]
        );
        assert_eq!(wrap("copy_multiple_objects_of_one_bucket"), ["copy_multiple_", "objects_of_one_bucket"]);
        assert_eq!(wrap(&"x".repeat(70)), ["x".repeat(24), "x".repeat(24), "x".repeat(22)]);
        assert_eq!(wrap(&"订单".repeat(10)), ["订单".repeat(5), "订单".repeat(5)]);
        assert_eq!(wrap(&"x".repeat(1000)).len(), LINES);
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(visible("a\n\0\u{202e}b"), "a \u{fffd}\u{fffd}b");
    }
}
