flowsmith::flow!("latin1.yaml");

fn main() {
    let _ = latin1::Flow::remote();
}
