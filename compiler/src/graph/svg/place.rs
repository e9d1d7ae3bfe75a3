//! Coordinates: cells as close beneath each other as the order within layers allows.

use super::{
    super::{
        model::{Graph, GroupId},
        text,
    },
    level::{Item, ItemKind, Level},
    measure, order,
    rank::Layers,
    straight,
};

/// A group that has been laid out.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Where links come in at the top and go out at the bottom.
    pub(super) inlet: f64,
    pub(super) outlet: f64,
    pub(super) items: Vec<Item>,
    pub(super) layers: Layers,
    /// The left of each cell.
    pub(super) left: Vec<f64>,
    /// The top and the bottom of each layer.
    pub(super) rows: Vec<(f64, f64)>,
}

/// The room around what is in a group, and the height of its title.
const MARGIN: f64 = 16.0;
const TITLE: f64 = 22.0;

/// How often cells are moved, down and up in turn.
const SWEEPS: usize = 24;

/// The width of a bend.
const BEND: f64 = 8.0;

/// Lays out a group and all groups in it.
pub(super) fn picture(graph: &Graph, group: GroupId) -> Picture {
    let level = Level::new(graph, group);
    let mut layers = Layers::new(&level);
    order::order(&mut layers);
    let mut left = columns(&level, &layers);
    straight::straighten(&level, &layers, &mut left);
    let rows = rows(&level, &layers, &left, group != 0);

    let title = measure::lines(&[text::short(&graph.groups[group].title)], measure::NOTE.0) + 18.0;
    let anchor = |left: &[f64], item: usize| {
        let cell = layers.cells.iter().position(|cell| cell.item == Some(item));
        cell.map_or(0.0, |cell| left[cell] + level.items[item].outlet)
    };
    let smallest = left.iter().copied().fold(f64::INFINITY, f64::min);
    let mut shift = MARGIN - smallest;
    if group != 0 {
        // The way in does not run through the title.
        shift += (title - (anchor(&left, 0) + shift)).max(0.0);
    }
    for left in &mut left {
        *left += shift;
    }
    let right = (0..left.len()).map(|cell| left[cell] + width(&level, &layers, cell)).fold(0.0, f64::max);
    let inlet = anchor(&left, 0);
    let outlet = level.last.map_or(inlet, |last| anchor(&left, last));
    let bottom = rows.last().map_or(0.0, |row| row.1);
    Picture {
        width: (right + MARGIN).max(title + MARGIN),
        height: bottom + if group == 0 { MARGIN } else { 0.0 },
        inlet,
        outlet,
        items: level.items,
        layers,
        left,
        rows,
    }
}

impl Picture {
    /// The item of a cell.
    pub(super) fn item(&self, cell: usize) -> Option<&Item> {
        self.layers.cells[cell].item.map(|item| &self.items[item])
    }

    /// Where links come to a cell, and where they leave it.
    pub(super) fn anchors(&self, cell: usize) -> (f64, f64) {
        let (inlet, outlet) = self.item(cell).map_or((BEND / 2.0, BEND / 2.0), |item| (item.inlet, item.outlet));
        (self.left[cell] + inlet, self.left[cell] + outlet)
    }
}

fn width(level: &Level, layers: &Layers, cell: usize) -> f64 {
    layers.cells[cell].item.map_or(BEND, |item| level.items[item].width)
}

/// Where links come to a cell, and where they leave it, from its left.
pub(super) fn anchors(level: &Level, layers: &Layers, cell: usize) -> (f64, f64) {
    let item = layers.cells[cell].item.map(|item| &level.items[item]);
    item.map_or((BEND / 2.0, BEND / 2.0), |item| (item.inlet, item.outlet))
}

/// How far the left of a cell is from the left of its right neighbour at least.
pub(super) fn distance(level: &Level, layers: &Layers, cell: usize, right: usize) -> f64 {
    let bends = [cell, right].iter().any(|cell| layers.cells[*cell].item.is_none());
    width(level, layers, cell) + if bends { 14.0 } else { 26.0 }
}

/// A wish of a cell: to be moved so that its own anchor stands beneath that of another cell.
struct Pull {
    other: usize,
    /// How far right of the other's left the cell's left would be.
    offset: f64,
    weight: f64,
}

/// The left of each cell.
fn columns(level: &Level, layers: &Layers) -> Vec<f64> {
    let count = layers.cells.len();
    let mut above: Vec<Vec<Pull>> = (0..count).map(|_| Vec::new()).collect();
    let mut below: Vec<Vec<Pull>> = (0..count).map(|_| Vec::new()).collect();
    for segment in &layers.segments {
        let bends = [segment.upper, segment.lower].iter().filter(|cell| layers.cells[**cell].item.is_none()).count();
        let weight = [1.0, 2.0, 8.0][bends];
        let offset = anchors(level, layers, segment.upper).1 - anchors(level, layers, segment.lower).0;
        above[segment.lower].push(Pull { other: segment.upper, offset, weight });
        below[segment.upper].push(Pull { other: segment.lower, offset: -offset, weight });
    }
    for turn in &layers.turns {
        let offset = width(level, layers, turn.item) + 6.0;
        let pulls = if turn.leaves { &mut below } else { &mut above };
        pulls[turn.bend].push(Pull { other: turn.item, offset, weight: 0.5 });
    }

    let mut left = vec![0.0; count];
    for layer in &layers.rows {
        let offsets = offsets(level, layers, layer);
        let half = offsets.last().copied().unwrap_or(0.0) / 2.0;
        for (cell, offset) in layer.iter().zip(offsets) {
            left[*cell] = offset - half;
        }
    }
    for sweep in 0..SWEEPS {
        let rows = layers.rows.len();
        // At last both sides count, so that nothing is straight on one side only.
        let both = sweep + 4 >= SWEEPS;
        for at in 0..rows {
            let down = sweep % 2 == 0;
            let layer = &layers.rows[if down { at } else { rows - 1 - at }];
            let offsets = offsets(level, layers, layer);
            let wishes: Vec<_> = layer
                .iter()
                .zip(&offsets)
                .map(|(cell, offset)| {
                    let sides = [(down || both).then_some(&above[*cell]), (!down || both).then_some(&below[*cell])];
                    let (mut sum, mut weight) = (left[*cell] * 0.01, 0.01);
                    for pull in sides.into_iter().flatten().flatten() {
                        sum += (left[pull.other] + pull.offset) * pull.weight;
                        weight += pull.weight;
                    }
                    (sum / weight - offset, weight)
                })
                .collect();
            for ((cell, offset), wish) in layer.iter().zip(&offsets).zip(monotone(&wishes)) {
                left[*cell] = wish + offset;
            }
        }
    }
    left
}

/// How far each cell of a layer is from the first one at least.
fn offsets(level: &Level, layers: &Layers, layer: &[usize]) -> Vec<f64> {
    let mut next = 0.0;
    let mut before: Option<usize> = None;
    let mut offsets = Vec::with_capacity(layer.len());
    for cell in layer {
        if let Some(before) = before {
            next += distance(level, layers, before, *cell);
        }
        offsets.push(next);
        before = Some(*cell);
    }
    offsets
}

/// The numbers closest to the wishes (each with a weight) that do not decrease.
fn monotone(wishes: &[(f64, f64)]) -> Vec<f64> {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(wishes.len());
    for (wish, weight) in wishes {
        let mut block = (*wish, *weight, 1);
        while let Some(before) = blocks.pop_if(|before| before.0 > block.0) {
            let weight = before.1 + block.1;
            block = ((before.0 * before.1 + block.0 * block.1) / weight, weight, before.2 + block.2);
        }
        blocks.push(block);
    }
    blocks.into_iter().flat_map(|(value, _, count)| std::iter::repeat_n(value, count)).collect()
}

/// The top and the bottom of each layer.
fn rows(level: &Level, layers: &Layers, left: &[f64], titled: bool) -> Vec<(f64, f64)> {
    let mut reach = vec![0.0_f64; layers.rows.len()];
    for segment in &layers.segments {
        let distance = (left[segment.upper] + width(level, layers, segment.upper) / 2.0
            - left[segment.lower]
            - width(level, layers, segment.lower) / 2.0)
            .abs();
        let at = &mut reach[layers.cells[segment.upper].layer];
        *at = at.max(distance);
    }
    let mut top = if titled { 0.0 } else { TITLE + MARGIN };
    let mut rows = Vec::with_capacity(layers.rows.len());
    for (at, layer) in layers.rows.iter().enumerate() {
        let heights = layer.iter().filter_map(|cell| layers.cells[*cell].item).map(|item| level.items[item].height);
        let bottom = top + heights.fold(0.0, f64::max);
        rows.push((top, bottom));
        let labels_only = layer.iter().all(|cell| {
            layers.cells[*cell].item.is_none_or(|item| matches!(level.items[item].kind, ItemKind::Label(..)))
        });
        let gap = if labels_only { 22.0 } else { 26.0 } + (reach[at] / 14.0).min(26.0);
        top = bottom + if titled && at == 0 { gap.max(TITLE + 14.0) } else { gap };
    }
    rows
}
