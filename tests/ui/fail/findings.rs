// The flow is there as far as it can be, so that no error follows from the others.
flowsmith::flow!("order.yaml");

fn main() {
    let _ = order::Flow::remote();
}
