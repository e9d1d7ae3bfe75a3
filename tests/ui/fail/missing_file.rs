flowsmith::flow!("/nowhere/gone.yaml");

fn main() {}
