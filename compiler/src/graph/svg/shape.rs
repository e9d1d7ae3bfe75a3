//! The shape and the colours of each kind of node.

use super::{
    super::model::NodeKind,
    draw::{Pen, n},
};

impl Pen<'_> {
    /// The outline of a node, and what is drawn on it.
    pub(super) fn shape(&mut self, kind: NodeKind, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (fill, stroke) = colors(kind);
        let style = format!("fill=\"{fill}\" stroke=\"{stroke}\"");
        let mut rect = |inset: f64, radius: f64, style: &str| {
            self.element(format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" {style}/>",
                n(x + inset),
                n(y + inset),
                n(width - 2.0 * inset),
                n(height - 2.0 * inset),
                n(radius)
            ));
        };
        match kind {
            NodeKind::Start | NodeKind::End | NodeKind::Succeed => rect(0.0, (height / 2.0).min(18.0), &style),
            NodeKind::Task | NodeKind::Child | NodeKind::Parallel | NodeKind::Foreach => rect(0.0, 4.0, &style),
            NodeKind::Pass => rect(0.0, 12.0, &style),
            NodeKind::Callback => {
                rect(0.0, 6.0, &format!("{style} stroke-width=\"1.6\""));
                rect(3.0, 4.0, &format!("fill=\"none\" stroke=\"{stroke}\""));
            }
            NodeKind::Join | NodeKind::Choice | NodeKind::Fail | NodeKind::Wait => {}
        }
        let (right, bottom) = (x + width, y + height);
        let cut = (height / 2.0).min(26.0);
        let middle = y + height / 2.0;
        let points = match kind {
            NodeKind::Choice => vec![
                (x, middle),
                (x + cut, y),
                (right - cut, y),
                (right, middle),
                (right - cut, bottom),
                (x + cut, bottom),
            ],
            NodeKind::Fail => vec![
                (x, y + 10.0),
                (x + 10.0, y),
                (right - 10.0, y),
                (right, y + 10.0),
                (right, bottom - 10.0),
                (right - 10.0, bottom),
                (x + 10.0, bottom),
                (x, bottom - 10.0),
            ],
            NodeKind::Wait => vec![(x + 12.0, y), (right, y), (right - 12.0, bottom), (x, bottom)],
            _ => Vec::new(),
        };
        if !points.is_empty() {
            let points: Vec<_> = points.into_iter().map(|(x, y)| format!("{},{}", n(x), n(y))).collect();
            self.element(format_args!("<polygon points=\"{}\" {style}/>", points.join(" ")));
        }
        let mut bar = |path: String, width: u8| {
            self.element(format_args!("<path d=\"{path}\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>"));
        };
        match kind {
            NodeKind::Child => {
                bar(format!("M{} {} V{} M{} {} V{}", n(x + 8.0), n(y), n(bottom), n(right - 8.0), n(y), n(bottom)), 1);
            }
            NodeKind::Parallel => bar(format!("M{} {} H{}", n(x + 2.0), n(bottom), n(right - 2.0)), 4),
            NodeKind::Foreach => bar(
                format!(
                    "M{} {} H{} M{} {} H{}",
                    n(x + 3.0),
                    n(bottom + 3.0),
                    n(right - 3.0),
                    n(x + 7.0),
                    n(bottom + 6.0),
                    n(right - 7.0)
                ),
                1,
            ),
            NodeKind::Join => self.element(format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"6\" {style}/>",
                n(x + width / 2.0),
                n(middle)
            )),
            _ => {}
        }
    }
}

/// The fill and the stroke of a node.
fn colors(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Start | NodeKind::End => ("#e2e8f0", "#5b6675"),
        NodeKind::Task => ("#e3effc", "#4a7fb5"),
        NodeKind::Callback => ("#fff3cd", "#b7791f"),
        NodeKind::Child => ("#e6e3fc", "#6b5fb5"),
        NodeKind::Pass => ("#ffffff", "#5b6675"),
        NodeKind::Wait => ("#eef7ee", "#5b8a5b"),
        NodeKind::Choice => ("#fdf6e3", "#a08a3c"),
        NodeKind::Parallel | NodeKind::Foreach => ("#e0f2f1", "#3d8b84"),
        NodeKind::Join => ("#3d8b84", "#3d8b84"),
        NodeKind::Succeed => ("#dff5e1", "#3c8a4a"),
        NodeKind::Fail => ("#fde2e1", "#c0392b"),
    }
}
