// Code that was generated for the contract before and checked in: what this says has to be one sentence.
include!("contract_5/flow.rs");

fn main() {
    let _ = flow::Flow::remote();
}
