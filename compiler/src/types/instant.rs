//! Instants as text.

/// Whether a text is an instant as RFC 3339 writes it.
pub(crate) fn is_instant(text: &str) -> bool {
    let number = |range: std::ops::Range<usize>| {
        let digits = text.get(range)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten()
    };
    let signs = |places: &[(usize, &[u8])]| {
        places.iter().all(|(at, signs)| text.as_bytes().get(*at).is_some_and(|byte| signs.contains(byte)))
    };
    let date = || {
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        Some((1..=days).contains(&day) && hour < 24 && minute < 60 && second <= 60)
    };
    if !signs(&[(4, b"-"), (7, b"-"), (10, b"Tt "), (13, b":"), (16, b":")]) || date() != Some(true) {
        return false;
    }
    let rest = &text[19..];
    let fraction = rest.strip_prefix('.').map(|digits| digits.trim_start_matches(|char: char| char.is_ascii_digit()));
    if fraction.is_some_and(|zone| zone.len() + 1 == rest.len()) {
        return false; // a point without digits
    }
    match fraction.unwrap_or(rest).as_bytes() {
        b"Z" | b"z" => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => {
            let two = |a: &u8, b: &u8| {
                a.is_ascii_digit().then_some(()).and(b.is_ascii_digit().then_some((a - b'0') * 10 + b - b'0'))
            };
            two(h1, h2).is_some_and(|hours| hours < 24) && two(m1, m2).is_some_and(|minutes| minutes < 60)
        }
        _ => false,
    }
}

/// Whether a text may be an instant at run time, where more is taken than RFC 3339 asks for: `2026-11-21T08Z`.
pub(crate) fn may_be_instant(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit() || matches!(char, '+' | '-'))
        && text.bytes().filter(u8::is_ascii_digit).count() >= 10
}

#[cfg(test)]
mod tests {
    use super::{is_instant, may_be_instant};

    #[test]
    fn instants_are_told_from_other_text() {
        for text in ["2026-11-21T08:00:00Z", "2024-02-29T23:59:60.123+08:00", "2026-11-21 08:00:00z"] {
            assert!(is_instant(text), "{text}");
        }
        for text in [
            "",
            "2026-11-21",
            "2026-11-21T08:00:00",
            "2026-13-21T08:00:00Z",
            "2026-02-29T08:00:00Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T08:00:00.Z",
            "2026-11-21T08:00:00+8",
            "2026年11月21日08时",
            "+026-11-21T08:00:00Z",
        ] {
            assert!(!is_instant(text), "{text}");
        }
        for text in ["2026-01-31T08:00Z", "20260131T080000Z", "2026-01-31T08:00:00+01:00[Europe/Paris]"] {
            assert!(may_be_instant(text), "{text}");
        }
        for text in ["", "tomorrow", "08:00", "2026-01-31"] {
            assert!(!may_be_instant(text), "{text}");
        }
    }
}
