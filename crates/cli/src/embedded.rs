//! What the program carries: the page, the engine without an archive, the default archive.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
