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
//! | comparison | numbers by value, then booleans, then trees | `decisions/comparisons` `decisions/equality` `machine/comparisons` `choice/conditions` `properties::comparison::any_two_values_compare_as_the_rules_say` `properties::comparison::numbers_and_texts_of_numbers_compare_exactly` |
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
//! | numeric text | as JSON writes numbers | `decisions/comparisons` `machine/comparisons` `properties::comparison::text_with_blanks_is_no_number` |
//! | true == 1, false == null | false | `decisions/equality` `machine/comparisons` |
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
//! Of `Type: StateMachine`:
//!
//! | question | answer | pinned by |
//! |---|---|---|
//! | Next and End | one of the two | `decisions::findings::a_state_says_once_where_it_leads` `machine/scopes` `F0115-states` `F0112-states` |
//! | Succeed and End: true | end their own list; End: true may stand at Succeed and Fail | `decisions::findings::fail_and_succeed_are_ends` `machine/scopes` |
//! | Choice without a Default | refused | `decisions::findings::a_choice_has_a_default_and_nothing_that_others_have` `F0112-states` |
//! | Fail without a Detail | an empty one, with a warning | `decisions::findings::fail_and_succeed_are_ends` `machine/fail` `F0311-detail` `F0310-fail` |
//! | Seconds of a Wait | from 1 to 300; data may be any number from 0 up | `decisions::findings::a_constant_wait_is_from_1_to_300_seconds` `machine/seconds` `machine/wait` `F0304-seconds` |
//! | names of states | any text; unique in a list | `decisions::findings::names_are_unique_in_a_list_of_states` `machine/quoting` `machine/pass` `F0201-states` `F0203-states` `F0209-names` |
//! | States that cannot be reached or cannot end | a warning, an error | `decisions::findings::every_state_can_be_reached_and_can_come_to_an_end` `machine/loop` `F0301-state` `F0319-loops` |
//! | incomplete header | a warning | `decisions::findings::a_header_is_complete` `machine/undocumented` `F0124-header` `F0108-spec-version` |
//! | unknown keys of a state machine | refused, but for comments | `decisions::findings::unknown_keys_are_refused_and_comments_warned_of` `F0110-keys` `F0110-rules` `F0125-comments` |
//! | constructors and limits at the top level | refused | `decisions::findings::constructors_and_limits_stand_at_states` `F0110-top` |
//! | variables of the environment | text | `decisions::findings::placeholders_are_text` `machine/video` |
//! | slips of YAML | refused, with what to write | `decisions::findings::slips_that_yaml_does_not_understand_are_refused` `F0101-no-blank` `F0101-no-blank-after-key` `F0101-half-quoted` `F0102-tab` |
//! | what states hand on | their input | `machine/pass` `machine/wait` `machine/choice` `machine/scopes` |
//! | data that is left behind | a warning | `F0412-forwarded` `F0412-replaced` |
//! | when constructors are evaluated | Parameters for each attempt, `InputConstructor` once | `machine/caught_expression` `machine/parallel_retry` `machine/retry_catch` `machine/callback` `machine/caught_token` |
//! | members of `$Context` | a fixed tree | `decisions::findings::there_are_five_variables_and_the_context_is_a_fixed_tree` `machine/context` `F0408-members` |
//! | places of variables | where they have a value | `decisions::findings::variables_are_read_where_they_have_a_value` `F0407-places` `F0306-states` `F0421-no-error` |
//! | merging of `$Global` | shallow | `machine/global` |
//! | a state that fails shares nothing | whatever has failed | `machine/global_failed` `machine/global` |
//! | `$Global` beside others that share | a state keeps what it has read first | `machine/global_snapshot` `machine/global` |
//! | size of `$Global` | limits of the engine, which a state around it can catch | `decisions::machine::what_all_scopes_share_has_256_kib_under_the_vendor_s_limits` `decisions::machine::a_key_of_what_all_scopes_share_has_128_bytes_under_the_vendor_s_limits` `F0317-concurrency` |
//! | branches, processors and `$Global` | read and share it as any state | `machine/global` |
//! | operators of expressions | those that are documented, and parentheses | `decisions::findings::only_documented_operators_are_read_and_parentheses` `machine/choice` |
//! | in | values of arrays, keys of objects; nothing is converted | `machine/choice` `machine/builtin_errors` `machine/nulls` |
//! | the sign of a number | of numbers only | `machine/builtin_errors` `machine/choice` |
//! | missing path in a StateMachine | FnF.RuntimeError, which can be caught | `machine/task` `machine/choice` `machine/nulls` `machine/caught_expression` |
//! | wildcards, slices, filters, `..` | refused | `decisions::findings::only_documented_operators_are_read_and_parentheses` |
//! | null in an ordering | false in v1, an error in StateMachine | `machine/comparisons` `decisions/comparisons` |
//! | what is no boolean as a condition | null is false, anything else an error | `machine/choice` `machine/nulls` |
//! | types that are known | refused where they can never be right | `decisions::findings::constants_of_the_wrong_type_are_refused` `F0422-operands` `F0411-conditions` |
//! | error in an expression of a StateMachine | goes to Catch, never to Retry | `machine/caught_expression` `machine/builtin_errors` |
//! | random results | derived from the execution and the place | `machine/builtins` `machine/loop` `machine/parallel_retry` |
//! | arguments of functions | checked where they are known | `decisions::findings::constants_of_the_wrong_type_are_refused` `F0413-unknown-function` `F0414-arguments` `F0415-holes` |
//! | arguments that the documentation leaves open | the text first, keys sorted, bounds included, characters | `machine/builtins` `machine/builtin_errors` |
//! | `MaxAttempts` of a rule | the number of retries | `machine/retry_catch` `machine/parallel_retry` `F0303-numbers` |
//! | `RetryCount` | how often the state was tried again so far | `machine/retry_catch` `machine/parallel_retry` `machine/map_retry` |
//! | caught error without an `OutputConstructor` | the input of the state that has failed | `machine/retry_catch` `machine/map_retry` `machine/caught_input` `F0320-caught` |
//! | error in an `InputConstructor` | caught with what it was to be made of | `machine/caught_input` `machine/caught_token` |
//! | error in a constructor of the output | caught, and not tried again | `machine/caught_expression` `machine/global_failed` |
//! | fail in a branch or a processor | an ordinary error of the state around it | `machine/fail` `machine/fail_caught` |
//! | retry of a Parallel or a Map | begins anew | `machine/parallel_retry` `machine/map_retry` |
//! | names of errors in rules | an open set | `decisions::findings::names_of_errors_are_an_open_set` |
//! | form of an Action | one colon | `decisions::findings::an_action_with_two_colons_is_undocumented_and_any_other_form_is_refused` `F0206-actions` `F0210-action` |
//! | parameters of an action | checked where they are known | `decisions::findings::parameters_are_those_of_the_action` `machine/actions` `F0110-action-parameters` `F0110-message-attributes` `F0112-parameters` `F0303-numbers` |
//! | a `resourceArn` that is data | found when the flow runs | `machine/data_targets` |
//! | modes of an action | refused where the documentation rules them out, a warning where it says nothing | `decisions::findings::modes_and_invocations_are_refused_only_where_nothing_documents_them` `F0308-modes` `F0309-modes` |
//! | `invocationType` and `TaskMode` | all but Sync with `WaitForSystemCallback` | `decisions::findings::modes_and_invocations_are_refused_only_where_nothing_documents_them` `machine/modes` `machine/callback` |
//! | handing the token on | by Parameters, by `HTTP:Request` itself | `decisions::findings::variables_are_read_where_they_have_a_value` `machine/callback` `machine/actions` `F0305-parameters` |
//! | Timeout | whole seconds up to a week, 0 for none; data may be any number from 0 up | `decisions::findings::a_timeout_is_a_whole_number_of_seconds_up_to_a_week` `machine/timeout` `machine/seconds` |
//! | Body | the JSON that the function returned | `machine/task` `machine/modes` `machine/builtins` |
//! | result of `WaitForSystemCallback` | what the function returned, without Body | `machine/modes` `machine/map_items` |
//! | response of `HTTP:Request` | Header, Code and Body | `machine/actions` |
//! | elements of a Map | any JSON | `machine/map_items` `machine/map` |
//! | `ItemsPath` | an array, or FnF.RuntimeError | `machine/map` `machine/map_items` |
//! | `MaxConcurrency` | 40; two spellings | `decisions::findings::the_concurrency_of_a_map_has_two_spellings_and_a_quota` `decisions::machine::forty_iterations_of_a_map_run_at_once` `machine/map` `F0317-concurrency` |
//! | distributed Map | refused, unless it can run inline | `decisions::findings::a_distributed_map_is_refused_unless_it_can_run_inline` `machine/undocumented` `F0318-processor-config` `F0901-not-supported` |
//! | names with a second spelling | read as the documented ones, with a warning | `decisions::findings::one_mode_has_a_second_name` `decisions::findings::an_action_with_two_colons_is_undocumented_and_any_other_form_is_refused` `machine/undocumented` `F0121-names` |
//! | one rule instead of a list | a list of one, with a warning | `decisions::findings::rules_stand_in_lists` `machine/undocumented` `F0122-forms` |
//! | a variable without `.$` | the variable, with a warning | `decisions::findings::a_variable_without_a_suffix_is_read_as_what_it_is` `machine/undocumented` `machine/pass` `F0123-suffix` |
//! | `.$` over a mapping or a list | nothing, with a warning | `decisions::findings::the_suffix_over_a_mapping_or_a_list_means_nothing` `machine/undocumented` `F0122-forms` `F0103-suffix` |
//! | names of older forms | refused | `decisions::findings::rules_stand_in_lists` `F0110-rules` |
//! | children of the other dialect | as any child | `machine/children` `machine/child_callback` |
//! | functions of both dialects | found by their resource | `machine/data_targets` `machine/child_callback` |
//! | parameters of messages | the names that MNS has | `machine/queue` `F0310-message-parameters` |
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
