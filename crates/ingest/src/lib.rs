//! Bytes of a file to clean documents: encoding, page furniture, metadata.
