//! The two grammars, conditions of v1 and expressions of `StateMachine`: all that one has and the other has not, and how
//! each is spoken of.

use super::Root;
use crate::ir::{Builtin, Relation};

/// What can be written, and how messages speak of it.
#[derive(Debug)]
pub(super) struct Grammar {
    /// What stands between two operands.
    pub(super) infix: &'static [(&'static str, Infix)],
    /// What stands before an operand. A number may have a `-` in any case.
    pub(super) prefix: &'static [&'static str],
    /// What text stands in.
    pub(super) quotes: &'static [char],
    /// What a backslash makes of a character, in quotes but backquotes.
    pub(super) escapes: &'static [(char, char)],
    /// The brackets and commas of JSON literals and calls; parentheses group in any case.
    pub(super) brackets: &'static [char],
    /// What can be called.
    pub(super) functions: &'static [Builtin],
    /// The paths that are no data here, with what to write instead.
    pub(super) unreadable: &'static [(Root, &'static str)],
    /// Whether what is most likely the consequence of a mistake is reported as well. Calls and literals have many.
    pub(super) consequences: bool,
    pub(super) paths: PathGrammar,
    pub(super) words: Words,
}

/// What paths are made of besides names and indices.
#[derive(Debug)]
pub(super) struct PathGrammar {
    /// What they begin with.
    pub(super) roots: &'static [Root],
    /// `[*]`
    pub(super) wildcard: bool,
    /// `["key"]`
    pub(super) quoted_keys: bool,
    /// Beginnings that people try, with what they mean.
    pub(super) slips: &'static [(&'static str, &'static str)],
    /// What they are paths of.
    pub(super) language: &'static str,
    /// What can stand in brackets.
    pub(super) inside: &'static str,
    /// How brackets are written, in short.
    pub(super) brackets: &'static str,
    /// How brackets and keys are written.
    pub(super) segments: &'static str,
    /// What names are made of.
    pub(super) names: &'static str,
    /// What to write for several elements.
    pub(super) several: &'static str,
}

/// How messages speak of what is read.
#[derive(Debug)]
pub(super) struct Words {
    /// What is read.
    pub(super) noun: &'static str,
    /// The same with its article.
    pub(super) a_noun: &'static str,
    /// What operators are part of.
    pub(super) language: &'static str,
    /// One as it is often written.
    pub(super) sample: &'static str,
    /// All that there is.
    pub(super) documented: &'static str,
    /// What operands are.
    pub(super) values: &'static str,
    /// What stands before a key of the data.
    pub(super) data: &'static str,
    /// What to do about `null`.
    pub(super) null: &'static str,
    /// What to do about one that is too large.
    pub(super) too_complex: &'static str,
    /// What to write for operators between two operands that are not documented; [`Self::documented`] for any others.
    pub(super) instead: &'static [(&'static str, &'static str)],
    /// The same for operators before an operand.
    pub(super) instead_before: &'static [(&'static str, &'static str)],
}

/// What an operator between two operands does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Infix {
    Or,
    And,
    Relation(Relation),
    In,
}

impl Grammar {
    /// The root of this name, which stands behind `$`.
    pub(super) fn root(&self, name: &str) -> Option<Root> {
        self.paths.roots.iter().copied().find(|root| root.name() == name)
    }

    /// Whether anything can be called.
    pub(super) fn has_calls(&self) -> bool {
        !self.functions.is_empty()
    }

    /// The operator between two operands that is written so.
    pub(super) fn infix(&self, text: &str) -> Option<Infix> {
        self.infix.iter().find(|(sign, _)| *sign == text).map(|(_, infix)| *infix)
    }
}

/// Conditions of v1, and the paths of its mappings and parameters.
pub(super) static V1: Grammar = Grammar {
    infix: &[
        ("&&", Infix::And),
        ("||", Infix::Or),
        ("==", Infix::Relation(Relation::Eq)),
        ("!=", Infix::Relation(Relation::Ne)),
        ("<=", Infix::Relation(Relation::Le)),
        (">=", Infix::Relation(Relation::Ge)),
        ("<", Infix::Relation(Relation::Lt)),
        (">", Infix::Relation(Relation::Gt)),
    ],
    prefix: &[],
    quotes: &['"', '`'],
    escapes: &[('"', '"'), ('\\', '\\'), ('/', '/'), ('\'', '\''), ('n', '\n'), ('t', '\t'), ('r', '\r')],
    brackets: &[],
    functions: &[],
    unreadable: &[
        (Root::Input, "write `$.name`: `$` is the input of the step, after its `inputMappings`"),
        (Root::Local, IN_MAPPINGS),
        (Root::Context, IN_MAPPINGS),
    ],
    consequences: true,
    paths: PathGrammar {
        roots: &[Root::Whole, Root::Input, Root::Local, Root::Context],
        wildcard: true,
        quoted_keys: false,
        slips: &[],
        language: "FDL paths",
        inside: "a number or `*`",
        brackets: "write `[0]` or `[*]`",
        segments: "write `[0]` for one element, `[*]` for all, `.name` for a key",
        names: "names are made of letters, digits, `_` and `-`",
        several: "write `[*]` for all elements or `[0]` for one",
    },
    words: Words {
        noun: "condition",
        a_noun: "a condition",
        language: "FDL conditions",
        sample: "`$.status == \"ok\"`",
        documented: "conditions are made of `==` `!=` `<` `<=` `>` `>=`, `&&`, `||` and parentheses; let a function \
                     compute the rest",
        values: "values are `$.name`, `\"text\"`, numbers, `true` and `false`",
        data: "$.",
        null: "there is no null in conditions; a field that is missing counts as false",
        too_complex: "let a function compute the condition",
        instead: &[
            ("and", "write `&&`"),
            ("or", "write `||`"),
            ("&", "write `&&`"),
            ("|", "write `||`"),
            ("<>", "write `!=`"),
            ("=>", "write `>=`"),
            ("=<", "write `<=`"),
            ("===", "write `==`"),
            ("!==", "write `!=`"),
        ],
        instead_before: &[("!", TURN_AROUND), ("not", TURN_AROUND)],
    },
};

const IN_MAPPINGS: &str = "bring the value in with `inputMappings` and write `$.name`: `$` is the input of the step";
const TURN_AROUND: &str = "write `$.flag == false`, or turn the comparison around; conditions are made of `==` `!=` `<` \
                           `<=` `>` `>=`, `&&`, `||` and parentheses";

/// Expressions of `StateMachine`.
pub(super) static STATE_MACHINE: Grammar = Grammar {
    infix: &[
        ("&&", Infix::And),
        ("||", Infix::Or),
        ("==", Infix::Relation(Relation::Eq)),
        ("!=", Infix::Relation(Relation::Ne)),
        ("<=", Infix::Relation(Relation::Le)),
        (">=", Infix::Relation(Relation::Ge)),
        ("<", Infix::Relation(Relation::Lt)),
        (">", Infix::Relation(Relation::Gt)),
        ("in", Infix::In),
    ],
    prefix: &["!", "-"],
    quotes: &['"', '`', '\''],
    escapes: &[
        ('"', '"'),
        ('\\', '\\'),
        ('/', '/'),
        ('\'', '\''),
        ('n', '\n'),
        ('t', '\t'),
        ('r', '\r'),
        ('b', '\u{8}'),
        ('f', '\u{c}'),
    ],
    brackets: &['[', ']', '{', '}', ','],
    functions: Builtin::ALL,
    unreadable: &[],
    consequences: false,
    paths: PathGrammar {
        roots: &[Root::StateContext, Root::StateInput, Root::StateOutput, Root::Global, Root::Item],
        wildcard: false,
        quoted_keys: true,
        slips: &[
            ("", "$Input"),
            ("$", "$Context"),
            ("local", "$Output"),
            ("Execution", "$Context.Execution"),
            ("Current", "$Context.Current"),
        ],
        language: "StateMachine paths",
        inside: "a number or a key in quotes",
        brackets: "write `[0]` or `[\"key\"]`",
        segments: "write `[0]` for an element, `.name` or `[\"key\"]` for a key",
        names: "names are made of letters, digits, `_` and `-`; any other key is written `[\"key\"]`",
        several: "write `[0]` for one element; let a function pick several",
    },
    words: Words {
        noun: "expression",
        a_noun: "an expression",
        language: "StateMachine expressions",
        sample: "`$Input.status == \"ok\"`",
        documented: "expressions are made of `==` `!=` `<` `<=` `>` `>=`, `in`, `&&`, `||`, `!`, `-` before a number, \
                     parentheses and built-in functions; let a function of yours compute the rest",
        values: "values are `$Input.name`, `\"text\"`, numbers, `true`, `false`, JSON literals and calls of built-in \
                 functions",
        data: "$Input.",
        null: "null stands in JSON literals only; `\"key\" in $Input` says whether there is a key",
        too_complex: "let a function compute the value, or compute a part of it in a state before",
        instead: &[
            ("and", "write `&&`"),
            ("or", "write `||`"),
            ("&", "write `&&`"),
            ("|", "write `||`"),
            ("<>", "write `!=`"),
            ("=>", "write `>=`"),
            ("=<", "write `<=`"),
            ("===", "write `==`"),
            ("!==", "write `!=`"),
            ("in", "write `in` in lower case"),
            ("not in", "write `!` before the whole: `!(value in collection)`"),
            ("=~", "write `regexMatchString(text, pattern)`"),
            ("!~", "write `!regexMatchString(text, pattern)`"),
            ("matches", "write `regexMatchString(text, pattern)`"),
            ("contains", "write `value in collection`"),
            ("+", "write `intAdd(first, second)` for whole numbers and `format(\"{}{}\", first, second)` for text"),
            ("-", "write `intAdd(first, -second)` for whole numbers"),
            ("??", "`\"key\" in $Input` says whether there is a key, so that a Choice state can tell the cases apart"),
            ("? :", "let a Choice state tell the cases apart"),
        ],
        instead_before: &[("not", "write `!`"), ("+", "write the number without a sign")],
    },
};

/// Functions that people try, without what stands before a dot and in lower case, with what they mean: mostly those of
/// Amazon States Language, `States.ArrayLength` and so on.
pub(super) const TRIED: [(&str, Builtin); 39] = [
    ("add", Builtin::IntAdd),
    ("array", Builtin::ToArray),
    ("arraygetitem", Builtin::Get),
    ("arraylength", Builtin::Length),
    ("base64", Builtin::ToBase64),
    ("base64decode", Builtin::FromBase64),
    ("base64encode", Builtin::ToBase64),
    ("concat", Builtin::Format),
    ("contains", Builtin::ArrayContains),
    ("count", Builtin::Length),
    ("formatstring", Builtin::Format),
    ("fromjson", Builtin::StringToJson),
    ("getitem", Builtin::Get),
    ("keys", Builtin::MapKeys),
    ("len", Builtin::Length),
    ("match", Builtin::RegexMatchString),
    ("matches", Builtin::RegexMatchString),
    ("mathadd", Builtin::IntAdd),
    ("mathrandom", Builtin::RandomInt),
    ("md5", Builtin::Hash),
    ("merge", Builtin::JsonMerge),
    ("parsejson", Builtin::StringToJson),
    ("rand", Builtin::RandomInt),
    ("random", Builtin::RandomInt),
    ("regex", Builtin::RegexMatchString),
    ("regexmatch", Builtin::RegexMatchString),
    ("sha1", Builtin::Hash),
    ("sha256", Builtin::Hash),
    ("sha512", Builtin::Hash),
    ("size", Builtin::Length),
    ("sprintf", Builtin::Format),
    ("sum", Builtin::IntAdd),
    ("stringsplit", Builtin::Split),
    ("tojson", Builtin::JsonToString),
    ("tostring", Builtin::JsonToString),
    ("union", Builtin::JsonMerge),
    ("unique", Builtin::ArrayUnique),
    ("uuid4", Builtin::Uuid),
    ("values", Builtin::MapValues),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_operators_come_first() {
        for grammar in [&V1, &STATE_MACHINE] {
            for (at, (sign, _)) in grammar.infix.iter().enumerate() {
                assert!(grammar.infix[..at].iter().all(|(before, _)| !sign.starts_with(before)), "{sign}");
            }
        }
    }

    #[test]
    fn names_that_are_tried_are_no_functions() {
        assert!(TRIED.iter().all(|(name, _)| Builtin::named(name).is_none() && *name == name.to_lowercase()));
    }
}
