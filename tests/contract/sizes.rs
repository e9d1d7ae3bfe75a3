//! The future of a flow grows with its largest step, not with their number; that of an execution holds it once.

use flowsmith::{__private::Context, Flow, json};

flowsmith::flow!("definitions/steps_3.yaml");
flowsmith::flow!("definitions/steps_20.yaml");
flowsmith::flow!("definitions/steps_100.yaml");

fn size<F: Flow<Input = flowsmith::Value>, C: Context>(flow: &F, cx: &C) -> usize {
    size_of_val(&flow.run(cx, json!({})))
}

/// The sizes of the futures of flows with 3, 20 and 100 tasks, in the context that Express gives them.
fn sizes<C: Context>(cx: &C) -> [usize; 3] {
    [size(&steps_3::Flow::remote(), cx), size(&steps_20::Flow::remote(), cx), size(&steps_100::Flow::remote(), cx)]
}

#[tokio::test]
async fn the_future_of_a_flow_is_as_large_as_its_largest_step() {
    let engine = flowsmith::Engine::builder().build().await.unwrap();
    let sizes = sizes(&engine.express("steps", "sizes"));
    println!("futures of flows with 3, 20 and 100 tasks: {sizes:?} bytes");
    let [small, medium, large] = sizes;
    // A step more is a position more in the scope, which counts visits.
    assert!(medium <= small + 17 * 8 + 64, "{sizes:?}");
    assert!(large <= small + 97 * 8 + 64, "{sizes:?}");
}

#[tokio::test]
async fn an_execution_in_memory_holds_the_future_of_its_flow_once() {
    let engine = flowsmith::Engine::builder().build().await.unwrap();
    let flow = steps_3::Flow::remote();
    let of_flow = size(&flow, &engine.express("steps_3", "sizes"));
    let of_execution = size_of_val(&engine.run_express(&flow, json!({})));
    println!("futures of a flow and of its execution: {of_flow} and {of_execution} bytes");
    assert!(of_execution < of_flow + 1024, "{of_execution} bytes with {of_flow} of the flow");
}
