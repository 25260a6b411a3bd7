//! What must stay true of the project's shape, whatever its parts do.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on says so and fails"
)]

mod budget;
mod network;
mod order;
mod sources;
