//! The inverted index: writer, immutable bytes, reader, query language, ranking, snippets.
