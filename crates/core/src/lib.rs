//! The two pipelines: documents to an archive's bytes, and an archive with a query to a view.
