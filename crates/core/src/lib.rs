//! The two pipelines: documents to an archive's bytes, and an archive with a query to a view.
//!
//! ```text
//! Document ─ Analyst::analyse ─▶ Analysed ─ Builder::add … finish ─▶ pack ─ Archive::open ─▶ search, timeline, document
//! ```
//!
//! Nothing here knows files, the clock, or the page: a pack is bytes, and what a page shows is plain data of [`view`].

mod accounts;
mod analyse;
mod archive;
mod build;
mod chronicle;
mod collecting;
mod entities;
mod events;
mod figures;
mod findings;
mod first_documents;
mod fragment;
mod happenings;
mod ids;
mod kept;
mod known;
mod listed;
mod name_uses;
mod names;
pub mod pack;
mod pieces;
mod query_date;
mod reading;
mod record;
mod recording;
mod search;
mod sections;
mod selection;
mod settings;
mod similar;
mod spellings;
mod suggest;
mod teller;
pub mod view;
mod why;

pub use analyse::{Analysed, Analyst};
pub use archive::Archive;
pub use build::{Builder, Fragmenting};
pub use fragment::{FragmentError, file as fragment_file, path as fragment_path};
pub use pack::{Fault, OpenError};
pub use query_date::leading_date;
pub use settings::{NamedEra, Settings, SettingsError};
pub use tawarikh_index::{Sink, Spill};
