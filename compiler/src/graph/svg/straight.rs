//! Straight lines: cells that follow each other are put beneath each other, as far as their neighbours leave room.

use super::{level::Level, place, rank::Layers};

/// How often each chain is tried; one that has moved makes room for others.
const ROUNDS: usize = 3;

/// Moves the cells, given by their left sides.
pub(super) fn straighten(level: &Level, layers: &Layers, left: &mut [f64]) {
    let chains = chains(layers);
    let beside = beside(layers);
    for _ in 0..ROUNDS {
        for chain in &chains {
            let mut start = 0;
            while start < chain.len() {
                start += run(level, layers, &chain[start..], &beside, left);
            }
        }
    }
}

/// Puts as many cells of a chain beneath each other as can be; gives their number, which is at least one.
fn run(
    level: &Level,
    layers: &Layers,
    chain: &[usize],
    beside: &[(Option<usize>, Option<usize>)],
    left: &mut [f64],
) -> usize {
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let (mut offset, mut wish) = (0.0, 0.0);
    let mut run: Vec<(usize, f64)> = Vec::new();
    for cell in chain {
        let (inlet, _) = place::anchors(level, layers, *cell);
        if let Some((before, at)) = run.last() {
            offset = at + place::anchors(level, layers, *before).1 - inlet;
        }
        let (before, after) = beside[*cell];
        let least =
            before.map_or(f64::NEG_INFINITY, |other| left[other] + place::distance(level, layers, other, *cell));
        let most = after.map_or(f64::INFINITY, |other| left[other] - place::distance(level, layers, *cell, other));
        let (lower, upper) = (low.max(least - offset), high.min(most - offset));
        if lower > upper && !run.is_empty() {
            break;
        }
        (low, high) = (lower, upper);
        wish += left[*cell] - offset;
        run.push((*cell, offset));
    }
    let count = f64::from(u32::try_from(run.len()).unwrap_or(u32::MAX));
    if low <= high {
        let base = (wish / count).max(low).min(high);
        for (cell, offset) in &run {
            left[*cell] = base + offset;
        }
    }
    run.len()
}

/// The neighbours of each cell in its layer.
fn beside(layers: &Layers) -> Vec<(Option<usize>, Option<usize>)> {
    let mut beside = vec![(None, None); layers.cells.len()];
    for layer in &layers.rows {
        for pair in layer.windows(2) {
            beside[pair[0]].1 = Some(pair[1]);
            beside[pair[1]].0 = Some(pair[0]);
        }
    }
    beside
}

/// Chains of cells, each below the one before; first those of bends, then those where nothing branches.
fn chains(layers: &Layers) -> Vec<Vec<usize>> {
    let count = layers.cells.len();
    let (mut below, mut above) = (vec![None; count], vec![None; count]);
    let (mut outgoing, mut incoming) = (vec![0_usize; count], vec![0_usize; count]);
    for segment in &layers.segments {
        outgoing[segment.upper] += 1;
        incoming[segment.lower] += 1;
    }
    let is_bend = |cell: usize| layers.cells[cell].item.is_none();
    let alone = |upper: usize, lower: usize| outgoing[upper] == 1 && incoming[lower] == 1;
    let wanted: [&dyn Fn(usize, usize) -> bool; 2] = [&|upper, lower| is_bend(upper) && is_bend(lower), &alone];
    for wanted in wanted {
        for segment in &layers.segments {
            let (upper, lower) = (segment.upper, segment.lower);
            if below[upper].is_none() && above[lower].is_none() && wanted(upper, lower) {
                below[upper] = Some(lower);
                above[lower] = Some(upper);
            }
        }
    }
    let mut chains = Vec::new();
    for first in (0..count).filter(|cell| above[*cell].is_none()) {
        let mut chain = vec![first];
        let mut last = first;
        while let Some(next) = below[last] {
            chain.push(next);
            last = next;
        }
        if chain.len() > 1 {
            chains.push(chain);
        }
    }
    // Long ones first: these are seen most.
    chains.sort_by_key(|chain| std::cmp::Reverse(chain.len()));
    chains
}
