//! The laws of `tests/laws.rs` on whatever bytes a fuzzer finds. From `crates/timex`, with the cases as seeds:
//! `cargo +nightly fuzz run tag fuzz/corpus/tag ../../tests/corpus/timex -- -max_len=600`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tawarikh_calendar::{Day, When};
use tawarikh_timex::{Context, How, tag};

// The first two bytes are the day of the document, none if both are zero; the rest is its text.
fuzz_target!(|bytes: &[u8]| {
    let Some((day, text)) = bytes.split_first_chunk::<2>() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let context = Context {
        reference: reference(u16::from_le_bytes(*day)),
        ..Context::default()
    };
    let mut end = 0;
    for mention in tag(&text, &context) {
        assert!(mention.span.start >= end && mention.span.start < mention.span.end);
        assert!(text.get(mention.span.clone()).is_some());
        assert_eq!(mention.when.is_none(), mention.how == How::Unresolved);
        end = mention.span.end;
    }
});

/// Days from 1900 to 2079.
fn reference(day: u16) -> Option<When> {
    let first = Day::from_gregorian(1900, 1, 1)?;
    (day > 0).then(|| When::day(first + i32::from(day)))
}
