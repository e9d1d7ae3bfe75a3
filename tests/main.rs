//! Tests of Flowsmith as a whole.

#![cfg(test)]

mod check;
mod contract;
mod every_case;
mod goldens;
mod names;
mod order;
mod published;
mod retries;
mod tracking;
mod ui;
