//! The names of an archive as a whole: those that its list knows, and those that only its documents show, with how often
//! and beside which others they stand.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use tawarikh_arabic::fold;
use tawarikh_evidence::{Name, NameKind, NameRule};

use crate::events::NamePart;
use crate::kept::kept;
use crate::name_uses::NameUses;
use crate::record::{NameUse, Record};
use crate::settings::{KnownName, KnownSpelling};

/// Documents of a piece of their names: some 40 KiB.
pub(crate) const DOCUMENTS_A_PIECE: usize = 512;
/// Names beside those of the list that an archive keeps: in most documents first.
const MOST_CANDIDATES: usize = 8192;

/// A name that no list has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CandidateName {
    pub kind: NameKind,
    /// As the first document writes it.
    pub name: String,
}

kept!(struct CandidateName { kind, name });

/// A name in a document, and how often it stands there. The numbers count the known names, then the candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    pub name: u32,
    pub count: u32,
    /// The rules that found it.
    pub rules: Rules,
}

kept!(struct Named { name, count, rules });

/// A set of the rules that find names, as bits in the order of [`NameRule::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Rules(u32);

kept!(struct Rules(0));

impl Rules {
    /// The rule itself.
    pub fn of(rule: NameRule) -> Rules {
        Rules(1 << rule as u32)
    }

    /// With those of another set.
    pub fn with(self, other: Rules) -> Rules {
        Rules(self.0 | other.0)
    }

    /// The ids of the rules in the set, in the order of [`NameRule::ALL`].
    pub fn ids(self) -> Vec<&'static str> {
        let has = |rule: &NameRule| self.0 & Rules::of(*rule).0 != 0;
        let rules = NameRule::ALL.into_iter().filter(has);
        rules.map(NameRule::id).collect()
    }
}

/// Collects the names of documents.
pub(crate) struct Entities {
    known: Vec<NameUses>,
    /// By kind and folded text, where they are in `candidates`.
    numbers: HashMap<(NameKind, String), u32>,
    candidates: Vec<Candidate>,
    /// The names of each document, by the numbers that they have while documents come.
    documents: Vec<Vec<Named>>,
}

struct Candidate {
    name: CandidateName,
    documents: u32,
}

/// The names of a whole archive.
pub(crate) struct Settled {
    pub known: Vec<KnownName>,
    /// How each of the known is spelt.
    pub spellings: Vec<Vec<KnownSpelling>>,
    pub candidates: Vec<CandidateName>,
    pub documents: Vec<Vec<Named>>,
    numbers: Vec<Option<u32>>,
}

impl Settled {
    /// Names with the numbers that they have now, of those that they had while documents came: each part of a name once, in
    /// their order, without those that were not kept.
    pub fn parts(&self, then: &[NamePart]) -> Vec<NamePart> {
        let now = |part: &NamePart| {
            let number = self.numbers.get(part.name() as usize).copied()??;
            Some(part.renamed(number))
        };
        let mut parts: Vec<NamePart> = then.iter().filter_map(now).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }
}

impl Entities {
    /// None met yet of those that are looked for.
    pub fn new(names: &[Name]) -> Entities {
        Entities {
            known: names.iter().map(NameUses::new).collect(),
            numbers: HashMap::new(),
            candidates: Vec::new(),
            documents: Vec::new(),
        }
    }

    /// The names of the list, with what was counted of them.
    pub fn known(&self) -> &[NameUses] {
        &self.known
    }

    /// Counts a document's names. In the order of the record, the number of each; see [`Settled::parts`].
    pub fn add(&mut self, record: &Record, body: &str) -> Vec<u32> {
        let names = record.names.iter();
        let numbers: Vec<u32> = names
            .map(|used| self.number(used, used.span.text(body)))
            .collect();
        let mut counts: BTreeMap<u32, (u32, Rules)> = BTreeMap::new();
        for (number, used) in numbers.iter().zip(&record.names) {
            let (count, rules) = counts.entry(*number).or_default();
            *count += 1;
            *rules = rules.with(Rules::of(used.rule));
        }
        let first_candidate = self.known.len() as u32;
        for number in counts.keys().filter(|number| **number >= first_candidate) {
            self.candidates[(number - first_candidate) as usize].documents += 1;
        }
        let named = counts
            .into_iter()
            .map(|(name, (count, rules))| Named { name, count, rules });
        self.documents.push(named.collect());
        numbers
    }

    /// How many were met.
    pub fn len(&self) -> u32 {
        let used = self.known.iter().filter(|name| name.uses > 0).count();
        (used + self.candidates.len()) as u32
    }

    /// The names of a kind in a document as facets show them, each once; `numbers` are those of all its names. Places count
    /// only where it is known which they are.
    pub fn values(&self, kind: NameKind, record: &Record, numbers: &[u32]) -> Vec<String> {
        let of_kind =
            |used: &NameUse| used.kind == kind && (kind != NameKind::Place || used.known.is_some());
        let names = record.names.iter().zip(numbers);
        let names = names.filter(|(used, _)| of_kind(used));
        let mut values: Vec<String> = names
            .map(|(_, number)| self.name(*number).to_owned())
            .collect();
        values.sort();
        values.dedup();
        values
    }

    fn name(&self, number: u32) -> &str {
        let number = number as usize;
        match self.known.get(number) {
            Some(known) => &known.name.name,
            None => &self.candidates[number - self.known.len()].name.name,
        }
    }

    fn number(&mut self, used: &NameUse, text: &str) -> u32 {
        if let Some(known) = used.known {
            self.known[known as usize].count(text);
            return known;
        }
        let next = self.candidates.len() as u32;
        let place = *self.numbers.entry((used.kind, fold(text))).or_insert(next);
        if place == next {
            self.candidates.push(Candidate {
                name: CandidateName {
                    kind: used.kind,
                    name: text.to_owned(),
                },
                documents: 0,
            });
        }
        self.known.len() as u32 + place
    }

    /// The names that are kept: all of the list that are used, and the most frequent of the others.
    pub fn settle(self) -> Settled {
        let mut numbers = vec![None; self.known.len() + self.candidates.len()];
        let (mut known, mut spellings) = (Vec::new(), Vec::new());
        for (number, name) in self
            .known
            .iter()
            .enumerate()
            .filter(|(_, name)| name.uses > 0)
        {
            numbers[number] = Some(known.len() as u32);
            known.push(name.known(number as u32));
            spellings.push(name.spellings());
        }
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        // The first met of equals.
        order.sort_by_key(|place| (Reverse(self.candidates[*place].documents), *place));
        order.truncate(MOST_CANDIDATES);
        for (rank, place) in order.iter().enumerate() {
            numbers[self.known.len() + place] = Some((known.len() + rank) as u32);
        }
        let candidates = order
            .iter()
            .map(|place| self.candidates[*place].name.clone());
        let mut documents = self.documents;
        for names in &mut documents {
            let kept = names.iter().filter_map(|named| {
                let name = numbers[named.name as usize]?;
                Some(Named { name, ..*named })
            });
            *names = kept.collect();
            names.sort_unstable_by_key(|named| named.name);
        }
        Settled {
            candidates: candidates.collect(),
            known,
            spellings,
            documents,
            numbers,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Span;

    fn record(body: &str, names: &[(&str, NameKind, Option<u32>)]) -> Record {
        let used = |(text, kind, known): &(&str, NameKind, Option<u32>)| {
            let start = body.find(text).unwrap_or_default();
            NameUse {
                span: Span::of(&(start..start + text.len())),
                kind: *kind,
                known: *known,
                rule: NameRule::Person,
            }
        };
        Record {
            names: names.iter().map(used).collect(),
            ..Record::default()
        }
    }

    #[test]
    fn candidates_are_one_name_however_their_alef_is_written() {
        let mut entities = Entities::new(&[]);
        let person = NameKind::Person;
        entities.add(
            &record("أحمد النجار", &[("أحمد النجار", person, None)]),
            "أحمد النجار",
        );
        let both = "سعاد البيطار واحمد النجار";
        let names = [
            ("سعاد البيطار", person, None),
            ("احمد النجار", person, None),
        ];
        assert_eq!(entities.add(&record(both, &names), both), [1, 0]);
        let settled = entities.settle();
        let names: Vec<&str> = settled
            .candidates
            .iter()
            .map(|name| name.name.as_str())
            .collect();
        assert_eq!(
            names,
            ["أحمد النجار", "سعاد البيطار"],
            "that of two documents first"
        );
        let named = |name| Named {
            name,
            count: 1,
            rules: Rules::of(NameRule::Person),
        };
        assert_eq!(
            settled.documents,
            [vec![named(0)], vec![named(0), named(1)]]
        );
    }
}
