//! A flowchart of Mermaid.

use std::fmt::Write as _;

use super::{
    model::{EdgeKind, Graph, GroupId, Node, NodeKind},
    text,
};

pub(super) fn print(graph: &Graph) -> String {
    let mut text = "flowchart TD\n".to_owned();
    group(graph, 0, 1, &mut text);
    for edge in &graph.edges {
        let arrow = if edge.kind == EdgeKind::Catch { "-.->" } else { "-->" };
        let label = if edge.label.is_empty() { String::new() } else { format!("|{}|", quoted([&edge.label])) };
        let (from, to) = (&graph.nodes[edge.from].id, &graph.nodes[edge.to].id);
        let _ = writeln!(text, "  {from} {arrow}{label} {to}");
    }
    for (kind, class, style) in CLASSES {
        let ids: Vec<_> = graph.nodes.iter().filter(|node| node.kind == *kind).map(|node| node.id.as_str()).collect();
        if !ids.is_empty() {
            let _ = writeln!(text, "  classDef {class} {style}\n  class {} {class}", ids.join(","));
        }
    }
    let catches = graph.edges.iter().enumerate().filter(|(_, edge)| edge.kind == EdgeKind::Catch);
    let catches: Vec<_> = catches.map(|(at, _)| at.to_string()).collect();
    if !catches.is_empty() {
        let _ = writeln!(text, "  linkStyle {} stroke:#c0392b", catches.join(","));
    }
    text
}

/// What is told apart by colour as well.
const CLASSES: &[(NodeKind, &str, &str)] = &[
    (NodeKind::Callback, "callback", "fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px"),
    (NodeKind::Fail, "failure", "fill:#fde2e1,stroke:#c0392b,color:#222"),
];

fn group(graph: &Graph, id: GroupId, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for node in graph.members(id) {
        let _ = writeln!(text, "{indent}{}", shape(&graph.nodes[node]));
    }
    for child in graph.children(id) {
        let inner = &graph.groups[child];
        let _ = writeln!(text, "{indent}subgraph {}[{}]", inner.id, quoted([&inner.title]));
        group(graph, child, depth + 1, text);
        let _ = writeln!(text, "{indent}end");
    }
}

fn shape(node: &Node) -> String {
    let (before, after) = match node.kind {
        NodeKind::Start | NodeKind::End | NodeKind::Succeed | NodeKind::Fail => ("([", "])"),
        NodeKind::Task => ("[", "]"),
        NodeKind::Callback => ("[/", "\\]"),
        NodeKind::Child => ("[[", "]]"),
        NodeKind::Pass => ("(", ")"),
        NodeKind::Wait => ("[/", "/]"),
        NodeKind::Choice => ("{", "}"),
        NodeKind::Parallel | NodeKind::Foreach => ("{{", "}}"),
        NodeKind::Join => return format!("{}(( ))", node.id),
    };
    let label = quoted(std::iter::once(&node.title).chain(&node.notes));
    format!("{}{before}{label}{after}", node.id)
}

/// Paragraphs as a quoted label.
fn quoted<'a>(paragraphs: impl IntoIterator<Item = &'a String>) -> String {
    let lines: Vec<_> = paragraphs.into_iter().flat_map(|it| text::wrap(it)).map(|line| escaped(&line)).collect();
    format!("\"{}\"", lines.join("<br/>"))
}

/// A line of a label: what Mermaid takes for its own syntax, for HTML or for Markdown is spelled as an entity.
fn escaped(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    // Mermaid cuts off what follows these words up to a colon and a number.
    let styled = ["style", "classDef"].iter().any(|word| line.contains(word));
    let mut text = String::with_capacity(line.len());
    for (at, c) in chars.iter().copied().enumerate() {
        let beside = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied().unwrap_or(' ');
        let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        let special = match c {
            '#' | '`' | '*' | '\\' | '~' | '%' | '@' => true,
            '!' => after == '[',
            '$' => before == '$' || after == '$',
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            ']' => after == '(' || after == '[' || after == ':',
            ':' => styled || after == '/',
            '-' | '+' | '=' => at == 0 || chars[..at].iter().all(|it| *it == c),
            '.' | ')' => (digits > 0 && at == digits) || line.starts_with("www."),
            _ => false,
        };
        let _ = match c {
            '"' => write!(text, "#quot;"),
            '&' => write!(text, "#amp;"),
            '<' => write!(text, "#lt;"),
            '>' => write!(text, "#gt;"),
            c if special => write!(text, "#{};", u32::from(c)),
            c => write!(text, "{c}"),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_mermaid_reads_as_syntax_is_an_entity() {
        for (text, expected) in [
            ("plain text (1) [2] {3}", "plain text (1) [2] {3}"),
            ("a \"b\" <c>", "a #quot;b#quot; #lt;c#gt;"),
            ("1. one", "1#46; one"),
            ("- one", "#45; one"),
            ("snake_case _em_", "snake_case #95;em#95;"),
            ("$.n", "$.n"),
            ("$$x$$", "#36;#36;x#36;#36;"),
            ("%%{init}%%", "#37;#37;{init}#37;#37;"),
            ("style: x", "style#58; x"),
            ("https://x", "https#58;//x"),
            ("订单 end", "订单 end"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
