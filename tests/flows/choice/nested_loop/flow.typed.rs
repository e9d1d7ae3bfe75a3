/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_open["open<br/>calls open"]
///   s_any{"any"}
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_empty("empty")
///   end
///   subgraph g_default["default"]
///     s_begin("begin")
///     s_how_many{"how many"}
///     s_serve["serve<br/>calls serve"]
///     subgraph g_case_1_2["case 1"]
///       s_peel_one["peel one<br/>calls peel"]
///     end
///     subgraph g_default_2["default"]
///       s_first["first<br/>calls next"]
///       s_peel["peel<br/>calls peel"]
///       s_next["next<br/>calls next"]
///       s_more{"more"}
///       s_sit("sit")
///     end
///   end
///   start --> s_open
///   s_open --> s_any
///   s_any -->|"$.box.count == 0"| s_empty
///   s_any -->|"default"| s_begin
///   s_empty --> finish
///   s_begin --> s_how_many
///   s_how_many -->|"$.count == 1"| s_peel_one
///   s_how_many -->|"default"| s_first
///   s_peel_one --> s_serve
///   s_first --> s_peel
///   s_peel --> s_next
///   s_next --> s_more
///   s_more -->|"$.at #lt; $.count"| s_peel
///   s_more -->|"default"| s_sit
///   s_sit --> s_serve
///   s_serve --> finish
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with.
    pub type Input = rt::Object;

    #[allow(unused_imports)]
    pub use types::{
        Output, OpenOutput, PeelInput, PeelOutput, NextInput, NextOutput, ServeInput,
        ServeOutput, OutputBowlItem, OutputBox, OpenOutputFruitItem, PeelInputFruit,
        PeelOutputPeeled, NextInputBowlItem, NextInputPeeled, NextOutputBowlItem,
        NextOutputFruit, ServeInputBowlItem, OutputBoxFruitItem,
    };

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Output {
            /// `at`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub at: Option<i64>,
            /// `bowl`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub bowl: Option<rt::Vec<OutputBowlItem>>,
            /// `box`
            #[serde(rename = "box")]
            pub r#box: OutputBox,
            /// `count`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub count: Option<i64>,
            /// `fruit`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub fruit: Option<rt::Value>,
            /// `one`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub one: Option<rt::Value>,
            /// `peeled`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub peeled: Option<rt::String>,
            /// `sat`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub sat: Option<i64>,
            /// `served`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub served: Option<i64>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    at: fields.optional("at")?,
                    bowl: fields.optional("bowl")?,
                    r#box: fields.required("box")?,
                    count: fields.optional("count")?,
                    fruit: fields.optional("fruit")?,
                    one: fields.optional("one")?,
                    peeled: fields.optional("peeled")?,
                    sat: fields.optional("sat")?,
                    served: fields.optional("served")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for Output {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `open output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OpenOutput {
            /// `count`
            pub count: i64,
            /// `fruit`
            pub fruit: rt::Vec<OpenOutputFruitItem>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for OpenOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    count: fields.required("count")?,
                    fruit: fields.required("fruit")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for OpenOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `peel input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct PeelInput {
            /// `fruit`
            pub fruit: PeelInputFruit,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for PeelInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    fruit: fields.required("fruit")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for PeelInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `peel output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct PeelOutput {
            /// `peeled`
            pub peeled: PeelOutputPeeled,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for PeelOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    peeled: fields.required("peeled")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for PeelOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `next input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct NextInput {
            /// `at`
            pub at: i64,
            /// `bowl`
            pub bowl: rt::Vec<NextInputBowlItem>,
            /// `peeled`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub peeled: Option<NextInputPeeled>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for NextInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    at: fields.required("at")?,
                    bowl: fields.required("bowl")?,
                    peeled: fields.optional("peeled")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for NextInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `next output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct NextOutput {
            /// `at`
            pub at: i64,
            /// `bowl`
            pub bowl: rt::Vec<NextOutputBowlItem>,
            /// `fruit`
            pub fruit: Option<NextOutputFruit>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for NextOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    at: fields.required("at")?,
                    bowl: fields.required("bowl")?,
                    fruit: fields.required("fruit")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for NextOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `serve input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ServeInput {
            /// `bowl`
            pub bowl: rt::Vec<ServeInputBowlItem>,
            /// `count`
            pub count: i64,
            /// `one`
            pub one: rt::Value,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for ServeInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    bowl: fields.required("bowl")?,
                    count: fields.required("count")?,
                    one: fields.required("one")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for ServeInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `serve output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ServeOutput {
            /// `served`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub served: Option<i64>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for ServeOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    served: fields.optional("served")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for ServeOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output bowl item` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum OutputBowlItem {
            /// `A`
            #[serde(rename = "A")]
            A,
            /// `B`
            #[serde(rename = "B")]
            B,
        }

        impl OutputBowlItem {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "A",
                    Self::B => "B",
                }
            }
        }

        impl rt::Typed for OutputBowlItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("A") => Ok(Self::A),
                    Some("B") => Ok(Self::B),
                    _ => Err(rt::Misfit::new(at, "one of `A`, `B`", &value)),
                }
            }
        }

        impl rt::TryFrom<rt::Value> for OutputBowlItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output box` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OutputBox {
            /// `count`
            pub count: i64,
            /// `fruit`
            pub fruit: rt::Vec<OutputBoxFruitItem>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for OutputBox {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    count: fields.required("count")?,
                    fruit: fields.required("fruit")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for OutputBox {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `open output fruit item` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum OpenOutputFruitItem {
            /// `a`
            #[serde(rename = "a")]
            A,
            /// `apple`
            #[serde(rename = "apple")]
            Apple,
            /// `b`
            #[serde(rename = "b")]
            B,
            /// `nut`
            #[serde(rename = "nut")]
            Nut,
        }

        impl OpenOutputFruitItem {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "a",
                    Self::Apple => "apple",
                    Self::B => "b",
                    Self::Nut => "nut",
                }
            }
        }

        impl rt::Typed for OpenOutputFruitItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("a") => Ok(Self::A),
                    Some("apple") => Ok(Self::Apple),
                    Some("b") => Ok(Self::B),
                    Some("nut") => Ok(Self::Nut),
                    _ => {
                        Err(
                            rt::Misfit::new(
                                at,
                                "one of `a`, `apple`, `b`, `nut`",
                                &value,
                            ),
                        )
                    }
                }
            }
        }

        impl rt::TryFrom<rt::Value> for OpenOutputFruitItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `peel input fruit` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum PeelInputFruit {
            /// `a`
            #[serde(rename = "a")]
            A,
            /// `apple`
            #[serde(rename = "apple")]
            Apple,
            /// `b`
            #[serde(rename = "b")]
            B,
            /// `nut`
            #[serde(rename = "nut")]
            Nut,
        }

        impl PeelInputFruit {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "a",
                    Self::Apple => "apple",
                    Self::B => "b",
                    Self::Nut => "nut",
                }
            }
        }

        impl rt::Typed for PeelInputFruit {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("a") => Ok(Self::A),
                    Some("apple") => Ok(Self::Apple),
                    Some("b") => Ok(Self::B),
                    Some("nut") => Ok(Self::Nut),
                    _ => {
                        Err(
                            rt::Misfit::new(
                                at,
                                "one of `a`, `apple`, `b`, `nut`",
                                &value,
                            ),
                        )
                    }
                }
            }
        }

        impl rt::TryFrom<rt::Value> for PeelInputFruit {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `peel output peeled` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum PeelOutputPeeled {
            /// `A`
            #[serde(rename = "A")]
            A,
            /// `B`
            #[serde(rename = "B")]
            B,
            /// `peeled apple`
            #[serde(rename = "peeled apple")]
            PeeledApple,
        }

        impl PeelOutputPeeled {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "A",
                    Self::B => "B",
                    Self::PeeledApple => "peeled apple",
                }
            }
        }

        impl rt::Typed for PeelOutputPeeled {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("A") => Ok(Self::A),
                    Some("B") => Ok(Self::B),
                    Some("peeled apple") => Ok(Self::PeeledApple),
                    _ => {
                        Err(
                            rt::Misfit::new(
                                at,
                                "one of `A`, `B`, `peeled apple`",
                                &value,
                            ),
                        )
                    }
                }
            }
        }

        impl rt::TryFrom<rt::Value> for PeelOutputPeeled {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `next input bowl item` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum NextInputBowlItem {
            /// `A`
            #[serde(rename = "A")]
            A,
            /// `a`
            #[serde(rename = "a")]
            A2,
            /// `b`
            #[serde(rename = "b")]
            B,
        }

        impl NextInputBowlItem {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "A",
                    Self::A2 => "a",
                    Self::B => "b",
                }
            }
        }

        impl rt::Typed for NextInputBowlItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("A") => Ok(Self::A),
                    Some("a") => Ok(Self::A2),
                    Some("b") => Ok(Self::B),
                    _ => Err(rt::Misfit::new(at, "one of `A`, `a`, `b`", &value)),
                }
            }
        }

        impl rt::TryFrom<rt::Value> for NextInputBowlItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `next input peeled` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum NextInputPeeled {
            /// `A`
            #[serde(rename = "A")]
            A,
            /// `B`
            #[serde(rename = "B")]
            B,
        }

        impl NextInputPeeled {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "A",
                    Self::B => "B",
                }
            }
        }

        impl rt::Typed for NextInputPeeled {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("A") => Ok(Self::A),
                    Some("B") => Ok(Self::B),
                    _ => Err(rt::Misfit::new(at, "one of `A`, `B`", &value)),
                }
            }
        }

        impl rt::TryFrom<rt::Value> for NextInputPeeled {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `next output bowl item` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum NextOutputBowlItem {
            /// `A`
            #[serde(rename = "A")]
            A,
            /// `B`
            #[serde(rename = "B")]
            B,
            /// `a`
            #[serde(rename = "a")]
            A2,
            /// `b`
            #[serde(rename = "b")]
            B2,
        }

        impl NextOutputBowlItem {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "A",
                    Self::B => "B",
                    Self::A2 => "a",
                    Self::B2 => "b",
                }
            }
        }

        impl rt::Typed for NextOutputBowlItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("A") => Ok(Self::A),
                    Some("B") => Ok(Self::B),
                    Some("a") => Ok(Self::A2),
                    Some("b") => Ok(Self::B2),
                    _ => Err(rt::Misfit::new(at, "one of `A`, `B`, `a`, `b`", &value)),
                }
            }
        }

        impl rt::TryFrom<rt::Value> for NextOutputBowlItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `next output fruit` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum NextOutputFruit {
            /// `a`
            #[serde(rename = "a")]
            A,
            /// `b`
            #[serde(rename = "b")]
            B,
        }

        impl NextOutputFruit {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "a",
                    Self::B => "b",
                }
            }
        }

        impl rt::Typed for NextOutputFruit {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("a") => Ok(Self::A),
                    Some("b") => Ok(Self::B),
                    _ => Err(rt::Misfit::new(at, "one of `a`, `b`", &value)),
                }
            }
        }

        impl rt::TryFrom<rt::Value> for NextOutputFruit {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `serve input bowl item` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum ServeInputBowlItem {
            /// `A`
            #[serde(rename = "A")]
            A,
            /// `B`
            #[serde(rename = "B")]
            B,
        }

        impl ServeInputBowlItem {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "A",
                    Self::B => "B",
                }
            }
        }

        impl rt::Typed for ServeInputBowlItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("A") => Ok(Self::A),
                    Some("B") => Ok(Self::B),
                    _ => Err(rt::Misfit::new(at, "one of `A`, `B`", &value)),
                }
            }
        }

        impl rt::TryFrom<rt::Value> for ServeInputBowlItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output box fruit item` of the declared types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub enum OutputBoxFruitItem {
            /// `a`
            #[serde(rename = "a")]
            A,
            /// `apple`
            #[serde(rename = "apple")]
            Apple,
            /// `b`
            #[serde(rename = "b")]
            B,
        }

        impl OutputBoxFruitItem {
            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::A => "a",
                    Self::Apple => "apple",
                    Self::B => "b",
                }
            }
        }

        impl rt::Typed for OutputBoxFruitItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                match value.as_str() {
                    Some("a") => Ok(Self::A),
                    Some("apple") => Ok(Self::Apple),
                    Some("b") => Ok(Self::B),
                    _ => Err(rt::Misfit::new(at, "one of `a`, `apple`, `b`", &value)),
                }
            }
        }

        impl rt::TryFrom<rt::Value> for OutputBoxFruitItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/fruit/functions/open`, called by step `open` (flow.yaml:5).
        fn open(
            &self,
            call: rt::Call<'_>,
            input: rt::Object,
        ) -> impl Future<Output = Result<types::OpenOutput, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/fruit/functions/open", input)
        }

        /// `acs:fc:::services/fruit/functions/peel`, called by the steps `peel one` (flow.yaml:30) and `peel` (flow.yaml:47).
        fn peel(
            &self,
            call: rt::Call<'_>,
            input: types::PeelInput,
        ) -> impl Future<Output = Result<types::PeelOutput, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/fruit/functions/peel", input)
        }

        /// `acs:fc:::services/fruit/functions/next`, called by the steps `first` (flow.yaml:37) and `next` (flow.yaml:52).
        fn next(
            &self,
            call: rt::Call<'_>,
            input: types::NextInput,
        ) -> impl Future<Output = Result<types::NextOutput, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/fruit/functions/next", input)
        }

        /// `acs:fc:::services/fruit/functions/serve`, called by step `serve` (flow.yaml:69).
        fn serve(
            &self,
            call: rt::Call<'_>,
            input: types::ServeInput,
        ) -> impl Future<Output = Result<types::ServeOutput, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/fruit/functions/serve", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
        functions: rt::Arc<F>,
    }

    #[allow(dead_code)]
    impl Flow<Remote> {
        /// The flow with every function forwarded to what is registered for its resource.
        #[must_use]
        pub fn remote() -> Self {
            Self::new(Remote)
        }

        /// Starts an execution under a name, or under a derived one, as `flowsmith::Engine::start` does.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::start`.
        pub async fn start<'a>(
            engine: &rt::Engine,
            name: impl Into<Option<&'a str>>,
            input: Input,
        ) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::start(engine, "flow", name, input).await
        }

        /// The execution of a name, as `flowsmith::Engine::execution` gives it.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::execution`.
        pub async fn execution(
            engine: &rt::Engine,
            name: &str,
        ) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::execution(engine, "flow", name).await
        }
    }

    #[allow(dead_code)]
    impl<F: Functions> Flow<F> {
        /// The flow with these functions.
        #[must_use]
        pub fn new(functions: F) -> Self {
            Self {
                functions: rt::Arc::new(functions),
            }
        }
    }

    impl<F: Functions> rt::Flow for Flow<F> {
        const NAME: &'static str = "flow";
        const DIGEST: &'static str = "23e9c369a53a92209b0d0def460fc489";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "open",
                    "acs:fc:::services/fruit/functions/open",
                    rt::forwards_typed::<
                        _,
                        rt::Object,
                        types::OpenOutput,
                        _,
                    >(|it: &'static F, call, input| Functions::open(it, call, input)),
                );
            needs
                .function(
                    "peel",
                    "acs:fc:::services/fruit/functions/peel",
                    rt::forwards_typed::<
                        _,
                        types::PeelInput,
                        types::PeelOutput,
                        _,
                    >(|it: &'static F, call, input| Functions::peel(it, call, input)),
                );
            needs
                .function(
                    "next",
                    "acs:fc:::services/fruit/functions/next",
                    rt::forwards_typed::<
                        _,
                        types::NextInput,
                        types::NextOutput,
                        _,
                    >(|it: &'static F, call, input| Functions::next(it, call, input)),
                );
            needs
                .function(
                    "serve",
                    "acs:fc:::services/fruit/functions/serve",
                    rt::forwards_typed::<
                        _,
                        types::ServeInput,
                        types::ServeOutput,
                        _,
                    >(|it: &'static F, call, input| Functions::serve(it, call, input)),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let local = run(cx, &self.functions, &rt::Path::ROOT, &input).await?;
            Ok(rt::fit_flow_output(rt::Value::Object(local))?)
        }
    }

    /// Calls `Functions::open`.
    struct Open;

    impl<F: Functions> rt::Function<F> for Open {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/open";
        type In = rt::Object;
        type Out = types::OpenOutput;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Object,
        ) -> impl Future<Output = Result<types::OpenOutput, rt::StepError>> + Send {
            Functions::open(host, call, input)
        }
    }

    /// Calls `Functions::peel`.
    struct Peel;

    impl<F: Functions> rt::Function<F> for Peel {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/peel";
        type In = types::PeelInput;
        type Out = types::PeelOutput;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::PeelInput,
        ) -> impl Future<Output = Result<types::PeelOutput, rt::StepError>> + Send {
            Functions::peel(host, call, input)
        }
    }

    /// Calls `Functions::next`.
    struct Next;

    impl<F: Functions> rt::Function<F> for Next {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/next";
        type In = types::NextInput;
        type Out = types::NextOutput;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::NextInput,
        ) -> impl Future<Output = Result<types::NextOutput, rt::StepError>> + Send {
            Functions::next(host, call, input)
        }
    }

    /// Calls `Functions::serve`.
    struct Serve;

    impl<F: Functions> rt::Function<F> for Serve {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/serve";
        type In = types::ServeInput;
        type Out = types::ServeOutput;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::ServeInput,
        ) -> impl Future<Output = Result<types::ServeOutput, rt::StepError>> + Send {
            Functions::serve(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Open,
        Any,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "open",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "any",
                place: "flow.yaml:10",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Open, At::Any];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Object,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open_with(cx, path, Some(At::Open), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Open => open(cx, functions, &here, input, &scope).await,
                At::Any => any(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `open`, flow.yaml:5.
    async fn open<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Object,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let argument = rt::fit(
            here,
            "$",
            rt::Value::Object(rt::overlay(scope.local.clone(), rt::object_of(input)?)),
        )?;
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Open, F>(cx, &attempt, functions, argument)
            .await??;
        let output = [("box", rt::to_json(&result)?)];
        Ok(rt::Left::to(Some(At::Any), output))
    }

    /// Choice `any`, flow.yaml:10.
    async fn any<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Object,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        if rt::eq(
            rt::either(scope.local.get("box"), input.get("box"))?.as_ref().key("count"),
            0i128,
        ) {
            let result = rt::Box::pin(
                    any_entry_0::run(cx, &here.entry(0), &any_entry_0::Reads {}),
                )
                .await?;
            return Ok(rt::Left::to(None, rt::object_of(&result)?));
        }
        let read_at = rt::to_json_option(
            rt::either(scope.local.get("at"), input.get("at"))?.as_ref(),
        )?;
        let read_at = read_at.as_ref();
        let read_box = rt::to_json_option(
            rt::either(scope.local.get("box"), input.get("box"))?.as_ref(),
        )?;
        let read_box = read_box.as_ref();
        let read_count = rt::to_json_option(
            rt::either(scope.local.get("count"), input.get("count"))?.as_ref(),
        )?;
        let read_count = read_count.as_ref();
        let result = rt::Box::pin(
                any_default::run(
                    cx,
                    functions,
                    &here.entry(1),
                    &any_default::Reads {
                        at: read_at,
                        r#box: read_box,
                        count: read_count,
                    },
                ),
            )
            .await?;
        Ok(rt::Left::to(None, result))
    }

    /// The steps of entry 0 of `any`.
    mod any_entry_0 {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where entry 0 of `any` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Empty,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "empty",
                    place: "flow.yaml:15",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Empty];
                ALL.get(index).copied()
            }
        }

        /// What it reads of its input.
        #[derive(Clone, Copy, Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde")]
        #[allow(dead_code)]
        pub(super) struct Reads {}

        /// The data of entry 0 of `any`.
        #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", default)]
        pub(super) struct Local {}

        impl rt::Slots for Local {
            fn forget(&mut self, _: &str) {}

            fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                None
            }
        }

        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Nothing {},
        }

        impl rt::Gives<Local> for Given {
            #[inline]
            fn give(self, _: &mut Local) {
                match self {
                    Self::Nothing {} => {}
                }
            }
        }

        /// The position and the data of entry 0 of `any`.
        type Scope = rt::Scope<At, 1, Local>;

        /// Runs entry 0 of `any` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &Reads,
        ) -> rt::Res<Local> {
            let mut scope = match Scope::open_with(cx, path, Some(At::Empty), input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if resumed {
                    scope.readable(cx, &here)?;
                } else {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Empty => empty(cx, &here),
                };
                scope.take_up(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `empty`, flow.yaml:15.
        fn empty<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, Given>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, Given::Nothing {}))
        }
    }

    /// The steps of the default of `any`.
    mod any_default {
        use super::{Functions, Next, Peel, Serve, rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where the default of `any` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Begin,
            HowMany,
            Serve,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "begin",
                    place: "flow.yaml:19",
                },
                rt::Step {
                    name: "how many",
                    place: "flow.yaml:25",
                },
                rt::Step {
                    name: "serve",
                    place: "flow.yaml:69",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 3] = [At::Begin, At::HowMany, At::Serve];
                ALL.get(index).copied()
            }
        }

        /// What it reads of its input.
        #[derive(Clone, Copy, Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde")]
        #[allow(dead_code)]
        pub(super) struct Reads<'a> {
            #[serde(skip)]
            pub(super) at: Option<&'a rt::Value>,
            #[serde(skip)]
            pub(super) r#box: Option<&'a rt::Value>,
            #[serde(skip)]
            pub(super) count: Option<&'a rt::Value>,
        }

        /// The position and the data of the default of `any`.
        type Scope = rt::Scope<At, 3>;

        /// Runs the default of `any` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &Reads<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open_with(cx, path, Some(At::Begin), input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if !resumed {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Begin => begin(cx, &here, input, &scope),
                    At::HowMany => how_many(cx, functions, &here, input, &scope).await,
                    At::Serve => serve(cx, functions, &here, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `begin`, flow.yaml:19.
        fn begin<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &Reads<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [
                (
                    "count",
                    rt::either(scope.local.get("box"), input.r#box)?
                        .as_ref()
                        .key("count")
                        .or_null(),
                ),
                ("one", rt::Value::Object(rt::Object::new())),
                ("bowl", rt::Value::Array(Default::default())),
            ];
            Ok(rt::Left::to(Some(At::HowMany), output))
        }

        /// Choice `how many`, flow.yaml:25.
        async fn how_many<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &Reads<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            if rt::eq(
                rt::either(scope.local.get("count"), input.count)?.as_ref(),
                1i128,
            ) {
                let read_box = rt::to_json_option(
                    rt::either(scope.local.get("box"), input.r#box)?.as_ref(),
                )?;
                let read_box = read_box.as_ref();
                let result = rt::Box::pin(
                        how_many_entry_0::run(
                            cx,
                            functions,
                            &here.entry(0),
                            &how_many_entry_0::Reads {
                                r#box: read_box,
                            },
                        ),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Serve), rt::object_of(&result)?));
            }
            let read_at = rt::to_json_option(
                rt::either(scope.local.get("at"), input.at)?.as_ref(),
            )?;
            let read_at = read_at.as_ref();
            let read_box = rt::to_json_option(
                rt::either(scope.local.get("box"), input.r#box)?.as_ref(),
            )?;
            let read_box = read_box.as_ref();
            let read_count = rt::to_json_option(
                rt::either(scope.local.get("count"), input.count)?.as_ref(),
            )?;
            let read_count = read_count.as_ref();
            let result = rt::Box::pin(
                    how_many_default::run(
                        cx,
                        functions,
                        &here.entry(1),
                        &how_many_default::Reads {
                            at: read_at,
                            r#box: read_box,
                            count: read_count,
                        },
                    ),
                )
                .await?;
            Ok(rt::Left::to(Some(At::Serve), result))
        }

        /// The steps of entry 0 of `how many`.
        mod how_many_entry_0 {
            use super::{Functions, Peel, rt, rt::prelude::*};

            #[allow(unused_imports)]
            use super::types;

            /// Where entry 0 of `how many` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                PeelOne,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "peel one",
                        place: "flow.yaml:30",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::PeelOne];
                    ALL.get(index).copied()
                }
            }

            /// What it reads of its input.
            #[derive(Clone, Copy, Debug, rt::Serialize)]
            #[serde(crate = "::flowsmith::__private::serde")]
            #[allow(dead_code)]
            pub(super) struct Reads<'a> {
                #[serde(skip)]
                pub(super) r#box: Option<&'a rt::Value>,
            }

            /// The data of entry 0 of `how many`.
            #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
            #[serde(crate = "::flowsmith::__private::serde", default)]
            pub(super) struct Local {
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                pub(super) one: rt::Slot<types::PeelOutputPeeled>,
            }

            impl rt::Slots for Local {
                #[allow(clippy::single_match)]
                fn forget(&mut self, key: &str) {
                    match key {
                        "one" => self.one = rt::Slot::Absent,
                        _ => {}
                    }
                }

                fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                    None.or_else(|| self.one.unreadable("one"))
                }
            }

            /// What the steps give to it.
            #[derive(Debug, rt::Serialize)]
            #[serde(crate = "::flowsmith::__private::serde", untagged)]
            #[allow(clippy::large_enum_variant)]
            enum Given {
                #[allow(dead_code)]
                Nothing {},
                PeelOne {
                    #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                    one: rt::Slot<types::PeelOutputPeeled>,
                },
            }

            impl rt::Gives<Local> for Given {
                #[inline]
                fn give(self, __data: &mut Local) {
                    match self {
                        Self::Nothing {} => {}
                        Self::PeelOne { one } => {
                            __data.one.take_up(one);
                        }
                    }
                }
            }

            /// The position and the data of entry 0 of `how many`.
            type Scope = rt::Scope<At, 1, Local>;

            /// Runs entry 0 of `how many` from where it stands to its end.
            pub(super) async fn run<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                path: &rt::Path<'_>,
                input: &Reads<'_>,
            ) -> rt::Res<Local> {
                let mut scope = match Scope::open_with(
                    cx,
                    path,
                    Some(At::PeelOne),
                    input,
                )? {
                    rt::Begin::Run(scope) => scope,
                    rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
                };
                while let Some(at) = scope.at {
                    let (mut here, resumed) = scope.arrive(path, at);
                    if resumed {
                        scope.readable(cx, &here)?;
                    } else {
                        here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                            .await?;
                    }
                    let left = match at {
                        At::PeelOne => peel_one(cx, functions, &here, input).await,
                    };
                    scope.take_up(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Task `peel one`, flow.yaml:30.
            async fn peel_one<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                input: &Reads<'_>,
            ) -> rt::Res<rt::Left<At, Given>> {
                let mapped = types::PeelInput {
                    fruit: rt::fit(
                        here,
                        "$input.box.fruit[0]",
                        input.r#box.key("fruit").at(0).or_null(),
                    )?,
                    others: Default::default(),
                };
                here.started_with(cx, &mapped)?;
                let argument = mapped;
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let result = rt::Context::invoke::<
                    Peel,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let output = Given::PeelOne {
                    one: rt::Slot::Held(result.peeled),
                };
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of the default of `how many`.
        mod how_many_default {
            use super::{Functions, Next, Peel, rt, rt::prelude::*};

            #[allow(unused_imports)]
            use super::types;

            /// Where the default of `how many` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                First,
                Peel,
                Next,
                More,
                Sit,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "first",
                        place: "flow.yaml:37",
                    },
                    rt::Step {
                        name: "peel",
                        place: "flow.yaml:47",
                    },
                    rt::Step {
                        name: "next",
                        place: "flow.yaml:52",
                    },
                    rt::Step {
                        name: "more",
                        place: "flow.yaml:59",
                    },
                    rt::Step {
                        name: "sit",
                        place: "flow.yaml:66",
                    },
                ];

                const REPEATS: Option<(usize, usize)> = Some((1, 3));

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 5] = [
                        At::First,
                        At::Peel,
                        At::Next,
                        At::More,
                        At::Sit,
                    ];
                    ALL.get(index).copied()
                }
            }

            /// What it reads of its input.
            #[derive(Clone, Copy, Debug, rt::Serialize)]
            #[serde(crate = "::flowsmith::__private::serde")]
            #[allow(dead_code)]
            pub(super) struct Reads<'a> {
                #[serde(skip)]
                pub(super) at: Option<&'a rt::Value>,
                #[serde(skip)]
                pub(super) r#box: Option<&'a rt::Value>,
                #[serde(skip)]
                pub(super) count: Option<&'a rt::Value>,
            }

            /// The position and the data of the default of `how many`.
            type Scope = rt::Scope<At, 5>;

            /// Runs the default of `how many` from where it stands to its end.
            pub(super) async fn run<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                path: &rt::Path<'_>,
                input: &Reads<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open_with(
                    cx,
                    path,
                    Some(At::First),
                    input,
                )? {
                    rt::Begin::Run(scope) => scope,
                    rt::Begin::Done(outcome) => return Ok(outcome),
                };
                while let Some(at) = scope.at {
                    let (mut here, resumed) = scope.arrive(path, at);
                    if !resumed {
                        here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                            .await?;
                    }
                    let left = match at {
                        At::First => first(cx, functions, &here, input).await,
                        At::Peel => peel(cx, functions, &here, &scope).await,
                        At::Next => next(cx, functions, &here, &scope).await,
                        At::More => more(cx, &here, input, &scope),
                        At::Sit => sit(cx, &here, input, &scope),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Task `first`, flow.yaml:37.
            async fn first<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                input: &Reads<'_>,
            ) -> rt::Res<rt::Left<At>> {
                let mapped = types::NextInput {
                    bowl: rt::fit(
                        here,
                        "$input.box.fruit",
                        input.r#box.key("fruit").or_null(),
                    )?,
                    at: -1i64,
                    peeled: None,
                    others: Default::default(),
                };
                here.started_with(cx, &mapped)?;
                let argument = mapped;
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let result = rt::Context::invoke::<
                    Next,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let output = [
                    ("at", rt::Value::from(0i64)),
                    ("fruit", rt::to_json(&result.fruit)?),
                    ("bowl", rt::to_json(&result.bowl)?),
                ];
                Ok(rt::Left::to(Some(At::Peel), output))
            }

            /// Task `peel`, flow.yaml:47.
            async fn peel<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let mapped = types::PeelInput {
                    fruit: rt::fit(
                        here,
                        "$local.fruit",
                        scope.local.get("fruit").or_null(),
                    )?,
                    others: Default::default(),
                };
                here.started_with(cx, &mapped)?;
                let argument = mapped;
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let result = rt::Context::invoke::<
                    Peel,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let output = [("peeled", rt::to_json(&result.peeled)?)];
                Ok(rt::Left::to(Some(At::Next), output))
            }

            /// Task `next`, flow.yaml:52.
            async fn next<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let mapped = types::NextInput {
                    bowl: rt::fit(
                        here,
                        "$local.bowl",
                        scope.local.get("bowl").or_null(),
                    )?,
                    at: rt::fit(here, "$local.at", scope.local.get("at").or_null())?,
                    peeled: rt::fit_opt(
                        here,
                        "$local.peeled",
                        scope.local.get("peeled").or_null(),
                    )?,
                    others: Default::default(),
                };
                here.started_with(cx, &mapped)?;
                let argument = mapped;
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let result = rt::Context::invoke::<
                    Next,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                Ok(rt::Left::to(Some(At::More), rt::object(rt::to_json(&result)?)?))
            }

            /// Choice `more`, flow.yaml:59.
            fn more<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &Reads<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                if rt::lt(
                    here,
                    rt::Nulls::False,
                    rt::either(scope.local.get("at"), input.at)?.as_ref(),
                    rt::either(scope.local.get("count"), input.count)?.as_ref(),
                )? {
                    return Ok(rt::Left::to(Some(At::Peel), rt::Object::new()));
                }
                Ok(rt::Left::to(Some(At::Sit), rt::Object::new()))
            }

            /// Pass `sit`, flow.yaml:66.
            fn sit<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &Reads<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [
                    (
                        "sat",
                        rt::either(scope.local.get("count"), input.count)?
                            .as_ref()
                            .or_null(),
                    ),
                ];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Task `serve`, flow.yaml:69.
        async fn serve<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = types::ServeInput {
                count: rt::fit(
                    here,
                    "$local.count",
                    scope.local.get("count").or_null(),
                )?,
                one: scope.local.get("one").or_null(),
                bowl: rt::fit(here, "$local.bowl", scope.local.get("bowl").or_null())?,
                others: Default::default(),
            };
            here.started_with(cx, &mapped)?;
            let argument = mapped;
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Serve,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, rt::object(rt::to_json(&result)?)?))
        }
    }
}
