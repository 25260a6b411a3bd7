//! Whatever is typed is a query, and is answered lawfully. From `crates/index`:
//! `cargo +nightly fuzz run query -- -max_len=2048 -dict=fuzz/query.dict`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tawarikh_index::Reader;
use tawarikh_index_fuzz::{Sample, tour};

// A reader notes what it lacks, so threads can't share one.
thread_local! {
    static READER: Reader =
        Reader::open(Sample::Small.bytes()).expect("the writer writes what the reader reads");
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    assert!(READER.with(|reader| tour(reader, &text)), "{text:?}");
});
