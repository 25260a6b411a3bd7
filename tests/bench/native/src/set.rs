//! What is searched and asked.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Documents and queries.
#[derive(Deserialize)]
pub struct Set {
    /// In their order.
    pub documents: Vec<Document>,
    /// By kind: questions, keywords.
    pub queries: BTreeMap<String, Vec<Query>>,
}

/// A document to index.
#[derive(Deserialize)]
pub struct Document {
    /// Its name in judgements.
    pub id: String,
    /// Indexed beside the text.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// A query as a person would type it.
#[derive(Deserialize)]
pub struct Query {
    /// Its name in judgements.
    pub id: String,
    /// What is typed.
    pub text: String,
}
