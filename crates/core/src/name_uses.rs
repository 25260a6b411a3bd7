//! How the documents use a name: how often, and in which of its spellings.

use tawarikh_arabic::fold;
use tawarikh_evidence::{Name, NameKind};

use crate::settings::{KnownName, KnownSpelling};

/// A name with what was counted of it.
#[derive(Debug)]
pub(crate) struct NameUses {
    pub name: Name,
    pub uses: u32,
    /// The spellings beside the first.
    spellings: Vec<CountedSpelling>,
}

#[derive(Debug)]
struct CountedSpelling {
    text: String,
    folded: String,
    used: bool,
}

impl NameUses {
    /// A name that was not met yet.
    pub fn new(name: &Name) -> NameUses {
        let others = name
            .name_en
            .iter()
            .chain(&name.aliases)
            .chain(&name.misspelt);
        let counted = |text: &String| CountedSpelling {
            text: text.clone(),
            folded: fold(text),
            used: false,
        };
        NameUses {
            spellings: others.map(counted).collect(),
            name: name.clone(),
            uses: 0,
        }
    }

    /// Counts a use of it, written like this, particles and all.
    pub fn count(&mut self, text: &str) {
        self.uses += 1;
        let text = fold(text);
        let ends = |folded: &str| {
            text.ends_with(folded) || text.ends_with(folded.strip_prefix("ال").unwrap_or(folded))
        };
        // The longest spelling that it ends with: عين العرب is no use of العرب.
        let fits = self
            .spellings
            .iter_mut()
            .filter(|spelling| ends(&spelling.folded));
        if let Some(spelling) = fits.max_by_key(|spelling| spelling.folded.len()) {
            spelling.used = true;
        }
    }

    /// What an archive keeps of it.
    pub fn known(&self, number: u32) -> KnownName {
        let name = &self.name;
        KnownName {
            number,
            id: name.id.clone(),
            kind: name.kind,
            name: name.name.clone(),
            name_en: name.name_en.clone(),
            coordinates: name
                .coordinates()
                .map(|(latitude, longitude)| [latitude, longitude]),
            source: name.source.clone(),
            uses: self.uses,
        }
    }

    /// How it is spelt. The first spelling of a name is taken to be in the documents.
    pub fn spellings(&self) -> Vec<KnownSpelling> {
        let first = KnownSpelling {
            text: self.name.name.clone(),
            used: true,
        };
        let others = self.spellings.iter().map(|spelling| KnownSpelling {
            text: spelling.text.clone(),
            used: spelling.used,
        });
        std::iter::once(first).chain(others).collect()
    }

    /// Whether it is used and of this kind.
    pub fn is_used_as(&self, kind: NameKind) -> bool {
        self.uses > 0 && self.name.kind == kind
    }
}
