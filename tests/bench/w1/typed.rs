//! On structs: `flow!` with declared types, and the same by hand.

use flowsmith::{Call, StepError, flow};

flow!("definitions/w1_typed.yaml");

pub(crate) use w1_typed::Flow;
use w1_typed::{Input, Order, Output};

pub(crate) fn input() -> Input {
    Input { order: Order { id: "o-123".to_owned(), items: vec!["a".to_owned(), "b".to_owned()] }, n: 7 }
}

/// Functions that return what they get.
#[derive(Debug)]
pub(crate) struct Same;

impl w1_typed::Functions for Same {
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

/// The flow, by hand.
pub(crate) async fn by_hand<F: ByHand>(functions: &F, input: Input) -> Result<Output, StepError> {
    let one = functions.one(Input { order: input.order.clone(), n: input.n }).await?;
    let two = functions.two(Input { order: one.order.clone(), n: one.n }).await?;
    let three = functions.three(Input { order: two.order.clone(), n: two.n }).await?;
    Ok(Output { order: three.order, n: three.n, m: two.n })
}

/// The same by somebody who moves all data, since nothing needs it afterwards.
pub(crate) async fn by_hand_moved<F: ByHand>(functions: &F, input: Input) -> Result<Output, StepError> {
    let one = functions.one(input).await?;
    let two = functions.two(one).await?;
    let m = two.n;
    let three = functions.three(two).await?;
    Ok(Output { order: three.order, n: three.n, m })
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
