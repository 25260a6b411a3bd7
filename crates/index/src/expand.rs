//! A word of a query to the forms that the documents hold.

use std::rc::Rc;

use tawarikh_arabic::clitic::split_prefixes;
use tawarikh_arabic::{
    fold, plural_candidates, singular_candidates, stem_of, verb_candidates, weak_candidates,
};

use crate::bits::Bits;
use crate::dictionary::{Dictionary, Family, Form};
use crate::query::{Growth, Term, stands_in};
use crate::reader::Reader;
use crate::slip::{is_one_letter_off, slip};

/// How a form stands to the word that was typed. Later kinds are weaker evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The same surface.
    Exact,
    /// The same folded form.
    Folded,
    /// The same stem, or the same verb in another person or tense.
    Stem,
    /// By its shape its broken plural, or the singular of it.
    Plural,
    /// Begins with what was typed.
    Prefix,
    /// Another spelling of the same name.
    Alias,
    /// What a Latin word may be in Arabic letters.
    Transliteration,
    /// A stem that is written nearly alike.
    Near,
}

/// A family that holds forms of a query's word.
#[derive(Clone, Debug)]
pub(crate) struct Kin {
    pub(crate) family: Family,
    /// Each of the family's forms with its relation, or `None` if it has nothing to do with the word.
    pub(crate) relations: Vec<Option<Relation>>,
    /// From 0 to 1 what a form counts of a form of the word's own stem.
    pub(crate) likeness: f32,
}

impl Kin {
    /// A family of which every form stands to the word in the same way.
    fn whole(family: Family, relation: Relation, likeness: f32) -> Kin {
        Kin {
            relations: vec![Some(relation); family.forms.len()],
            likeness,
            family,
        }
    }

    /// Its forms that have to do with the word.
    pub(crate) fn related(&self) -> impl Iterator<Item = (Form, Relation)> {
        let pairs = self.family.forms.iter().zip(&self.relations);
        pairs.filter_map(|(&form, relation)| Some((form, (*relation)?)))
    }
}

/// Letters that a word must have before words that begin with it are looked for.
const SHORTEST_PREFIX: usize = 2;
/// Families that are looked at for one prefix; a shorter prefix means nothing in particular.
const MOST_FAMILIES: usize = 256;
/// Letters that a stem must have before stems like it are looked for.
const SHORTEST_NEAR: usize = 3;
/// Letters that a stem must have before one that differs by a slip is taken for it, whatever its forms.
const SHORTEST_MEANT: usize = 5;
/// What a word one slip away counts where it shares too few runs of letters.
const SLIP: f32 = 0.3;
/// How like the word's stem another must be.
const LEAST_LIKENESS: f32 = 0.4;
/// Stems like the word's, at most.
const MOST_NEIGHBOURS: usize = 16;
/// Documents that must hold a family before it counts that none has it with the article.
const UNSURE: u32 = 4;
/// Stems like the word's, at most, where each may have to be fetched.
const MOST_FETCHED_NEIGHBOURS: usize = 4;
/// Letters that the longest ending of a stem takes off.
const LONGEST_ENDING: usize = 4;

impl Relation {
    /// A stable name for programs.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Relation::Exact => "exact",
            Relation::Folded => "folded",
            Relation::Stem => "stem",
            Relation::Plural => "plural",
            Relation::Prefix => "prefix",
            Relation::Alias => "alias",
            Relation::Transliteration => "transliteration",
            Relation::Near => "near",
        }
    }
}

/// What a word of a query stands for in the documents.
#[derive(Clone, Debug)]
pub(crate) struct Expansion {
    /// Families with forms of the word, its own first; or else those that it may be a slip for.
    pub(crate) kin: Vec<Kin>,
    /// Other families written nearly alike: they do not make a document match.
    pub(crate) near: Vec<Kin>,
}

/// Looks a word up, unless it has just been.
pub(crate) fn expand(reader: &Reader, term: &Term) -> Rc<Expansion> {
    reader.looked_up(term, || looked_up(reader, term))
}

fn looked_up(reader: &Reader, term: &Term) -> Expansion {
    let mut kin = kin(reader.dictionary(), term);
    if !term.is_lenient() || !reader.dictionary().may_widen(&kin) {
        return Expansion::known(kin);
    }
    let others = counterparts(reader, term, kin.first());
    kin.extend(others);
    let near = near(reader, term);
    if !kin.is_empty() {
        return Expansion { kin, near };
    }
    let is_meant = |near: &Kin| may_be_meant(reader.dictionary(), term, &near.family);
    let (mut kin, near): (Vec<Kin>, Vec<Kin>) = near.into_iter().partition(is_meant);
    one_slip_away(reader, term, &mut kin);
    if !reader.is_in_fragments() {
        kin.extend(weak(reader, &term.keys.folded));
    }
    Expansion { kin, near }
}

/// Adds the families of words that are one slip away and share too few runs of letters to be there.
fn one_slip_away(reader: &Reader, term: &Term, kin: &mut Vec<Kin>) {
    let typed = &term.keys.folded;
    // Stems alone make short words of one, as they take off what looks like an ending.
    let is_meant = |form: &str| is_one_letter_off(typed, form);
    for family in reader.one_slip_away(typed) {
        let is_there = kin.iter().any(|kin| kin.family.number == family.number);
        if !is_there && has_form(reader.dictionary(), &family, is_meant) {
            kin.push(Kin::whole(family, Relation::Near, SLIP));
        }
    }
}

/// Whether a family has a form that is as wanted when it is folded.
fn has_form(dictionary: Dictionary<'_>, family: &Family, is_wanted: impl Fn(&str) -> bool) -> bool {
    let surface = |form: &Form| family.surface(*form, dictionary.affixes);
    let mut surfaces = family.forms.iter().filter_map(surface);
    surfaces.any(|surface| is_wanted(&fold(&surface)))
}

/// Whether a word that the documents do not have may be a slip for one of a family's: for a form of it, or for its stem,
/// of which a short one has too few letters to tell.
fn may_be_meant(dictionary: Dictionary<'_>, term: &Term, family: &Family) -> bool {
    let keys = &term.keys;
    let is_slip = |meant: &str, typed: &str| slip(typed, meant).is_some();
    keys.stem.chars().count() >= SHORTEST_MEANT && is_slip(&family.stem, &keys.stem)
        || has_form(dictionary, family, |form| is_slip(form, &keys.folded))
}

/// Families of other stems that are the word in another number, person or tense by their shape.
///
/// Shapes are ambiguous, and the documents are the witness: nouns stand with the article, verbs never do.
fn counterparts(reader: &Reader, term: &Term, own: Option<&Kin>) -> Vec<Kin> {
    let dictionary = reader.dictionary();
    if term.is_stop_word() {
        return Vec::new();
    }
    let definite = own.map(|own| own.family.definite(dictionary));
    if definite == Some(0) {
        let verbs = verbs(reader, &term.keys.stem);
        if !verbs.is_empty() {
            return verbs;
        }
    }
    let is_noun = |family: &Family| family.documents() < UNSURE || family.definite(dictionary) > 0;
    if own.is_some_and(|own| !is_noun(&own.family)) {
        return Vec::new();
    }
    let folded = &term.keys.folded;
    let mut found: Vec<Kin> = Vec::new();
    for shapes in [singular_candidates(folded), plural_candidates(folded)] {
        // Of each the one that stands with the article most often.
        let mut best: Option<(u32, Family)> = None;
        for stem in shapes.iter().map(|shape| stem_of(shape)) {
            if stem == term.keys.stem || found.iter().any(|kin| kin.family.stem == stem) {
                continue;
            }
            let Some(family) = dictionary.find(stem).filter(is_noun) else {
                continue;
            };
            let weight = family.definite(dictionary);
            if best.as_ref().is_none_or(|(most, _)| weight > *most) {
                best = Some((weight, family));
            }
        }
        found.extend(
            best.map(|(_, family)| Kin::whole(family, Relation::Plural, reader.ranking.plural)),
        );
    }
    found
}

/// The families of a verb's other persons and tense.
fn verbs(reader: &Reader, stem: &str) -> Vec<Kin> {
    let candidates = verb_candidates(stem).into_iter();
    let families = candidates.filter_map(|candidate| reader.dictionary().find(&candidate));
    families
        .map(|family| Kin::whole(family, Relation::Stem, reader.ranking.plural))
        .collect()
}

/// The families with a word in other persons or the other tense of a verb with a weak letter, and of each the forms that are one.
/// What has the article is no verb.
fn weak(reader: &Reader, folded: &str) -> Vec<Kin> {
    let dictionary = reader.dictionary();
    let mut found: Vec<Kin> = Vec::new();
    for verb in weak_candidates(folded) {
        let family = dictionary.find(stem_of(&verb));
        let Some(family) = family.filter(|family| family.definite(dictionary) == 0) else {
            continue;
        };
        let relation = |form: &Form| {
            let form = fold(&family.surface(*form, dictionary.affixes)?);
            let mut rests = split_prefixes(&form).into_iter();
            let is_verb = rests.any(|(_, rest)| rest.starts_with(&verb));
            is_verb.then_some(Relation::Stem)
        };
        let relations: Vec<Option<Relation>> = family.forms.iter().map(relation).collect();
        let is_known = found.iter().any(|kin| kin.family.number == family.number);
        if !is_known && relations.iter().any(Option::is_some) {
            found.push(Kin {
                family,
                relations,
                likeness: reader.ranking.plural,
            });
        }
    }
    found
}

impl Expansion {
    /// Whether any of it is the word in one of its forms, not another that it may be a slip for.
    pub(crate) fn has_forms(&self) -> bool {
        let mut related = self.kin.iter().flat_map(Kin::related);
        related.any(|(_, relation)| relation != Relation::Near)
    }

    /// Of families alone.
    pub(crate) fn known(kin: Vec<Kin>) -> Expansion {
        Expansion {
            kin,
            near: Vec::new(),
        }
    }
}

/// Looks a word up; spellings nearly like it are not worth a fetch, but taken where they are at hand.
pub(crate) fn expand_at_hand(reader: &Reader, term: &Term) -> Rc<Expansion> {
    if reader.is_in_fragments() {
        // The word's own families are.
        kin(reader.dictionary(), term);
    }
    reader.pager().at_hand(|| expand(reader, term))
}

/// The families with forms of a word, its own first.
pub(crate) fn kin(dictionary: Dictionary<'_>, term: &Term) -> Vec<Kin> {
    let own = dictionary
        .find(&term.keys.stem)
        .map(|family| own(dictionary, term, family))
        .filter(|kin| kin.relations.iter().any(Option::is_some));
    let mut kin: Vec<Kin> = own.into_iter().collect();
    if term.growth == Growth::Growing && dictionary.may_widen(&kin) {
        kin.extend(longer(dictionary, term));
    }
    kin
}

impl Dictionary<'_> {
    /// Whether further families are looked at beside those that have forms of a word. Where they have to be fetched, only
    /// if there are none, and that is known.
    fn may_widen(self, kin: &[Kin]) -> bool {
        !self.is_in_fragments() || kin.is_empty() && !self.is_waiting()
    }
}

/// The families whose stem is written nearly like the word's, without its own.
fn near(reader: &Reader, term: &Term) -> Vec<Kin> {
    let stem = &term.keys.stem;
    if stem.chars().count() < SHORTEST_NEAR {
        return Vec::new();
    }
    let most = if reader.is_in_fragments() {
        MOST_FETCHED_NEIGHBOURS
    } else {
        MOST_NEIGHBOURS
    };
    let neighbours = reader.grams().neighbours(stem, LEAST_LIKENESS, most);
    let families = neighbours
        .into_iter()
        .filter_map(|found| Some((found, reader.dictionary().get(found.family)?)));
    families
        .filter(|(_, family)| family.stem != *stem)
        .map(|(found, family)| Kin::whole(family, Relation::Near, found.likeness))
        .collect()
}

/// The family of the word's stem.
pub(crate) fn own(dictionary: Dictionary<'_>, term: &Term, family: Family) -> Kin {
    let relation = |form: &Form| {
        if let Some(relation) = term.spelling {
            let surface = family.surface(*form, dictionary.affixes)?;
            stands_in(&term.keys.folded, &fold(&surface)).then_some(relation)
        } else if family.is_exact(*form, &term.keys, dictionary.affixes) {
            Some(Relation::Exact)
        } else if term.written.is_some() {
            None
        } else if family.is_folded(*form, &term.keys.folded, dictionary.affixes) {
            Some(Relation::Folded)
        } else {
            Some(Relation::Stem)
        }
    };
    let relations = family.forms.iter().map(relation).collect();
    Kin {
        family,
        relations,
        likeness: 1.0,
    }
}

/// Other families with forms that begin with the word.
///
/// Families are sorted by stem, so the word is tried without each of its possible particles, and as a stem's beginning or
/// a stem with the beginning of an ending.
fn longer(dictionary: Dictionary<'_>, term: &Term) -> Vec<Kin> {
    let prefix = term.keys.folded.as_str();
    families_beginning(dictionary, prefix, MOST_FAMILIES)
        .into_iter()
        .filter(|family| family.stem != term.keys.stem)
        .filter_map(|family| beginning_with(dictionary, prefix, family))
        .collect()
}

/// Families with a form that may begin with a folded text, each once: at most so many for each way to read its particles.
pub(crate) fn families_beginning(
    dictionary: Dictionary<'_>,
    prefix: &str,
    most: usize,
) -> Vec<Family> {
    let mut seen = Bits::none(dictionary.families());
    let mut found = Vec::new();
    for (_, rest) in split_prefixes(prefix) {
        if rest.chars().count() < SHORTEST_PREFIX {
            continue;
        }
        let shorter = rest
            .char_indices()
            .rev()
            .take(LONGEST_ENDING)
            .filter_map(|(at, _)| dictionary.find(&rest[..at]));
        let families = dictionary.starting_with(rest).take(most).chain(shorter);
        for family in families {
            if !seen.contains(family.number) {
                seen.insert(family.number);
                found.push(family);
            }
        }
    }
    found
}

/// The family if any of its forms begins with `prefix`.
fn beginning_with(dictionary: Dictionary<'_>, prefix: &str, family: Family) -> Option<Kin> {
    let relation = |form: &Form| {
        family
            .begins(*form, prefix, dictionary.affixes)
            .then_some(Relation::Prefix)
    };
    let relations: Vec<Option<Relation>> = family.forms.iter().map(relation).collect();
    relations.iter().any(Option::is_some).then_some(Kin {
        family,
        relations,
        likeness: 0.0,
    })
}
