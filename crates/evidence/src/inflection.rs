//! The forms of a verb and of a noun as they stand in texts without vowel signs.

use tawarikh_arabic::fold;

/// What a form of a verb shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// Past or imperfect.
    pub tense: Tense,
    /// Whether a pronoun that stands for its object (of a noun: its owner) is written on it.
    pub pronoun: bool,
}

/// The two tenses of the Arabic verb, and nouns, which have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// كتب
    Past,
    /// يكتب
    Imperfect,
    /// كتابة
    None,
}

const PRONOUNS: [&str; 4] = ["ه", "ها", "هم", "هما"];

/// The folded forms of the third person of a verb that is given as past/imperfect (the masculine singular of each).
pub(crate) fn verb_forms(pair: &str) -> Vec<(String, Form)> {
    let (past, imperfect) = pair.split_once('/').unwrap_or((pair, ""));
    let mut forms = past_forms(past);
    if let Some(stem) = imperfect.strip_prefix('ي') {
        forms.extend(imperfect_forms(stem));
    }
    forms
}

/// past = stem [ "ت" | "وا" | "ا" | "تا" ] [ pronoun ]; a last weak letter falls off before an ending and is ا before a pronoun.
fn past_forms(past: &str) -> Vec<(String, Form)> {
    let weak = past.strip_suffix(['ى', 'ا']);
    let stem = weak.unwrap_or(past);
    let before_pronoun = weak.map_or_else(|| past.to_owned(), |stem| format!("{stem}ا"));
    let duals = if weak.is_some() {
        [format!("{stem}يا"), format!("{stem}تا")]
    } else {
        [format!("{stem}ا"), format!("{stem}تا")]
    };
    let mut forms = vec![past.to_owned(), format!("{stem}ت"), format!("{stem}وا")];
    forms.extend(duals);
    let owned = [before_pronoun, format!("{stem}ت"), format!("{stem}و")];
    of_tense(Tense::Past, forms, &owned)
}

/// imperfect = ( "ي" | "ت" ) stem [ "ون" | "وا" | "ان" ] [ pronoun ]
fn imperfect_forms(stem: &str) -> Vec<(String, Form)> {
    let weak = stem.strip_suffix(['ي', 'و', 'ى']);
    let plural = weak.unwrap_or(stem);
    let last = if stem.ends_with('ى') {
        format!("{plural}ا")
    } else {
        stem.to_owned()
    };
    let mut forms = Vec::new();
    let mut owned = Vec::new();
    for prefix in ["ي", "ت"] {
        forms.push(format!("{prefix}{stem}"));
        forms.push(format!("{prefix}{plural}ون"));
        forms.push(format!("{prefix}{plural}وا"));
        forms.push(format!("{prefix}{stem}ان"));
        owned.push(format!("{prefix}{last}"));
    }
    of_tense(Tense::Imperfect, forms, &owned)
}

fn of_tense(tense: Tense, bare: Vec<String>, owned: &[String]) -> Vec<(String, Form)> {
    let form = |pronoun| Form { tense, pronoun };
    let with_pronoun = owned.iter().flat_map(|form| {
        PRONOUNS
            .iter()
            .map(move |pronoun| format!("{form}{pronoun}"))
    });
    let bare = bare.iter().map(|word| (fold(word), form(false)));
    bare.chain(with_pronoun.map(|word| (fold(&word), form(true))))
        .collect()
}

/// The folded forms of a noun: with the ا of the accusative, as a dual, with a pronoun.
pub(crate) fn noun_forms(noun: &str) -> Vec<(String, Form)> {
    let stem = noun
        .strip_suffix('ة')
        .map_or_else(|| noun.to_owned(), |stem| format!("{stem}ت"));
    let bare = vec![
        noun.to_owned(),
        format!("{noun}ا"),
        format!("{stem}ين"),
        format!("{stem}ان"),
    ];
    of_tense(Tense::None, bare, &[stem])
}

/// Whether a folded word is `noun` or it with an ending.
pub(crate) fn is_form_of(word: &str, noun: &str) -> bool {
    let ending = |rest: &str| {
        matches!(
            rest,
            "" | "ا" | "ه" | "ها" | "هم" | "هما" | "ات" | "ين" | "ان" | "ون" | "يه" | "ته"
        )
    };
    if word.strip_prefix(noun).is_some_and(ending) {
        return true;
    }
    let stem = noun.strip_suffix('ه');
    let of_feminine =
        |rest: &str| matches!(rest, "ته" | "تها" | "تهم" | "تين" | "تان" | "ات" | "تا");
    stem.and_then(|stem| word.strip_prefix(stem))
        .is_some_and(of_feminine)
}
