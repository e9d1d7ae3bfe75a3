//! SVG: the nodes of each group in layers, groups as boxes in them, edges as curves between layers.
//!
//! A scope has one way in and one way out, so a box is laid out by itself and then placed like a node.

mod measure; // how much room text takes

mod level; // the items of a group, and links between them

mod rank; // items in layers

mod order; // the order within layers

mod place; // coordinates

mod straight; // straight lines

mod draw; // elements

mod shape; // of nodes

#[cfg(test)]
mod tests;

use super::model::Graph;

pub(super) fn print(graph: &Graph) -> String {
    draw::document(graph, &place::picture(graph, 0))
}
