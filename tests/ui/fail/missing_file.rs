// What is missing is said once: the module is there.
flowsmith::flow!("/nowhere/gone.yaml");

struct Mine;

impl gone::Functions for Mine {}

fn main() {
    let _ = gone::Flow::new(Mine);
}
