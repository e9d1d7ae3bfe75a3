//! Items in layers: each link leads down, but those that close a cycle.

use std::collections::HashMap;

use super::{
    super::model::back_edges,
    level::{Level, Look},
};

/// Layers of cells. Links that lead to the same item share their bends, so that many ways to one place are one line.
#[derive(Debug, Default)]
pub(super) struct Layers {
    pub(super) cells: Vec<Cell>,
    /// The cells of each layer, from left to right.
    pub(super) rows: Vec<Vec<usize>>,
    /// Between cells of neighbouring layers, the upper one first.
    pub(super) segments: Vec<Segment>,
    /// Between cells of one layer: from an item around to a bend, or from a bend around to an item.
    pub(super) turns: Vec<Turn>,
}

#[derive(Debug)]
pub(super) struct Cell {
    /// The item; none for a bend.
    pub(super) item: Option<usize>,
    pub(super) layer: usize,
}

#[derive(Debug)]
pub(super) struct Segment {
    pub(super) upper: usize,
    pub(super) lower: usize,
    pub(super) look: Look,
}

#[derive(Debug)]
pub(super) struct Turn {
    pub(super) item: usize,
    pub(super) bend: usize,
    /// Whether the link leaves the item, beneath it; else it comes to it, from above.
    pub(super) leaves: bool,
    pub(super) look: Look,
}

impl Layers {
    pub(super) fn new(level: &Level) -> Self {
        let mut outgoing = vec![Vec::new(); level.items.len()];
        for (at, link) in level.links.iter().enumerate() {
            outgoing[link.from].push((link.to, at));
        }
        let mut is_back = vec![false; level.links.len()];
        for at in back_edges(&outgoing) {
            is_back[at] = true;
        }
        let ranks = ranks(level, &is_back);

        let mut layers = Self::default();
        let count = ranks.iter().max().map_or(0, |most| most + 1);
        layers.rows.resize(count, Vec::new());
        // In the order of a walk, so that what belongs together starts side by side.
        for item in walk(&outgoing) {
            layers.cell(Some(item), ranks[item]);
        }
        let mut cells = vec![0; level.items.len()];
        for (at, cell) in layers.cells.iter().enumerate() {
            if let Some(item) = cell.item {
                cells[item] = at;
            }
        }
        let mut bends = HashMap::new();
        'links: for (at, link) in level.links.iter().enumerate() {
            let (from, to, look) = (cells[link.from], cells[link.to], link.look);
            let (top, bottom) = (ranks[link.to], ranks[link.from]);
            // From a bend that is there already, the rest of the way is there, too.
            let mut bend = |layers: &mut Self, layer| {
                let count = layers.cells.len();
                let key = (link.to, layer, look, is_back[at]);
                let bend = *bends.entry(key).or_insert_with(|| layers.cell(None, layer));
                (bend, bend < count)
            };
            if is_back[at] {
                let (mut lower, known) = bend(&mut layers, bottom);
                layers.turns.push(Turn { item: from, bend: lower, leaves: true, look });
                if known {
                    continue;
                }
                for layer in (top..bottom).rev() {
                    let (upper, known) = bend(&mut layers, layer);
                    layers.segments.push(Segment { upper, lower, look });
                    if known {
                        continue 'links;
                    }
                    lower = upper;
                }
                layers.turns.push(Turn { item: to, bend: lower, leaves: false, look });
            } else {
                let mut upper = from;
                for layer in bottom + 1..top {
                    let (lower, known) = bend(&mut layers, layer);
                    layers.segments.push(Segment { upper, lower, look });
                    if known {
                        continue 'links;
                    }
                    upper = lower;
                }
                layers.segments.push(Segment { upper, lower: to, look });
            }
        }
        layers
    }

    fn cell(&mut self, item: Option<usize>, layer: usize) -> usize {
        self.cells.push(Cell { item, layer });
        self.rows[layer].push(self.cells.len() - 1);
        self.cells.len() - 1
    }
}

/// The items in the order of a walk from the first one.
fn walk(outgoing: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let mut seen = vec![false; outgoing.len()];
    let mut order = Vec::with_capacity(outgoing.len());
    for root in 0..outgoing.len() {
        let mut open = vec![root];
        while let Some(item) = open.pop() {
            if !std::mem::replace(&mut seen[item], true) {
                order.push(item);
                open.extend(outgoing[item].iter().rev().map(|(to, _)| *to));
            }
        }
    }
    order
}

/// The layer of each item: beneath everything that leads to it.
fn ranks(level: &Level, is_back: &[bool]) -> Vec<usize> {
    let count = level.items.len();
    let forward = || level.links.iter().zip(is_back).filter(|(_, back)| !**back).map(|(link, _)| link);
    let mut outgoing = vec![Vec::new(); count];
    let mut missing = vec![0_usize; count];
    for link in forward() {
        outgoing[link.from].push(link.to);
        missing[link.to] += 1;
    }
    let mut ranks = vec![0; count];
    let mut ready: Vec<_> = (0..count).filter(|item| missing[*item] == 0).collect();
    let sources = ready.clone();
    while let Some(item) = ready.pop() {
        for to in &outgoing[item] {
            ranks[*to] = ranks[*to].max(ranks[item] + 1);
            missing[*to] -= 1;
            if missing[*to] == 0 {
                ready.push(*to);
            }
        }
    }
    // What nothing leads to stands just above where it leads.
    for item in sources.into_iter().filter(|item| *item != 0) {
        if let Some(next) = outgoing[item].iter().map(|to| ranks[*to]).min() {
            ranks[item] = next - 1;
        }
    }
    if let Some(last) = level.last {
        ranks[last] = ranks.iter().copied().max().unwrap_or(0).max(1);
    }
    ranks
}
