//! The elements of SVG, each with its looks in attributes, so that a picture may stand in any page.

use std::fmt::Write as _;

use super::{
    super::{
        model::{Graph, Node, NodeKind},
        text,
    },
    level::{Item, ItemKind, Look},
    measure,
    place::Picture,
};

const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', \
                    sans-serif";

/// The fill of boxes in boxes, from the outside.
const FILLS: [&str; 2] = ["#f4f6f9", "#e9edf3"];

/// A whole picture.
pub(super) fn document(graph: &Graph, picture: &Picture) -> String {
    let title = [text::short(&graph.title)];
    let width = picture.width.max(measure::lines(&title, 15.0) + 32.0).ceil();
    let height = picture.height.ceil();
    let name = escaped(&graph.title);
    let mut pen = Pen { graph, text: String::new() };
    pen.element(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
         {height}\" role=\"img\" font-family=\"{FONT}\" text-anchor=\"middle\">"
    ));
    pen.element(format_args!("<title>{name}</title>"));
    pen.element(format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>"));
    pen.element(format_args!(
        "<text x=\"16\" y=\"25\" font-size=\"15\" font-weight=\"600\" text-anchor=\"start\" fill=\"#1f2933\">{}</text>",
        escaped(&title[0])
    ));
    pen.picture(picture, (0.0, 0.0), 0);
    pen.element(format_args!("</svg>"));
    pen.text
}

/// What has been drawn so far.
pub(super) struct Pen<'a> {
    graph: &'a Graph,
    text: String,
}

impl Pen<'_> {
    pub(super) fn element(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.text, "{element}");
    }

    /// What is in a group: boxes under lines under nodes.
    fn picture(&mut self, picture: &Picture, (x, y): (f64, f64), depth: usize) {
        let cells = 0..picture.layers.cells.len();
        for cell in cells.clone() {
            if let Some(item @ Item { kind: ItemKind::Group(group, inner), .. }) = picture.item(cell) {
                let corner = (x + picture.left[cell], y + picture.rows[picture.layers.cells[cell].layer].0);
                let title = &self.graph.groups[*group].title;
                let fill = FILLS[depth % FILLS.len()];
                self.element(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{fill}\" stroke=\"#b8c0cc\"/>",
                    n(corner.0),
                    n(corner.1),
                    n(item.width),
                    n(item.height)
                ));
                self.element(format_args!(
                    "<text x=\"{}\" y=\"{}\" font-size=\"11\" font-style=\"italic\" text-anchor=\"start\" \
                     fill=\"#52606d\">{}</text>",
                    n(corner.0 + 9.0),
                    n(corner.1 + 15.0),
                    escaped(&text::short(title))
                ));
                self.picture(inner, corner, depth + 1);
            }
        }
        self.lines(picture, (x, y));
        for cell in cells {
            let top = y + picture.rows[picture.layers.cells[cell].layer].0;
            let left = x + picture.left[cell];
            match picture.item(cell) {
                Some(Item { kind: ItemKind::Label(lines, look), width, .. }) => {
                    let middle = left + width / 2.0;
                    self.paragraph(lines, (middle, top + 2.0), measure::NOTE, color(*look), "");
                }
                Some(item @ Item { kind: ItemKind::Node(node), .. }) => {
                    self.node(&self.graph.nodes[*node], item, (left, top));
                }
                _ => {}
            }
        }
    }

    fn lines(&mut self, picture: &Picture, (x, y): (f64, f64)) {
        let layers = &picture.layers;
        let exits = exits(picture);
        let bottom = |cell: usize| {
            let (top, bottom) = picture.rows[layers.cells[cell].layer];
            picture.item(cell).map_or(bottom, |item| top + item.height)
        };
        for (segment, exit) in layers.segments.iter().zip(&exits.segments) {
            let (from, to) = (x + exit, x + picture.anchors(segment.lower).0);
            let (start, row) = (bottom(segment.upper), picture.rows[layers.cells[segment.upper].layer].1);
            let (top, end) = picture.rows[layers.cells[segment.lower].layer];
            let (start, row, top) = (y + start, y + row, y + top);
            let middle = f64::midpoint(row, top);
            let mut path = format!("M{} {}", n(from), n(start));
            if row > start {
                let _ = write!(path, " V{}", n(row));
            }
            let _ = write!(path, " C{} {} {} {} {} {}", n(from), n(middle), n(to), n(middle), n(to), n(top));
            if picture.item(segment.lower).is_none() && y + end > top {
                let _ = write!(path, " V{}", n(y + end));
            }
            self.line(&path, segment.look);
            self.head(picture, segment.lower, (to, top), segment.look);
        }
        for (turn, exit) in layers.turns.iter().zip(&exits.turns) {
            let bend = x + picture.anchors(turn.bend).0;
            let (top, row) = picture.rows[layers.cells[turn.item].layer];
            let (top, row) = (y + top, y + row);
            if turn.leaves {
                let (from, start) = (x + exit, y + bottom(turn.item));
                let depth = n(row + 24.0);
                let path = format!(
                    "M{} {} V{} C{} {depth} {} {depth} {} {}",
                    n(from),
                    n(start),
                    n(row),
                    n(from),
                    n(bend),
                    n(bend),
                    n(row)
                );
                self.line(&path, turn.look);
            } else {
                let inlet = x + picture.anchors(turn.item).0;
                let to = inlet + if bend > inlet { 10.0 } else { -10.0 };
                let height = n(top - 24.0);
                let path = format!(
                    "M{} {} V{} C{} {height} {} {height} {} {}",
                    n(bend),
                    n(row),
                    n(top),
                    n(bend),
                    n(to),
                    n(to),
                    n(top)
                );
                self.line(&path, turn.look);
                self.head(picture, turn.item, (to, top), turn.look);
            }
        }
    }

    fn line(&mut self, path: &str, look: Look) {
        let dashes = if look == Look::Catch { " stroke-dasharray=\"5 4\"" } else { "" };
        self.element(format_args!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.3\"{dashes}/>",
            color(look)
        ));
    }

    /// The head of an arrow that comes to a node; lines into a box go on in it.
    fn head(&mut self, picture: &Picture, cell: usize, (x, y): (f64, f64), look: Look) {
        if matches!(picture.item(cell), Some(Item { kind: ItemKind::Node(_), .. })) {
            let (left, right, top) = (n(x - 4.0), n(x + 4.0), n(y - 8.0));
            let (x, y, color) = (n(x), n(y), color(look));
            self.element(format_args!("<path d=\"M{x} {y} L{left} {top} L{right} {top} Z\" fill=\"{color}\"/>"));
        }
    }

    fn node(&mut self, node: &Node, item: &Item, (x, y): (f64, f64)) {
        self.element(format_args!("<g>"));
        if !node.tooltip.is_empty() {
            self.element(format_args!("<title>{}</title>", escaped(&node.tooltip)));
        }
        self.shape(node.kind, (x, y), (item.width, item.height));
        let middle = x + item.width / 2.0;
        let titles = text::wrap(&node.title);
        if node.kind != NodeKind::Join {
            let top = y + measure::PADDING;
            self.paragraph(&titles, (middle, top), measure::TITLE, "#1f2933", " font-weight=\"600\"");
            let top = top + measure::count(&titles) * measure::TITLE.1;
            self.paragraph(&measure::notes(node), (middle, top), measure::NOTE, "#52606d", "");
        }
        self.element(format_args!("</g>"));
    }

    /// Lines of text beneath `top`.
    fn paragraph(&mut self, lines: &[String], (x, top): (f64, f64), (size, step): (f64, f64), fill: &str, more: &str) {
        let mut baseline = top + size;
        for line in lines {
            self.element(format_args!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" fill=\"{fill}\"{more}>{}</text>",
                n(x),
                n(baseline),
                escaped(line)
            ));
            baseline += step;
        }
    }
}

/// Where each segment and each turn leaves its cell: side by side, in the order of where they go.
struct Exits {
    segments: Vec<f64>,
    turns: Vec<f64>,
}

fn exits(picture: &Picture) -> Exits {
    let layers = &picture.layers;
    let (segments, turns) = (layers.segments.len(), layers.turns.len());
    let mut outgoing: Vec<Vec<(f64, usize)>> = vec![Vec::new(); layers.cells.len()];
    for (at, segment) in layers.segments.iter().enumerate() {
        outgoing[segment.upper].push((picture.anchors(segment.lower).0, at));
    }
    for (at, turn) in layers.turns.iter().enumerate().filter(|(_, turn)| turn.leaves) {
        outgoing[turn.item].push((picture.anchors(turn.bend).0, segments + at));
    }
    let mut exits = vec![0.0; segments + turns];
    for (cell, mut outgoing) in outgoing.into_iter().enumerate() {
        outgoing.sort_by(|a, b| a.0.total_cmp(&b.0));
        let gaps = f64::from(u32::try_from(outgoing.len().saturating_sub(1)).unwrap_or(u32::MAX));
        let room = picture.item(cell).filter(|item| matches!(item.kind, ItemKind::Node(_)));
        let step = room.map_or(0.0, |item| (item.width * 0.5 / gaps.max(1.0)).min(24.0));
        let mut next = picture.anchors(cell).1 - gaps * step / 2.0;
        for (_, at) in outgoing {
            exits[at] = next;
            next += step;
        }
    }
    let turns = exits.split_off(segments);
    Exits { segments: exits, turns }
}

fn color(look: Look) -> &'static str {
    match look {
        Look::Plain => "#4a5562",
        Look::Back => "#2b6cb0",
        Look::Catch => "#c0392b",
    }
}

/// A coordinate with at most one decimal.
pub(super) fn n(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
