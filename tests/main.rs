//! Tests of Flowsmith as a whole.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "tests say what they measure and what they skip")]

mod check;
mod contract;
mod decisions;
mod every_case;
mod goldens;
mod kit;
mod names;
mod published;
mod properties;
mod queue;
mod relied_on;
mod tracking;
mod ui;
