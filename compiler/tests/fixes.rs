//! What a machine mends in the cases of `ui/`: `fixed.yaml`, where anything is mended. `UPDATE=1` writes what is mended now.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read their cases")]

use std::fs;
use std::path::{Path, PathBuf};

use flowsmith_compiler::{Diagnostic, Diagnostics, Levels, Severity, SourceFile, analyze, shell::mend};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn source(case: &Path) -> SourceFile {
    SourceFile::new("flow.yaml", fs::read_to_string(case.join("flow.yaml")).unwrap())
}

fn findings(source: &SourceFile) -> Diagnostics {
    analyze(source).map_or_else(|found| found, |(_, found)| found)
}

fn mended(source: &SourceFile) -> Option<String> {
    mend(source.clone(), &Levels::default()).text
}

#[test]
fn definitions_are_mended_as_expected() {
    let mut failures = Vec::new();
    for case in cases() {
        let mended = mended(&source(&case));
        let file = case.join("fixed.yaml");
        if std::env::var_os("UPDATE").is_some() {
            match &mended {
                Some(text) => fs::write(&file, text).unwrap(),
                None => drop(fs::remove_file(&file)),
            }
        }
        if mended != fs::read_to_string(&file).ok() {
            failures.push(format!("{}: {mended:?}", case.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn what_is_mended_has_fewer_findings_and_no_more_to_mend() {
    let mut seen = 0;
    for case in cases() {
        let before = source(&case);
        let Some(text) = mended(&before) else { continue };
        let after = SourceFile::new("flow.yaml", text);
        seen += 1;
        assert_eq!(mended(&after), None, "{}", case.display());
        let left = findings(&after);
        assert!(left.iter().all(|it| it.fix(&after).is_none_or(|fix| !fix.safe)), "{}", case.display());
        let shown = left.render_short(&after);
        // An error hides what is found after it, and all else where nothing can be read.
        let found = findings(&before);
        let unread = found.iter().any(|it| ["F0101", "F0102", "F0106"].contains(&it.code.id()));
        let counts = |it: &&Diagnostic| it.severity == Severity::Error || !found.has_errors();
        let count = |found: &Diagnostics| found.iter().filter(counts).count();
        assert!(unread || count(&left) <= count(&found), "{}\n{shown}", case.display());
        for finding in found.iter().filter(|it| it.fix(&before).is_some_and(|fix| fix.safe)) {
            let line = |it: &Diagnostic, source: &SourceFile| source.line_column(it.primary.span.start()).0;
            let is_left = left.iter().any(|it| {
                (it.code, &it.message) == (finding.code, &finding.message) && line(it, &after) == line(finding, &before)
            });
            assert!(!is_left, "{}: {}\n{shown}", case.display(), finding.message);
        }
    }
    assert!(seen > 20, "{seen}");
}

/// Letters that are missing, doubled or swapped, everywhere in definitions that are right.
#[test]
fn of_slips_nothing_is_left_to_mend_and_nothing_breaks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/definitions");
    let mut mended_exactly = 0;
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    for file in files.filter(|file| file.extension().is_some_and(|it| it == "yaml")) {
        let text = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let chars: Vec<char> = text.chars().collect();
        for at in (0..chars.len().saturating_sub(1)).step_by(71) {
            let (before, rest) = chars.split_at(at);
            let slips = [vec![], vec![rest[0], rest[0]], vec![rest[1], rest[0]]];
            for (slip, skipped) in slips.into_iter().zip([1, 1, 2]) {
                let broken: String = before.iter().chain(&slip).chain(&rest[skipped..]).collect();
                let Some(once) = mended(&SourceFile::new("flow.yaml", broken.clone())) else { continue };
                let after = SourceFile::new("flow.yaml", once.clone());
                assert_eq!(mended(&after), None, "{}: {at}\n{broken}", file.display());
                let errors = |source: &SourceFile| {
                    findings(source).iter().filter(|it| ["F0101", "F0102", "F0103"].contains(&it.code.id())).count()
                };
                assert!(errors(&after) <= errors(&SourceFile::new("flow.yaml", broken)), "{}: {at}", file.display());
                mended_exactly += usize::from(once == text);
            }
        }
    }
    assert!(mended_exactly > 10, "{mended_exactly}");
}

#[test]
fn how_a_text_is_stored_does_not_change() {
    for case in cases() {
        let plain = source(&case);
        let stored = format!("\u{feff}{}", plain.text().replace('\n', "\r\n"));
        let expected = mended(&plain).map(|text| format!("\u{feff}{}", text.replace('\n', "\r\n")));
        assert_eq!(mended(&SourceFile::new("flow.yaml", stored)), expected, "{}", case.display());
    }
}

#[test]
fn what_was_not_written_wrong_stays() {
    let text = "# orders\nversion: v1.0   # old\ntype: flow\n\nsteps:\n  - {type: tsk, name: 'a'}   # 价格\n";
    let expected = "# orders\nversion: v1   # old\ntype: flow\n\nsteps:\n  - {type: task, name: 'a'}   # 价格\n";
    assert_eq!(mended(&SourceFile::new("flow.yaml", text)).as_deref(), Some(expected));
}

#[test]
fn what_levels_hide_is_not_touched() {
    let source = SourceFile::new("flow.yaml", "version: v1.0\ntype: flow\nsteps: []\n");
    let mut levels = Levels::default();
    levels.set("F0109", flowsmith_compiler::Level::Allow).unwrap();
    assert!(mend(source, &levels).text.is_none());
}

#[test]
fn fixes_that_do_not_go_together_leave_the_others() {
    let text = "version: v1\ntype: flow\nsteps:\n  - {type: tsk, name: a}\n  - {type: wait, duratoin: 1, duratio: 2, name: b}\n";
    let expected = "version: v1\ntype: flow\nsteps:\n  - {type: task, name: a}\n  - {type: wait, duration: 1, duratio: 2, name: b}\n";
    assert_eq!(mended(&SourceFile::new("f.yaml", text)).as_deref(), Some(expected));
}

#[test]
fn a_guess_that_may_be_wrong_is_not_applied() {
    let step = |name| format!("  - {{type: pass, name: {name}}}\n");
    let head =
        "version: v1\ntype: flow\nsteps:\n  - type: choice\n    name: c\n    choices: [{condition: $.a > 1, goto: ";
    let text = |goto: &str| format!("{head}{goto}}}]\n{}{}", step("order1"), step("refund"));
    assert_eq!(mended(&SourceFile::new("f.yaml", text("order2"))), None, "{}", text("order2"));
    assert_eq!(mended(&SourceFile::new("f.yaml", text("refudn"))), Some(text("refund")));
}
