//! The functions that expressions may call.

use super::{Expr, Ty};

/// A call of a built-in function.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BuiltinCall {
    /// Which one.
    pub function: Builtin,
    /// As many as it takes, each of a type that it may have.
    pub args: Vec<Expr>,
    /// Its number among the calls of its step, from 0: what is drawn at random differs from call to call.
    pub number: u32,
}

macro_rules! builtins {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal ($($param:ident),*) $($rest:ident...)? -> $result:ident;)+) => {
        /// A function that the language has built in (`StateMachine`).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Builtin {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Builtin {
            /// All functions.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// As it is written.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }

            /// A call of it with the names of its parameters, which its description begins with.
            pub fn signature(self) -> &'static str {
                let doc = match self {
                    $(Self::$name => concat!($($doc,)+),)+
                };
                doc.split('`').nth(1).unwrap_or_default()
            }

            /// The types of the parameters that it must be given.
            pub const fn params(self) -> &'static [Ty] {
                match self {
                    $(Self::$name => &[$(Ty::$param),*],)+
                }
            }

            /// The type of the further arguments that it may be given.
            pub const fn rest(self) -> Option<Ty> {
                match self {
                    $(Self::$name => builtins!(@rest $($rest)?),)+
                }
            }

            /// The type of the argument at a position; `Any` where it does not take so many.
            pub(crate) fn param(self, at: usize) -> Ty {
                self.params().get(at).copied().or(self.rest()).unwrap_or(Ty::Any)
            }

            /// The type of its result.
            pub const fn result(self) -> Ty {
                match self {
                    $(Self::$name => Ty::$result,)+
                }
            }
        }
    };
    (@rest) => { None };
    (@rest $rest:ident) => { Some(Ty::$rest) };
}

builtins! {
    /// `format(template, values...)`: the template with each `{}` replaced by the next value.
    Format = "format"(Text) Any... -> Text;
    /// `length(value)`: how many elements an array, entries an object, or characters a text has.
    Length = "length"(Any) -> Number;
    /// `split(text, separator)`: the parts of a text.
    Split = "split"(Text, Text) -> Array;
    /// `regexMatchString(text, pattern)`: whether a part of the text matches.
    RegexMatchString = "regexMatchString"(Text, Text) -> Bool;
    /// `arrayContains(array, value)`
    ArrayContains = "arrayContains"(Array, Any) -> Bool;
    /// `arrayUnique(array)`: each value once, where it stands first.
    ArrayUnique = "arrayUnique"(Array) -> Array;
    /// `toArray(values...)`
    ToArray = "toArray"() Any... -> Array;
    /// `mapKeys(object)`: its keys, sorted.
    MapKeys = "mapKeys"(Object) -> Array;
    /// `mapValues(object)`: its values in the order of their keys.
    MapValues = "mapValues"(Object) -> Array;
    /// `jsonMerge(first, second)`: the keys of both; the second wins.
    JsonMerge = "jsonMerge"(Object, Object) -> Object;
    /// `stringToJson(text)`: what the text is as JSON.
    StringToJson = "stringToJson"(Any) -> Any;
    /// `jsonToString(value)`: the value as JSON text.
    JsonToString = "jsonToString"(Any) -> Text;
    /// `toBase64(text)`
    ToBase64 = "toBase64"(Text) -> Text;
    /// `fromBase64(text)`
    FromBase64 = "fromBase64"(Text) -> Text;
    /// `hash(text, algorithm)`: in lower-case hexadecimal; `MD5`, `SHA-1`, `SHA-256` or `SHA-512`.
    Hash = "hash"(Text, Text) -> Text;
    /// `uuid()`: a text that no other call of any execution gives.
    Uuid = "uuid"() -> Text;
    /// `get(collection, key)`: the element of an array, or the value under a key of an object.
    Get = "get"(Any, Any) -> Any;
    /// `intAdd(first, second)`
    IntAdd = "intAdd"(Number, Number) -> Number;
    /// `randomInt(least, most)`: a whole number from the one to the other.
    RandomInt = "randomInt"(Number, Number) -> Number;
}

impl Builtin {
    /// The function of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == name)
    }

    /// Whether it gives another result in each call.
    pub const fn is_random(self) -> bool {
        matches!(self, Self::Uuid | Self::RandomInt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_name_the_parameters() {
        for function in Builtin::ALL {
            let signature = function.signature();
            let names = signature.strip_prefix(function.name()).and_then(|it| it.strip_prefix('(')?.strip_suffix(')'));
            let count = names.unwrap().split(", ").filter(|name| !name.is_empty()).count();
            assert_eq!(count, function.params().len() + usize::from(function.rest().is_some()), "{signature}");
        }
    }
}
