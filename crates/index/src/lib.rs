//! The inverted index: writer, immutable bytes, reader, query language, ranking, snippets.
//!
//! [`Writer`] takes documents and gives bytes; [`Reader`] opens the bytes, checks them once, and answers queries. A word of
//! a query is looked up in a dictionary of word families: the form as typed counts most, then other spellings of it, then
//! other forms of its stem, then, while it is being typed, words that begin with it. Every form has postings of its own,
//! each occurrence is stored once, and which form matched how is known without further data.
//!
//! ```
//! use tawarikh_index::{Entry, Filter, Query, Reader, Schema, Writer};
//!
//! let mut writer = Writer::new(Schema::new(["outlet"]));
//! writer.add(&Entry { title: "القطار", body: "وصلت القطارات إلى المحطة متأخرة.", ..Entry::default() });
//! writer.add(&Entry { title: "السوق", body: "ارتفع سعر الخبز.", ..Entry::default() });
//! let reader = Reader::open(writer.finish())?;
//! let query = Query::parse("محطات قطار");
//! let found = reader.search(&query, &Filter::default(), 10, 0);
//! assert_eq!(found.matched, [0]);
//! let body = reader.document(0).unwrap().body;
//! let marked: Vec<&str> = reader.matcher(&query).marks(&body).into_iter().map(|span| &body[span]).collect();
//! assert_eq!(marked, ["القطارات", "المحطة"]);
//! # Ok::<(), tawarikh_index::OpenError>(())
//! ```

mod analysis;
mod beginnings;
mod bits;
mod bloom;
mod bytes;
mod checksum;
mod columns;
mod container;
mod days;
mod dictionary;
mod entry;
mod error;
mod evaluate;
mod evidence;
mod expand;
mod explain;
mod facets;
mod grams;
mod head;
mod joined;
mod looked_up;
mod matcher;
mod merge;
mod meta;
mod norm;
mod number;
mod order;
mod pack;
mod pager;
mod passages;
mod phrase;
mod postings;
mod proximity;
mod query;
mod rank;
mod reader;
mod search;
mod segment;
mod similar;
mod slip;
mod spill;
mod standing;
mod stored;
mod suggest;
mod tashkeel;
mod transliterate;
mod writer;

pub use bytes::Bytes;
pub use checksum::Crc32;
pub use container::{FORMAT, Tag};
pub use entry::{Entry, Schema};
pub use error::OpenError;
pub use evidence::Standing;
pub use expand::Relation;
pub use explain::{FormOf, WordForms};
pub use facets::FacetCounts;
pub use matcher::Matcher;
pub use pack::{PackWriter, Sink};
pub use pager::{FragmentError, Pager, Section};
pub use passages::Passage;
pub use query::{
    DateReader, Matching, Names, Note, NoteCode, Query, Spelling, Understanding, UnfinishedValue,
    unfinished_value,
};
pub use rank::Ranking;
pub use reader::Reader;
pub use search::{Filter, Found, Hit};
pub use slip::slip;
pub use spill::{Memory, Spill};
pub use stored::Stored;
pub use suggest::Suggested;
pub use writer::Writer;
