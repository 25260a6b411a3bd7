//! Names found in text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::error::{NameError, NameFault};
use crate::introducer::is_generic;
use crate::lookup::WordMap;
use crate::name::{Name, Via};
use crate::settling::{Candidate, settle};
use crate::word::{Word, keys, words};

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Its bytes in the text, without glued و ف ب ل ك and without words such as مدينة before it.
    pub span: Range<usize>,
    /// The name's index in the gazetteer.
    pub name: usize,
    /// By which of its spellings.
    pub via: Via,
    /// The indices of other names that are spelt the same and could be meant as well; ascending.
    pub rivals: Vec<usize>,
}

/// A list of names, checked and ready to be found.
///
/// The spellings are the paths of a trie over whole words; an edge is a node and a word.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    names: Vec<Name>,
    /// The numbers of the words that occur in names.
    vocabulary: WordMap<String, u32>,
    edges: WordMap<(u32, u32), u32>,
    /// What ends at each node.
    ends: Vec<Vec<Form>>,
    /// Words, for comparing, that are no names.
    forbidden: BTreeSet<Vec<String>>,
}

/// A spelling of a name.
#[derive(Clone, Debug)]
struct Form {
    name: usize,
    via: Via,
    /// The words of which one has to stand before it, for comparing; empty for no condition.
    only_after: Vec<String>,
}

impl Gazetteer {
    /// A gazetteer of these names, or the first fault in them.
    pub fn new(names: Vec<Name>) -> Result<Self, NameError> {
        check(&names)?;
        let mut gazetteer = Self {
            ends: vec![Vec::new()],
            ..Self::default()
        };
        for (index, name) in names.iter().enumerate() {
            for (spelling, via) in name.spellings() {
                gazetteer.add(index, name, &keys(spelling), via);
            }
        }
        gazetteer.names = names;
        Ok(gazetteer)
    }

    /// The same, but these words are never a name of anything, however they stand: what a list or a rule would take for one.
    #[must_use]
    pub fn forbidding(mut self, words: &[String]) -> Self {
        self.forbidden.extend(words.iter().map(|words| keys(words)));
        self
    }

    /// Whether words of a text are forbidden to be a name.
    pub(crate) fn forbids(&self, words: &str) -> bool {
        !self.forbidden.is_empty() && self.forbidden.contains(&keys(words))
    }

    /// The names as given; a mention's `name` is an index into them.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The index of the name with this identifier.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.names.iter().position(|name| name.id == id)
    }

    /// The names in `text`, in order and not overlapping: at each word the longest spelling that fits, and among equally
    /// long ones that which takes the fewest particles off. Which of several places of one name is meant is settled by the
    /// countries that the text is about; where it can't be, the others are rivals.
    pub fn find(&self, text: &str) -> Vec<NameMention> {
        self.find_in(text, &words(text))
    }

    /// The same, in a text whose words are known.
    pub(crate) fn find_in(&self, text: &str, words: &[Word]) -> Vec<NameMention> {
        let is_name = |span: &Range<usize>| {
            !has_tanwin(&text[span.clone()]) && !self.forbids(&text[span.clone()])
        };
        let mut candidates = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.longest_at(words, at) {
                Some((next, mention)) if is_name(&mention.span) => {
                    candidates.push(Candidate {
                        mention,
                        words: at..next,
                    });
                    at = next;
                }
                _ => at += 1,
            }
        }
        settle(&self.names, text, words, candidates)
    }

    /// Adds a spelling, unless a generic word before another spelling of the same name is all that is new in it.
    fn add(&mut self, index: usize, name: &Name, spelling: &[String], via: Via) {
        let redundant = match spelling {
            [only] if is_generic(only) => true,
            [first, rest @ ..] if is_generic(first) => {
                !rest.is_empty() && name.spellings().any(|(other, _)| keys(other) == rest)
            }
            _ => false,
        };
        if redundant {
            return;
        }
        let node = spelling
            .iter()
            .fold(0, |node, word| self.child_or_new(node, word));
        let forms = &mut self.ends[node as usize];
        if forms.iter().any(|form| form.name == index) {
            return;
        }
        let conditions = name.only_after.iter().filter(|_| via == Via::Name);
        let only_after = conditions.flat_map(|words| keys(words)).collect();
        forms.push(Form {
            name: index,
            via,
            only_after,
        });
    }

    fn child_or_new(&mut self, node: u32, word: &str) -> u32 {
        let count = self.vocabulary.len() as u32;
        let word = *self.vocabulary.entry(word.to_owned()).or_insert(count);
        let fresh = self.ends.len() as u32;
        let child = *self.edges.entry((node, word)).or_insert(fresh);
        if child == fresh {
            self.ends.push(Vec::new());
        }
        child
    }

    fn child(&self, node: u32, word: &str) -> Option<u32> {
        self.edges
            .get(&(node, *self.vocabulary.get(word)?))
            .copied()
    }

    /// The longest mention that begins in the word at `at`, and the index of the word after it.
    fn longest_at(&self, words: &[Word], at: usize) -> Option<(usize, NameMention)> {
        let mut best: Option<(usize, NameMention)> = None;
        for (key, start) in words[at].readings() {
            let Some((next, mention)) = self
                .child(0, key)
                .and_then(|node| self.walk(words, at, node, start))
            else {
                continue;
            };
            if best.as_ref().is_none_or(|(longest, _)| next > *longest) {
                best = Some((next, mention));
            }
        }
        let next = best.as_ref().map_or(at + 1, |(next, _)| *next);
        self.behind_stub(words, at)
            .filter(|(longest, _)| *longest > next)
            .or(best)
    }

    /// The longest mention that begins behind the particles of the word at `at`, in a rest of two letters.
    fn behind_stub(&self, words: &[Word], at: usize) -> Option<(usize, NameMention)> {
        let stub = words[at].stub.as_ref()?;
        let node = self.child(0, &stub.key)?;
        self.walk(words, at, node, stub.start)
    }

    /// The longest mention that begins at byte `start` and whose first word leads to `node`.
    fn walk(
        &self,
        words: &[Word],
        at: usize,
        mut node: u32,
        start: usize,
    ) -> Option<(usize, NameMention)> {
        let mut best = None;
        let mut next = at + 1;
        loop {
            let span = start..words[next - 1].span.end;
            best = self
                .mention(node, span, &words[..at])
                .map(|mention| (next, mention))
                .or(best);
            let Some(child) = words
                .get(next)
                .filter(|word| word.continues)
                .and_then(|word| self.child(node, &word.key))
            else {
                return best;
            };
            node = child;
            next += 1;
        }
    }

    /// What ends at a node, where the words before it allow it.
    fn mention(&self, node: u32, span: Range<usize>, before: &[Word]) -> Option<NameMention> {
        let mut forms = self.ends[node as usize]
            .iter()
            .filter(|form| form.allowed_after(before.last()));
        let first = forms.next()?;
        Some(NameMention {
            span,
            name: first.name,
            via: first.via,
            rivals: forms.map(|form| form.name).collect(),
        })
    }
}

impl Form {
    fn allowed_after(&self, before: Option<&Word>) -> bool {
        let introduces =
            |word: &Word| word.is_one(|key| self.only_after.iter().any(|wanted| key == wanted));
        self.only_after.is_empty() || before.is_some_and(introduces)
    }
}

/// Whether a word ends in the accusative tanwin, which adjectives take and names of places do not: رومانياً is Roman.
fn has_tanwin(words: &str) -> bool {
    words.trim_end_matches('ا').ends_with('\u{64b}')
}

/// The first fault in the list.
fn check(names: &[Name]) -> Result<(), NameError> {
    let mut seen = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        let fault = match seen.insert(name.id.as_str(), index) {
            Some(first) => Some(NameFault::SameId(first)),
            None => fault(name),
        };
        if let Some(fault) = fault {
            return Err(NameError {
                index,
                id: name.id.clone(),
                fault,
            });
        }
    }
    Ok(())
}

fn fault(name: &Name) -> Option<NameFault> {
    let empty = || {
        name.spellings()
            .map(|(spelling, _)| spelling)
            .find(|spelling| keys(spelling).is_empty())
    };
    match (name.latitude, name.longitude) {
        _ if name.id.trim().is_empty() => Some(NameFault::NoId),
        _ if keys(&name.name).is_empty() => Some(NameFault::NoName),
        (Some(_), None) => Some(NameFault::NoLongitude),
        (None, Some(_)) => Some(NameFault::NoLatitude),
        (Some(latitude), _) if !(-90.0..=90.0).contains(&latitude) => {
            Some(NameFault::Latitude(latitude))
        }
        (_, Some(longitude)) if !(-180.0..=180.0).contains(&longitude) => {
            Some(NameFault::Longitude(longitude))
        }
        _ => empty().map(|spelling| NameFault::EmptySpelling(spelling.to_owned())),
    }
}
