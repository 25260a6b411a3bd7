//! Counted nouns, from `data/counted.tsv`, and what stands beside them.

use std::sync::LazyLock;

use tawarikh_arabic::fold;

use crate::bare::{Bare, readings};
use crate::kind::{Counted, Fate, Kind};
use crate::line::Line;
use crate::lookup::{WordMap, WordSet};
use crate::table::{forms, rows, words_of};

/// The grammatical number of a noun's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    One,
    Two,
    Many,
}

/// A form of a counted noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    pub counted: Counted,
    pub number: Number,
}

/// A counted noun in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NounAt {
    pub counted: Counted,
    /// The token of the noun.
    pub first: usize,
    /// The token behind it and what makes it another kind.
    pub next: usize,
}

const REFINE: &str = include_str!("../data/refine.tsv");

static NOUNS: LazyLock<WordMap<String, Noun>> = LazyLock::new(|| {
    let mut nouns = WordMap::default();
    let table = || rows(include_str!("../data/counted.tsv"));
    for row in table() {
        let plurals = row.get(3).into_iter().flat_map(|column| column.split(' '));
        for form in plurals.filter(|form| *form != "-") {
            add_plural(&mut nouns, form, counted(&row));
        }
    }
    for row in table() {
        let singulars = row.get(2).into_iter().flat_map(|column| column.split(' '));
        for form in singulars.filter(|form| *form != "-") {
            add_singular(&mut nouns, form, counted(&row));
        }
    }
    nouns
});

fn counted(row: &[&str]) -> Counted {
    Counted {
        kind: Kind::from_id(row[0]).unwrap_or(Kind::Thing),
        fate: row.get(1).and_then(|id| Fate::from_id(id)),
    }
}

fn add(nouns: &mut WordMap<String, Noun>, form: String, counted: Counted, number: Number) {
    nouns.entry(form).or_insert(Noun { counted, number });
}

/// A sound plural is listed in the nominative; its other case ends in ين, and each loses its ن before what owns it. The forms
/// are made before they are folded, which looks at what stands behind a hamza: لاجئون, لاجئين.
fn add_plural(nouns: &mut WordMap<String, Noun>, form: &str, counted: Counted) {
    let folded = fold(form);
    if let Some(stem) = form.strip_suffix("ون") {
        for ending in ["ين", "ي", "و"] {
            add(
                nouns,
                fold(&format!("{stem}{ending}")),
                counted,
                Number::Many,
            );
        }
    } else if !folded.ends_with(['ا', 'ي', 'ه', 'ت']) {
        add(nouns, format!("{folded}ا"), counted, Number::Many);
    }
    add(nouns, folded, counted, Number::Many);
}

/// The accusative in ا, and the dual, before which ة is written ت.
fn add_singular(nouns: &mut WordMap<String, Noun>, form: &str, counted: Counted) {
    let folded = fold(form);
    add(nouns, folded.clone(), counted, Number::One);
    let stem = match form.strip_suffix('ة') {
        Some(stem) => format!("{}ت", fold(stem)),
        None => {
            add(nouns, format!("{folded}ا"), counted, Number::One);
            folded
        }
    };
    for ending in ["ان", "ين"] {
        add(nouns, format!("{stem}{ending}"), counted, Number::Two);
    }
}

/// The noun that a folded word is a form of, and its particles. A plural may own a pronoun: قتلاها, عناصره.
pub(crate) fn noun(folded: &str) -> Option<(Noun, Bare<'_>)> {
    let found = |bare: Bare<'_>| NOUNS.get(bare.rest).copied();
    readings(folded)
        .find_map(|bare| Some((found(bare)?, bare)))
        .or_else(|| readings(folded).find_map(|bare| Some((owned(bare)?, bare))))
}

/// A plural with a pronoun behind it.
fn owned(bare: Bare<'_>) -> Option<Noun> {
    if bare.article {
        return None;
    }
    let stem = ["هما", "ها", "هم", "هن", "نا", "ه"]
        .iter()
        .find_map(|pronoun| bare.rest.strip_suffix(pronoun))?;
    // قتلى is written قتلا before a pronoun.
    let open = stem
        .strip_suffix('ا')
        .and_then(|open| NOUNS.get(&format!("{open}ي")));
    let found = open.or_else(|| NOUNS.get(stem));
    found.copied().filter(|noun| noun.number == Number::Many)
}

/// The noun that follows a number which ends before `next`: شخصا, من المقاتلين, من عناصر الشرطة.
pub(crate) fn noun_after(line: &Line<'_>, next: usize) -> Option<NounAt> {
    let first = counted_word(line, next);
    let (noun, bare) = noun(line.word(first)).filter(|_| line.is_word(first))?;
    let is_free = !bare.and && bare.preposition.is_none();
    // "الفقرة 3 من البند" counts nothing: من is before those of whom some are counted.
    // "تسعة من عائلة واحدة" are no families.
    let whose = bare.article || noun.counted.kind == Kind::Family;
    let is_whole = first > next && whose && noun.number == Number::One;
    let fits = is_free && !is_whole && noun.number != Number::Two && !line.is_timed(first);
    let found = fits.then(|| refined(line, first, noun.counted))?;
    Some(if first > next {
        mixed(line, found)
    } else {
        found
    })
}

/// People of two kinds together are of none: "مئة من النساء والأطفال".
fn mixed(line: &Line<'_>, found: NounAt) -> NounAt {
    let other = noun(line.word(found.next)).filter(|(noun, bare)| {
        bare.and && noun.counted.kind.is_people() && noun.counted.kind != found.counted.kind
    });
    let is_one = matches!(found.counted.kind, Kind::Woman | Kind::Child);
    match other.filter(|_| is_one) {
        Some(_) => NounAt {
            counted: Counted {
                kind: Kind::Person,
                ..found.counted
            },
            ..found
        },
        None => found,
    }
}

/// Behind من, or من بين, stands the word that is counted.
pub(crate) fn counted_word(line: &Line<'_>, next: usize) -> usize {
    let mut next = next;
    while matches!(line.word(next), "*" | "\"" | "«" | "“") {
        next += 1;
    }
    match (line.word(next), line.word(next + 1)) {
        ("من", "بين" | "اصل" | "كبار" | "ال") => next + 2,
        ("من" | "عدد", _) => next + 1,
        _ => next,
    }
}

type Refinements = WordMap<(Kind, String), (Kind, Option<Fate>)>;

static REFINEMENTS: LazyLock<Refinements> = LazyLock::new(|| {
    let rows = rows(REFINE).filter(|row| row[0] == "of" && row.len() == 5);
    rows.filter_map(|row| {
        let becomes = (Kind::from_id(row[2])?, Fate::from_id(row[3]));
        Some((Kind::from_id(row[1])?, becomes, row[4]))
    })
    .flat_map(|(kind, becomes, column)| forms(column).map(move |form| ((kind, form), becomes)))
    .collect()
});

/// A noun with the words behind it that say more exactly what it is: عناصر الشرطة, حالة وفاة, كيلومتر مربع.
pub(crate) fn refined(line: &Line<'_>, first: usize, counted: Counted) -> NounAt {
    let behind = match line.word(first + 1) {
        "من" => first + 2,
        _ => first + 1,
    };
    match REFINEMENTS.get(&(counted.kind, line.word(behind).to_owned())) {
        // What says its own fate keeps it: جرحى من الشرطة are wounded.
        Some(&(kind, fate)) => NounAt {
            counted: Counted {
                kind,
                fate: fate.or(counted.fate),
            },
            first,
            next: behind + 1,
        },
        None => NounAt {
            counted,
            first,
            next: first + 1,
        },
    }
}

static DISEASES: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(REFINE, "disease"));

/// Whether a sentence names an illness at all.
pub(crate) fn names_illness(line: &Line<'_>) -> bool {
    (0..line.len()).any(|at| readings(line.word(at)).any(|bare| DISEASES.contains(bare.rest)))
}

/// Whether the words from `from` on say that people fell ill: بالكوليرا, بفيروس.
pub(crate) fn is_illness(line: &Line<'_>, from: usize) -> bool {
    let near = (from..line.len())
        .take(8)
        .take_while(|&at| !line.is_sign(at));
    let is_disease = |word: &str| {
        readings(word).any(|bare| bare.preposition == Some('ب') && DISEASES.contains(bare.rest))
    };
    near.into_iter().any(|at| is_disease(line.word(at)))
}
