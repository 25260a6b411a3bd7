//! Bytes to text: which encoding a file is in, and what the decoding could not save.
//!
//! Order of tests: byte order mark; valid UTF-8; UTF-16 by its pattern of high bytes; not text at all; UTF-8 with a
//! few broken bytes; an 8-bit encoding, guessed by chardetng (the detector of Firefox) from the letters' company.

use crate::document::Finding;
use crate::error::{ReadError, ReadErrorKind};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file's text and what is to be said about its encoding.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) findings: Vec<Finding>,
}

/// Decodes `bytes`; an encoding other than UTF-8, and every loss, is a finding.
///
/// `label` is an encoding that the file itself names (an HTML `charset`), believed unless the bytes are UTF-8.
pub(crate) fn decode(
    file: &str,
    bytes: &[u8],
    label: Option<&'static Encoding>,
) -> Result<Decoded, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(empty(file));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return finish(file, encoding, &bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !bytes.contains(&0)
    {
        return Ok(repaired(text.to_owned(), Vec::new()));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return finish(file, encoding, bytes);
    }
    if let Some(what) = not_text(bytes) {
        return Err(binary(file, what));
    }
    if mostly_utf8(bytes) {
        return finish(file, UTF_8, bytes);
    }
    finish(file, label.unwrap_or_else(|| guess(bytes)), bytes)
}

fn finish(file: &str, encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, ReadError> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if text.trim().is_empty() {
        return Err(empty(file));
    }
    let mut findings = Vec::new();
    if encoding != UTF_8 {
        findings.push(Finding {
            line: None,
            code: "encoding",
            text: format!("read as {}", encoding.name()),
            remedy: "if the text looks wrong, save the file as UTF-8".to_owned(),
        });
    }
    if damaged {
        findings.push(damage(&text));
    }
    Ok(repaired(text.into_owned(), findings))
}

/// How many characters were lost and where the first of them stood.
fn damage(text: &str) -> Finding {
    let lost = text.matches('\u{FFFD}').count();
    let line = text
        .lines()
        .position(|line| line.contains('\u{FFFD}'))
        .map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX));
    Finding {
        line,
        code: "encoding-damage",
        text: format!("{lost} characters could not be decoded"),
        remedy: "get an undamaged copy, or correct the marked places (\u{FFFD}) and save as UTF-8"
            .to_owned(),
    }
}

/// UTF-16 of Arabic or Latin text: nearly every high byte is 00, 06 or 20, and all of them on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let high = |side: usize| {
        let hits = bytes[side..]
            .iter()
            .step_by(2)
            .filter(|byte| matches!(byte, 0x00 | 0x06 | 0x20 | 0xFE))
            .count();
        hits * 2 * 100 / bytes.len()
    };
    let (even, odd) = (high(0), high(1));
    let encoding = match (even, odd) {
        (90.., ..60) => UTF_16BE,
        (..60, 90..) => UTF_16LE,
        _ => return None,
    };
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let control = text.chars().any(|c| c.is_control() && !c.is_whitespace());
    (!damaged && !control).then_some(encoding)
}

/// What a file is that is no text: by its first bytes, or by control characters that no text holds.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 9] = [
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "a zip archive or a Word document (.docx)"),
        (b"\xD0\xCF\x11\xE0", "an old Word document (.doc)"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"\x89PNG", "a PNG picture"),
        (b"GIF8", "a GIF picture"),
        (b"RIFF", "a sound, film or WebP picture"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"SQLite format 3", "a SQLite database"),
    ];
    if let Some((_, what)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(what);
    }
    let controls = bytes
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A | 0x1B))
        .count();
    (bytes.contains(&0) || controls * 200 > bytes.len()).then_some("binary data")
}

/// Whether the non-ASCII bytes are UTF-8 sequences but for a few: at most one broken place for twenty sound letters.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > 0 && broken * 20 <= sound
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // A hint of an Arabic country: the archive's main language decides between encodings that fit equally.
    detector.guess(Some(b"sy"), Utf8Detection::Deny)
}

/// Undoes text that was UTF-8, read once as windows-1252, and saved again ("Ø§Ù„" for "ال").
fn repaired(text: String, mut findings: Vec<Finding>) -> Decoded {
    let Some(sound) = undo_misreading(&text) else {
        return Decoded { text, findings };
    };
    findings.push(Finding {
        line: None,
        code: "misread-utf8",
        text: "the file's Arabic had once been read as windows-1252; it was read back".to_owned(),
        remedy: "save the file again as UTF-8 from its source".to_owned(),
    });
    Decoded {
        text: sound,
        findings,
    }
}

fn undo_misreading(text: &str) -> Option<String> {
    let marks = text.chars().filter(|c| matches!(c, 'Ø' | 'Ù')).count();
    let letters = text.chars().filter(|c| !c.is_ascii()).count();
    if marks < 10 || marks * 3 < letters {
        return None;
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    if lost {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}

fn empty(file: &str) -> ReadError {
    ReadError {
        file: file.to_owned(),
        line: None,
        kind: ReadErrorKind::Empty,
        what: "the file is empty".to_owned(),
        remedy: "put the article's text into it, or take it out of the folder".to_owned(),
    }
}

fn binary(file: &str, what: &str) -> ReadError {
    ReadError {
        file: file.to_owned(),
        line: None,
        kind: ReadErrorKind::Binary,
        what: format!("expected text, found {what}"),
        remedy: "save the article as .txt, .md or .html".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1256;

    const TEXT: &str = "أعلنت الوزارة أن السدود امتلأت هذا الشتاء.\nوأضافت أن المخزون يكفي عامين.\n";

    fn decoded(bytes: &[u8]) -> Decoded {
        decode("a.txt", bytes, None).expect("text")
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn utf8_with_and_without_mark() {
        assert_eq!(decoded(TEXT.as_bytes()).text, TEXT);
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        assert_eq!(decoded(&marked).text, TEXT);
        assert!(decoded(&marked).findings.is_empty());
    }

    #[test]
    fn utf16_of_both_orders_with_and_without_mark() {
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decoded(&utf16(TEXT, unit)).text, TEXT);
            let marked = utf16(&format!("\u{FEFF}{TEXT}"), unit);
            let read = decoded(&marked);
            assert_eq!(read.text, TEXT);
            assert_eq!(read.findings[0].code, "encoding");
        }
    }

    #[test]
    fn windows_1256_is_recognised() {
        let (bytes, _, lost) = WINDOWS_1256.encode(TEXT);
        assert!(!lost);
        let read = decoded(&bytes);
        assert_eq!(read.text, TEXT);
        assert_eq!(read.findings[0].text, "read as windows-1256");
    }

    #[test]
    fn a_few_broken_bytes_do_not_change_the_encoding() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes[0] = 0xFF;
        let read = decoded(&bytes);
        assert!(read.text.contains("السدود"));
        assert_eq!(read.findings[0].code, "encoding-damage");
        assert_eq!(read.findings[0].line, Some(1));
    }

    #[test]
    fn arabic_read_as_windows_1252_is_read_back() {
        let (misread, _) = WINDOWS_1252.decode_without_bom_handling(TEXT.as_bytes());
        let read = decoded(misread.as_bytes());
        assert_eq!(read.text, TEXT);
        assert_eq!(read.findings[0].code, "misread-utf8");
    }

    #[test]
    fn empty_and_binary_files_are_named() {
        let kind = |bytes| decode("a.txt", bytes, None).err().map(|error| error.kind);
        assert_eq!(kind(b" \n\t "), Some(ReadErrorKind::Empty));
        assert_eq!(kind(b"\xEF\xBB\xBF"), Some(ReadErrorKind::Empty));
        assert_eq!(
            kind(b"%PDF-1.4\n\xE2\xE3\xCF\xD3 obj"),
            Some(ReadErrorKind::Binary)
        );
        assert_eq!(
            kind(b"\x00\x01\x02\x03\x04\x05\x06"),
            Some(ReadErrorKind::Binary)
        );
    }
}
