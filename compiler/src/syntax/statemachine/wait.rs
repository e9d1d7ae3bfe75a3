//! `Wait`: waits for some seconds.

use super::super::read::Reader;
use super::Value;
use crate::yaml::Cursor;

impl Reader<'_> {
    pub(super) fn wait_state(&mut self, keys: &mut Cursor<'_>) -> Option<Value> {
        let plain = keys.optional("Seconds");
        let value = self.scalar_or_expression(keys, (plain, "Seconds"), "Seconds.$");
        if plain.is_none()
            && value.is_none()
            && let Some(missing) = keys.miss_either(["Seconds", "Seconds.$"], self.diags)
        {
            missing.help("write `Seconds: 10` for ten seconds, or data as `Seconds.$: $Input.delay`");
        }
        value
    }
}
