//! What a run shows when it is over.

use flowsmith::{
    EventKind, ExecutionStatus, JobStatus, StepError, json,
    testing::{Test, fails, hours, returns, seconds},
};

use super::claim;

flowsmith::flow!(path = "flows/async/background/flow.yaml", mod = background);

#[test]
fn calls_steps_and_events_can_be_asserted() {
    let run = claim().run(json!({"claim": "c", "parts": ["roof"]}));
    run.called("acs:fc:::services/claims/functions/assess").once().with(json!({"claim": "c"}));
    run.called("ask_the_boss").with(json!({"value": 70, "token": "<token>"})).with_part(json!({"value": 70}));
    run.called("pay").with_each([json!({"part": "roof"})]);
    run.called_in_order(["assess", "ask_the_boss", "pay", "letters", "file"]);
    run.entered(["assess", "approval", "rest", "payments", "payment", "letter", "audit", "settled"]);
    run.has_event(EventKind::TaskSubmitted, "approval").has_event(EventKind::ExecutionSucceeded, "");
    let call = run.called("pay").all()[0];
    assert_eq!((call.step.as_str(), call.path.as_str()), ("payment", "payments@1[0]/payment@1#1"));
    assert_eq!((call.outcome.clone(), call.repeats), (Some(Ok(json!({"receipt": 1}))), 0));
}

#[test]
fn other_executions_are_there_with_their_histories() {
    let run = claim().run(json!({"claim": "c", "parts": []}));
    let [audit] = run.executions() else { panic!("{run}") };
    assert_eq!(
        (audit.description.flow.as_str(), audit.description.status),
        ("claim_audit", ExecutionStatus::Succeeded)
    );
    assert!(audit.history.iter().any(|event| event.step_name == "put away"));
}

#[test]
fn background_jobs_are_performed_to_their_end() {
    let test = |mail| {
        Test::new(background::Flow::remote())
            .function("mail", mail)
            .function("pack", returns(json!({"packed": true})))
            .run(json!({"customer": "ada"}))
    };
    let run = test(fails("NoSuchMailbox", "nobody lives here").after(hours(5)));
    run.succeeded_with(json!({"packed": true})).took(seconds(0));
    let [job] = run.jobs() else { panic!("{run}") };
    assert_eq!((job.status, job.step.as_str()), (JobStatus::Failed, "mail"));
    assert_eq!(job.error, Some(StepError::new("NoSuchMailbox", "nobody lives here")));
    run.called("mail").once().with(json!({"to": "ada"}));
}
