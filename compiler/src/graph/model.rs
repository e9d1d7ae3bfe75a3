//! What is drawn, whatever the format: nodes in groups, and edges between them.

/// A flow as a picture. Whatever text is in it can be seen (see [`super::text::visible`]).
#[derive(Debug)]
pub(super) struct Graph {
    /// The name of the flow.
    pub(super) title: String,
    /// The first one is the flow's body; a group stands after the one that it is in.
    pub(super) groups: Vec<Group>,
    /// In the order of the definition, between the start and the end.
    pub(super) nodes: Vec<Node>,
    /// In the order of their origins, and for each in the order in which the ways are tried.
    pub(super) edges: Vec<Edge>,
}

/// A node in [`Graph::nodes`].
pub(super) type NodeId = usize;

/// A group in [`Graph::groups`].
pub(super) type GroupId = usize;

/// A scope with steps.
#[derive(Debug)]
pub(super) struct Group {
    /// What it is called in Mermaid and DOT.
    pub(super) id: String,
    /// What it is the body of.
    pub(super) title: String,
    /// The group that it stands in; none for the flow's body.
    pub(super) parent: Option<GroupId>,
}

/// A step, or where something starts or ends.
#[derive(Debug)]
pub(super) struct Node {
    /// What it is called in Mermaid and DOT.
    pub(super) id: String,
    pub(super) group: GroupId,
    pub(super) kind: NodeKind,
    /// The name of the step.
    pub(super) title: String,
    /// What else there is to know, a line each.
    pub(super) notes: Vec<String>,
    /// The whole name and all policies; empty for what is no step.
    pub(super) tooltip: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeKind {
    Start,
    End,
    Task,
    /// A task that waits for the report of its token.
    Callback,
    /// A task that starts another flow.
    Child,
    Pass,
    Wait,
    Choice,
    Parallel,
    Foreach,
    /// Where the branches of a parallel step or the iterations of a foreach step come together.
    Join,
    Succeed,
    Fail,
}

/// A way that control can go.
#[derive(Debug)]
pub(super) struct Edge {
    pub(super) from: NodeId,
    pub(super) to: NodeId,
    pub(super) kind: EdgeKind,
    /// When it is taken; empty for [`EdgeKind::Next`].
    pub(super) label: String,
    /// Whether it leads back to a step that led here.
    pub(super) back: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EdgeKind {
    /// Always.
    Next,
    /// When a condition is true.
    When,
    /// When no condition is true.
    Default,
    /// When an error is caught.
    Catch,
}

impl Graph {
    /// The groups directly within a group.
    pub(super) fn children(&self, group: GroupId) -> impl Iterator<Item = GroupId> + '_ {
        (0..self.groups.len()).filter(move |child| self.groups[*child].parent == Some(group))
    }

    /// The nodes directly within a group.
    pub(super) fn members(&self, group: GroupId) -> impl Iterator<Item = NodeId> + '_ {
        (0..self.nodes.len()).filter(move |node| self.nodes[*node].group == group)
    }

    /// Marks the edges that lead back, as a walk from the start meets them.
    pub(super) fn mark_back_edges(&mut self) {
        let mut outgoing = vec![Vec::new(); self.nodes.len()];
        for (at, edge) in self.edges.iter().enumerate() {
            outgoing[edge.from].push((edge.to, at));
        }
        for at in back_edges(&outgoing) {
            self.edges[at].back = true;
        }
    }
}

/// The edges without which a graph has no cycle. For each node there is a list of its edges: where to, and a number.
pub(super) fn back_edges(outgoing: &[Vec<(usize, usize)>]) -> Vec<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::No; outgoing.len()];
    let mut found = Vec::new();
    for root in 0..outgoing.len() {
        if seen[root] != Seen::No {
            continue;
        }
        seen[root] = Seen::OnTheWay;
        let mut way = vec![(root, 0)];
        while let Some((node, next)) = way.last_mut() {
            let Some((to, number)) = outgoing[*node].get(*next) else {
                seen[*node] = Seen::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match seen[*to] {
                Seen::No => {
                    seen[*to] = Seen::OnTheWay;
                    way.push((*to, 0));
                }
                Seen::OnTheWay => found.push(*number),
                Seen::Done => {}
            }
        }
    }
    found
}
