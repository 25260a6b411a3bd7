//! The frame of an index, as `src/container.rs` documents it: changed bytes get right checksums, so that a fuzzer is not
//! stopped at the door and reaches the parsers of the sections.

use tawarikh_index::Crc32;

const HEADER: usize = 24;
const ROW: usize = 12;

/// Applies changes to the bytes behind the header, then mends the checksums. A change is four bytes: a place (of 65,536
/// equal parts of the bytes), an operation and its value.
pub fn damage(index: &mut [u8], changes: &[u8]) {
    let length = index.len().saturating_sub(HEADER);
    for [low, high, operation, value] in changes.as_chunks::<4>().0 {
        let share = usize::from(u16::from_le_bytes([*low, *high]));
        let Some(byte) =
            index.get_mut(HEADER + length * share / 65_536 + usize::from(operation >> 2))
        else {
            continue;
        };
        *byte = match operation & 3 {
            0 => *value,
            1 => *byte ^ value,
            2 => byte.wrapping_add(*value),
            _ => byte.wrapping_sub(*value),
        };
    }
    mend(index);
}

/// Puts the right checksums on sections and table, as far as the lengths in the table allow.
pub fn mend(index: &mut [u8]) {
    let Some(count) = number(index, 16) else {
        return;
    };
    let end = HEADER.saturating_add(count.saturating_mul(ROW));
    if end > index.len() {
        return;
    }
    let crc = Crc32::new();
    let mut start = end;
    for row in (HEADER..end).step_by(ROW) {
        let length = number(index, row + 4).unwrap_or_default();
        let Some(section) = index.get(start..start.saturating_add(length)) else {
            break;
        };
        let sum = crc.of(section);
        index[row + 8..row + 12].copy_from_slice(&sum.to_le_bytes());
        start += length;
    }
    let sum = crc.of(&index[HEADER..end]);
    index[20..24].copy_from_slice(&sum.to_le_bytes());
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes) as usize)
}
