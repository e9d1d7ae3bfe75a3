//! `flowsmith::testing`: what users test their flows with.

mod assertions;
mod crashes;
mod messages;
mod scripts;

use flowsmith::{
    json,
    testing::{Test, returns},
};

flowsmith::flow!("definitions/claim.yaml");
flowsmith::flow!("definitions/claim_audit.yaml");
// What the documentation of the kit runs; nothing in it has a time limit.
flowsmith::flow!(path = "../runtime/src/testing/refund.yaml", mod = refund);

/// A claim that is approved at once.
fn claim() -> Test {
    Test::new(claim::Flow::remote())
        .flow(claim_audit::Flow::remote())
        .function("assess", returns(json!({"value": 70})))
        .function("askTheBoss", returns(json!({})))
        .function("pay", returns(json!({"receipt": 1})))
        .function("letters", returns(json!({"MessageId": "m"})))
        .function("file", returns(json!({})))
        .report("approval", returns(json!({"by": "Ada"})))
}
