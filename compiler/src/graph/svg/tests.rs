//! The picture leaves out nothing of the model.

use super::{super::model::Graph, level::Level, rank::Layers};
use crate::{analyze, source::SourceFile};

#[test]
fn the_picture_has_each_link_of_a_level() {
    let source = SourceFile::new("f.yaml", include_str!("../../../tests/definitions/order.yaml"));
    let (flow, _) = analyze(&source).unwrap();
    let graph = Graph::new(&flow);
    for group in 0..graph.groups.len() {
        let level = Level::new(&graph, group);
        let layers = Layers::new(&level);
        for link in &level.links {
            let cell = |item| layers.cells.iter().position(|cell| cell.item == Some(item)).unwrap();
            let (from, to) = (cell(link.from), cell(link.to));
            let mut seen = vec![from];
            let mut at = 0;
            while let Some(cell) = seen.get(at).copied() {
                at += 1;
                if cell != from && layers.cells[cell].item.is_some() {
                    continue;
                }
                let down = layers.segments.iter().filter(|it| it.upper == cell).map(|it| it.lower);
                let up = layers.segments.iter().filter(|it| it.lower == cell && cell != from).map(|it| it.upper);
                let out = layers.turns.iter().filter(|it| it.leaves && it.item == cell).map(|it| it.bend);
                let back = layers.turns.iter().filter(|it| !it.leaves && it.bend == cell).map(|it| it.item);
                for next in down.chain(up).chain(out).chain(back) {
                    if !seen.contains(&next) {
                        seen.push(next);
                    }
                }
            }
            assert!(seen.contains(&to), "{group}: {link:?}");
        }
    }
}
