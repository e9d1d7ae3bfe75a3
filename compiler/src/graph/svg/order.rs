//! The order within layers: few crossings, and otherwise that of the definition.

use super::rank::Layers;

/// How often layers are put in order, down and up in turn.
const SWEEPS: usize = 12;

/// Puts the cells of each layer in order.
pub(super) fn order(layers: &mut Layers) {
    let neighbours = Neighbours::new(layers);
    let mut position = vec![0.0; layers.cells.len()];
    for layer in &layers.rows {
        number(layer, &mut position);
    }
    let mut best = (crossings(layers, &position), layers.rows.clone());
    for sweep in 0..SWEEPS {
        let count = layers.rows.len();
        for at in 0..count {
            let (at, beside) =
                if sweep % 2 == 0 { (at, &neighbours.above) } else { (count - 1 - at, &neighbours.below) };
            let layer = &mut layers.rows[at];
            let keys: Vec<f64> = layer
                .iter()
                .map(|&cell| {
                    mean(&beside[cell], &position).map_or(position[cell], |mean| mean + neighbours.outer[cell])
                })
                .collect();
            let mut sorted: Vec<_> = keys.into_iter().zip(layer.iter().copied()).collect();
            sorted.sort_by(|(a, _), (b, _)| a.total_cmp(b));
            *layer = sorted.into_iter().map(|(_, cell)| cell).collect();
            number(layer, &mut position);
        }
        let crossings = crossings(layers, &position);
        if crossings < best.0 {
            best = (crossings, layers.rows.clone());
        }
    }
    layers.rows = best.1;
}

/// For each cell those that it is linked with, above and below; the bends that a turn leads around to count for both.
struct Neighbours {
    above: Vec<Vec<(usize, f64)>>,
    below: Vec<Vec<(usize, f64)>>,
    /// Moves what a turn leaves to the right of its like, so that the turn crosses nothing.
    outer: Vec<f64>,
}

impl Neighbours {
    fn new(layers: &Layers) -> Self {
        let mut above = vec![Vec::new(); layers.cells.len()];
        let mut below = above.clone();
        let mut outer = vec![0.0; layers.cells.len()];
        for segment in &layers.segments {
            above[segment.lower].push((segment.upper, 0.0));
            below[segment.upper].push((segment.lower, 0.0));
        }
        for turn in &layers.turns {
            // To the right of the item.
            let side = if turn.leaves { &mut below } else { &mut above };
            side[turn.bend].push((turn.item, 0.5));
            if turn.leaves {
                outer[turn.item] = 0.25;
            }
        }
        Self { above, below, outer }
    }
}

fn mean(beside: &[(usize, f64)], position: &[f64]) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for (cell, offset) in beside {
        sum += position[*cell] + offset;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

fn number(layer: &[usize], position: &mut [f64]) {
    let mut next = 0.0;
    for cell in layer {
        position[*cell] = next;
        next += 1.0;
    }
}

/// How many segments and turns cross.
fn crossings(layers: &Layers, position: &[f64]) -> usize {
    let mut gaps: Vec<Vec<(f64, f64)>> = vec![Vec::new(); layers.rows.len()];
    for segment in &layers.segments {
        gaps[layers.cells[segment.upper].layer].push((position[segment.upper], position[segment.lower]));
    }
    let mut count = 0;
    for gap in &mut gaps {
        gap.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        // The lower ends so far, in order: those right of an end are crossed by its segment.
        let mut lower: Vec<f64> = Vec::with_capacity(gap.len());
        for (_, end) in gap.iter() {
            let at = lower.partition_point(|other| other <= end);
            count += lower.len() - at;
            lower.insert(at, *end);
        }
    }
    if layers.turns.is_empty() {
        return count;
    }
    let (mut down, mut up) = (vec![0; position.len()], vec![0; position.len()]);
    for segment in &layers.segments {
        down[segment.upper] += 1;
        up[segment.lower] += 1;
    }
    for turn in &layers.turns {
        let ways = if turn.leaves { &down } else { &up };
        let ends = (position[turn.item], position[turn.bend]);
        let (low, high) = (ends.0.min(ends.1), ends.0.max(ends.1));
        let layer = &layers.rows[layers.cells[turn.item].layer];
        let between = layer.iter().filter(|cell| low < position[**cell] && position[**cell] < high);
        count += between.map(|cell| ways[*cell]).sum::<usize>();
    }
    count
}
