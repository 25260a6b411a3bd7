//! A headline cut from a dated sentence.
//!
//! It begins where the sentence does, or, where neither the date nor what was done would be seen, with the clause that tells it;
//! openers such as "غير أن" and a date at the head are left out, since the date stands beside it. It stops, within [`MOST_WORDS`], where Arabic
//! stops best: at the end of a clause or before a preposition, never inside of a quotation, a name or a date, behind a
//! number, a verb or a word that needs another.

use std::ops::Range;

use crate::action::{Sort, entries};
use crate::bare::{readings, unjoined};
use crate::chunk::{Chunk, chunks};
use crate::clause::{opener, part};
use crate::segment::is_finite;

/// The most words of a headline.
pub const MOST_WORDS: usize = 12;
/// How many words one gives up for a stop that may not part an annexation.
const ANNEXATION: usize = 3;
/// The same for one before the predicate of what is said.
const PREDICATE: usize = 4;
/// Fewer words than this say too little.
const FEWEST_WORDS: usize = 3;

/// A sentence with what was found in it.
#[derive(Clone, Debug)]
pub struct Sentence<'a> {
    /// The text it is in.
    pub text: &'a str,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The bytes of its dates, in order.
    pub dates: &'a [Range<usize>],
    /// The bytes of its names, in order.
    pub names: &'a [Range<usize>],
}

/// The clause that tells what happened, in bytes of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    /// Where it begins, behind what binds it to the clause before.
    pub clause: usize,
    /// Where the verb stands, or the noun that stands for one; nowhere if the date is all that is known.
    pub verb: Option<usize>,
}

impl Sentence<'_> {
    /// The bytes of a headline of at most [`MOST_WORDS`] words for what the sentence tells of the date at `date`.
    pub fn headline(&self, date: &Range<usize>) -> Range<usize> {
        self.headline_of(date, None)
    }

    /// The same where the clause that tells it is known.
    pub(crate) fn headline_of(&self, date: &Range<usize>, told: Option<Told>) -> Range<usize> {
        let chunks = chunks(self.text, self.range.clone());
        let cutter = Cutter {
            sentence: self,
            chunks: &chunks,
        };
        cutter
            .cut(date, told)
            .map_or_else(|| self.range.clone(), |range| cutter.trimmed(range))
    }
}

/// How good a stop is, in words that one would give up for it.
mod bonus {
    /// The end of the sentence.
    pub const SENTENCE: usize = 12;
    /// The end of a clause before one that و or a relative word joins to it.
    pub const CLAUSE: usize = 9;
    /// A comma: the end of a clause, or of something put between its parts.
    pub const COMMA: usize = 5;
    /// Before a verb that و joins.
    pub const JOINED: usize = 6;
    /// Before a preposition or a conjunction.
    pub const LINK: usize = 4;
    /// Before a word without article, which is seldom bound to the one before.
    pub const INDEFINITE: usize = 1;
}

struct Cutter<'a> {
    sentence: &'a Sentence<'a>,
    chunks: &'a [Chunk],
}

impl Cutter<'_> {
    /// The chunks of the headline, or `None` for a sentence without words.
    fn cut(&self, date: &Range<usize>, told: Option<Told>) -> Option<Range<usize>> {
        let head = self.skip_openers(0);
        let at_head = head..self.best_end(head)?;
        let dated = self.chunk_at(date.start)?;
        let verb = told.and_then(|told| self.chunk_at(told.verb?));
        // A verb is seen with what stands behind it; the date stands beside the headline.
        let seen = verb.map_or(dated < at_head.end, |verb| {
            (head..at_head.end).contains(&verb) && verb + 1 < at_head.end
        });
        let whole = at_head.end == self.chunks.len() || !self.lacks_predicate(head, at_head.end);
        if seen && whole {
            return Some(at_head);
        }
        let clause = told.and_then(|told| self.chunk_at(told.clause));
        let clause = clause.map(|clause| self.skip_openers(clause));
        let own = clause.filter(|&clause| {
            clause > head && self.words(clause..self.chunks.len()) >= FEWEST_WORDS
        });
        let start = own.or_else(|| self.main_clause(dated));
        let at_clause = start.and_then(|start| Some(start..self.best_end(start)?));
        Some(at_clause.unwrap_or(at_head))
    }

    /// The chunk at or behind a byte of the text.
    fn chunk_at(&self, byte: usize) -> Option<usize> {
        self.chunks.iter().position(|chunk| chunk.span.end > byte)
    }

    /// Where the clause of the chunk `dated` begins, if it is a main clause.
    fn main_clause(&self, dated: usize) -> Option<usize> {
        let ends_here = |chunk: &Chunk| chunk.ends_clause && chunk.depth == 0;
        let clause = (1..=dated)
            .rev()
            .find(|&at| ends_here(&self.chunks[at - 1]))?;
        let start = self.skip_openers(clause);
        let opens_with_date = start > dated;
        let coordinated = self.joins(&self.chunks[clause]) && !self.chunks[clause].part.subordinate;
        let goes_on = self
            .chunks
            .get(start)
            .is_some_and(|chunk| chunk.part.link || chunk.part.subordinate);
        let long_enough = self.words(start..self.clause_end(start)) >= FEWEST_WORDS;
        ((opens_with_date || coordinated) && long_enough && !goes_on).then_some(start)
    }

    /// Whether a word joins its clause to the one before: و, ثم, فلم, الذي.
    fn joins(&self, chunk: &Chunk) -> bool {
        let so = chunk
            .folded
            .strip_prefix('ف')
            .is_some_and(tawarikh_arabic::is_stop_word);
        so || chunk.folded.starts_with('و')
            || chunk.part.subordinate
            || opener(&[&chunk.folded]) > 0
    }

    /// The first chunk from `at` on that is neither an opener nor a date with what introduces it.
    fn skip_openers(&self, at: usize) -> usize {
        let mut start = at;
        loop {
            let rest: Vec<&str> = self.chunks[start..]
                .iter()
                .take(4)
                .map(|chunk| chunk.folded.as_str())
                .collect();
            let opening = if self.opens_whole(start) {
                0
            } else {
                opener(&rest)
            };
            let skipped = opening
                .max(self.leading_date(start))
                .max(self.own_aside(start));
            let next = start + skipped;
            if next == start || self.words(next..self.chunks.len()) < FEWEST_WORDS {
                return start;
            }
            start = next;
        }
    }

    /// Whether an opener at `start` cannot go: أما whose answer begins with ف, "كما يروي المؤرخ،".
    fn opens_whole(&self, start: usize) -> bool {
        let answers = |chunk: &Chunk| {
            chunk.folded.strip_prefix('ف').is_some_and(|bare| {
                !is_finite(&chunk.folded)
                    && (is_finite(bare) || tawarikh_arabic::is_stop_word(bare))
            })
        };
        let mut behind = self.chunks.iter().skip(start + 1).take(MOST_WORDS);
        match unjoined(&self.chunks[start].folded) {
            "اما" => behind.any(answers),
            "كما" => self.aside(start).is_some(),
            _ => false,
        }
    }

    /// How many chunks "كما يروي الكاتب،" at `start` takes, where that is the document speaking of itself; 0 if it is not there.
    fn own_aside(&self, start: usize) -> usize {
        let own = |at: usize| self.chunks[at].part.own_voice;
        self.aside(start)
            .filter(|&length| own(start + length - 1))
            .unwrap_or(0)
    }

    /// How many chunks what two commas set aside takes at `start`: "كما يروي المؤرخ،".
    fn aside(&self, start: usize) -> Option<usize> {
        let [how, verb, rest @ ..] = &self.chunks[start..] else {
            return None;
        };
        let says = unjoined(&how.folded) == "كما" && verb.part.reports && !verb.ends_clause;
        let end = rest.iter().take(3).position(|chunk| chunk.ends_clause)?;
        says.then_some(end + 3)
    }

    /// How many chunks a date at `start` and the words that introduce it take; 0 if there is none.
    fn leading_date(&self, start: usize) -> usize {
        let rest = &self.chunks[start..];
        let introducing = rest
            .iter()
            .take(3)
            .take_while(|chunk| chunk.part.before_date && self.date_at(chunk).is_none())
            .count();
        let date = rest.get(introducing).and_then(|chunk| self.date_at(chunk));
        date.map_or(0, |date| {
            rest.iter()
                .take_while(|chunk| chunk.span.start < date.end)
                .count()
        })
    }

    fn date_at(&self, chunk: &Chunk) -> Option<&Range<usize>> {
        self.sentence
            .dates
            .iter()
            .find(|date| date.start < chunk.core.end && chunk.core.start < date.end)
    }

    /// Whether the break between two neighbours would cut a name or a date.
    fn tears(&self, last: &Chunk, next: &Chunk) -> bool {
        let mut whole = self.sentence.dates.iter().chain(self.sentence.names);
        whole.any(|whole| whole.start < last.core.end && next.core.start < whole.end)
    }

    fn clause_end(&self, start: usize) -> usize {
        let end = self.chunks[start..]
            .iter()
            .position(|chunk| chunk.ends_clause && chunk.depth == 0);
        end.map_or(self.chunks.len(), |length| start + length + 1)
    }

    fn words(&self, range: Range<usize>) -> usize {
        self.chunks[range]
            .iter()
            .filter(|chunk| chunk.is_word())
            .count()
    }

    /// The best place to stop: the highest count of words and bonus, the longer of two equal ones; where every place is bad,
    /// the last that is not too long.
    fn best_end(&self, start: usize) -> Option<usize> {
        let within = |end: &usize| (1..=MOST_WORDS).contains(&self.words(start..*end));
        let ends = || (start + 1..=self.chunks.len()).filter(within);
        let enough = self.words(start..self.chunks.len()).min(FEWEST_WORDS);
        let good =
            ends().filter(|&end| self.words(start..end) >= enough && self.may_stop(start, end));
        let lost = |end: usize| match () {
            () if end == self.chunks.len() => 0,
            () if self.parts_annexation(end) => ANNEXATION,
            () if self.lacks_predicate(start, end) => PREDICATE,
            () => 0,
        };
        good.max_by_key(|&end| (self.words(start..end) + self.bonus(end)).saturating_sub(lost(end)))
            .or_else(|| ends().next_back())
    }

    /// Whether nothing is torn apart between the chunks before and from `end`.
    fn may_stop(&self, start: usize, end: usize) -> bool {
        let last = &self.chunks[end - 1];
        if end == self.chunks.len() {
            return true;
        }
        let depth_before = if start == 0 {
            0
        } else {
            self.chunks[start - 1].depth
        };
        let next = &self.chunks[end];
        let barely_begun = end > start + 1 && self.chunks[end - 2].part.subordinate;
        let lacks_more = last.part.needs_more
            || last.counts
            || looks_imperfect(&last.folded)
            || self.is_verb(end - 1)
            || barely_begun;
        let complete = last.ends_clause || self.date_at(last).is_some() || !lacks_more;
        let complete = complete && !self.sets_date_aside(end);
        last.depth <= depth_before && last.is_word() && !self.tears(last, next) && complete
    }

    /// Whether a date that two commas set aside behind a verb is about to begin, or has just ended: "القصف قتل، | منذ أيلول، | 226".
    fn sets_date_aside(&self, end: usize) -> bool {
        let verb = |at: usize| {
            let chunk = &self.chunks[at];
            chunk.ends_clause && is_finite(unjoined(&chunk.folded))
        };
        let begins = verb(end - 1) && self.leading_date(end) > 0;
        let ended = (1..end)
            .rev()
            .find(|&at| self.chunks[at - 1].ends_clause)
            .is_some_and(|start| verb(start - 1) && start + self.leading_date(start) == end);
        begins || ended
    }

    /// Whether a chunk can only be a verb: أعلن, أخذت.
    fn is_verb(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let named =
            |name: &Range<usize>| name.start < chunk.core.end && chunk.core.start < name.end;
        let is_noun = || {
            readings(&chunk.folded).any(|bare| {
                let mut entries = entries(bare.rest).iter();
                entries.any(|entry| entry.action.sort == Sort::Noun)
            })
        };
        is_finite(unjoined(&chunk.folded)) && !is_noun() && !self.sentence.names.iter().any(named)
    }

    /// Whether the word before `end` may be the first part of an annexation that goes on behind: عقود | شراء.
    fn parts_annexation(&self, end: usize) -> bool {
        let next = &self.chunks[end];
        // "إضراب عام طويل": a bare word behind another is its adjective or closes the annexation.
        let behind_bare = end.checked_sub(2).is_some_and(|at| self.is_bare(at));
        let bare = !behind_bare && self.is_bare(end - 1);
        let open = !next.part.link
            && !next.part.subordinate
            && !self.has_glued_link(next)
            && !self.joins(next)
            && self.date_at(next).is_none();
        let quoted = next.core.start > next.span.start;
        bare && open && !quoted
    }

    /// Whether what إن begins has its subject alone before `end`.
    fn lacks_predicate(&self, start: usize, end: usize) -> bool {
        // Behind "بعد أن" a verb stands at once.
        let of_verb = |at: usize| {
            let before = at.checked_sub(1).map(|at| self.chunks[at].folded.as_str());
            before
                .is_some_and(|word| matches!(unjoined(word), "بعد" | "قبل" | "منذ" | "الي" | "دون"))
        };
        let that = (start..end)
            .rev()
            .find(|&at| self.chunks[at].part.that && !of_verb(at));
        that.is_some_and(|that| {
            let open = !self.chunks[end - 1].ends_clause && !self.joins(&self.chunks[end]);
            open && !(that..end).any(|at| self.is_verb(at))
        })
    }

    /// Whether a chunk is a noun or adjective without article and tanwin, as far as its letters show.
    fn is_bare(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        !chunk.folded.starts_with("ال")
            && !chunk.ends_clause
            && !chunk.folded.ends_with('ا')
            && !chunk.part.link
            && !chunk.counts
            && !self.is_verb(at)
            && self.date_at(chunk).is_none()
            && chunk.is_word()
    }

    fn bonus(&self, end: usize) -> usize {
        let Some(next) = self.chunks.get(end) else {
            return bonus::SENTENCE;
        };
        let comma = self.chunks[end - 1].ends_clause;
        match () {
            () if comma && self.joins(next) => bonus::CLAUSE,
            () if comma && !self.is_date_between_commas(end) => bonus::COMMA,
            () if self.joins_verb(end) => bonus::JOINED,
            () if next.part.link || self.has_glued_link(next) => bonus::LINK,
            () if self.parts_annexation(end) => 0,
            () if next.folded.starts_with("ال") || next.part.needs_more => 0,
            () => bonus::INDEFINITE,
        }
    }

    /// Whether و joins a verb to what ends before `end`: "وأعلنوا".
    fn joins_verb(&self, end: usize) -> bool {
        let folded = &self.chunks[end].folded;
        let bare = folded.strip_prefix('و').unwrap_or_default();
        !is_finite(folded) && is_finite(bare) && bare.chars().count() > 2
    }

    /// Whether a word begins with a glued particle that is no part of it: وال, لإ, بأ, و before a word of the closed classes.
    fn has_glued_link(&self, chunk: &Chunk) -> bool {
        let closed = |rest: &str| rest.starts_with("ال") || tawarikh_arabic::is_stop_word(rest);
        let word = &self.sentence.text[chunk.core.clone()];
        let before_hamza = ["لإ", "لأ", "بإ", "بأ"]
            .iter()
            .any(|head| word.starts_with(head));
        chunk.folded.strip_prefix('و').is_some_and(closed)
            || before_hamza && word.chars().count() > 3
    }

    /// Whether the clause that ends before `end` is nothing but a date, so that the clause before it goes on behind.
    fn is_date_between_commas(&self, end: usize) -> bool {
        let begins = |at: usize| at == 0 || self.chunks[at - 1].ends_clause;
        let start = (0..end).rev().find(|&at| begins(at)).unwrap_or(0);
        start > 0 && start + self.leading_date(start) == end
    }

    /// The bytes of the chunks without the signs at the ends that belong to no pair inside, and without a glued و before a
    /// word that is seen to stand without it.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.sentence.text;
        let span = self.chunks[range.start].span.start..self.chunks[range.end - 1].span.end;
        let mut words = self.chunks[range].iter().filter(|chunk| chunk.is_word());
        let Some(first) = words.next() else {
            return span;
        };
        let last = words.next_back().unwrap_or(first);
        let start = if opens_pair(&text[span.clone()]) {
            span.start
        } else {
            first.core.start + self.glued_conjunction(first)
        };
        let closing = if has_opening(&text[start..last.core.end]) {
            closing_signs(&text[last.core.end..span.end])
        } else {
            0
        };
        start..last.core.end + closing
    }

    /// Whether a pronoun or a definite noun stands behind, as behind a verb: ويعدها, "ويسكن المدينة".
    fn takes_definite(&self, chunk: &Chunk) -> bool {
        let mut behind = self
            .chunks
            .iter()
            .skip_while(|other| other.span.start <= chunk.span.start);
        chunk.folded.ends_with("ها")
            || behind
                .next()
                .is_some_and(|next| next.folded.starts_with("ال"))
    }

    /// The bytes of a و or ف that is no part of its word: before the article, a hamza, a number, a frequent verb or a word of
    /// the closed classes. A name that begins with one keeps it: واشنطن.
    fn glued_conjunction(&self, chunk: &Chunk) -> usize {
        let begins_here = |name: &Range<usize>| name.start == chunk.core.start;
        if self.sentence.names.iter().any(begins_here) {
            return 0;
        }
        let word = &self.sentence.text[chunk.core.clone()];
        let Some(conjunction) = word.chars().next().filter(|c| matches!(c, 'و' | 'ف')) else {
            return 0;
        };
        let rest = word[conjunction.len_utf8()..]
            .trim_start_matches(|c| ('\u{64b}'..='\u{652}').contains(&c));
        let letters = rest.chars().count();
        let by_hamza = rest.starts_with(['أ', 'إ']) && letters >= 3;
        let is_number = rest.starts_with(char::is_numeric);
        let stands_alone = by_hamza
            || is_number
            || rest.starts_with("ال")
            || rest.starts_with('ا') && letters >= 4;
        let bare = chunk.folded.strip_prefix(conjunction).unwrap_or_default();
        let closed = tawarikh_arabic::is_stop_word(bare) || part(bare).verb;
        let long = bare.chars().count();
        let by_verb = long > 2 && is_finite(bare) && !is_finite(&chunk.folded)
            || long > 3 && looks_imperfect(bare) && self.takes_definite(chunk);
        if stands_alone || closed || by_verb {
            word.len() - rest.len()
        } else {
            0
        }
    }
}

/// Whether a word looks like a verb of the imperfect, which needs what follows: يهدف, يتمدد.
fn looks_imperfect(folded: &str) -> bool {
    folded.starts_with('ي') && folded.chars().count() >= 4
}

/// Whether the text begins with a quote or bracket that it also closes.
fn opens_pair(text: &str) -> bool {
    let pairs = [('«', '»'), ('“', '”'), ('"', '"'), ('(', ')'), ('[', ']')];
    let Some(first) = text.chars().next() else {
        return false;
    };
    pairs
        .iter()
        .any(|&(open, close)| open == first && text[first.len_utf8()..].contains(close))
}

fn has_opening(text: &str) -> bool {
    text.contains(['«', '“', '"', '(', '['])
}

/// The bytes of the closing signs at the head of a text, with the blanks before them.
fn closing_signs(text: &str) -> usize {
    let rest = text.trim_start_matches(|c| closes(c) || c.is_whitespace());
    text[..text.len() - rest.len()].trim_end().len()
}

fn closes(c: char) -> bool {
    matches!(c, '»' | '”' | '"' | ')' | ']')
}
