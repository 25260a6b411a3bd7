//! Reads the cases of `tests/corpus/evidence`: many cases a file, one reader of their marks.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a broken case file has to stop the test"
)]

mod cases;
mod entities;
mod figures;
mod persons;
mod told;
