//! Evaluating the clauses of a query: each one to the set of its documents, all of them to one score per document.

use std::borrow::Cow;
use std::rc::Rc;

use tawarikh_arabic::fold;

use crate::bits::Bits;
use crate::dictionary::Family;
use crate::expand::{Expansion, Kin, Relation, expand, kin, own};
use crate::head::Head;
use crate::number::Cursor;
use crate::order::{self, Least};
use crate::phrase;
use crate::postings::{Posting, Postings};
use crate::proximity::{self, Sought};
use crate::query::{Atom, Clause, Named, Occur, Query, Scope, Term};
use crate::rank::{Ranking, idf};
use crate::reader::Reader;
use crate::tashkeel::has_tashkeel;

/// Documents whose texts are read for the tashkeel of one word.
const MOST_READ: usize = 512;
/// Documents with a phrase that are looked for in texts at first, and documents whose texts are read for them.
const FIRST: usize = 10;
const MOST_TRIED: usize = 18;

/// How telling a stop word must be to count among other words: such as one document in twelve holds, or fewer.
const RARE: f32 = 2.5;

/// A query at work. Scores of documents that do not match in the end may be anything.
pub(crate) struct Evaluation<'r> {
    reader: &'r Reader,
    pub(crate) scores: Vec<f32>,
    /// The word at hand, in any form.
    any: Pool,
    /// The word at hand, in the spelling of the query.
    spelt: Pool,
    /// Whether words that every text has are left out, because others are there.
    drops_stop_words: bool,
    /// The bare words that were scored.
    words: Vec<Sought>,
    depth: Depth,
    /// The bytes of lengths; at first as far as heads tell them, the others of average length.
    norms: Cow<'r, [u8]>,
}

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Of words that may stand for each other only the documents where they count most, as far as the dictionary has them.
    First,
    /// The same, and spellings nearly like words that no document has.
    Wide,
    /// Everything.
    Exact,
}

impl<'r> Evaluation<'r> {
    pub(crate) fn new(reader: &'r Reader, depth: Depth) -> Evaluation<'r> {
        let documents = reader.len() as usize;
        let norms = match depth {
            Depth::First | Depth::Wide => Cow::Owned(vec![reader.meta.average_norm(); documents]),
            Depth::Exact => Cow::Borrowed(reader.norms()),
        };
        Evaluation {
            reader,
            scores: vec![0.0; documents],
            any: Pool::new(reader.len()),
            spelt: Pool::new(reader.len()),
            drops_stop_words: false,
            words: Vec::new(),
            depth,
            norms,
        }
    }

    /// The documents that match.
    pub(crate) fn query(&mut self, query: &Query) -> Bits {
        self.drops_stop_words = query.has_content();
        self.clauses(&query.clauses)
    }

    /// The best of `matched`, which rise, by [`order::best_first`]: at least `most` of them if there are so many. The best by
    /// their words alone gain by words near each other. In fragments positions are not worth their transport.
    pub(crate) fn best(&self, matched: &[u32], most: usize) -> Vec<u64> {
        if most == 0 {
            return Vec::new();
        }
        let is_refined = self.words.len() > 1 && !self.reader.is_in_fragments();
        let candidates = if is_refined { proximity::CANDIDATES } else { 0 };
        let mut least = Least::new(most.max(candidates).min(matched.len()));
        for &doc in matched {
            let score = self.scores.get(doc as usize).copied().unwrap_or_default();
            least.push(order::best_first(score, doc));
        }
        let mut best = least.finish();
        if !is_refined {
            return best;
        }
        let refined = best.len().min(candidates);
        let refined = best.get_mut(..refined).unwrap_or_default();
        let docs: Vec<u32> = refined.iter().map(|&key| order::id(key)).collect();
        let gains = proximity::nearness(self.reader, &self.words, &docs);
        for (key, gain) in refined.iter_mut().zip(gains) {
            let score = order::value(*key) + self.reader.ranking.proximity * gain;
            *key = order::best_first(score, order::id(*key));
        }
        // Nothing loses by it, so the others stay behind.
        refined.sort_unstable();
        best
    }

    /// What must hold decides if there is any; else one of the alternatives must hold; what must not hold is taken out.
    fn clauses(&mut self, clauses: &[Clause]) -> Bits {
        let mut should: Option<Bits> = None;
        let mut not = Bits::none(self.reader.len());
        for clause in clauses {
            if let Some(term) = self.idle(clause) {
                self.stop_word(term);
                continue;
            }
            match clause.occur {
                Occur::Must => {}
                Occur::Should => {
                    let bits = self.atom(&clause.atom);
                    should
                        .get_or_insert_with(|| Bits::none(self.reader.len()))
                        .add(&bits);
                }
                Occur::Not => {
                    not.add(&self.exactly(|this| this.unscored(&clause.atom)));
                }
            }
        }
        // Last, since the other words tell which are the best with a phrase.
        let must = self.musts(clauses);
        let mut matched = must
            .or(should)
            .unwrap_or_else(|| Bits::all(self.reader.len()));
        matched.remove(&not);
        matched
    }

    /// The documents with everything that must hold; `None` if nothing must.
    fn musts(&mut self, clauses: &[Clause]) -> Option<Bits> {
        let musts = || clauses.iter().filter(|clause| clause.occur == Occur::Must);
        let is_one = musts().count() == 1;
        let mut holding = None;
        for clause in musts() {
            let bits = match &clause.atom {
                Atom::Phrase(terms) if is_one => self.phrase(terms),
                atom => self.exactly(|this| this.atom(atom)),
            };
            holding = Some(intersection(holding, bits));
        }
        holding
    }

    /// Does something for which the best documents are not enough.
    fn exactly<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let depth = std::mem::replace(&mut self.depth, Depth::Exact);
        let outcome = work(self);
        self.depth = depth;
        outcome
    }

    /// The word of a clause that is a bare stop word among words that say more.
    fn idle<'c>(&self, clause: &'c Clause) -> Option<&'c Term> {
        match &clause.atom {
            Atom::Word(term)
                if self.drops_stop_words
                    && clause.occur == Occur::Should
                    && term.is_stop_word() =>
            {
                Some(term)
            }
            _ => None,
        }
    }

    fn unscored(&mut self, atom: &Atom) -> Bits {
        let scores = self.scores.clone();
        let words = self.words.len();
        let bits = self.atom(atom);
        self.scores = scores;
        self.words.truncate(words);
        bits
    }

    /// Adds the score of a stop word that few documents hold. It makes no document match. In fragments it is not worth its
    /// transport.
    fn stop_word(&mut self, term: &Term) {
        if self.reader.is_in_fragments() {
            return;
        }
        let dictionary = self.reader.dictionary();
        let Some(family) = dictionary.find(&term.keys.stem) else {
            return;
        };
        let own = own(dictionary, term, family);
        let idf = self.reader.idf_of(std::slice::from_ref(&own));
        if idf < RARE {
            return;
        }
        self.gather(&own, term.scope);
        let ranking = self.reader.ranking;
        self.any.drain(
            self.reader,
            &self.norms,
            ranking.stop * idf,
            &mut self.scores,
        );
        let spelt = ranking.stop * ranking.spelling * idf;
        self.spelt
            .drain(self.reader, &self.norms, spelt, &mut self.scores);
    }

    fn atom(&mut self, atom: &Atom) -> Bits {
        match atom {
            Atom::Word(term) => self.word(term),
            Atom::Phrase(terms) => self.phrase(terms),
            Atom::Keyword { column, folded } => self.keyword(column, folded),
            Atom::Group(clauses) => self.clauses(clauses),
            Atom::Named(named) => self.named(named),
        }
    }

    /// Adds the score of a word and gives the documents that hold it in any form.
    fn word(&mut self, term: &Term) -> Bits {
        let expansion = match self.depth {
            Depth::First => Rc::new(Expansion::known(kin(self.reader.dictionary(), term))),
            Depth::Wide | Depth::Exact => expand(self.reader, term),
        };
        let mut holding = 0;
        for kin in &expansion.kin {
            self.gather(kin, term.scope);
            if holding == 0 {
                holding = self.any.holding();
            }
        }
        let ranking = self.reader.ranking;
        let weight = idf(self.reader.len(), holding);
        let bits = self
            .any
            .drain(self.reader, &self.norms, weight, &mut self.scores);
        let spelt = ranking.spelling * idf(self.reader.len(), self.spelt.holding());
        self.spelt
            .drain(self.reader, &self.norms, spelt, &mut self.scores);
        self.near(&expansion.near, term.scope);
        self.words.push(Sought {
            expansion,
            idf: weight,
        });
        self.written(bits, std::slice::from_ref(term))
    }

    /// Those of the documents in which a word or phrase stands with the tashkeel that was typed: the index does not keep
    /// it. Of the documents beyond [`MOST_READ`] all stay, and all where each text would have to be fetched.
    fn written(&self, bits: Bits, terms: &[Term]) -> Bits {
        let written = terms.iter().filter_map(|term| term.written.as_deref());
        if !written.into_iter().any(has_tashkeel) {
            return bits;
        }
        let mut others = Bits::none(self.reader.len());
        if !self.reader.is_in_fragments() {
            let stands = self.reader.standing_in_texts(terms);
            bits.iter()
                .take(MOST_READ)
                .filter(|&doc| stands(doc) == Some(false))
                .for_each(|doc| others.insert(doc));
        }
        let mut bits = bits;
        bits.remove(&others);
        bits
    }

    /// Adds the score of stems that are written nearly like a word.
    fn near(&mut self, near: &[Kin], scope: Scope) {
        near.iter().for_each(|kin| self.gather(kin, scope));
        let weight = self.reader.ranking.near * idf(self.reader.len(), self.any.holding());
        self.any
            .drain(self.reader, &self.norms, weight, &mut self.scores);
    }

    /// Adds up how often each document holds the forms of a family.
    fn gather(&mut self, kin: &Kin, scope: Scope) {
        let ranking = self.reader.ranking;
        let head = self.head(&kin.family);
        let postings = match &head {
            Some(head) => Cow::Borrowed(head.postings),
            None => self.reader.postings(&kin.family),
        };
        let mut cursor = Cursor::new(&postings);
        for ((number, form), relation) in kin.family.forms.iter().enumerate().zip(&kin.relations) {
            let (any, spelt) = relation.map_or((0.0, 0.0), |relation| {
                ranking.weights(relation, kin.likeness)
            });
            let mut count = form.documents;
            if let Some(head) = &head {
                count = head.count(number, form.documents);
                if spelt > 0.0 {
                    self.spelt.missing += form.documents.saturating_sub(count);
                }
            }
            let postings = Postings::new(&mut cursor, count);
            // Most forms are not in the spelling of the query, and this is where queries spend their time.
            if spelt > 0.0 {
                postings.each(|posting| {
                    let frequency = self.frequency(posting, scope);
                    self.any.add(posting.doc, any * frequency);
                    self.spelt.add(posting.doc, spelt * frequency);
                });
            } else {
                postings.each(|posting| {
                    let frequency = self.frequency(posting, scope);
                    self.any.add(posting.doc, any * frequency);
                });
            }
        }
    }

    /// The documents where a family counts most, if they shall do; their lengths are noted.
    fn head<'f>(&mut self, family: &'f Family) -> Option<Head<'f>> {
        if self.depth == Depth::Exact {
            return None;
        }
        let head = Head::of(family)?;
        let here = head.norms(family, |doc, norm| {
            if let Some(known) = self.norms.to_mut().get_mut(doc as usize) {
                *known = norm;
            }
        });
        self.any.missing += head.documents.saturating_sub(here);
        Some(head)
    }

    /// How often a document holds a form, the title counting by its weight.
    #[inline]
    fn frequency(&self, posting: Posting, scope: Scope) -> f32 {
        let title = posting.title as f32;
        match scope {
            Scope::Anywhere if posting.title == 0 => posting.body as f32,
            Scope::Anywhere => {
                // What length takes from the body is given back to the title.
                let ranking = &self.reader.ranking;
                let norm = self.norms.get(posting.doc as usize);
                let length = self.reader.length_factor(norm.copied().unwrap_or_default());
                posting.body as f32 + ranking.title * title * length / ranking.k1
            }
            Scope::Title => title,
        }
    }

    /// Adds the score of a phrase as one word, and of its words.
    fn phrase(&mut self, terms: &[Term]) -> Bits {
        let mut likely = Bits::none(self.reader.len());
        for term in terms.iter().filter(|term| !term.is_stop_word()) {
            likely.add(&self.word(term));
        }
        if self.depth == Depth::Exact || !self.add_first(terms, &likely) {
            for place in phrase::places(self.reader, terms) {
                self.any.add(place.doc(), 1.0);
            }
        }
        let weight = idf(self.reader.len(), self.any.holding());
        let bits = self
            .any
            .drain(self.reader, &self.norms, weight, &mut self.scores);
        self.written(bits, terms)
    }

    /// Adds the first of the documents that are `likely`, best first, in whose texts a phrase stands, and says whether there may
    /// be one. Positions of frequent words are megabytes to fetch, and these texts will be shown.
    fn add_first(&mut self, terms: &[Term], likely: &Bits) -> bool {
        let stands = self.reader.standing_in_texts(terms);
        let best = self.best(&likely.to_vec(), MOST_TRIED).into_iter();
        let tried = best.map(order::id).map(|doc| (doc, stands(doc)));
        // One that is not at hand may be one of them.
        let possible = tried.filter(|(_, stands)| *stands != Some(false));
        let mut is_possible = false;
        for (doc, stands) in possible.take(FIRST) {
            is_possible = true;
            if stands == Some(true) {
                self.any.add(doc, 1.0);
            }
        }
        is_possible
    }

    /// Adds the score of all spellings of a name as of one word, and of the words of the query if they are several.
    fn named(&mut self, named: &Named) -> Bits {
        let mut bits = Bits::none(self.reader.len());
        match named.typed.as_slice() {
            [word] => self.gather_kin(word),
            words => {
                for word in words.iter().filter(|word| !word.is_stop_word()) {
                    if !kin(self.reader.dictionary(), word).is_empty() {
                        bits.add(&self.word(word));
                    }
                }
            }
        }
        for spelling in &named.spellings {
            match spelling.as_slice() {
                [word] => self.gather_kin(word),
                // Where all words of a name stand together takes positions, which come later.
                _ if self.depth != Depth::Exact => {}
                words => {
                    for place in phrase::places(self.reader, words) {
                        self.any.add(place.doc(), 1.0);
                    }
                }
            }
        }
        let weight = idf(self.reader.len(), self.any.holding());
        bits.add(
            &self
                .any
                .drain(self.reader, &self.norms, weight, &mut self.scores),
        );
        let weight = idf(self.reader.len(), self.spelt.holding());
        let spelt = self.reader.ranking.spelling * weight;
        self.spelt
            .drain(self.reader, &self.norms, spelt, &mut self.scores);
        bits
    }

    fn gather_kin(&mut self, word: &Term) {
        for kin in kin(self.reader.dictionary(), word) {
            self.gather(&kin, word.scope);
        }
    }

    /// The documents with a value of `column` that holds the words of `folded`.
    fn keyword(&mut self, column: &str, folded: &str) -> Bits {
        let mut bits = Bits::none(self.reader.len());
        let Some(column) = self
            .reader
            .column_table()
            .iter()
            .find(|known| known.name == column)
        else {
            return bits;
        };
        let holds: Vec<bool> = column
            .values
            .iter()
            .map(|value| holds_words(&fold(value), folded))
            .collect();
        (0..self.reader.len())
            .filter(|&doc| {
                column
                    .of(doc)
                    .iter()
                    .any(|&number| holds.get(number as usize) == Some(&true))
            })
            .for_each(|doc| bits.insert(doc));
        bits
    }
}

/// How often each document holds something. Empty between uses.
struct Pool {
    frequencies: Vec<f32>,
    bits: Bits,
    /// Documents that hold it too and were not looked at.
    missing: u32,
}

impl Pool {
    fn new(documents: u32) -> Pool {
        Pool {
            frequencies: vec![0.0; documents as usize],
            bits: Bits::none(documents),
            missing: 0,
        }
    }

    /// How many documents hold it.
    fn holding(&self) -> u32 {
        self.bits.count().saturating_add(self.missing)
    }

    #[inline]
    fn add(&mut self, doc: u32, frequency: f32) {
        if frequency <= 0.0 {
            return;
        }
        if let Some(slot) = self.frequencies.get_mut(doc as usize) {
            if *slot == 0.0 {
                self.bits.insert(doc);
            }
            *slot += frequency;
        }
    }

    /// Turns the frequencies into scores and gives the documents that had any.
    fn drain(&mut self, reader: &Reader, norms: &[u8], weight: f32, scores: &mut [f32]) -> Bits {
        self.missing = 0;
        for doc in self.bits.iter() {
            let index = doc as usize;
            if let (Some(score), Some(frequency)) =
                (scores.get_mut(index), self.frequencies.get_mut(index))
            {
                let norm = norms.get(index).copied().unwrap_or_default();
                *score += weight
                    * reader
                        .ranking
                        .saturate(*frequency, reader.length_factor(norm));
                *frequency = 0.0;
            }
        }
        std::mem::replace(&mut self.bits, Bits::none(reader.len()))
    }
}

impl Ranking {
    /// What a form counts among all forms, and among those in the spelling of the query.
    fn weights(&self, relation: Relation, likeness: f32) -> (f32, f32) {
        match relation {
            Relation::Exact => (1.0, 1.0),
            Relation::Folded => (1.0, self.folded),
            Relation::Alias => (1.0, self.folded),
            Relation::Transliteration => (self.folded, 0.0),
            Relation::Prefix => (self.prefix, 0.0),
            Relation::Stem | Relation::Plural | Relation::Near => (likeness, 0.0),
        }
    }
}

fn intersection(first: Option<Bits>, second: Bits) -> Bits {
    match first {
        None => second,
        Some(mut first) => {
            first.keep(&second);
            first
        }
    }
}

/// Whether `words` stands in `value` with no letter or digit at either side.
fn holds_words(value: &str, words: &str) -> bool {
    value.match_indices(words).any(|(at, found)| {
        let before = value[..at].chars().next_back();
        let after = value[at + found.len()..].chars().next();
        [before, after]
            .into_iter()
            .flatten()
            .all(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::holds_words;

    #[test]
    fn values_are_held_by_whole_words() {
        assert!(holds_words("صحيفه الغد الاردنيه", "الغد"));
        assert!(holds_words("2017", "2017"));
        assert!(!holds_words("2017", "201"));
        assert!(!holds_words("الغدير", "الغد"));
    }
}
