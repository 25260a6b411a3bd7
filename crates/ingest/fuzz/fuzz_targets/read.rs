//! Files of every kind, their bytes anything. From `crates/ingest`:
//! `cargo +nightly fuzz run read -- -max_len=4096`

#![no_main]

use libfuzzer_sys::fuzz_target;

/// One ending for each way of reading.
const NAMES: [&str; 5] = [
    "مقال.txt",
    "note.md",
    "page.html",
    "rows.jsonl",
    "no-ending",
];

// The first byte chooses the kind of file, the second whether what follows the first NUL is a sidecar.
fuzz_target!(|bytes: &[u8]| {
    let Some(([kind, sidecar], rest)) = bytes.split_first_chunk::<2>() else {
        return;
    };
    let name = NAMES[usize::from(*kind) % NAMES.len()];
    let place = rest
        .iter()
        .position(|&byte| byte == 0)
        .filter(|_| sidecar & 1 == 1);
    let (file, beside) = place.map_or((rest, None), |place| {
        (&rest[..place], Some(&rest[place + 1..]))
    });
    let beside = beside.map(String::from_utf8_lossy);
    let Ok(documents) = tawarikh_ingest::read(name, file, beside.as_deref()) else {
        return;
    };
    for document in documents {
        assert!(!document.id.is_empty(), "{document:?}");
        assert!(
            document
                .paragraphs
                .iter()
                .all(|paragraph| !paragraph.text.trim().is_empty()),
            "{document:?}"
        );
    }
});
