//! Identifiers for the names in a definition, whatever these are.

use std::collections::HashMap;

use proc_macro2::{Ident, Span};

/// The longest identifier, in characters, that is not shortened.
const LONGEST: usize = 60;

/// Hands out names, each once.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// What is taken, with the number of the next clash.
    taken: HashMap<String, u32>,
}

impl Names {
    /// No name but these is taken.
    pub(super) fn reserving<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self { taken: words.into_iter().map(|word| (word.to_owned(), 2)).collect() }
    }

    /// `name` in `snake_case`; `fallback` is put in front where it begins with a digit, and stands for an empty one.
    pub(super) fn snake(&mut self, name: &str, fallback: &str) -> String {
        let mut words = words(name);
        if begins_badly(&words) {
            words.insert(0, fallback.to_owned());
        }
        self.unique(shortened(words.join("_"), name, "_"), "_")
    }

    /// `name` in `UpperCamelCase`; `fallback` as in [`Self::snake`].
    pub(super) fn camel(&mut self, name: &str, fallback: &str) -> String {
        let mut words = words(name);
        if begins_badly(&words) {
            words.insert(0, fallback.to_owned());
        }
        let camel = words.iter().map(|word| capitalized(word)).collect();
        self.unique(shortened(camel, name, ""), "")
    }

    fn unique(&mut self, base: String, joint: &str) -> String {
        let Some(mut number) = self.taken.get(&base).copied() else {
            self.taken.insert(base.clone(), 2);
            return base;
        };
        loop {
            let name = format!("{base}{joint}{number}");
            number += 1;
            if !self.taken.contains_key(&name) {
                self.taken.insert(base, number);
                self.taken.insert(name.clone(), 2);
                return name;
            }
        }
    }
}

/// The identifier that is written for a name which [`Names`] has handed out.
pub(super) fn ident(name: &str) -> Ident {
    match name {
        "self" | "Self" | "super" | "crate" => Ident::new(&format!("{name}_"), Span::call_site()),
        _ if KEYWORDS.contains(&name) => Ident::new_raw(name, Span::call_site()),
        _ => Ident::new(name, Span::call_site()),
    }
}

/// Those that can be written `r#…`.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The words of a name in lower case: `printLabel`, `print-label` and `Print label` are `print` and `label`.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before = None;
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        let capital = c.is_uppercase()
            && before.is_some_and(|before: char| {
                let ends = before.is_uppercase() && chars.peek().is_some_and(|next| next.is_lowercase());
                before.is_lowercase() || before.is_numeric() || ends
            });
        if (capital || !c.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if is_kept(c) {
            word.extend(c.to_lowercase());
        } else if c.is_alphanumeric() {
            word.extend(format!("u{:x}", u32::from(c)).chars());
        }
        before = Some(c);
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Whether a character stands for itself. The others could look like one another, or are normalised when they are read;
/// the lints about them cannot be allowed for one module.
fn is_kept(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | 'a'..='z' | 'A'..='Z'
            | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='į' | 'ı' | 'Ĵ'..='ķ' | 'Ĺ'..='ľ' | 'Ł'..='ň' | 'Ŋ'..='ž'
            | 'Ά' | 'Έ'..='Ί' | 'Ό' | 'Ύ' | 'Ώ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'ά'..='ί' | 'α'..='ω' | 'ό'..='ώ'
            | 'Ѐ'..='џ' | 'Ґ' | 'ґ'
            | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー'
            | '㐀'..='䶿' | '一'..='鿿' | '가'..='힣'
    )
}

fn begins_badly(words: &[String]) -> bool {
    words.first().is_none_or(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// A word with a capital at its beginning.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// The beginning of a long identifier, told from others with the same beginning by a hash of the whole name.
fn shortened(ident: String, name: &str, joint: &str) -> String {
    if ident.chars().count() <= LONGEST {
        return ident;
    }
    let head: String = ident.chars().take(LONGEST - 20).collect();
    format!("{}{joint}x{:08x}", head.trim_end_matches('_'), hash(name))
}

/// FNV-1a.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snake(name: &str) -> String {
        ident(&Names::default().snake(name, "step")).to_string()
    }

    fn camel(name: &str) -> String {
        ident(&Names::default().camel(name, "step")).to_string()
    }

    #[test]
    fn words_are_found_in_any_style() {
        for name in ["print label", "printLabel", "PrintLabel", "print-label", " print__label! ", "PRINT_LABEL"] {
            assert_eq!((snake(name).as_str(), camel(name).as_str()), ("print_label", "PrintLabel"), "{name}");
        }
        assert_eq!(snake("getHTTPStatus2xx"), "get_http_status2xx");
        assert_eq!(snake("v2Upload"), "v2_upload");
    }

    #[test]
    fn letters_without_case_stay() {
        assert_eq!((snake("预订 机票").as_str(), camel("预订 机票").as_str()), ("预订_机票", "预订机票"));
        assert_eq!((snake("заказОплачен").as_str(), camel("über uns").as_str()), ("заказ_оплачен", "ÜberUns"));
    }

    #[test]
    fn letters_that_could_be_mistaken_are_spelled_out() {
        assert_eq!(snake("ａb"), "uff41b");
        assert_eq!(camel("٣"), "U663");
    }

    #[test]
    fn keywords_are_escaped() {
        assert_eq!((snake("type").as_str(), camel("type").as_str()), ("r#type", "Type"));
        assert_eq!((snake("self").as_str(), camel("Self").as_str()), ("self_", "Self_"));
        assert_eq!((snake("super").as_str(), snake("Crate").as_str()), ("super_", "crate_"));
        assert_eq!(snake("gen"), "r#gen");
    }

    #[test]
    fn what_cannot_begin_an_identifier_gets_a_word_in_front() {
        assert_eq!((snake("3rd try").as_str(), camel("3rd try").as_str()), ("step_3rd_try", "Step3rdTry"));
        for name in ["", "_", "🦀", "...", "\u{301}"] {
            assert_eq!((snake(name).as_str(), camel(name).as_str()), ("step", "Step"), "{name}");
        }
    }

    #[test]
    fn clashes_are_numbered() {
        let mut names = Names::reserving(["run"]);
        let all = ["a b", "A-B", "a_b", "a b 2", "run", "a b 3"].map(|name| names.snake(name, "step"));
        assert_eq!(all, ["a_b", "a_b_2", "a_b_3", "a_b_2_2", "run_2", "a_b_3_2"]);
        let mut names = Names::default();
        let all = ["a b", "ab", "a-b"].map(|name| names.camel(name, "step"));
        assert_eq!(all, ["AB", "Ab", "AB2"]);
    }

    #[test]
    fn long_names_are_shortened_and_stay_apart() {
        let (one, other) = ("x".repeat(1000), "x".repeat(1001));
        assert!(snake(&one).len() <= LONGEST && camel(&one).len() <= LONGEST);
        assert_ne!(snake(&one), snake(&other));
        assert_ne!(camel(&one), camel(&other));
    }

    #[test]
    fn any_name_gives_an_identifier() {
        for c in (0..0x3000).chain((0x3000..0x3_0000).step_by(23)).filter_map(char::from_u32) {
            let name = format!("{c}a{c}{c}");
            for text in [snake(&name), camel(&name), snake(&c.to_string()), camel(&c.to_string())] {
                assert!(syn::parse_str::<syn::Ident>(&text).is_ok(), "{name:?}: {text}");
            }
        }
    }
}
