//! The tawarikh program: builds, checks and searches archives.
