//! tantivy, with OR of all words and BM25 as it ships, over three forms of words.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::tokenizer::{Language, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream};
use tantivy::{Index, IndexReader, TantivyDocument, Term};

use crate::Engine;
use crate::set::Document;

/// What becomes of a word before it is indexed or searched.
#[derive(Clone, Copy, Debug)]
pub enum Words {
    /// Nothing: tantivy has no Arabic normalisation of its own.
    AsIs,
    /// Spellings folded by our analyzer.
    Folded,
    /// By its own Snowball stemmer for Arabic, which folds some spellings itself.
    Stemmed,
    /// Folded by our analyzer, then stemmed.
    FoldedStemmed,
}

impl Words {
    fn name(self) -> &'static str {
        match self {
            Words::AsIs => "as is",
            Words::Folded => "folded",
            Words::Stemmed => "stemmed",
            Words::FoldedStemmed => "folded and stemmed",
        }
    }

    /// Its folder.
    fn place(self) -> &'static str {
        match self {
            Words::AsIs => "tantivy-as-is",
            Words::Folded => "tantivy-folded",
            Words::Stemmed => "tantivy-stemmed",
            Words::FoldedStemmed => "tantivy-folded-stemmed",
        }
    }

    fn text(self, text: &str) -> String {
        match self {
            Words::AsIs | Words::Stemmed => text.to_owned(),
            Words::Folded | Words::FoldedStemmed => tawarikh_arabic::tokens(text)
                .map(|token| tawarikh_arabic::keys(token.text).folded)
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    fn analyzer(self) -> TextAnalyzer {
        let words = TextAnalyzer::builder(SimpleTokenizer::default());
        match self {
            Words::AsIs | Words::Folded => words.build(),
            Words::Stemmed | Words::FoldedStemmed => {
                words.filter(Stemmer::new(Language::Arabic)).build()
            }
        }
    }
}

/// An index in a folder of its own, without the texts.
pub struct Tantivy {
    words: Words,
    reader: IndexReader,
    id: Field,
    text: Field,
    seconds: f64,
}

impl Tantivy {
    /// Indexes the documents with two threads and merges what they made into one segment.
    pub fn build(
        documents: &[Document],
        words: Words,
        folder: &Path,
    ) -> Result<Tantivy, Box<dyn Error>> {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("words")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = schema.add_text_field(
            "text",
            TextOptions::default().set_indexing_options(indexing),
        );
        let folder = folder.join(words.place());
        fs::create_dir_all(&folder)?;
        let begun = Instant::now();
        let index = Index::create_in_dir(&folder, schema.build())?;
        index.tokenizers().register("words", words.analyzer());
        let mut writer = index.writer_with_num_threads(2, 200_000_000)?;
        for document in documents {
            let mut row = TantivyDocument::default();
            row.add_text(id, &document.id);
            row.add_text(
                text,
                words.text(&format!("{}\n{}", document.title, document.text)),
            );
            writer.add_document(row)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        writer.merge(&segments).wait()?;
        writer.wait_merging_threads()?;
        let seconds = begun.elapsed().as_secs_f64();
        let reader = index.reader()?;
        Ok(Tantivy {
            words,
            reader,
            id,
            text,
            seconds,
        })
    }

    fn query(&self, text: &str) -> BooleanQuery {
        let text = self.words.text(text);
        let mut analyzer = self.words.analyzer();
        let mut tokens = analyzer.token_stream(&text);
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        while let Some(token) = tokens.next() {
            let term = Term::from_field_text(self.text, &token.text);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            clauses.push((Occur::Should, Box::new(query)));
        }
        BooleanQuery::new(clauses)
    }
}

impl Engine for Tantivy {
    fn name(&self) -> String {
        format!("tantivy, native; {}; OR", self.words.name())
    }

    fn built(&self) -> Value {
        json!({ "seconds": self.seconds, "place": self.words.place() })
    }

    fn search(&self, query: &str) -> Result<Vec<String>, Box<dyn Error>> {
        let searcher = self.reader.searcher();
        // The number of all matches is counted too, as ours is.
        let (best, _) = searcher.search(
            &self.query(query),
            &(TopDocs::with_limit(10).order_by_score(), Count),
        )?;
        let mut ids = Vec::with_capacity(best.len());
        for (_, address) in best {
            let row: TantivyDocument = searcher.doc(address)?;
            ids.push(
                row.get_first(self.id)
                    .and_then(|id| id.as_str())
                    .unwrap_or_default()
                    .to_owned(),
            );
        }
        Ok(ids)
    }
}
