//! Marking what matched, in any text.

use std::ops::Range;
use std::rc::Rc;

use tawarikh_arabic::{Keys, TokenKind, keys, surface, tokens};

use crate::beginnings::Beginnings;
use crate::evidence::{Evidence, Standing};
use crate::expand::{Expansion, Kin, Relation, expand_at_hand, kin};
use crate::explain::{WordForms, in_order};
use crate::query::{Atom, Clause, Growth, Named, Occur, Query, Scope, Term, stands_in};
use crate::rank::idf;
use crate::reader::Reader;
use crate::standing::{Stand, standing};
use crate::tashkeel::has_tashkeel_of;

/// Finds a query's words in a text: in titles, snippets and the document being read.
#[derive(Clone, Debug)]
pub struct Matcher {
    /// What was typed: words, phrases and names, in their order.
    typed: Vec<String>,
    words: Vec<Word>,
    phrases: Vec<Phrase>,
    /// Of what stands in every word of a text that a word of the query matches.
    beginnings: Beginnings,
}

/// A word of the query.
#[derive(Clone, Debug)]
struct Word {
    /// Which of what was typed it is or stands for.
    typed: usize,
    keys: Keys,
    growth: Growth,
    /// The word as written, if it has to match exactly.
    written: Option<String>,
    /// Whether it is another spelling of what was typed.
    spelling: Option<Relation>,
    /// What else stands for it.
    expansion: Rc<Expansion>,
    /// How telling it is.
    idf: f32,
}

/// A phrase of the query.
#[derive(Clone, Debug)]
struct Phrase {
    /// Which of what was typed it is or stands for.
    typed: usize,
    words: Vec<Term>,
    /// How an occurrence stands to what was typed, if it is not the same.
    relation: Relation,
    idf: f32,
}

/// A word of a text.
#[derive(Clone, Debug)]
struct Seen {
    span: Range<usize>,
    /// Empty if the query has no phrase.
    folded: String,
    evidence: Option<Evidence>,
}

impl Reader {
    /// What marks the words of `query` in texts. Words that must not occur, and stop words among others, are not marked.
    #[must_use]
    pub fn matcher(&self, query: &Query) -> Matcher {
        let mut matcher = Matcher {
            typed: Vec::new(),
            words: Vec::new(),
            phrases: Vec::new(),
            beginnings: Beginnings::default(),
        };
        matcher.add_clauses(self, &query.clauses, &query.shown());
        let words = matcher.words.iter();
        words
            .flat_map(Word::cores)
            .for_each(|core| matcher.beginnings.add(core));
        matcher
    }

    /// Tells of a document whether these words stand in a row in its text; `None` if that is not at hand.
    pub(crate) fn standing_in_texts(&self, terms: &[Term]) -> impl Fn(u32) -> Option<bool> {
        let matcher = Matcher {
            typed: vec![String::new()],
            words: Vec::new(),
            phrases: vec![Phrase::new(self, terms, 0)],
            beginnings: Beginnings::default(),
        };
        let in_title = terms.iter().any(|term| term.scope == Scope::Title);
        move |doc| {
            let stored = self.document(doc)?;
            let body = if in_title { "" } else { &stored.body };
            let stands = |text: &str| !matcher.marks(text).is_empty();
            Some(stands(&stored.title) || stands(body))
        }
    }

    /// How telling a word with these kin is: the idf of all its forms together.
    pub(crate) fn idf_of(&self, kin: &[Kin]) -> f32 {
        let related = kin.iter().flat_map(Kin::related);
        idf(
            self.len(),
            related.fold(0, |sum: u32, (form, _)| sum.saturating_add(form.documents)),
        )
    }
}

impl Matcher {
    /// Adds what is shown: other words are not even looked up, which may be a fragment less to fetch.
    fn add_clauses(
        &mut self,
        reader: &Reader,
        clauses: &[Clause],
        is_shown: &impl Fn(&Term) -> bool,
    ) {
        for clause in clauses.iter().filter(|clause| clause.occur != Occur::Not) {
            match &clause.atom {
                Atom::Word(term) => {
                    let typed = self.add_typed(std::slice::from_ref(term));
                    if is_shown(term) {
                        self.words.push(Word::new(reader, term, typed));
                    }
                }
                Atom::Phrase(terms) => {
                    let typed = self.add_typed(terms);
                    self.phrases.push(Phrase::new(reader, terms, typed));
                }
                Atom::Group(inner) => self.add_clauses(reader, inner, is_shown),
                Atom::Named(named) => self.add_name(reader, named, is_shown),
                Atom::Keyword { .. } => {}
            }
        }
    }

    fn add_typed(&mut self, terms: &[Term]) -> usize {
        let words: Vec<&str> = terms
            .iter()
            .map(|term| term.keys.surface.as_str())
            .collect();
        self.typed.push(words.join(" "));
        self.typed.len() - 1
    }

    fn add_name(&mut self, reader: &Reader, named: &Named, is_shown: &impl Fn(&Term) -> bool) {
        let typed = self.add_typed(&named.typed);
        let is_known = |term: &&Term| is_shown(term) && !kin(reader.dictionary(), term).is_empty();
        let known = named.typed.iter().filter(is_known);
        self.words
            .extend(known.map(|term| Word::new(reader, term, typed)));
        for spelling in &named.spellings {
            match spelling.as_slice() {
                [word] if is_shown(word) => self.words.push(Word::new(reader, word, typed)),
                [_] => {}
                words => self.phrases.push(Phrase::new(reader, words, typed)),
            }
        }
    }

    /// Whether nothing can match, so that texts need not be looked at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// The bytes of every matching word of `text`, in order; whole words with all their marks.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let seen = self.look(text).into_iter();
        seen.filter(|seen| seen.evidence.is_some())
            .map(|seen| seen.span)
            .collect()
    }

    /// What of each thing that was typed stands in these texts, forms in the order in which they were met first.
    #[must_use]
    pub fn why(&self, texts: &[&str]) -> Vec<WordForms> {
        let word = |typed: &String| WordForms {
            typed: typed.clone(),
            forms: Vec::new(),
        };
        let mut words: Vec<WordForms> = self.typed.iter().map(word).collect();
        for text in texts {
            self.add_forms(text, &mut words);
        }
        for word in &mut words {
            word.forms = in_order(&word.forms);
        }
        words
    }

    fn add_forms(&self, text: &str, words: &mut [WordForms]) {
        let seen = self.look(text);
        for seen in seen.iter().filter(|seen| seen.evidence.is_some()) {
            let word = text.get(seen.span.clone()).unwrap_or_default();
            let keys = keys(word);
            for own in &self.words {
                if let (Some(relation), Some(into)) =
                    (own.relation(&keys, word), words.get_mut(own.typed))
                {
                    into.add(&keys.surface, relation);
                }
            }
        }
        for phrase in &self.phrases {
            for start in phrase.places(text, &seen) {
                let last = seen.get(start + phrase.words.len() - 1);
                let span = seen
                    .get(start)
                    .zip(last)
                    .map(|(first, last)| first.span.start..last.span.end);
                let form = surface(span.and_then(|span| text.get(span)).unwrap_or_default());
                if let Some(into) = words.get_mut(phrase.typed) {
                    let relation = if form == into.typed {
                        Relation::Exact
                    } else {
                        phrase.relation
                    };
                    into.add(&form, relation);
                }
            }
        }
    }

    /// Where the words stand in each of `docs`, as the index tells it; nothing where the texts have to be read: the query
    /// has phrases or words as they are written, or positions would have to be fetched.
    #[must_use]
    pub fn standing(&self, reader: &Reader, docs: &[u32]) -> Vec<Standing> {
        let is_written = |word: &Word| word.written.is_some();
        if reader.is_in_fragments() || !self.phrases.is_empty() || self.words.iter().any(is_written)
        {
            return Vec::new();
        }
        let kin = self.words.iter().map(|word| word.expansion.kin.as_slice());
        let standing = standing(reader, kin, docs);
        standing.iter().map(|keys| self.evident(keys)).collect()
    }

    /// What the places of words in a document tell.
    fn evident(&self, standing: &[u64]) -> Standing {
        let mut evident = Standing::default();
        for stand in standing.iter().map(|key| Stand::of(*key)) {
            if let Some(word) = self.words.get(stand.word) {
                evident.add(stand.position, word.evidence(stand.relation));
            }
        }
        evident
    }

    /// Where the words stand in a document with these texts.
    #[must_use]
    pub fn standing_in(&self, title: &str, body: &str) -> Standing {
        let mut evident = Standing::default();
        let mut position = 0;
        for text in [title, body] {
            for seen in self.look(text) {
                if let Some(evidence) = seen.evidence {
                    evident.add(position, evidence);
                }
                position += 1;
            }
            // Between the title and the body is a gap.
            position += 1;
        }
        evident
    }

    /// The words of a text; none if nothing can match.
    fn look(&self, text: &str) -> Vec<Seen> {
        let mut seen = Vec::new();
        if self.is_empty() {
            return seen;
        }
        let mut keys = Keys::default();
        for token in
            tokens(text).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        {
            keys.set_spelling(token.text);
            let evidence = if self.beginnings.may_stand_in(&keys.folded) {
                keys.set_stem();
                self.recognise(&keys, token.text)
            } else {
                None
            };
            seen.push(Seen {
                span: token.span,
                folded: if self.phrases.is_empty() {
                    String::new()
                } else {
                    keys.folded.clone()
                },
                evidence,
            });
        }
        for phrase in &self.phrases {
            for start in phrase.places(text, &seen) {
                phrase.mark(&mut seen, start);
            }
        }
        seen
    }

    /// The query's word that tells most of those that a word of a text is a form of; the first of equals.
    fn recognise(&self, keys: &Keys, text: &str) -> Option<Evidence> {
        let mut best: Option<Evidence> = None;
        for word in &self.words {
            let Some(relation) = word.relation(keys, text) else {
                continue;
            };
            let evidence = word.evidence(relation as usize);
            if best.is_none_or(|best| evidence.weight > best.weight) {
                best = Some(evidence);
            }
        }
        best
    }
}

impl Word {
    fn new(reader: &Reader, term: &Term, typed: usize) -> Word {
        let expansion = expand_at_hand(reader, term);
        Word {
            typed,
            keys: term.keys.clone(),
            growth: term.growth,
            written: term.written.clone(),
            spelling: term.spelling,
            idf: reader.idf_of(&expansion.kin),
            expansion,
        }
    }

    /// What it says that a form of it stands somewhere, by the number of its relation.
    fn evidence(&self, relation: usize) -> Evidence {
        Evidence {
            word: self.typed,
            weight: self.idf * CERTAINTY.get(relation).copied().unwrap_or_default(),
        }
    }

    /// Other stems that stand for its own, and how.
    fn others(&self) -> impl Iterator<Item = (&str, Relation)> {
        let kin = self.expansion.kin.iter();
        kin.filter(|kin| kin.family.stem != self.keys.stem)
            .filter_map(|kin| Some((kin.family.stem.as_str(), (*kin.relations.first()?)?)))
            .filter(|(_, relation)| *relation != Relation::Prefix)
    }

    /// The letters, folded, of which one run stands in every word of a text that it matches.
    fn cores(&self) -> impl Iterator<Item = &str> {
        let folded = self.keys.folded.as_str();
        let core = match (&self.spelling, &self.written) {
            // After لل the article has lost its alef.
            (Some(_), _) => folded.strip_prefix("ال").unwrap_or(folded),
            (None, Some(_)) => folded,
            (None, None) => &self.keys.stem,
        };
        std::iter::once(core).chain(self.others().map(|(stem, _)| stem))
    }

    /// How a word of a text with these keys stands to it.
    fn relation(&self, keys: &Keys, text: &str) -> Option<Relation> {
        if let Some(relation) = self.spelling {
            return stands_in(&self.keys.folded, &keys.folded).then_some(relation);
        }
        if let Some(written) = &self.written {
            let same = keys.surface == self.keys.surface && has_tashkeel_of(text, written);
            return same.then_some(Relation::Exact);
        }
        if keys.stem == self.keys.stem {
            return Some(if keys.surface == self.keys.surface {
                Relation::Exact
            } else if keys.folded == self.keys.folded {
                Relation::Folded
            } else {
                Relation::Stem
            });
        }
        if self.growth == Growth::Growing && keys.folded.starts_with(&self.keys.folded) {
            return Some(Relation::Prefix);
        }
        let mut others = self.others();
        others.find_map(|(stem, relation)| (stem == keys.stem).then_some(relation))
    }
}

impl Phrase {
    fn new(reader: &Reader, terms: &[Term], typed: usize) -> Phrase {
        let idf = |term| reader.idf_of(&kin(reader.dictionary(), term));
        Phrase {
            typed,
            words: terms.to_vec(),
            relation: terms
                .iter()
                .find_map(|term| term.spelling)
                .unwrap_or(Relation::Folded),
            idf: terms.iter().fold(0.0, |sum, term| sum + idf(term)),
        }
    }

    /// The words where it begins.
    fn places(&self, text: &str, seen: &[Seen]) -> Vec<usize> {
        let windows = seen.windows(self.words.len().max(1)).enumerate();
        let found = windows.filter(|(_, window)| self.is_at(text, window));
        found.map(|(start, _)| start).collect()
    }

    /// Makes every word of an occurrence evidence that is not better evidence already.
    fn mark(&self, seen: &mut [Seen], start: usize) {
        let evidence = Evidence {
            word: self.typed,
            weight: self.idf / self.words.len().max(1) as f32,
        };
        for seen in seen.iter_mut().skip(start).take(self.words.len()) {
            if seen.evidence.is_none_or(|own| own.weight < evidence.weight) {
                seen.evidence = Some(evidence);
            }
        }
    }

    fn is_at(&self, text: &str, window: &[Seen]) -> bool {
        let is = |(word, seen): (&Term, &Seen)| {
            let folded = &word.keys.folded;
            if word.spelling.is_some() {
                return stands_in(folded, &seen.folded);
            }
            if let Some(written) = &word.written {
                let seen = text.get(seen.span.clone()).unwrap_or_default();
                return surface(seen) == word.keys.surface && has_tashkeel_of(seen, written);
            }
            seen.folded == *folded
                || word.growth == Growth::Growing && seen.folded.starts_with(folded)
        };
        self.words.iter().zip(window).all(is)
    }
}

/// How sure a match is, by the order of [`Relation`].
const CERTAINTY: [f32; 8] = [1.0, 0.95, 0.8, 0.6, 0.5, 0.95, 0.7, 0.4];
