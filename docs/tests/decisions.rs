//! Every decision about the language that the tests have an index of stands in the book, with its reason.

use crate::chapters::{self, root};

#[test]
fn every_decision_is_in_a_chapter() {
    let language = chapters::all().into_iter().filter(|chapter| chapter.name.starts_with("language/"));
    let prose: String = language.map(|chapter| chapter.text.to_lowercase()).collect();
    let missing: Vec<_> = questions()
        .into_iter()
        .filter(|question| !prose.contains(&format!("**{}.**", question.to_lowercase())))
        .collect();
    assert!(missing.is_empty(), "write a paragraph `**{{question}}.** …` on {missing:#?}");
}

/// The questions of the tables whose second column is an answer.
fn questions() -> Vec<String> {
    let index = chapters::read("index".to_owned(), root().join("../tests/decisions/mod.rs"));
    let rows = index.text.lines().filter_map(|line| line.strip_prefix("//! | ")?.strip_suffix(" |"));
    let columns = rows.map(|row| row.split(" | ").map(str::to_owned).collect::<Vec<_>>());
    let answered = columns.filter(|columns| columns.len() == 3 && columns[0] != "question");
    answered.map(|mut columns| columns.swap_remove(0)).collect()
}
