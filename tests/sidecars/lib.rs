//! The code of each definition that has a sidecar here, as `types/` says: it compiles.

include!(concat!(env!("OUT_DIR"), "/modules.rs"));
