//! What must stay true of the project's shape, whatever its parts do.

mod budget;
mod network;
mod order;
mod sources;
