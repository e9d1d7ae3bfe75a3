//! Tests of `trip.yaml`.

use flowsmith::{
    EventKind, StepError, Value, json,
    testing::{Test, computes, days, everywhere, fails, hangs, minutes, returns},
};

use crate::trip;

/// A trip on which all goes well: the manager approves after three weeks. Each test changes what it is about.
fn a_good_trip() -> Test {
    Test::new(trip::Flow::remote())
        .function("book_hotel", returns(json!({"booking": "B-1"})))
        .function("ask_manager", returns(json!({})))
        .function("send_mail", returns(json!({})))
        .function("cancel_hotel", returns(json!({})))
        .report("approval", returns(json!({"by": "Grace"})).after(days(21)))
}

fn input() -> Value {
    json!({"traveller": "Ada", "city": "Paris"})
}

#[test]
fn the_papers_are_sent_two_days_after_the_approval() {
    let run = a_good_trip().run(input());
    run.succeeded_with(json!({"booking": "B-1", "approvedBy": "Grace"}));
    run.entered(["book", "approval", "time to change one's mind", "send the papers", "bon voyage"]);
    run.called("send_mail").once().with(json!({"to": "Ada", "booking": "B-1"}));
    run.took(days(21 + 2));
}

#[test]
fn a_busy_hotel_is_asked_again() {
    let busy = fails("HotelBusy", "call again").times(2);
    let run = a_good_trip().function("book_hotel", [busy, returns(json!({"booking": "B-2"}))]).run(input());
    run.called("book_hotel").times(3);
    assert_eq!(run.called("ask_manager").all()[0].time, minutes(1 + 2));
    assert_eq!(run.succeeded()["booking"], "B-2");
}

#[test]
fn who_may_not_travel_needs_no_room() {
    let run = a_good_trip().report("approval", fails("Declined", "too far")).run(input());
    run.failed_with("NoTrip");
    run.called("cancel_hotel").once().with(json!({"booking": "B-1"}));
    run.never_called("send_mail");
}

#[test]
fn a_manager_who_says_nothing_has_declined() {
    let run = a_good_trip().report("approval", hangs()).run(input());
    run.failed_with("NoTrip").took(days(30));
    run.has_event(EventKind::TaskTimedOut, "approval");
}

#[test]
fn without_a_room_nobody_is_asked() {
    let rooms = computes(|input: Value| match input["city"].as_str() {
        Some("Paris") => Err(StepError::new("NoRooms", "it is spring")),
        _ => Ok(json!({"booking": "B-1"})),
    });
    let run = a_good_trip().function("book_hotel", rooms).run(input());
    run.failed_with("NoTrip").called_in_order(["book_hotel"]);
}

#[test]
fn no_crash_changes_the_trip() {
    everywhere(a_good_trip, input(), |run| {
        run.succeeded();
        run.called("send_mail").once();
    });
}
