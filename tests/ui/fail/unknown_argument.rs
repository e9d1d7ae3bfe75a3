flowsmith::flow!("order.yaml", schema = "order.types.yaml");

fn main() {}
