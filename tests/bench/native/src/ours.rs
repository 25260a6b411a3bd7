//! Our index.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use tawarikh_index::{Entry, Filter, Query, Reader, Schema, Writer};

use crate::Engine;
use crate::set::Document;

/// The index with the texts, in the folder.
const FILE: &str = "ours";

/// Our index with the texts stored in it.
pub struct Ours {
    ids: Vec<String>,
    reader: Reader,
    seconds: f64,
}

impl Ours {
    /// Indexes the documents on every core and leaves the bytes in `folder`.
    pub fn build(documents: &[Document], folder: &Path) -> Result<Ours, Box<dyn Error>> {
        let begun = Instant::now();
        let mut writer = Writer::new(Schema::new(["year"]));
        for (number, document) in documents.iter().enumerate() {
            // A facet to count, as an archive has: thirty values.
            let year = [(1990 + number % 30).to_string()];
            writer.add(&Entry {
                title: &document.title,
                body: &document.text,
                keywords: &[("year", &year)],
                ..Entry::default()
            });
        }
        let bytes = writer.finish();
        let seconds = begun.elapsed().as_secs_f64();
        fs::write(folder.join(FILE), &bytes)?;
        let ids = documents.iter().map(|document| document.id.clone());
        Ok(Ours {
            ids: ids.collect(),
            reader: Reader::open(bytes)?,
            seconds,
        })
    }
}

impl Engine for Ours {
    fn name(&self) -> String {
        "Tawarikh, native; with facet counts".to_owned()
    }

    fn built(&self) -> Value {
        json!({ "seconds": self.seconds, "place": FILE })
    }

    fn search(&self, query: &str) -> Result<Vec<String>, Box<dyn Error>> {
        let query = Query::parse(&format!("{query} "));
        let found = self.reader.search(&query, &Filter::default(), 10, 0);
        let ids = found
            .hits
            .iter()
            .map(|hit| self.ids[hit.doc as usize].clone());
        Ok(ids.collect())
    }
}
