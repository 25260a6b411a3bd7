//! An index whose fragments are changed, lost, swapped or late. From `crates/index`:
//! `cargo +nightly fuzz run fragments -- -max_len=512`

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tawarikh_index::Reader;
use tawarikh_index_fuzz::{Fragmented, Sample, damage, damage_fragment, tour};

static SAMPLE: LazyLock<Fragmented> = LazyLock::new(|| Sample::Blocks.fragmented());

/// More rounds than the stages of any question; a reader that still wants something after them never has enough.
const ROUNDS: usize = 64;

// Per fragment that is wanted four bytes: what happens to it, and one change; the first ones change the resident part.
fuzz_target!(|bytes: &[u8]| {
    let (resident, rest) = bytes.split_at(bytes.len().min(4));
    let mut index = SAMPLE.resident.clone();
    damage(&mut index, resident);
    let Ok(mut reader) = Reader::open(index) else {
        return;
    };
    let mut fates = rest.as_chunks::<5>().0.iter();
    for _ in 0..ROUNDS {
        tour(&reader, "\"محطة الرباط\" المدارس الربااط كتا outlet:صحيفة ");
        let wanted = reader.pager().take_wanted();
        if wanted.is_empty() {
            return;
        }
        for number in wanted {
            let [fate, change @ ..] = fates.next().copied().unwrap_or([1, 0, 0, 0, 0]);
            deliver(&mut reader, number, fate, &change);
        }
    }
    panic!("never has enough");
});

/// Hands a fragment in as it is, changed, or another in its place, or gives it up.
fn deliver(reader: &mut Reader, number: u32, fate: u8, change: &[u8]) {
    let taken = if fate % 4 == 2 { number ^ 1 } else { number };
    let mut fragment = SAMPLE
        .fragments
        .get(taken as usize)
        .cloned()
        .unwrap_or_default();
    if fate % 4 == 3 {
        damage_fragment(&mut fragment, change);
    }
    if fate % 4 == 0 || reader.pager_mut().supply(number, fragment).is_err() {
        reader.pager_mut().lose(number);
    }
}
