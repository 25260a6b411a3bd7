//! A WebAssembly module with a pack in a custom section.

use tawarikh_core::pack::CUSTOM_SECTION;

const MODULE_HEADER: usize = 8;
const CUSTOM: u8 = 0;

/// The engine with `pack` appended as a custom section: one file that is program, texts and index.
///
/// A section is its id, its size in LEB128, and for a custom one the length of its name, the name and the payload
/// (WebAssembly Core Specification, "Binary Format", 5.5.3).
pub fn with_pack(engine: &[u8], pack: &[u8]) -> Vec<u8> {
    let mut name = leb(CUSTOM_SECTION.len());
    name.extend_from_slice(CUSTOM_SECTION.as_bytes());
    let mut module = Vec::with_capacity(engine.len() + pack.len() + name.len() + 12);
    module.extend_from_slice(engine);
    module.push(CUSTOM);
    module.extend_from_slice(&leb(name.len() + pack.len()));
    module.extend_from_slice(&name);
    module.extend_from_slice(pack);
    module
}

/// The pack inside a module, if there is one; nothing for bytes that are not a module or are cut short.
pub fn pack_of(module: &[u8]) -> Option<&[u8]> {
    let mut rest = module
        .get(MODULE_HEADER..)
        .filter(|_| module.starts_with(b"\0asm"))?;
    while let Some((&id, mut after)) = rest.split_first() {
        let size = usize::try_from(leb128::read::unsigned(&mut after).ok()?).ok()?;
        let (payload, next) = after.split_at_checked(size)?;
        if let Some(pack) = named(payload).filter(|_| id == CUSTOM) {
            return Some(pack);
        }
        rest = next;
    }
    None
}

fn named(mut payload: &[u8]) -> Option<&[u8]> {
    let length = usize::try_from(leb128::read::unsigned(&mut payload).ok()?).ok()?;
    let (name, pack) = payload.split_at_checked(length)?;
    (name == CUSTOM_SECTION.as_bytes()).then_some(pack)
}

fn leb(value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to a vector does not fail.
    let _ = leb128::write::unsigned(&mut bytes, value as u64);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY_MODULE: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn a_pack_comes_back_from_behind_other_sections() {
        let first = with_pack(EMPTY_MODULE, b"");
        assert_eq!(pack_of(&first), Some(&b""[..]));
        let other = [EMPTY_MODULE, &[0, 5, 4, b'n', b'a', b'm', b'e']].concat();
        let pack = vec![9; 70_000];
        assert_eq!(pack_of(&with_pack(&other, &pack)), Some(&pack[..]));
    }

    #[test]
    fn a_module_without_one_or_cut_short_has_none() {
        assert_eq!(pack_of(EMPTY_MODULE), None);
        assert_eq!(pack_of(b"not wasm at all"), None);
        let module = with_pack(EMPTY_MODULE, &[1; 100]);
        assert_eq!(pack_of(&module[..module.len() - 1]), None);
    }
}
