//! What the tests of Flowsmith share: running flows with scripted functions, on virtual time, through crashes.

pub mod cases;
pub mod errands;
pub mod script;
pub mod world;
