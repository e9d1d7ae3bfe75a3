//! The keywords of JSON Schema, and what becomes of each.

/// What becomes of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    /// It makes the type.
    Type,
    /// It says something to people.
    Annotation,
    /// It allows fewer values than the type does, which nobody checks.
    Unchecked,
    /// It allows other values than a type could; with what to write instead.
    Unsupported(&'static str),
}

/// All keywords of draft 2020-12, with those of older drafts and of `OpenAPI` that people write.
const KEYWORDS: &[(&str, Keyword)] = &[
    ("type", Keyword::Type),
    ("properties", Keyword::Type),
    ("required", Keyword::Type),
    ("additionalProperties", Keyword::Type),
    ("items", Keyword::Type),
    ("enum", Keyword::Type),
    ("const", Keyword::Type),
    ("nullable", Keyword::Type),
    ("oneOf", Keyword::Type),
    ("anyOf", Keyword::Type),
    ("discriminator", Keyword::Type),
    ("$ref", Keyword::Type),
    ("format", Keyword::Type),
    ("minimum", Keyword::Type),
    ("maximum", Keyword::Type),
    ("exclusiveMinimum", Keyword::Type),
    ("exclusiveMaximum", Keyword::Type),
    ("description", Keyword::Annotation),
    ("title", Keyword::Annotation),
    ("default", Keyword::Annotation),
    ("examples", Keyword::Annotation),
    ("example", Keyword::Annotation),
    ("deprecated", Keyword::Annotation),
    ("readOnly", Keyword::Annotation),
    ("writeOnly", Keyword::Annotation),
    ("externalDocs", Keyword::Annotation),
    ("$id", Keyword::Annotation),
    ("$schema", Keyword::Annotation),
    ("$comment", Keyword::Annotation),
    ("contentEncoding", Keyword::Annotation),
    ("contentMediaType", Keyword::Annotation),
    ("contentSchema", Keyword::Annotation),
    ("pattern", Keyword::Unchecked),
    ("minLength", Keyword::Unchecked),
    ("maxLength", Keyword::Unchecked),
    ("multipleOf", Keyword::Unchecked),
    ("minItems", Keyword::Unchecked),
    ("maxItems", Keyword::Unchecked),
    ("uniqueItems", Keyword::Unchecked),
    ("contains", Keyword::Unchecked),
    ("minContains", Keyword::Unchecked),
    ("maxContains", Keyword::Unchecked),
    ("minProperties", Keyword::Unchecked),
    ("maxProperties", Keyword::Unchecked),
    ("propertyNames", Keyword::Unchecked),
    ("dependentRequired", Keyword::Unchecked),
    ("$defs", Keyword::Unsupported("move them to the `$defs` at the top of the file, where a `$ref` finds them")),
    ("definitions", Keyword::Unsupported("move them to the `$defs` at the top of the file, where a `$ref` finds them")),
    ("allOf", Keyword::Unsupported("write the keys of all in the `properties` of one object")),
    ("not", Keyword::Unsupported("leave it out, and let a function or a choice refuse the value")),
    ("if", Keyword::Unsupported(ALTERNATIVES)),
    ("then", Keyword::Unsupported(ALTERNATIVES)),
    ("else", Keyword::Unsupported(ALTERNATIVES)),
    ("dependentSchemas", Keyword::Unsupported(ALTERNATIVES)),
    ("dependencies", Keyword::Unsupported(ALTERNATIVES)),
    ("prefixItems", Keyword::Unsupported("describe all items alike by `items`, or use an object with a key for each")),
    ("additionalItems", Keyword::Unsupported("describe all items alike by `items`")),
    ("unevaluatedItems", Keyword::Unsupported("describe all items alike by `items`")),
    ("patternProperties", Keyword::Unsupported("describe the values of all keys alike by `additionalProperties`")),
    ("unevaluatedProperties", Keyword::Unsupported("write `additionalProperties`")),
    ("$anchor", Keyword::Unsupported(BY_NAME)),
    ("$dynamicAnchor", Keyword::Unsupported(BY_NAME)),
    ("$dynamicRef", Keyword::Unsupported(BY_NAME)),
    ("$recursiveAnchor", Keyword::Unsupported(BY_NAME)),
    ("$recursiveRef", Keyword::Unsupported(BY_NAME)),
    ("$vocabulary", Keyword::Unsupported("leave it out: the keywords are always the same")),
];

const ALTERNATIVES: &str = "describe each case as an object of its own in `oneOf`, told apart by a `discriminator`";
const BY_NAME: &str = "refer to a schema by its name: `$ref: '#/$defs/Name'`";

/// What becomes of a key in a schema; none where there is no such keyword.
pub(super) fn keyword(key: &str) -> Option<Keyword> {
    if key.starts_with("x-") {
        return Some(Keyword::Annotation);
    }
    KEYWORDS.iter().find(|(name, _)| *name == key).map(|(_, keyword)| *keyword)
}

/// The keywords that can have been meant.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    KEYWORDS.iter().map(|(name, _)| *name)
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Object,
    Array,
    Text,
    Integer,
    Number,
    Bool,
    Null,
    /// One of several texts.
    Enum,
    /// One of several schemas.
    Union,
    /// What another schema describes.
    Reference,
}

impl Kind {
    /// What it is called, with an article.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Any => "a schema without `type`",
            Self::Object => "an object",
            Self::Array => "an array",
            Self::Text => "a string",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Bool => "a boolean",
            Self::Null => "null",
            Self::Enum => "a choice of texts",
            Self::Union => "a choice of schemas",
            Self::Reference => "a reference",
        }
    }

    /// Whether a keyword that makes types is about it.
    pub(super) fn takes(self, key: &str) -> bool {
        match key {
            "nullable" => true,
            "type" => self != Self::Reference,
            "properties" | "required" | "additionalProperties" => self == Self::Object,
            "items" => self == Self::Array,
            "enum" | "const" => self == Self::Enum,
            "oneOf" | "anyOf" | "discriminator" => self == Self::Union,
            "$ref" => self == Self::Reference,
            "format" => matches!(self, Self::Text | Self::Integer | Self::Number | Self::Any),
            _ => matches!(self, Self::Integer | Self::Number | Self::Any),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_for_editors_has_the_keywords_that_are_taken() {
        let schema: serde_json::Value = serde_json::from_str(include_str!("../../../schema/types.json")).unwrap();
        let known = schema.pointer("/definitions/schema/anyOf/1/properties").unwrap().as_object().unwrap();
        let mut known: Vec<&str> = known.keys().map(String::as_str).collect();
        let mut taken: Vec<&str> =
            names().filter(|name| !matches!(keyword(name), Some(Keyword::Unsupported(_)))).collect();
        known.sort_unstable();
        taken.sort_unstable();
        assert_eq!(known, taken);
    }
}
