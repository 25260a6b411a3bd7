//! Prints what a file becomes: `cargo run -p tawarikh-ingest --example read -- FILE…`

use std::path::Path;
use tawarikh_ingest::{Document, read};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let sidecar = std::fs::read_to_string(Path::new(&path).with_extension("toml")).ok();
        let name = Path::new(&path)
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        match read(&name, &bytes, sidecar.as_deref()) {
            Ok(documents) => documents.iter().for_each(print),
            Err(error) => println!("{error}"),
        }
    }
    Ok(())
}

fn print(document: &Document) {
    println!("=== {} ({})", document.id, document.source);
    println!("title     {:?}", document.title);
    println!("authors   {:?}", document.authors);
    println!("outlet    {:?}", document.outlet);
    let published = document.published.as_ref();
    println!(
        "published {:?}",
        published.map(|when| (when.value.edtf(), when.how))
    );
    println!("url       {:?}", document.url);
    for paragraph in &document.paragraphs {
        let text: String = paragraph.text.chars().take(90).collect();
        println!(
            "  {:>4}-{:<4} {:?}: {text}",
            paragraph.line, paragraph.last_line, paragraph.kind
        );
    }
    for dropped in &document.dropped {
        let text: String = dropped.text.chars().take(90).collect();
        println!("  - {:>4} {}: {text}", dropped.line, dropped.reason);
    }
    for finding in &document.findings {
        println!(
            "  ! {:?} {}: {}; {}",
            finding.line, finding.code, finding.text, finding.remedy
        );
    }
}
