//! Where an expression stands.

/// Where an expression stands, which says what variables mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene {
    pub(super) place: Place,
    /// The state has a result of its own; others forward their input.
    pub(super) result: bool,
    /// The state waits for a callback, and has a task token.
    pub(super) token: bool,
}

/// The part of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `InputConstructor`
    Input,
    /// What reads the input of the state: parameters, conditions, items, numbers of seconds.
    State,
    /// `OutputConstructor`, `GlobalConstructor`
    Output,
    /// `OutputConstructor` of a catch rule
    Catch,
    /// `ItemConstructor`
    Item,
}

impl Scene {
    /// The same state, another part.
    pub(super) fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }
}
