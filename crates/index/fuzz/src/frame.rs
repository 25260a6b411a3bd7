//! The frame of an index, as `src/container.rs` documents it: changed bytes get right checksums, so that a fuzzer is not
//! stopped at the door and reaches the parsers of the sections.

use tawarikh_index::Crc32;

/// Before the rows: the header, and the archive's id, which the first checksum covers too.
const HEADER: usize = 24;
const TABLE: usize = HEADER + 4;
const ROW: usize = 20;
/// Kinds of sections from here on lie in fragments.
const IN_FRAGMENTS: usize = 2;
/// Before a fragment's content: id, number, checksum.
const FRAGMENT: usize = 12;

/// Applies changes to the bytes behind the header, then mends the checksums. A change is four bytes: a place (of 65,536
/// equal parts of the bytes), an operation and its value.
pub fn damage(index: &mut [u8], changes: &[u8]) {
    change(index, HEADER, changes);
    mend(index);
}

/// The same for a fragment, behind its header.
pub fn damage_fragment(fragment: &mut [u8], changes: &[u8]) {
    change(fragment, FRAGMENT, changes);
    if let Some((head, content)) = fragment.split_at_mut_checked(FRAGMENT) {
        head[8..].copy_from_slice(&Crc32::new().of(content).to_le_bytes());
    }
}

fn change(bytes: &mut [u8], start: usize, changes: &[u8]) {
    let length = bytes.len().saturating_sub(start);
    for [low, high, operation, value] in changes.as_chunks::<4>().0 {
        let share = usize::from(u16::from_le_bytes([*low, *high]));
        let place = start + length * share / 65_536 + usize::from(operation >> 2);
        let Some(byte) = bytes.get_mut(place) else {
            continue;
        };
        *byte = match operation & 3 {
            0 => *value,
            1 => *byte ^ value,
            2 => byte.wrapping_add(*value),
            _ => byte.wrapping_sub(*value),
        };
    }
}

/// Puts the right checksums on resident sections and head, as far as the lengths in the table allow.
pub fn mend(index: &mut [u8]) {
    let Some(count) = number(index, 16) else {
        return;
    };
    let end = TABLE.saturating_add(count.saturating_mul(ROW));
    if end > index.len() {
        return;
    }
    let crc = Crc32::new();
    let mut start = end;
    for row in (TABLE..end).step_by(ROW) {
        let [kind, length] = [4, 8].map(|at| number(index, row + at).unwrap_or_default());
        if kind >= IN_FRAGMENTS {
            continue;
        }
        let Some(section) = index.get(start..start.saturating_add(length)) else {
            break;
        };
        let sum = crc.of(section);
        index[row + 12..row + 16].copy_from_slice(&sum.to_le_bytes());
        start += length;
    }
    let sum = crc.of(&index[HEADER..end]);
    index[20..24].copy_from_slice(&sum.to_le_bytes());
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes) as usize)
}
