// Code that was generated for another contract and checked in: what this says has to be one sentence.
include!("contract_1/flow.rs");

fn main() {
    let _ = flow::Flow::remote();
}
