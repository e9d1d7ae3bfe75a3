//! The model.

use super::model::Graph;
use crate::{analyze, source::SourceFile};

fn graph(steps: &str) -> Graph {
    let (flow, _) = analyze(&SourceFile::new("f.yaml", format!("version: v1\ntype: flow\nsteps:\n{steps}"))).unwrap();
    Graph::new(&flow)
}

/// The edges as text; what leads back has `<`.
fn edges(graph: &Graph) -> Vec<String> {
    let text = |edge: &super::model::Edge| {
        let (from, to) = (&graph.nodes[edge.from].id, &graph.nodes[edge.to].id);
        format!("{from} {}> {to} {}", if edge.back { "<" } else { "-" }, edge.label).trim_end().to_owned()
    };
    graph.edges.iter().map(text).collect()
}

const LOOP: &str = "
  - {type: pass, name: begin}
  - type: foreach
    name: each
    iterationMapping: {collection: $.items, item: item}
    steps:
      - {type: wait, name: rest, duration: 1}
      - type: choice
        name: again
        choices:
          - condition: $.item.more
            steps: [{type: wait, name: pause, duration: 1}]
            goto: rest
          - {condition: $.item.most, steps: []}
        default: {goto: out}
      - {type: pass, name: between}
      - {type: pass, name: out}
  - type: parallel
    name: both
    branches:
      - steps: [{type: pass, name: one}, {type: fail, name: two}]
      - steps: []
";

#[test]
fn edges_lead_through_scopes() {
    let expected = [
        "start -> s_begin",
        "s_begin -> s_each",
        "s_each -> s_rest",
        "join_each -> s_both",
        "s_rest -> s_again",
        "s_again -> s_pause $.item.more",
        "s_again -> s_between $.item.most",
        "s_again -> s_out default",
        "s_pause <> s_rest",
        "s_between -> s_out",
        "s_out -> join_each",
        "s_both -> s_one",
        "s_both -> join_both",
        "join_both -> finish",
        "s_one -> s_two",
    ];
    assert_eq!(edges(&graph(LOOP)), expected);
}

#[test]
fn groups_are_scopes_with_steps() {
    let graph = graph(LOOP);
    let groups: Vec<_> = graph.groups.iter().map(|group| (group.title.as_str(), group.parent)).collect();
    assert_eq!(groups, [("", None), ("each item", Some(0)), ("case 1", Some(1)), ("branch 1", Some(0))]);
}
