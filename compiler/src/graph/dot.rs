//! A digraph for Graphviz.

use std::fmt::Write as _;

use super::{
    model::{EdgeKind, Graph, GroupId, Node, NodeKind},
    text,
};

pub(super) fn print(graph: &Graph) -> String {
    let mut text = format!(
        "digraph {} {{\n  \
           graph [fontname=\"sans-serif\", fontsize=11, style=\"rounded,filled\", color=\"#b8c0cc\", nodesep=0.4]\n  \
           node [fontname=\"sans-serif\", fontsize=12, style=filled, fillcolor=white, color=\"#5b6675\"]\n  \
           edge [fontname=\"sans-serif\", fontsize=10, color=\"#5b6675\"]\n",
        quoted(&graph.title)
    );
    group(graph, 0, 1, &mut text);
    for edge in &graph.edges {
        let mut attributes = Vec::new();
        if !edge.label.is_empty() {
            let label = text::wrap(&edge.label);
            attributes.push(format!("label={}", lines(&label)));
            if label.concat() != edge.label {
                attributes.push(format!("labeltooltip={}", quoted(&edge.label)));
            }
        }
        if edge.kind == EdgeKind::Catch {
            attributes.push("style=dashed, color=\"#c0392b\", fontcolor=\"#c0392b\"".to_owned());
        } else if edge.back {
            attributes.push("color=\"#2b6cb0\"".to_owned());
        }
        let attributes = if attributes.is_empty() { String::new() } else { format!(" [{}]", attributes.join(", ")) };
        let (from, to) = (&graph.nodes[edge.from].id, &graph.nodes[edge.to].id);
        let _ = writeln!(text, "  {from} -> {to}{attributes}");
    }
    text.push_str("}\n");
    text
}

/// The fill of boxes in boxes, from the outside.
const FILLS: [&str; 2] = ["#f4f6f9", "#e9edf3"];

fn group(graph: &Graph, id: GroupId, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for node in graph.members(id) {
        let _ = writeln!(text, "{indent}{}", shape(&graph.nodes[node]));
    }
    for child in graph.children(id) {
        let inner = &graph.groups[child];
        let (label, fill) = (lines(&text::wrap(&inner.title)), FILLS[(depth - 1) % FILLS.len()]);
        let _ = writeln!(text, "{indent}subgraph cluster_{} {{\n{indent}  label={label}", inner.id);
        let _ = writeln!(text, "{indent}  labeljust=l\n{indent}  fillcolor=\"{fill}\"");
        group(graph, child, depth + 1, text);
        let _ = writeln!(text, "{indent}}}");
    }
}

fn shape(node: &Node) -> String {
    let look = match node.kind {
        NodeKind::Start | NodeKind::End => "shape=box, style=\"rounded,filled\", fillcolor=\"#e2e8f0\"",
        NodeKind::Task => "shape=box, fillcolor=\"#e3effc\"",
        NodeKind::Callback => "shape=box, peripheries=2, fillcolor=\"#fff3cd\", color=\"#b7791f\"",
        NodeKind::Child => "shape=component, fillcolor=\"#e6e3fc\"",
        NodeKind::Pass => "shape=box, style=\"rounded,filled\"",
        NodeKind::Wait => "shape=parallelogram, fillcolor=\"#eef7ee\"",
        NodeKind::Choice => "shape=diamond, fillcolor=\"#fdf6e3\", margin=\"0,0\"",
        NodeKind::Parallel | NodeKind::Foreach => "shape=hexagon, fillcolor=\"#e0f2f1\"",
        NodeKind::Join => {
            return format!("{} [shape=point, width=0.12, fillcolor=\"#3d8b84\", color=\"#3d8b84\"]", node.id);
        }
        NodeKind::Succeed => "shape=box, style=\"rounded,filled\", fillcolor=\"#dff5e1\"",
        NodeKind::Fail => "shape=octagon, fillcolor=\"#fde2e1\", color=\"#c0392b\"",
    };
    let title = text::wrap(&node.title);
    let all: Vec<_> = title.iter().cloned().chain(node.notes.iter().flat_map(|note| text::wrap(note))).collect();
    let tooltip: Vec<_> = node.tooltip.lines().map(str::to_owned).collect();
    let tooltip = if tooltip.is_empty() { String::new() } else { format!(", tooltip={}", lines(&tooltip)) };
    format!("{} [label={}{tooltip}, {look}]", node.id, lines(&all))
}

fn lines(lines: &[String]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| escaped(line)).collect();
    format!("\"{}\"", lines.join("\\n"))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Text in a quoted string, where Graphviz reads escapes and the entities of HTML.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn text_stays_as_it_is() {
        assert_eq!(quoted("a \"b\" \\N &lt; {c|d}"), r#""a \"b\" \\N &amp;lt; {c|d}""#);
    }
}
