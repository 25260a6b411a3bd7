//! Names, dated events and findings in Arabic documents.
