//! Sizes that were promised.

use std::fs;
use std::path::Path;
use std::process::Command;

use tawarikh_tests::site::{built, workspace};

/// The engine's module without an archive, with gzip: all that is needed up to the first hits.
const ENGINE: usize = 120_000;

/// The engine's later part, with gzip, which follows the first hits.
const LATER: usize = 58_500;

/// What a first visit over http moves until the first result, fonts included but those for rare letters, with gzip: 350 KB.
const FIRST_VISIT: usize = 350_000;

/// Bytes after gzip at its best, as static hosts serve text and modules and as `./build.sh size` counts them: compressors of other
/// makes differ by some hundreds.
fn with_gzip(file: &Path) -> usize {
    assert!(
        file.exists(),
        "{} is missing; run ./build.sh first",
        file.display()
    );
    let packed = Command::new("gzip")
        .args(["-9", "-n", "-c"])
        .arg(file)
        .output()
        .expect("gzip is on every Debian machine");
    assert!(packed.status.success(), "gzip of {}", file.display());
    packed.stdout.len()
}

#[test]
fn the_engine_is_small() {
    for (file, allowed) in [("engine.wasm", ENGINE), ("later.wasm", LATER)] {
        let size = with_gzip(&workspace().join("web/dist/engine").join(file));
        assert!(
            size <= allowed,
            "{file} has {size} bytes with gzip, of {allowed} allowed"
        );
    }
}

#[test]
fn a_first_visit_is_small() {
    let site = built();
    let texts: usize = ["index.html", "app.js", "app.css", "archive.wasm"]
        .map(|name| with_gzip(&site.join(name)))
        .iter()
        .sum();
    let fonts: u64 = fs::read_dir(site.join("fonts"))
        .expect("fonts are there")
        .flatten()
        .filter(|font| !is_rare(&font.file_name().to_string_lossy()))
        .filter_map(|font| font.metadata().ok())
        .map(|font| font.len())
        .sum();
    let whole = texts + usize::try_from(fonts).expect("fonts fit into memory");
    println!("first visit: {texts} bytes and {fonts} of fonts");
    assert!(
        whole <= FIRST_VISIT,
        "a first visit moves {whole} bytes, of {FIRST_VISIT} allowed"
    );
}

/// Whether a face holds only letters that are rare in Arabic texts: browsers fetch it where a text has one of them.
fn is_rare(font: &str) -> bool {
    font.contains("-rare.") || font.contains("-latin-ext-")
}
