//! The words that introduce a place, from `data/generic.tsv` and `data/landmarks.tsv`.

use std::sync::LazyLock;

use crate::lookup::WordMap;
use crate::table::rows;
use crate::word::Word;

/// The gender of an adjective behind a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

/// What a word says the place behind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A settlement or division of this sort, of whose name it is no part: مدينة.
    Generic(&'static str),
    /// A form of the land or a crossing, a part of the name where the rest is another place: وادي درنة.
    Natural,
    /// A building, a part of its own name: مستشفى الشفاء.
    Built,
}

/// A word that introduces a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Introducer {
    /// What it says the place is.
    pub what: What,
    /// The gender of an adjective behind it, where a name that nobody knows may follow.
    pub open: Option<Gender>,
    /// Whether a name that nobody knows may follow where it sounds as if from another language: مصنع آزوت, not مصنع الأدوية.
    pub strange: bool,
    /// Words behind which it introduces no name: حي المعيشة.
    pub except: Vec<&'static str>,
}

/// Those words by their folded form without the article.
pub(crate) static INTRODUCERS: LazyLock<WordMap<&str, Introducer>> = LazyLock::new(|| {
    let generic = rows(include_str!("../data/generic.tsv")).filter_map(generic);
    let landmarks = rows(include_str!("../data/landmarks.tsv")).filter_map(landmark);
    generic.chain(landmarks).collect()
});

fn generic(row: Vec<&'static str>) -> Option<(&'static str, Introducer)> {
    let [word, what, gender, ref except @ ..] = row[..] else {
        return None;
    };
    let introducer = Introducer {
        what: What::Generic(what),
        open: self::gender(gender),
        strange: false,
        except: words(except),
    };
    Some((word, introducer))
}

fn landmark(row: Vec<&'static str>) -> Option<(&'static str, Introducer)> {
    let [word, sort, gender, follows, ref except @ ..] = row[..] else {
        return None;
    };
    let introducer = Introducer {
        what: match sort {
            "natural" => What::Natural,
            _ => What::Built,
        },
        open: self::gender(gender).filter(|_| follows == "any"),
        strange: follows == "strange",
        except: words(except),
    };
    Some((word, introducer))
}

fn gender(column: &str) -> Option<Gender> {
    match column {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

fn words(columns: &[&'static str]) -> Vec<&'static str> {
    let columns = columns.iter().flat_map(|column| column.split(' '));
    columns.filter(|word| !word.is_empty()).collect()
}

/// Where such a word begins within a word of a text, particles left out, and what it introduces.
pub(crate) fn introducer(word: &Word) -> Option<(usize, &'static Introducer)> {
    let listed = word
        .readings()
        .find_map(|(key, start)| Some((start, INTRODUCERS.get(key)?)));
    listed.or_else(|| quarter(word))
}

/// وحي, بحي: what is left without the particle is too short to be looked for in every word.
fn quarter(word: &Word) -> Option<(usize, &'static Introducer)> {
    let particle = word.key.strip_suffix("حي")?;
    let is_written_out = word.span.len() == word.key.len();
    (matches!(particle, "و" | "ب" | "ف" | "ل") && is_written_out)
        .then(|| Some((word.span.start + particle.len(), INTRODUCERS.get("حي")?)))?
}

/// Whether a folded word stands before places as no part of their names: مدينة, not مطار.
pub(crate) fn is_generic(key: &str) -> bool {
    INTRODUCERS
        .get(key)
        .is_some_and(|introducer| matches!(introducer.what, What::Generic(_)))
}
