//! What one document leaves open or contradicts, for the archive's list of what is not known.

use tawarikh_evidence::{Evidence, Figure, Gazetteer, NameMention, Subject, findings};
use tawarikh_timex::Kind;

use crate::findings::UNPLACED;
use crate::record::Span;

/// Something that a sentence leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// A code of [`FoundOf`](crate::view::FoundOf).
    pub code: String,
    pub span: Span,
    pub detail: Vec<String>,
}

/// What the sentences of a text leave open, in their order for each code.
pub(crate) fn doubts(read: &Evidence, gazetteer: &Gazetteer) -> Vec<Doubt> {
    let known = read
        .entities
        .iter()
        .filter_map(|entity| entity.known.clone());
    let names: Vec<NameMention> = known.collect();
    let found = findings(&read.times, &names, gazetteer).into_iter();
    let named = |name: usize| gazetteer.names()[name].name.clone();
    let doubts = found.filter_map(|finding| {
        let (code, detail) = match finding.subject {
            Subject::Time(time) => {
                let is_date = read.times[time].kind == Kind::Date;
                let readings = finding.readings.iter().map(|when| when.edtf());
                match finding.rule.strip_prefix("time-")? {
                    "unresolved" if is_date => (UNPLACED, Vec::new()),
                    "unresolved" => return None,
                    code => (code, readings.collect()),
                }
            }
            Subject::Name(name) => match finding.rule.as_str() {
                "name-misspelt" => ("misspelt-name", vec![named(names[name].name)]),
                "name-ambiguous" => {
                    let rivals = names[name].rivals.iter().copied();
                    let all = std::iter::once(names[name].name).chain(rivals);
                    (
                        "ambiguous-name",
                        all.map(|name| described(gazetteer, name)).collect(),
                    )
                }
                _ => ("unplaced-name", Vec::new()),
            },
        };
        Some(Doubt {
            code: code.to_owned(),
            span: Span::of(&finding.span),
            detail,
        })
    });
    let unattributed = read
        .figures
        .iter()
        .filter(|figure| figure.attribution.is_none());
    doubts
        .chain(unattributed.map(unattributed_figure))
        .collect()
}

/// A name with what tells it from others of its kind.
fn described(gazetteer: &Gazetteer, name: usize) -> String {
    let name = &gazetteer.names()[name];
    let country = name.country.iter().map(|country| format!(" ({country})"));
    std::iter::once(name.name.clone()).chain(country).collect()
}

/// A number with what it counts that nobody is said to have told.
fn unattributed_figure(figure: &Figure) -> Doubt {
    let (mut start, mut end) = (figure.span.start, figure.span.end);
    if let Some(noun) = &figure.noun {
        (start, end) = (start.min(noun.start), end.max(noun.end));
    }
    Doubt {
        code: "unattributed-figure".into(),
        span: Span::of(&(start..end)),
        detail: Vec::new(),
    }
}
