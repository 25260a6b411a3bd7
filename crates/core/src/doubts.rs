//! What one document leaves open or contradicts, for the archive's list of what is not known.

use tawarikh_evidence::{Evidence, Gazetteer, findings};

use crate::record::Span;

/// Something that a sentence leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// A code of [`FoundOf`](crate::view::FoundOf).
    pub code: String,
    pub span: Span,
    pub detail: Vec<String>,
}

/// What the sentences of a text leave open, in their order.
pub(crate) fn doubts(read: &Evidence, gazetteer: &Gazetteer) -> Vec<Doubt> {
    let found = findings(read, gazetteer).into_iter();
    found
        .map(|finding| Doubt {
            code: finding.code.to_owned(),
            span: Span::of(&finding.span),
            detail: finding.detail,
        })
        .collect()
}
