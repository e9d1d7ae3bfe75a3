//! `flowsmith explain` and `flowsmith codes`

use flowsmith_compiler::Code;

use crate::Folder;

#[test]
fn a_code_is_explained_with_an_example_and_what_to_write_instead() {
    let folder = Folder::new("explain");
    let text = folder.run("explain f0406").with(0).out;
    let expected = "\
F0406: short source (warning)

The source of a mapping begins with `$.`. It is read as `$input.`, which is how the language is
documented.

It has been published so, but by the documentation it is text.

    version: v1
";
    assert!(text.starts_with(expected), "{text}");
    for part in [
        "          - {target: id, source: $.order.id}",
        "    warning[F0406]: ",
        "- {target: id, source: $input.order.id}",
        "\nWrite `$input.`.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("```"), "{text}");
    for code in Code::ALL {
        folder.run(&format!("explain {code}")).with(0);
    }
}

#[test]
fn a_code_that_does_not_exist_ends_with_2() {
    let ended = Folder::new("explain_unknown").run("explain F0331 F0201 X").with(2);
    assert_eq!(
        (ended.out.as_str(), ended.err.as_str()),
        (
            "",
            "error: there is no code `F0331`: did you mean `F0301`?; `flowsmith codes` lists all\n\
             error: there is no code `X`: expected one as `F0301`; `flowsmith codes` lists all\n"
        )
    );
}

#[test]
fn all_codes_are_listed() {
    let text = Folder::new("codes").run("codes").with(0).out;
    assert_eq!(text.lines().count(), Code::ALL.len());
    assert!(text.contains("\nF0301  warning  No path from the first step leads to this step\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 160), "{text}");
}
