//! An archive in fragments, made here: ledgers of a town, of which some tell of a lighthouse and one of a waterwheel.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::program;

/// Documents of the archive.
pub const DOCUMENTS: usize = 90;

/// One in so many tells of the lighthouse.
pub const LIGHTHOUSES: usize = 6;

/// The document that tests spoil; it alone tells of a waterwheel.
pub const SPOILT: usize = 47;

const SUBJECTS: [&str; 7] = [
    "محطة القطار",
    "سد الوادي",
    "مصنع النسيج",
    "مدرسة الحي",
    "ميناء الصيد",
    "مرصد الطقس",
    "مكتبة البلدية",
];

const EVENTS: [&str; 6] = [
    "افتتح المجلس",
    "رمم العمال",
    "وسع المهندسون",
    "زار الطلاب",
    "أغلق الحراس",
    "صور الصحفيون",
];

/// The site of the archive, built once in a run.
///
/// # Panics
/// Where the program has not been built or can't build it.
pub fn site() -> &'static Path {
    static SITE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = SITE.get_or_init(|| {
        let folder = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let input = folder.path().join("archive.jsonl");
        let lines: String = (0..DOCUMENTS)
            .map(|number| format!("{}\n", line(number)))
            .collect();
        fs::write(&input, lines).unwrap_or_else(|error| panic!("{}: {error}", input.display()));
        let out = folder.path().join("site");
        let run = program::of(
            program::command()
                .arg("build")
                .arg(&input)
                .args(["--fragments", "always", "--out"])
                .arg(&out),
        );
        assert_eq!(run.code, Some(0), "{}", run.err);
        (folder, out)
    });
    path
}

/// A document of some 4,000 letters that tells of something in each of twenty years.
fn line(number: usize) -> serde_json::Value {
    let mut text: String = (0..60)
        .map(|place| {
            let subject = SUBJECTS[(number * 3 + place) % SUBJECTS.len()];
            let event = EVENTS[(number + place * 5) % EVENTS.len()];
            let year = 1990 + (number + place) % 20;
            format!(
                "{event} {subject} رقم {} في شارع {} سنة {year}.\n",
                number + place * 7,
                (number * 31 + place * 17) % 997
            )
        })
        .collect();
    if number.is_multiple_of(LIGHTHOUSES) {
        text.push_str("وظل الفنار القديم مضاء طوال سنة 1995.\n");
    }
    if number == SPOILT {
        text.push_str("ودارت الناعورة على ضفة النهر سنة 2001.\n");
    }
    serde_json::json!({ "id": format!("d{number:03}"), "title": format!("دفتر البلدية {number}"), "text": text })
}
