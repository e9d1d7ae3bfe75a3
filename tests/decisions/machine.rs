//! `Type: StateMachine`: how many iterations run at once, and how much all scopes may share.

use flowsmith::{
    Limits, json,
    testing::{Test, returns, seconds},
};

flowsmith::flow!("definitions/forty.yaml");
flowsmith::flow!("definitions/sharing.yaml");
flowsmith::flow!("definitions/sharing_long.yaml", allow(F0317));

#[test]
fn forty_iterations_of_a_map_run_at_once() {
    for configure in [|test| test, Test::express as fn(Test) -> Test] {
        for (items, rounds) in [(40, 1), (41, 2)] {
            let items: Vec<_> = (0..items).collect();
            let test = Test::new(forty::Flow::remote()).function("work", returns(json!({})).after(seconds(10)));
            let run = configure(test).run(json!({"items": items}));
            run.succeeded();
            run.took(seconds(10 * rounds));
        }
    }
}

/// Shares a text of so many bytes.
fn share(bytes: usize, limits: Limits) -> flowsmith::testing::Run {
    let text = returns(json!({"text": "x".repeat(bytes)}));
    Test::new(sharing::Flow::remote()).function("text", text).limits(limits).run(json!({}))
}

/// The vendor's limits, but for those of data that is not shared.
fn vendor() -> Limits {
    let mut limits = Limits::cloudflow();
    limits.data = Limits::default().data;
    limits.step_data = limits.data;
    limits
}

#[test]
fn what_all_scopes_share_has_256_kib_under_the_vendor_s_limits() {
    // {"kept":1,"text":"…"}
    let room = (256 << 10) - 20;
    share(room, vendor()).succeeded_with(json!({"length": room}));
    share(room + 1, Limits::default()).succeeded_with(json!({"length": room + 1}));
    // The rules of the state itself are over by then; those around it are not.
    share(room + 1, vendor()).succeeded_with(json!({"why": "`$Global` is longer than 262144 bytes", "global": {}}));
}

#[test]
fn a_key_of_what_all_scopes_share_has_128_bytes_under_the_vendor_s_limits() {
    let run = |limits| {
        let text = returns(json!({"text": ""}));
        Test::new(sharing_long::Flow::remote()).function("text", text).limits(limits).run(json!({}))
    };
    run(Limits::default()).succeeded_with(json!({"length": 0}));
    let why = "the key `kkkkkkkkkkkkkkkkkkkk…` of `$Global` is longer than 128 bytes";
    run(vendor()).succeeded_with(json!({"why": why, "global": {}}));
}
