//! The sections of the pack that are not the index's.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tawarikh_calendar::When;
use tawarikh_index::Tag;

use crate::pack::{OpenError, damaged};
use crate::record::Span;

/// The archive's description: a `Meta`.
pub(crate) const META: Tag = *b"arch";
/// All events by first and last day: a list of [`EventRow`].
pub(crate) const EVENTS: Tag = *b"evnt";
/// Time expressions without a place on the axis: a list of [`UnplacedRow`].
pub(crate) const UNPLACED: Tag = *b"unpl";
/// The documents' ids in their order: a list of texts.
pub(crate) const IDS: Tag = *b"ids ";

/// A dated sentence.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct EventRow {
    pub document: u32,
    /// The number of its time expression in the document.
    pub mention: u32,
    pub sentence: SentenceAt,
    pub headline: Span,
    pub when: When,
}

/// A time expression that could not be placed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct UnplacedRow {
    pub document: u32,
    pub sentence: SentenceAt,
    pub expression: Span,
}

/// A sentence's number and place in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SentenceAt {
    pub number: u32,
    pub span: Span,
}

/// Bytes in postcard's format, which writes any of our plain data.
pub(crate) fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    // Postcard fails on a sequence of unknown length or a full buffer; our data has neither.
    postcard::to_allocvec(value).unwrap_or_default()
}

/// Reads what [`encode`] wrote.
pub(crate) fn decode<T: DeserializeOwned>(part: &str, bytes: &[u8]) -> Result<T, OpenError> {
    postcard::from_bytes(bytes).map_err(|_| damaged(part))
}
