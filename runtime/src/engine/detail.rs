//! Data as events repeat it: JSON text, as long as it is not too long.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::value::Value;

/// A value as JSON text.
pub(super) fn raw<T: Serialize + ?Sized>(value: &T) -> Box<RawValue> {
    serde_json::value::to_raw_value(value).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

/// An object of fixed entries and one value, which is left out where it is null, and with a note where it is longer than
/// `limit` bytes.
pub(super) fn detail<T: Serialize + ?Sized>(
    limit: usize,
    fixed: &[(&str, Value)],
    key: &str,
    value: Option<&T>,
) -> Box<RawValue> {
    weighed((limit, limit), fixed, key, value).0
}

/// [`detail`] that keeps values up to a limit, and the size of the value, counted up to another limit and no further.
pub(super) fn weighed<T: Serialize + ?Sized>(
    (keep, count): (usize, usize),
    fixed: &[(&str, Value)],
    key: &str,
    value: Option<&T>,
) -> (Box<RawValue>, usize) {
    let mut entries: Vec<String> = fixed.iter().map(|(key, value)| format!("{}:{value}", json_text(key))).collect();
    let mut bounded = Bounded { bytes: Vec::new(), keep, count: count.max(keep), size: 0 };
    if let Some(value) = value {
        let written = serde_json::to_writer(&mut bounded, value);
        if written.is_err() || bounded.size > keep {
            let note = format!("(left out: longer than {keep} bytes)");
            entries.push(format!("{}:{}", json_text(key), json_text(&note)));
        } else if bounded.bytes != b"null" {
            let json = String::from_utf8(bounded.bytes).unwrap_or_default();
            entries.push(format!("{}:{json}", json_text(key)));
        }
    }
    let text = format!("{{{}}}", entries.join(","));
    (RawValue::from_string(text).unwrap_or_else(|_| RawValue::NULL.to_owned()), bounded.size)
}

fn json_text(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// A writer that keeps nothing beyond a limit and gives up at another, so that a large value costs no more than that.
struct Bounded {
    bytes: Vec<u8>,
    keep: usize,
    count: usize,
    size: usize,
}

impl std::io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.size = self.size.saturating_add(bytes.len());
        if self.size > self.count {
            return Err(std::io::Error::other("too long"));
        }
        if self.size <= self.keep {
            self.bytes.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
