flowsmith::flow!("order.yaml", types = "order.types.yaml");

fn main() {}
