flowsmith::flow!("syntax.yaml");

fn main() {}
