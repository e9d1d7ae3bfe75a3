//! The items of a group, and links between them.

use super::{
    super::{
        model::{Edge, EdgeKind, Graph, GroupId, NodeId, NodeKind},
        text,
    },
    measure,
    place::{self, Picture},
};

/// What is laid out together.
#[derive(Debug)]
pub(super) struct Level {
    /// The first one is where the group starts.
    pub(super) items: Vec<Item>,
    pub(super) links: Vec<Link>,
    /// What stands at the bottom.
    pub(super) last: Option<usize>,
}

/// Something with a size.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) kind: ItemKind,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Where links come in at the top, and go out at the bottom, from the left.
    pub(super) inlet: f64,
    pub(super) outlet: f64,
}

#[derive(Debug)]
pub(super) enum ItemKind {
    Node(NodeId),
    /// A group in this one.
    Group(GroupId, Picture),
    /// The lines of the label of an edge.
    Label(Vec<String>, Look),
    /// Where links come into the group or leave it.
    Port,
}

/// From one item to another.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) look: Look,
}

/// How a link looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Look {
    Plain,
    Back,
    Catch,
}

impl Look {
    fn of(edge: &Edge) -> Self {
        match edge.kind {
            EdgeKind::Catch => Self::Catch,
            _ if edge.back => Self::Back,
            _ => Self::Plain,
        }
    }
}

impl Item {
    fn new(kind: ItemKind, (width, height): (f64, f64)) -> Self {
        Self { kind, width, height, inlet: width / 2.0, outlet: width / 2.0 }
    }

    fn port() -> Self {
        Self::new(ItemKind::Port, (8.0, 0.0))
    }
}

/// Where the ends of edges are in a level.
struct Index<'a> {
    graph: &'a Graph,
    group: GroupId,
    /// The item of each node and of each group that stands in this group itself.
    nodes: Vec<Option<usize>>,
    groups: Vec<Option<usize>>,
}

impl Index<'_> {
    /// The item that a node is, or is in.
    fn item(&self, node: NodeId) -> Option<usize> {
        let mut group = self.graph.nodes[node].group;
        if group == self.group {
            return self.nodes[node];
        }
        while let Some(parent) = self.graph.groups[group].parent {
            if parent == self.group {
                return self.groups[group];
            }
            group = parent;
        }
        None
    }
}

impl Level {
    pub(super) fn new(graph: &Graph, group: GroupId) -> Self {
        let nested = group != 0;
        let mut index =
            Index { graph, group, nodes: vec![None; graph.nodes.len()], groups: vec![None; graph.groups.len()] };
        let mut items = Vec::new();
        let mut last = None;
        if nested {
            items.push(Item::port());
        }
        for node in graph.members(group) {
            if graph.nodes[node].kind == NodeKind::End {
                last = Some(items.len());
            }
            index.nodes[node] = Some(items.len());
            items.push(Item::new(ItemKind::Node(node), measure::node(&graph.nodes[node])));
        }
        for child in graph.children(group) {
            let picture = place::picture(graph, child);
            index.groups[child] = Some(items.len());
            let (inlet, outlet) = (picture.inlet, picture.outlet);
            let size = (picture.width, picture.height);
            items.push(Item { inlet, outlet, ..Item::new(ItemKind::Group(child, picture), size) });
        }
        if nested {
            last = Some(items.len());
            items.push(Item::port());
        }
        let outside = if nested { last } else { None };
        let mut level = Self { items, links: Vec::new(), last };
        for edge in &graph.edges {
            match (index.item(edge.from), index.item(edge.to)) {
                (Some(from), Some(to)) => level.edge(edge, from, to),
                (Some(from), None) => {
                    if let Some(outside) = outside {
                        level.edge(edge, from, outside);
                    }
                }
                (None, Some(to)) => level.link(0, to, Look::Plain),
                (None, None) => {}
            }
        }
        level
    }

    /// The part of an edge that is in this level; its label is in the level where it begins.
    fn edge(&mut self, edge: &Edge, from: usize, to: usize) {
        let begins = matches!(self.items[from].kind, ItemKind::Node(_));
        if from == to && !begins {
            return; // within a group
        }
        let look = Look::of(edge);
        if begins && !edge.label.is_empty() {
            let lines = text::wrap(&edge.label);
            let size = measure::label(&lines);
            let label = self.items.len();
            self.items.push(Item::new(ItemKind::Label(lines, look), size));
            self.links.push(Link { from, to: label, look });
            self.links.push(Link { from: label, to, look });
        } else {
            self.link(from, to, look);
        }
    }

    /// A link without a label; several edges that leave a group make one.
    fn link(&mut self, from: usize, to: usize, look: Look) {
        match self.links.iter_mut().find(|link| (link.from, link.to) == (from, to)) {
            Some(link) => link.look = link.look.min(look),
            None => self.links.push(Link { from, to, look }),
        }
    }
}
