//! Prints every time expression of a text: `explain [EDTF of the document's date] < text`.

use std::io::Read;

use tawarikh_calendar::When;
use tawarikh_timex::{Context, tag};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let reference = std::env::args()
        .nth(1)
        .map(|edtf| When::from_edtf(&edtf))
        .transpose()?;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    for mention in tag(
        &text,
        &Context {
            reference,
            ..Context::default()
        },
    ) {
        let place = mention.when.map_or_else(
            || "-".to_owned(),
            |when| format!("{} {:?}", when.edtf(), when.precision),
        );
        let findings: Vec<String> = mention
            .findings
            .iter()
            .map(|finding| {
                format!(
                    "{}{:?}",
                    finding.code.id(),
                    finding.readings.iter().map(When::edtf).collect::<Vec<_>>()
                )
            })
            .collect();
        let surface = text[mention.span.clone()].replace('\n', " ");
        println!(
            "{surface}\t{}\t{}\t{place}\t{}\t{}\t{}",
            mention.kind.id(),
            mention.value,
            mention.how.id(),
            mention.rule,
            findings.join(" ")
        );
    }
    Ok(())
}
