//! What the program carries: the page, the engine without an archive, the default archive.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// A file of the page by its name.
pub fn file(name: &str) -> Option<&'static [u8]> {
    PAGE.iter()
        .find(|(known, _)| *known == name)
        .map(|(_, bytes)| *bytes)
}
