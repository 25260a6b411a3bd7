//! Why a document matches.

use crate::archive::Archive;
use crate::view::{State, Why, WhyForm, WhyWord};

impl Archive {
    /// The words of the state's query that the document of that number holds, each with the forms that stand for it there;
    /// nothing where there is no such document. Words that it does not hold are left out.
    pub fn why(&self, document: u32, state: &State) -> Option<Why> {
        let opened = self.opened(document);
        let matcher = self.index.matcher(&self.query(state));
        let pending = self.index.pager().take_wanted();
        let lost = self.index.pager().take_lost();
        let Some(opened) = opened.filter(|_| pending.is_empty()) else {
            let is_known = document < self.index.len();
            return is_known.then_some(Why {
                words: Vec::new(),
                pending,
                lost,
            });
        };
        let found = matcher.why(&[&opened.title, &opened.body]).into_iter();
        let words = found.filter(|word| !word.forms.is_empty()).map(|word| {
            let forms = word.forms.into_iter().map(|form| WhyForm {
                form: form.surface,
                relation: form.relation.id(),
                count: form.count,
            });
            WhyWord {
                typed: word.typed,
                forms: forms.collect(),
            }
        });
        Some(Why {
            words: words.collect(),
            pending,
            lost,
        })
    }
}
