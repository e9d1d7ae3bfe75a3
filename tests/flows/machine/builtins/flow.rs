/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_text("text")
///   s_data("data")
///   s_random("random")
///   s_last("last")
///   finish(["end"])
///   start --> s_text
///   s_text --> s_data
///   s_data --> s_random
///   s_random --> s_last
///   s_last --> finish
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
        const DIGEST: &'static str = "a3000b70febd39638b0b88c81735b2f9";
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
        Text,
        Data,
        Random,
        Last,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "text",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "data",
                place: "flow.yaml:24",
            },
            rt::Step {
                name: "random",
                place: "flow.yaml:44",
            },
            rt::Step {
                name: "last",
                place: "flow.yaml:54",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Text, At::Data, At::Random, At::Last];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Text), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Text => text(cx, &here, scope.take()),
                At::Data => data_2(cx, &here, scope.take()),
                At::Random => random(cx, &here, scope.take()),
                At::Last => last(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `text`, flow.yaml:7.
    fn text<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("data", data.clone()),
                (
                    "format",
                    rt::builtin::format(
                        here,
                        &rt::Value::from("{} of {}: {}, {}"),
                        &[
                            rt::found(here, "$Input.name", data.key("name"))?,
                            &rt::Value::from(12.5f64),
                            rt::found(here, "$Input.list", data.key("list"))?,
                            &rt::Value::Bool(true),
                        ],
                    )?,
                ),
                ("plain", rt::builtin::format(here, &rt::Value::from("no holes"), &[])?),
                (
                    "length",
                    rt::Value::from([
                        rt::builtin::length(
                            here,
                            rt::found(here, "$Input.name", data.key("name"))?,
                        )?,
                        rt::builtin::length(
                            here,
                            rt::found(here, "$Input.list", data.key("list"))?,
                        )?,
                        rt::builtin::length(
                            here,
                            rt::found(here, "$Input.object", data.key("object"))?,
                        )?,
                        rt::builtin::length(here, &rt::Value::from(""))?,
                    ]),
                ),
                (
                    "split",
                    rt::builtin::split(
                        here,
                        rt::found(here, "$Input.csv", data.key("csv"))?,
                        &rt::Value::from(","),
                    )?,
                ),
                (
                    "match",
                    rt::Value::Bool(
                        rt::builtin::regex_match_string(
                            here,
                            rt::found(here, "$Input.name", data.key("name"))?,
                            &rt::Value::from("^[A-Z]\\w+$"),
                        )?,
                    ),
                ),
                (
                    "no match",
                    rt::Value::Bool(
                        rt::builtin::regex_match_string(
                            here,
                            rt::found(here, "$Input.name", data.key("name"))?,
                            &rt::Value::from("^\\d"),
                        )?,
                    ),
                ),
                (
                    "base64",
                    rt::builtin::to_base64(
                        here,
                        rt::found(here, "$Input.name", data.key("name"))?,
                    )?,
                ),
                ("back", rt::builtin::from_base64(here, &rt::Value::from("5Lu35qC8"))?),
                (
                    "md5",
                    rt::builtin::hash(
                        here,
                        &rt::Value::from(""),
                        &rt::Value::from("MD5"),
                    )?,
                ),
                (
                    "sha1",
                    rt::builtin::hash(
                        here,
                        &rt::Value::from("abc"),
                        &rt::Value::from("SHA-1"),
                    )?,
                ),
                (
                    "sha256",
                    rt::builtin::hash(
                        here,
                        &rt::Value::from("abc"),
                        &rt::Value::from("SHA-256"),
                    )?,
                ),
                (
                    "sha512",
                    rt::builtin::length(
                        here,
                        &rt::builtin::hash(
                            here,
                            &rt::Value::from("abc"),
                            &rt::Value::from("SHA-512"),
                        )?,
                    )?,
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Data), output).forgetting(&["json"]))
    }

    /// Pass `data`, flow.yaml:24.
    fn data_2<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("text", data.clone()),
                (
                    "contains",
                    rt::Value::Bool(
                        rt::builtin::array_contains(
                            here,
                            rt::found(
                                here,
                                "$Input.data.list",
                                data.key("data").key("list"),
                            )?,
                            &rt::Value::from(2.0f64),
                        )?,
                    ),
                ),
                (
                    "does not",
                    rt::Value::Bool(
                        rt::builtin::array_contains(
                            here,
                            rt::found(
                                here,
                                "$Input.data.list",
                                data.key("data").key("list"),
                            )?,
                            &rt::Value::from("2"),
                        )?,
                    ),
                ),
                (
                    "unique",
                    rt::builtin::array_unique(
                        here,
                        rt::found(
                            here,
                            "$Input.data.many",
                            data.key("data").key("many"),
                        )?,
                    )?,
                ),
                (
                    "array",
                    rt::Value::from([
                        rt::found(
                                here,
                                "$Input.data.name",
                                data.key("data").key("name"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.object",
                                data.key("data").key("object"),
                            )?
                            .clone(),
                        rt::Value::from([
                            rt::Value::from(1i64),
                            rt::Value::from("x"),
                            rt::Value::Null,
                        ]),
                        rt::Value::Object(
                            rt::entries([
                                ("k", rt::Value::from([rt::Value::Bool(true)])),
                            ]),
                        ),
                    ]),
                ),
                ("none", rt::Value::Array(Default::default())),
                (
                    "keys",
                    rt::builtin::map_keys(
                        here,
                        rt::found(
                            here,
                            "$Input.data.object",
                            data.key("data").key("object"),
                        )?,
                    )?,
                ),
                (
                    "values",
                    rt::builtin::map_values(
                        here,
                        rt::found(
                            here,
                            "$Input.data.object",
                            data.key("data").key("object"),
                        )?,
                    )?,
                ),
                (
                    "merge",
                    rt::builtin::json_merge(
                        here,
                        rt::found(
                            here,
                            "$Input.data.object",
                            data.key("data").key("object"),
                        )?,
                        &rt::Value::Object(
                            rt::entries([
                                ("b", rt::Value::from(3i64)),
                                (
                                    "c",
                                    rt::Value::Object(
                                        rt::entries([("d", rt::Value::from(4i64))]),
                                    ),
                                ),
                            ]),
                        ),
                    )?,
                ),
                (
                    "parsed",
                    rt::builtin::string_to_json(
                        here,
                        rt::found(
                            here,
                            "$Input.data.json",
                            data.key("data").key("json"),
                        )?,
                    )?,
                ),
                (
                    "again",
                    rt::builtin::string_to_json(
                        here,
                        rt::found(
                            here,
                            "$Input.data.object",
                            data.key("data").key("object"),
                        )?,
                    )?,
                ),
                (
                    "written",
                    rt::builtin::json_to_string(
                        here,
                        rt::found(
                            here,
                            "$Input.data.object",
                            data.key("data").key("object"),
                        )?,
                    )?,
                ),
                (
                    "element",
                    rt::builtin::get(
                        here,
                        rt::found(
                            here,
                            "$Input.data.list",
                            data.key("data").key("list"),
                        )?,
                        &rt::Value::from(1i64),
                    )?,
                ),
                (
                    "value",
                    rt::builtin::get(
                        here,
                        rt::found(
                            here,
                            "$Input.data.object",
                            data.key("data").key("object"),
                        )?,
                        &rt::Value::from("a"),
                    )?,
                ),
                (
                    "sum",
                    rt::builtin::int_add(
                        here,
                        &rt::Value::from(-3i64),
                        &rt::builtin::length(here, &rt::Value::from("four"))?,
                    )?,
                ),
                (
                    "nested",
                    rt::builtin::string_to_json(
                        here,
                        &rt::builtin::from_base64(
                            here,
                            &rt::builtin::to_base64(
                                here,
                                &rt::builtin::json_to_string(
                                    here,
                                    &rt::builtin::json_merge(
                                        here,
                                        rt::found(
                                            here,
                                            "$Input.data.object",
                                            data.key("data").key("object"),
                                        )?,
                                        &rt::Value::Object(rt::Object::new()),
                                    )?,
                                )?,
                            )?,
                        )?,
                    )?,
                ),
            ]),
        );
        Ok(
            rt::Left::to(Some(At::Random), output)
                .forgetting(
                    &[
                        "back",
                        "base64",
                        "data",
                        "format",
                        "length",
                        "match",
                        "md5",
                        "no match",
                        "plain",
                        "sha1",
                        "sha256",
                        "sha512",
                        "split",
                    ],
                ),
        )
    }

    /// Pass `random`, flow.yaml:44.
    fn random<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("text", rt::found(here, "$Input.text", data.key("text"))?.clone()),
                ("data", data.clone()),
                ("id", rt::builtin::length(here, &rt::builtin::uuid(cx, here, 1)?)?),
                (
                    "other ids",
                    rt::builtin::length(
                        here,
                        &rt::builtin::array_unique(
                            here,
                            &rt::Value::from([
                                rt::builtin::uuid(cx, here, 5)?,
                                rt::builtin::uuid(cx, here, 6)?,
                                rt::builtin::uuid(cx, here, 7)?,
                            ]),
                        )?,
                    )?,
                ),
                (
                    "one",
                    rt::builtin::random_int(
                        cx,
                        here,
                        8,
                        &rt::Value::from(5i64),
                        &rt::Value::from(5i64),
                    )?,
                ),
                (
                    "in range",
                    rt::Value::Bool(
                        rt::is_in(
                            here,
                            &rt::builtin::random_int(
                                cx,
                                here,
                                9,
                                &rt::Value::from(-2i64),
                                &rt::Value::from(2i64),
                            )?,
                            &rt::Value::from([
                                rt::Value::from(-2i64),
                                rt::Value::from(-1i64),
                                rt::Value::from(0i64),
                                rt::Value::from(1i64),
                                rt::Value::from(2i64),
                            ]),
                        )?,
                    ),
                ),
            ]),
        );
        Ok(
            rt::Left::to(Some(At::Last), output)
                .forgetting(
                    &[
                        "again",
                        "array",
                        "contains",
                        "does not",
                        "element",
                        "keys",
                        "merge",
                        "nested",
                        "none",
                        "parsed",
                        "sum",
                        "unique",
                        "value",
                        "values",
                        "written",
                    ],
                ),
        )
    }

    /// Pass `last`, flow.yaml:54.
    fn last<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "format",
                    rt::found(
                            here,
                            "$Input.text.format",
                            data.key("text").key("format"),
                        )?
                        .clone(),
                ),
                (
                    "plain",
                    rt::found(here, "$Input.text.plain", data.key("text").key("plain"))?
                        .clone(),
                ),
                (
                    "length",
                    rt::found(
                            here,
                            "$Input.text.length",
                            data.key("text").key("length"),
                        )?
                        .clone(),
                ),
                (
                    "split",
                    rt::found(here, "$Input.text.split", data.key("text").key("split"))?
                        .clone(),
                ),
                (
                    "match",
                    rt::Value::from([
                        rt::found(
                                here,
                                "$Input.text.match",
                                data.key("text").key("match"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.text.no match",
                                data.key("text").key("no match"),
                            )?
                            .clone(),
                    ]),
                ),
                (
                    "base64",
                    rt::Value::from([
                        rt::found(
                                here,
                                "$Input.text.base64",
                                data.key("text").key("base64"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.text.back",
                                data.key("text").key("back"),
                            )?
                            .clone(),
                    ]),
                ),
                (
                    "hashes",
                    rt::Value::from([
                        rt::found(here, "$Input.text.md5", data.key("text").key("md5"))?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.text.sha1",
                                data.key("text").key("sha1"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.text.sha256",
                                data.key("text").key("sha256"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.text.sha512",
                                data.key("text").key("sha512"),
                            )?
                            .clone(),
                    ]),
                ),
                (
                    "contains",
                    rt::Value::from([
                        rt::found(
                                here,
                                "$Input.data.contains",
                                data.key("data").key("contains"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.does not",
                                data.key("data").key("does not"),
                            )?
                            .clone(),
                    ]),
                ),
                (
                    "unique",
                    rt::found(
                            here,
                            "$Input.data.unique",
                            data.key("data").key("unique"),
                        )?
                        .clone(),
                ),
                (
                    "array",
                    rt::found(here, "$Input.data.array", data.key("data").key("array"))?
                        .clone(),
                ),
                (
                    "none",
                    rt::found(here, "$Input.data.none", data.key("data").key("none"))?
                        .clone(),
                ),
                (
                    "map",
                    rt::Value::from([
                        rt::found(
                                here,
                                "$Input.data.keys",
                                data.key("data").key("keys"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.values",
                                data.key("data").key("values"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.merge",
                                data.key("data").key("merge"),
                            )?
                            .clone(),
                    ]),
                ),
                (
                    "json",
                    rt::Value::from([
                        rt::found(
                                here,
                                "$Input.data.parsed",
                                data.key("data").key("parsed"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.again",
                                data.key("data").key("again"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.written",
                                data.key("data").key("written"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.nested",
                                data.key("data").key("nested"),
                            )?
                            .clone(),
                    ]),
                ),
                (
                    "get",
                    rt::Value::from([
                        rt::found(
                                here,
                                "$Input.data.element",
                                data.key("data").key("element"),
                            )?
                            .clone(),
                        rt::found(
                                here,
                                "$Input.data.value",
                                data.key("data").key("value"),
                            )?
                            .clone(),
                    ]),
                ),
                (
                    "sum",
                    rt::found(here, "$Input.data.sum", data.key("data").key("sum"))?
                        .clone(),
                ),
                (
                    "random",
                    rt::Value::from([
                        rt::found(here, "$Input.id", data.key("id"))?.clone(),
                        rt::found(here, "$Input.other ids", data.key("other ids"))?
                            .clone(),
                        rt::found(here, "$Input.one", data.key("one"))?.clone(),
                        rt::found(here, "$Input.in range", data.key("in range"))?.clone(),
                    ]),
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}
