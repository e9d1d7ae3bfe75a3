/// The flow `never_started`, generated from `never.yaml`.
#[allow(clippy::pedantic)]
pub mod never {
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

    /// The flow `never_started` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "never_started";
        const DIGEST: &'static str = "459643d8c0b2bf0a4f8c247f05c4b8dc";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {}

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[];

        fn index(self) -> usize {
            match self {}
        }

        fn from_index(_: usize) -> Option<Self> {
            None
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 0>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let scope = match Scope::open(cx, path, None, input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        scope.close(cx, path)
    }
}
