//! Decisions about the language, and what pins each: a case under `flows/`, a finding under `compiler/tests/ui/`, or a
//! test. `index` checks that everything named here exists.
//!
//! Where the language is silent:
//!
//! | question | answer | pinned by |
//! |---|---|---|
//! | version | v1 and v1beta1 mean the same, v1.0 is a warning | `data/mappings` `F0108-version` `F0109-version-spelling` |
//! | placeholders of deployment tools | a reference means the function, others are bound as written | `decisions/placeholders` `F0207-placeholder` |
//! | missing path | null | `data/paths` `decisions/paths` `choice/no_match` `properties::data::compiled_flows_give_what_the_description_of_the_language_says` |
//! | comparison | numbers by value, then booleans, then trees | `decisions/comparisons` `decisions/equality` `choice/conditions` `properties::comparison::any_two_values_compare_as_the_rules_say` `properties::comparison::numbers_and_texts_of_numbers_compare_exactly` |
//! | operators | those that are documented, and parentheses | `decisions/equality` `F0402-unknown-operator` `F0403-single-equals` `F0401-expression-syntax` |
//! | choice without a match and a default | goes on | `choice/no_match` `decisions/gotos` `decisions/nested_ends` |
//! | choice entry with steps and goto | steps first | `choice/steps_and_goto` |
//! | nested succeed and end | end their own list | `decisions/nested_ends` `decisions/ends` `choice/steps_and_goto` |
//! | fail in a branch or an iteration | an error of the step around it | `decisions/nested_failure` `parallel/failing` |
//! | failed branch or iteration | the others are cancelled | `parallel/failing` `foreach/failing` `properties::order::branches_end_in_every_order_and_any_of_them_fail` `properties::order::iterations_end_in_every_order_and_any_of_them_fail` `properties::order::of_many_iterations_that_end_in_any_order_the_first_failure_counts` |
//! | parallel and foreach without output mappings | nothing; their local is the array in order | `parallel/branches` `foreach/nested` `decisions/merging` `properties::order::many_results_are_in_order_whatever_ends_first` |
//! | concurrency of foreach | 100 | `decisions::concurrency::at_most_100_iterations_run_at_once_on_the_durable_engine` `decisions::concurrency::at_most_100_iterations_run_at_once_in_memory` |
//! | maxAttempts | the number of retries | `decisions/retry_delays` `task/retry_catch` |
//! | counters of retries | one a clause and entry of the step | `task/retry_catch` `decisions/retry_entries` |
//! | token of a retry | a new one | `callback/retry` `decisions::reports::a_report_to_an_attempt_that_was_given_up_is_refused_in_memory` |
//! | caught error without errorMappings | nothing | `decisions/caught_without_mappings` |
//! | error in output mappings | none can have one: what is missing is null | `decisions/paths` |
//! | result that is no object | FnF.InvalidLocal | `task/invalid_local` `decisions/wildcard` |
//! | null, text and numbers as a condition | false; true and false count; all but 0 | `decisions/truth` `properties::comparison::any_value_is_true_false_or_an_error` |
//! | numeric text | as JSON writes numbers | `decisions/comparisons` `properties::comparison::text_with_blanks_is_no_number` |
//! | true == 1, false == null | false | `decisions/equality` |
//! | names in paths | letters of any script, digits, underscores, hyphens | `decisions/paths` `F0407-longer-root` |
//! | error in an expression | goes to catch, never to retry | `decisions/evaluation_error` |
//! | when mappings are evaluated | for each attempt | `callback/retry` |
//! | result exactly at its deadline | in time | `decisions::deadlines::a_function_that_returns_exactly_at_its_deadline_is_in_time` `decisions::deadlines::a_function_that_returns_a_moment_later_is_late` `decisions::deadlines::a_report_exactly_at_the_deadline_is_in_time` `decisions::deadlines::a_report_a_moment_later_is_late` `decisions/flow_deadline` |
//! | siblings at one instant | in the order of the definition | `properties::order::of_two_failures_at_one_instant_the_one_of_the_earlier_iteration_counts` |
//! | `[*]` over null, index out of range | nothing, missing | `data/paths` `decisions/paths` |
//! | bad collection, duration, timestamp | FnF.RuntimeError | `foreach/nested` `wait/durations` `decisions/waits` |
//! | child that timed out | FnF.ExecutionTimedOut | `decisions/child_timed_out` |
//! | child that was stopped | its error, or FnF.ExecutionStopped | `decisions::children::a_child_that_is_stopped_without_an_error_has_failed_by_a_name_of_its_own` `decisions::children::a_child_that_is_stopped_with_an_error_has_failed_with_that` |
//! | report before the function returned | final | `contract::races::a_report_before_the_function_returns_is_final` `decisions::reports::a_report_before_the_function_fails_is_final_in_memory` |
//! | report to an earlier attempt | refused | `contract::races::a_report_after_the_deadline_is_refused_and_the_next_attempt_counts` `decisions::reports::a_report_to_an_attempt_that_was_given_up_is_refused_in_memory` |
//! | requestResponse with an invocation that is Async | goes on once the job is kept, which is performed at least once | `async/background` `contract::jobs::a_job_that_a_crash_cut_off_is_performed_again_even_if_its_execution_is_over` |
//! | background job after its execution has ended | goes on; its failure is its own | `contract::jobs::a_job_outlives_its_execution_and_keeps_what_it_came_to` |
//! | id of a stateful invocation | of one entry of a step | `async/stateful` `contract::jobs::an_id_is_taken_in_all_executions_and_by_attempts_of_one_step_only_once` |
//! | limits | generous, or the vendor's | `contract::limits::an_endless_loop_ends_at_the_vendor_s_5_000_events_and_nothing_catches_that` `contract::limits::ten_megabytes_pass_by_default_and_are_refused_under_the_vendor_s_limits` |
//! | report for a finished task | refused | `contract::races::reports_during_a_resume_have_one_winner` `contract::races::stop_and_report_at_once_have_one_effect` |
//! | forged or unknown token | `InvalidArgument` | `contract::races::forged_tokens_are_refused` `contract::edges::executions_in_memory_have_keys_and_tokens_of_their_own` |
//! | sync | the end of the function or the child | `decisions/sync` `decisions/child_sync` |
//!
//! Where the description of the language only suggests:
//!
//! | question | answer | pinned by |
//! |---|---|---|
//! | default timeouts | none | `decisions/task_timeout` |
//! | merging | shallow | `decisions/merging` `data/merge` |
//! | local of a nested list at its start | empty | `decisions/merging` `choice/steps_and_goto` |
//! | FnF.ALL | every error of the task itself | `decisions/wildcard` `callback/failed` |
//! | limit of the flow | caught by nothing in it | `decisions/flow_timeout` `flow/succeed_fail` |
//! | functions without services | accepted | `decisions/resources` |
//! | names of errors | as they are given | `decisions/wildcard` `decisions/resources` |
//! | errors of starting an execution | the product and the code | `decisions/child_started` `decisions/child_unknown` `decisions/child_fixed_name` |
//! | result of starting a child | what the start answered | `decisions/child_started` |
//! | filters, slices, `..`, quoted keys | refused | `F0405-unsupported-path` |
//! | members of the context | five, in all mappings | `decisions/context` `F0408-unknown-context` `F0407-wrong-root` `F0407-parameters` |
//! | target with a dot | a key with a dot | `decisions/constants` |
//! | `$` in the error or cause of fail | literal text | `decisions/nested_failure` |
//! | fail without an error | fails all the same | `choice/no_match` `decisions/nested_failure` |
//! | empty lists | steps and choices may be empty, branches may not | `decisions/empty_lists` `F0117-empty-list` |
//! | wait for more than two days | refused, as a constant and as data | `F0304-invalid-wait` `decisions/waits` |
//! | sync without Async | as a plain call | `decisions/sync` |
//! | unknown keys | refused in steps, a warning at the top | `F0110-unknown-key` `F0111-top-level-key` |
//! | loop, steps of a catch clause | refused | `F0116-reserved` |
//! | mappings of succeed | join the data of the list first | `decisions/succeed` |
//! | goto and the end of its own choice | the goto wins | `decisions/nested_ends` |
//! | end and a catch clause | the goto of the clause is followed | `decisions/caught_without_mappings` |
//! | `$.` in a mapping | the input, with a warning | `decisions/short_source` `F0406-short-source` |
//! | a second attempt under a fixed `ExecutionName` | finds the name taken | `decisions/child_fixed_name` |
//! | equal names of steps | refused in a list, a warning elsewhere | `F0203-duplicate-step` `F0204-repeated-step-name` |
//!
//! Where it is plain:
//!
//! | subject | pinned by |
//! |---|---|
//! | the worked example of the data model | `data/merge` |
//! | waits between retries: 10, 20, 40 seconds; the defaults | `decisions/retry_delays` `properties::retry::retries_of_10_seconds_that_double_come_after_10_20_and_40_seconds` `properties::retry::waits_match_the_formula` `properties::retry::attempts_are_apart_as_the_policy_says` `properties::retry::a_flow_takes_as_long_as_its_waits_on_each_engine` |
//! | constants of every type, exact numbers | `decisions/constants` `data/mappings` `decisions/literals` |
//! | keys in any script | `decisions/paths` `data/paths` |
//! | chains of `[n]` and `[*]` | `decisions/paths` `data/paths` |
//! | text in either quotes, negative numbers, parentheses, bare fields | `decisions/equality` `decisions/truth` `choice/conditions` |
//! | goto forward and back | `decisions/gotos` `flow/goto_loop` |
//! | end of each kind of step | `decisions/ends` |
//! | timeouts of tasks and of flows | `decisions/task_timeout` `callback/retry` `decisions/flow_timeout` `contract::edges::the_limit_of_a_flow_holds_in_memory_too` |
//! | every form of a resource, operations | `decisions/resources` `queue/callback` `F0206-invalid-resource` |
//! | children by each pattern, with Input and ExecutionName | `decisions/child_started` `decisions/child_sync` `decisions/child_callback` |
//! | children of one that is stopped | `contract::children::no_child_is_left_whenever_its_parent_is_stopped` |
//! | a flow that starts itself | `decisions/recursion` `contract/ping` |
//! | starting an execution under a name from data | `decisions/child_started` |

mod children;
mod concurrency;
mod deadlines;
mod findings;
mod index;
mod machine;
mod reports;
