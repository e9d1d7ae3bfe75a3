/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Each{{"Each<br/>for each of $Input.cases<br/>40 at a time"}}
///   join_Each(( ))
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_try{{"try"}}
///     join_try(( ))
///     s_caught("caught")
///     subgraph g_Branch0["Branch0"]
///       s_which{"which"}
///       s_length("length")
///       s_split("split")
///       s_arrayContains("arrayContains")
///       s_mapKeys("mapKeys")
///       s_jsonMerge("jsonMerge")
///       s_stringToJson("stringToJson")
///       s_fromBase64("fromBase64")
///       s_hash("hash")
///       s_get("get")
///       s_intAdd("intAdd")
///       s_randomInt("randomInt")
///       s_regexMatchString("regexMatchString")
///       s_format("format")
///       s_toBase64("toBase64")
///       s_arrayUnique("arrayUnique")
///       s_mapValues("mapValues")
///       s_missing("missing")
///       s_in("in")
///       s_negative("negative")
///       s_order("order")
///     end
///   end
///   start --> s_Each
///   s_Each --> s_try
///   join_Each --> finish
///   s_try --> s_which
///   join_try --> join_Each
///   s_try -.->|"FnF.RuntimeError"| s_caught
///   s_which -->|"$Input.f == #quot;length#quot;"| s_length
///   s_which -->|"$Input.f == #quot;split#quot;"| s_split
///   s_which -->|"$Input.f == #quot;arrayContains#quot;"| s_arrayContains
///   s_which -->|"$Input.f == #quot;mapKeys#quot;"| s_mapKeys
///   s_which -->|"$Input.f == #quot;jsonMerge#quot;"| s_jsonMerge
///   s_which -->|"$Input.f == #quot;stringToJson#quot;"| s_stringToJson
///   s_which -->|"$Input.f == #quot;fromBase64#quot;"| s_fromBase64
///   s_which -->|"$Input.f == #quot;hash#quot;"| s_hash
///   s_which -->|"$Input.f == #quot;get#quot;"| s_get
///   s_which -->|"$Input.f == #quot;intAdd#quot;"| s_intAdd
///   s_which -->|"$Input.f == #quot;randomInt#quot;"| s_randomInt
///   s_which -->|"$Input.f == #quot;regexMatchString#quot;"| s_regexMatchString
///   s_which -->|"$Input.f == #quot;format#quot;"| s_format
///   s_which -->|"$Input.f == #quot;toBase64#quot;"| s_toBase64
///   s_which -->|"$Input.f == #quot;arrayUnique#quot;"| s_arrayUnique
///   s_which -->|"$Input.f == #quot;mapValues#quot;"| s_mapValues
///   s_which -->|"$Input.f == #quot;missing#quot;"| s_missing
///   s_which -->|"$Input.f == #quot;in#quot;"| s_in
///   s_which -->|"$Input.f == #quot;negative#quot;"| s_negative
///   s_which -->|"default"| s_order
///   s_length --> join_try
///   s_split --> join_try
///   s_arrayContains --> join_try
///   s_mapKeys --> join_try
///   s_jsonMerge --> join_try
///   s_stringToJson --> join_try
///   s_fromBase64 --> join_try
///   s_hash --> join_try
///   s_get --> join_try
///   s_intAdd --> join_try
///   s_randomInt --> join_try
///   s_regexMatchString --> join_try
///   s_format --> join_try
///   s_toBase64 --> join_try
///   s_arrayUnique --> join_try
///   s_mapValues --> join_try
///   s_missing --> join_try
///   s_in --> join_try
///   s_negative --> join_try
///   s_order --> join_try
///   s_caught --> join_Each
///   linkStyle 5 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {}

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
        #[allow(dead_code)]
        functions: rt::Arc<F>,
    }

    #[allow(dead_code)]
    impl Flow<Remote> {
        /// The flow with every function forwarded to what is registered for its resource.
        #[must_use]
        pub fn remote() -> Self {
            Self::new(Remote)
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
        const DIGEST: &'static str = "581eadb0cd7bc7d22f64d452e9a2a642";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &rt::Path::ROOT, input).await
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Each,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Each",
                place: "flow.yaml:7",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Each];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Each), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Each => each(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `Each`, flow.yaml:7.
    async fn each<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let items = rt::collection(here, "$Input.cases", data.key("cases"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(40),
                |index| async move {
                    each_body::run(cx, &here.item(index), items[index].clone()).await
                },
            )
            .await?;
        let mut result = rt::items(outcomes);
        let output = rt::Value::Object(
            rt::entries([
                (
                    "all",
                    rt::taken(here, "$Output.Items", rt::take(&mut result, "Items"))?,
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `Each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `Each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Try,
            Caught,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "try",
                    place: "flow.yaml:13",
                },
                rt::Step {
                    name: "caught",
                    place: "flow.yaml:67",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Try, At::Caught];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `Each`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs an iteration of `Each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Try),
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
                    At::Try => r#try(cx, &here, scope.take()).await,
                    At::Caught => caught(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Parallel `try`, flow.yaml:13.
        async fn r#try<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let outcome = async {
                let given = &data;
                let outcomes = rt::foreach(
                        1,
                        1,
                        |_| async move {
                            try_branch_0::run(cx, &here.branch(0), given.clone()).await
                        },
                    )
                    .await?;
                let result = rt::branches(outcomes);
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::found(
                                    here,
                                    "$Output.Branch0.got",
                                    result.key("Branch0").key("got"),
                                )?
                                .clone(),
                        ),
                    ]),
                );
                rt::Res::Ok(rt::Left::to(None, output))
            }
                .await;
            match outcome {
                Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                    let caught = rt::caught(&error);
                    let output = rt::Value::Object(
                        rt::entries([
                            ("f", rt::found(here, "$Input.f", data.key("f"))?.clone()),
                            ("why", caught.get("cause").or_null()),
                        ]),
                    );
                    Ok(rt::Left::caught(Some(At::Caught), output, error))
                }
                outcome => outcome,
            }
        }

        /// The steps of branch 0 of `try`.
        mod try_branch_0 {
            use super::{rt, rt::prelude::*};

            /// Where branch 0 of `try` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Which,
                Length,
                Split,
                ArrayContains,
                MapKeys,
                JsonMerge,
                StringToJson,
                FromBase64,
                Hash,
                Get,
                IntAdd,
                RandomInt,
                RegexMatchString,
                Format,
                ToBase64,
                ArrayUnique,
                MapValues,
                Missing,
                In,
                Negative,
                Order,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "which",
                        place: "flow.yaml:18",
                    },
                    rt::Step {
                        name: "length",
                        place: "flow.yaml:41",
                    },
                    rt::Step {
                        name: "split",
                        place: "flow.yaml:42",
                    },
                    rt::Step {
                        name: "arrayContains",
                        place: "flow.yaml:43",
                    },
                    rt::Step {
                        name: "mapKeys",
                        place: "flow.yaml:44",
                    },
                    rt::Step {
                        name: "jsonMerge",
                        place: "flow.yaml:45",
                    },
                    rt::Step {
                        name: "stringToJson",
                        place: "flow.yaml:46",
                    },
                    rt::Step {
                        name: "fromBase64",
                        place: "flow.yaml:47",
                    },
                    rt::Step {
                        name: "hash",
                        place: "flow.yaml:48",
                    },
                    rt::Step {
                        name: "get",
                        place: "flow.yaml:49",
                    },
                    rt::Step {
                        name: "intAdd",
                        place: "flow.yaml:50",
                    },
                    rt::Step {
                        name: "randomInt",
                        place: "flow.yaml:51",
                    },
                    rt::Step {
                        name: "regexMatchString",
                        place: "flow.yaml:52",
                    },
                    rt::Step {
                        name: "format",
                        place: "flow.yaml:53",
                    },
                    rt::Step {
                        name: "toBase64",
                        place: "flow.yaml:54",
                    },
                    rt::Step {
                        name: "arrayUnique",
                        place: "flow.yaml:55",
                    },
                    rt::Step {
                        name: "mapValues",
                        place: "flow.yaml:56",
                    },
                    rt::Step {
                        name: "missing",
                        place: "flow.yaml:57",
                    },
                    rt::Step {
                        name: "in",
                        place: "flow.yaml:58",
                    },
                    rt::Step {
                        name: "negative",
                        place: "flow.yaml:59",
                    },
                    rt::Step {
                        name: "order",
                        place: "flow.yaml:60",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 21] = [
                        At::Which,
                        At::Length,
                        At::Split,
                        At::ArrayContains,
                        At::MapKeys,
                        At::JsonMerge,
                        At::StringToJson,
                        At::FromBase64,
                        At::Hash,
                        At::Get,
                        At::IntAdd,
                        At::RandomInt,
                        At::RegexMatchString,
                        At::Format,
                        At::ToBase64,
                        At::ArrayUnique,
                        At::MapValues,
                        At::Missing,
                        At::In,
                        At::Negative,
                        At::Order,
                    ];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of branch 0 of `try`.
            type Scope = rt::Scope<At, 21, rt::Value>;

            /// Runs branch 0 of `try` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Which),
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
                        At::Which => which(cx, &here, scope.take()),
                        At::Length => length(cx, &here, scope.take()),
                        At::Split => split(cx, &here, scope.take()),
                        At::ArrayContains => array_contains(cx, &here, scope.take()),
                        At::MapKeys => map_keys(cx, &here, scope.take()),
                        At::JsonMerge => json_merge(cx, &here, scope.take()),
                        At::StringToJson => string_to_json(cx, &here, scope.take()),
                        At::FromBase64 => from_base64(cx, &here, scope.take()),
                        At::Hash => hash(cx, &here, scope.take()),
                        At::Get => get(cx, &here, scope.take()),
                        At::IntAdd => int_add(cx, &here, scope.take()),
                        At::RandomInt => random_int(cx, &here, scope.take()),
                        At::RegexMatchString => {
                            regex_match_string(cx, &here, scope.take())
                        }
                        At::Format => format(cx, &here, scope.take()),
                        At::ToBase64 => to_base64(cx, &here, scope.take()),
                        At::ArrayUnique => array_unique(cx, &here, scope.take()),
                        At::MapValues => map_values(cx, &here, scope.take()),
                        At::Missing => missing(cx, &here, scope.take()),
                        At::In => r#in(cx, &here, scope.take()),
                        At::Negative => negative(cx, &here, scope.take()),
                        At::Order => order(cx, &here, scope.take()),
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Choice `which`, flow.yaml:18.
            fn which<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "length") {
                    return Ok(rt::Left::to(Some(At::Length), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "split") {
                    return Ok(rt::Left::to(Some(At::Split), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "arrayContains") {
                    return Ok(rt::Left::to(Some(At::ArrayContains), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "mapKeys") {
                    return Ok(rt::Left::to(Some(At::MapKeys), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "jsonMerge") {
                    return Ok(rt::Left::to(Some(At::JsonMerge), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "stringToJson") {
                    return Ok(rt::Left::to(Some(At::StringToJson), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "fromBase64") {
                    return Ok(rt::Left::to(Some(At::FromBase64), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "hash") {
                    return Ok(rt::Left::to(Some(At::Hash), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "get") {
                    return Ok(rt::Left::to(Some(At::Get), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "intAdd") {
                    return Ok(rt::Left::to(Some(At::IntAdd), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "randomInt") {
                    return Ok(rt::Left::to(Some(At::RandomInt), data));
                }
                if rt::eq(
                    rt::found(here, "$Input.f", data.key("f"))?,
                    "regexMatchString",
                ) {
                    return Ok(rt::Left::to(Some(At::RegexMatchString), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "format") {
                    return Ok(rt::Left::to(Some(At::Format), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "toBase64") {
                    return Ok(rt::Left::to(Some(At::ToBase64), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "arrayUnique") {
                    return Ok(rt::Left::to(Some(At::ArrayUnique), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "mapValues") {
                    return Ok(rt::Left::to(Some(At::MapValues), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "missing") {
                    return Ok(rt::Left::to(Some(At::Missing), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "in") {
                    return Ok(rt::Left::to(Some(At::In), data));
                }
                if rt::eq(rt::found(here, "$Input.f", data.key("f"))?, "negative") {
                    return Ok(rt::Left::to(Some(At::Negative), data));
                }
                Ok(rt::Left::to(Some(At::Order), data))
            }

            /// Pass `length`, flow.yaml:41.
            fn length<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::length(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `split`, flow.yaml:42.
            fn split<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::split(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                                &rt::Value::from(","),
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `arrayContains`, flow.yaml:43.
            fn array_contains<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::Value::Bool(
                                rt::builtin::array_contains(
                                    here,
                                    rt::found(here, "$Input.v", data.key("v"))?,
                                    &rt::Value::from(1i64),
                                )?,
                            ),
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `mapKeys`, flow.yaml:44.
            fn map_keys<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::map_keys(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `jsonMerge`, flow.yaml:45.
            fn json_merge<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::json_merge(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                                &rt::Value::Object(rt::Object::new()),
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `stringToJson`, flow.yaml:46.
            fn string_to_json<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::string_to_json(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `fromBase64`, flow.yaml:47.
            fn from_base64<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::from_base64(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `hash`, flow.yaml:48.
            fn hash<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::hash(
                                here,
                                &rt::Value::from("a"),
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `get`, flow.yaml:49.
            fn get<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::get(
                                here,
                                &rt::Value::from([rt::Value::from(1i64)]),
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `intAdd`, flow.yaml:50.
            fn int_add<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::int_add(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                                &rt::Value::from(1i64),
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `randomInt`, flow.yaml:51.
            fn random_int<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::random_int(
                                cx,
                                here,
                                0,
                                rt::found(here, "$Input.v", data.key("v"))?,
                                &rt::Value::from(1i64),
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `regexMatchString`, flow.yaml:52.
            fn regex_match_string<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::Value::Bool(
                                rt::builtin::regex_match_string(
                                    here,
                                    &rt::Value::from("a"),
                                    rt::found(here, "$Input.v", data.key("v"))?,
                                )?,
                            ),
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `format`, flow.yaml:53.
            fn format<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::format(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                                &[&rt::Value::from(1i64)],
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `toBase64`, flow.yaml:54.
            fn to_base64<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::to_base64(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `arrayUnique`, flow.yaml:55.
            fn array_unique<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::array_unique(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `mapValues`, flow.yaml:56.
            fn map_values<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::map_values(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `missing`, flow.yaml:57.
            fn missing<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::builtin::length(
                                here,
                                rt::found(here, "$Input.none", data.key("none"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `in`, flow.yaml:58.
            fn r#in<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::Value::Bool(
                                rt::is_in(
                                    here,
                                    &rt::Value::from(1i64),
                                    rt::found(here, "$Input.v", data.key("v"))?,
                                )?,
                            ),
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `negative`, flow.yaml:59.
            fn negative<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::negative(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `order`, flow.yaml:60.
            fn order<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "got",
                            rt::Value::Bool(
                                rt::gt(
                                    here,
                                    rt::Nulls::Fail,
                                    rt::found(here, "$Input.v", data.key("v"))?,
                                    1i128,
                                )?,
                            ),
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }
        }

        /// Pass `caught`, flow.yaml:67.
        fn caught<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(
                rt::entries([
                    ("f", rt::found(here, "$Input.f", data.key("f"))?.clone()),
                    (
                        "failed",
                        rt::Value::Bool(
                            rt::gt(
                                here,
                                rt::Nulls::Fail,
                                &rt::builtin::length(
                                    here,
                                    rt::found(here, "$Input.why", data.key("why"))?,
                                )?,
                                20i128,
                            )?,
                        ),
                    ),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }
    }
}
