//! Makes a text that fails shorter.

/// How often a shorter text is tried.
const TRIES: usize = 4_000;

/// A text that still fails, without lines and characters that have nothing to do with it.
pub fn shrink(text: &str, fails: impl Fn(&str) -> bool) -> String {
    let mut tries = TRIES;
    let lines = text.split_inclusive('\n').map(str::to_owned).collect();
    let text = without(lines, &fails, &mut tries);
    let chars = text.chars().map(String::from).collect();
    without(chars, &fails, &mut tries)
}

/// Leaves out more and more parts, long runs first.
fn without(mut parts: Vec<String>, fails: &impl Fn(&str) -> bool, tries: &mut usize) -> String {
    let mut size = parts.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < parts.len() && *tries > 0 {
            *tries -= 1;
            let end = (at + size).min(parts.len());
            let shorter = [&parts[..at], &parts[end..]].concat();
            if fails(&shorter.concat()) {
                parts = shorter;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn what_does_not_matter_is_left_out() {
        let text = "some\nlines and\nin one of them\na needle\nthat is it\n";
        assert_eq!(shrink(text, |text| text.contains("needle")), "needle");
    }
}
