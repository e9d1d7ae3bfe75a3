//! Published flows that go through a list page by page, each page side by side.

use super::play;

/// Ours: `flows/relied_on/01_no_match_goes_on`.
#[test]
fn one_archive_is_unpacked_until_the_marker_is_empty() {
    play("awesome-fnf__oss-unzip__flows-unzip-single-file.yaml");
}

/// Ours: `flows/foreach/pages`.
#[test]
fn archives_are_unpacked_page_by_page() {
    play("awesome-fnf__oss-unzip__flows-unzip-multiple-files.yaml");
}

/// Ours: `flows/foreach/pages`.
#[test]
fn archives_are_unpacked_page_by_page_with_mapped_inputs() {
    play("awesome-fnf__oss-unzip__flows-unzip-multiple-files@db5e1ff.yaml");
}

/// Ours: `flows/foreach/pages`.
#[test]
fn objects_that_fail_are_left_out() {
    play("awesome-fnf__oss-batch-process__flows-oss-flow.yaml");
}

/// Ours: `flows/foreach/by_size`.
#[test]
fn a_file_is_copied_by_its_size() {
    play("awesome-fnf__oss-copy__flows-copy-single-file.flow.yaml");
}

/// Ours: `flows/foreach/by_size`.
#[test]
fn an_object_is_copied_by_its_size() {
    play("awesome-fnf__oss-copy__flows-incremental@58c1c40.yaml");
}

/// Ours: `flows/foreach/by_size`, `flows/foreach/pages`.
#[test]
fn objects_are_copied_in_groups_until_a_function_takes_over() {
    play("awesome-fnf__oss-copy__flows-copy-multiple-objects@1e9bd89.yaml");
}

/// Ours: `flows/foreach/by_size`, `flows/relied_on/12_hand_over`.
#[test]
fn files_are_copied_in_groups_until_a_new_execution_takes_over() {
    play("awesome-fnf__oss-copy__flows-copy-multiple-files.flow.yaml");
}
