//! On structs: what the generator is to write once shapes are known, and the same by hand.

use std::sync::Arc;

use flowsmith::{
    __private::{self as rt, Context, Position, Res},
    Call, StepError,
};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Order {
    id: String,
    items: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Input {
    order: Order,
    n: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Output {
    order: Order,
    n: i64,
    m: i64,
}

pub(crate) fn input() -> Input {
    Input { order: Order { id: "o-123".to_owned(), items: vec!["a".to_owned(), "b".to_owned()] }, n: 7 }
}

pub(crate) trait Functions: Send + Sync + 'static {
    fn one(&self, call: Call<'_>, input: Input) -> impl Future<Output = Result<Input, StepError>> + Send;
    fn two(&self, call: Call<'_>, input: Input) -> impl Future<Output = Result<Input, StepError>> + Send;
    fn three(&self, call: Call<'_>, input: Input) -> impl Future<Output = Result<Input, StepError>> + Send;
}

/// Functions that return what they get.
#[derive(Debug)]
pub(crate) struct Same;

impl Functions for Same {
    async fn one(&self, _: Call<'_>, input: Input) -> Result<Input, StepError> {
        Ok(input)
    }

    async fn two(&self, _: Call<'_>, input: Input) -> Result<Input, StepError> {
        Ok(input)
    }

    async fn three(&self, _: Call<'_>, input: Input) -> Result<Input, StepError> {
        Ok(input)
    }
}

macro_rules! function {
    ($marker:ident, $method:ident) => {
        struct $marker;

        impl<F: Functions> rt::Function<F> for $marker {
            const RESOURCE: &'static str = stringify!($method);
            type In = Input;
            type Out = Input;

            fn call(host: &F, call: Call<'_>, input: Input) -> impl Future<Output = Result<Input, StepError>> + Send {
                host.$method(call, input)
            }
        }
    };
}

function!(One, one);
function!(Two, two);
function!(Three, three);

#[derive(Debug)]
pub(crate) struct Flow<F>(Arc<F>);

impl<F: Functions> Flow<F> {
    pub(crate) fn new(functions: F) -> Self {
        Self(Arc::new(functions))
    }
}

#[derive(Debug, Clone, Copy)]
enum At {
    One,
    Two,
    Three,
}

impl Position for At {
    const STEPS: &'static [rt::Step] = &[
        rt::Step { name: "one", place: "w1:1" },
        rt::Step { name: "two", place: "w1:2" },
        rt::Step { name: "three", place: "w1:3" },
    ];

    fn index(self) -> usize {
        self as usize
    }

    fn from_index(index: usize) -> Option<Self> {
        [Self::One, Self::Two, Self::Three].get(index).copied()
    }
}

#[derive(Default, Serialize, Deserialize)]
struct Local {
    one: Option<Input>,
    two: Option<Input>,
    three: Option<Input>,
}

type Scope = rt::Scope<At, 3, Local>;

impl<F: Functions> flowsmith::Flow for Flow<F> {
    const NAME: &'static str = "w1";
    const DIGEST: &'static str = "";
    const TIMEOUT_SECONDS: Option<u64> = None;
    type Input = Input;
    type Output = Output;

    async fn run<C: Context>(&self, cx: &C, input: Input) -> Res<Output> {
        let path = rt::Path::ROOT;
        let mut scope = match Scope::open_with(cx, &path, Some(At::One), &())? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(_) => return Err(unset().into()),
        };
        while let Some(at) = scope.at {
            let here = scope.enter(cx, &path, at).await?;
            scope.at = match at {
                At::One => one(cx, &self.0, &here, &input, &mut scope).await?,
                At::Two => two(cx, &self.0, &here, &mut scope).await?,
                At::Three => three(cx, &self.0, &here, &mut scope).await?,
            };
        }
        let (Some(three), Some(two)) = (scope.local.three, scope.local.two) else { return Err(unset().into()) };
        Ok(Output { order: three.order, n: three.n, m: two.n })
    }
}

fn unset() -> StepError {
    StepError::new("FnF.RuntimeError", "nothing was kept")
}

async fn one<C: Context, F: Functions>(
    cx: &C,
    functions: &Arc<F>,
    here: &rt::Here<'_>,
    input: &Input,
    scope: &mut Scope,
) -> Res<Option<At>> {
    let argument = Input { order: input.order.clone(), n: input.n };
    scope.local.one = Some(rt::call_once::<C, One, F>(cx, here, functions, None, argument).await?);
    Ok(Some(At::Two))
}

async fn two<C: Context, F: Functions>(
    cx: &C,
    functions: &Arc<F>,
    here: &rt::Here<'_>,
    scope: &mut Scope,
) -> Res<Option<At>> {
    let Some(before) = &scope.local.one else { return Err(unset().into()) };
    let argument = Input { order: before.order.clone(), n: before.n };
    scope.local.two = Some(rt::call_once::<C, Two, F>(cx, here, functions, None, argument).await?);
    Ok(Some(At::Three))
}

async fn three<C: Context, F: Functions>(
    cx: &C,
    functions: &Arc<F>,
    here: &rt::Here<'_>,
    scope: &mut Scope,
) -> Res<Option<At>> {
    let Some(before) = &scope.local.two else { return Err(unset().into()) };
    let argument = Input { order: before.order.clone(), n: before.n };
    scope.local.three = Some(rt::call_once::<C, Three, F>(cx, here, functions, None, argument).await?);
    Ok(None)
}

/// The flow, by hand.
pub(crate) async fn by_hand<F: ByHand>(functions: &F, input: Input) -> Result<Output, StepError> {
    let one = functions.one(Input { order: input.order.clone(), n: input.n }).await?;
    let two = functions.two(Input { order: one.order.clone(), n: one.n }).await?;
    let three = functions.three(Input { order: two.order.clone(), n: two.n }).await?;
    Ok(Output { order: three.order, n: three.n, m: two.n })
}

/// Something that has the functions, without the engine.
pub(crate) trait ByHand {
    async fn one(&self, input: Input) -> Result<Input, StepError>;
    async fn two(&self, input: Input) -> Result<Input, StepError>;
    async fn three(&self, input: Input) -> Result<Input, StepError>;
}

impl ByHand for Same {
    async fn one(&self, input: Input) -> Result<Input, StepError> {
        Ok(input)
    }

    async fn two(&self, input: Input) -> Result<Input, StepError> {
        Ok(input)
    }

    async fn three(&self, input: Input) -> Result<Input, StepError> {
        Ok(input)
    }
}
