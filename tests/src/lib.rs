//! Conformance cases, golden files and browser tests of the whole workspace.
