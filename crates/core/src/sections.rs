//! The sections of an archive that are not the index's.

use tawarikh_index::Tag;

/// The archive's description: a `Meta`.
pub(crate) const ABOUT: Tag = *b"abou";
/// What is always in memory of the events: a `Summary`.
pub(crate) const SUMMARY: Tag = *b"evsu";
/// All events by first and last day, in pieces: lists of `EventRow`.
pub(crate) const EVENTS: Tag = *b"evnt";
/// The names in the sentences of all events, in the pieces and the order of [`EVENTS`]: lists of lists of `NamePart`.
pub(crate) const EVENT_NAMES: Tag = *b"evnm";
/// Documents by their ids, in pieces: see `ids`.
pub(crate) const IDS: Tag = *b"ids ";
/// The names that the documents use: a list of `KnownName`.
pub(crate) const NAMES: Tag = *b"name";
/// How each of [`NAMES`] is spelt, itself first: lists of `KnownSpelling`.
pub(crate) const SPELLINGS: Tag = *b"spel";
/// Names that the documents show by their words alone: a list of `CandidateName`.
pub(crate) const CANDIDATES: Tag = *b"cand";
/// Which names each document has, in pieces: lists of lists of `Named`.
pub(crate) const DOCUMENT_NAMES: Tag = *b"docn";
/// The first document of each piece of [`FIGURES`].
pub(crate) const FIGURES_FIRST: Tag = *b"figf";
/// All figures in the order of documents, in pieces: lists of `FigureRow`.
pub(crate) const FIGURES: Tag = *b"figs";
/// What several documents tell of, by first and last day, in pieces: lists of `HappeningRow`.
pub(crate) const HAPPENINGS: Tag = *b"hapn";
/// The first document of each piece of [`MEMBERSHIPS`].
pub(crate) const MEMBERSHIPS_FIRST: Tag = *b"memf";
/// Which happenings the events of documents belong to, in pieces: lists of `Membership`.
pub(crate) const MEMBERSHIPS: Tag = *b"memb";
/// What was found of each code, and where: a list of `FindingsOf`.
pub(crate) const FINDINGS_OF: Tag = *b"finc";
/// What is not known, by code and document, in pieces: lists of `FindingRow`.
pub(crate) const FINDINGS: Tag = *b"find";
