//! Bytes that are no index, and indexes with changes that their checksums do not give away. From `crates/index`:
//! `cargo +nightly fuzz run reader -- -max_len=4096`

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tawarikh_index::Reader;
use tawarikh_index_fuzz::{Sample, damage, mend, tour};

static SAMPLES: LazyLock<[Vec<u8>; 2]> =
    LazyLock::new(|| [Sample::Small, Sample::Blocks].map(Sample::bytes));

/// A stem, another form, a near spelling, a beginning, a phrase, fields, brackets.
const QUERIES: [&str; 4] = [
    "المدارس قطار الربااط كتا",
    "\"محطة الرباط\" OR \"مياه النهر\" ",
    "+كتاب -مكتبة title:القطارات ",
    "outlet:صحيفة (سفن OR ٢٠٠٤) sfax",
];

// The first byte says what the rest is: an index as it is, an index to mend, or changes to one of the samples; the second
// what is asked.
fuzz_target!(|bytes: &[u8]| {
    let Some(([kind, query], rest)) = bytes.split_first_chunk::<2>() else {
        return;
    };
    let mut index = match kind % 4 {
        0 | 1 => rest.to_vec(),
        sample => SAMPLES[usize::from(sample) - 2].clone(),
    };
    match kind % 4 {
        0 => {}
        1 => mend(&mut index),
        _ => damage(&mut index, rest),
    }
    if let Ok(reader) = Reader::open(index) {
        tour(&reader, QUERIES[usize::from(query % 4)]);
    }
});
