//! Documents for a search server, for an archive that is too large for a browser: the bulk form of OpenSearch and Elasticsearch.

use serde_json::{Value, json};
use tawarikh_arabic::{TokenKind, keys, tokens};
use tawarikh_core::view::Reading;

/// Two lines a document: what to do with it, and its fields. Besides its text it has the keys that our own index searches, parted
/// by spaces: a server's own analysis of Arabic is then not needed (`whitespace` is enough).
pub fn documents(readings: &[Reading]) -> String {
    let mut out = String::new();
    for reading in readings {
        for line in [json!({ "index": { "_id": reading.id } }), fields(reading)] {
            out.push_str(&line.to_string());
            out.push('\n');
        }
    }
    out
}

fn fields(reading: &Reading) -> Value {
    let text = text(reading);
    let words: Vec<_> = tokens(&text)
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| keys(token.text))
        .collect();
    let of = |kind: &str| -> Vec<&str> {
        let names = reading.names.iter().filter(|name| name.kind == kind);
        names.map(|name| name.name.as_str()).collect()
    };
    json!({
        "title": reading.title.value,
        "text": text,
        "authors": reading.authors.iter().map(|author| &author.value).collect::<Vec<_>>(),
        "outlet": reading.outlet.as_ref().map(|outlet| &outlet.value),
        "date": reading.date.as_ref().map(|date| &date.edtf),
        "url": reading.url,
        "language": reading.language,
        "dates": reading.mentions.iter().filter_map(|mention| mention.edtf.as_ref()).collect::<Vec<_>>(),
        "places": of("place"),
        "parties": of("party"),
        "persons": of("person"),
        "surfaces": words.iter().map(|word| word.surface.as_str()).collect::<Vec<_>>().join(" "),
        "folded": words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" "),
        "stems": words.iter().map(|word| word.stem.as_str()).collect::<Vec<_>>().join(" "),
    })
}

/// The text with its paragraphs as lines.
fn text(reading: &Reading) -> String {
    let paragraphs = reading.paragraphs.iter().map(|paragraph| {
        let pieces = paragraph
            .sentences
            .iter()
            .flat_map(|sentence| &sentence.pieces);
        pieces.map(|piece| piece.text.as_str()).collect::<String>()
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}
