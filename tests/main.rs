//! Tests of Flowsmith as a whole.

#![cfg(test)]

mod contract;
mod every_case;
mod goldens;
