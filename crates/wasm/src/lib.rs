//! The browser's door to an archive: converts between JavaScript values and tawarikh-core.
