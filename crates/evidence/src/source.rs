//! Sources in a sentence: the verb or preposition that names who speaks, and how far the name reaches.

use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::numeral::begins;

use crate::attribution::Saying;
use crate::bare::{Bare, is_indefinite_of, readings, unjoined};
use crate::bound;
use crate::counted::noun;
use crate::fate::{is_fate_verb, is_fate_word, is_wall};
use crate::head::HEADS;
use crate::introducer::{INTRODUCERS, is_generic};
use crate::line::Line;
use crate::lookup::{WordMap, WordSet};
use crate::name::NameKind;
use crate::person::is_title;
use crate::quantity::is_vague;
use crate::table::{forms, rows, words_of};

/// Where what a source says stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Behind it: قال … إن.
    Opening,
    /// Before it, or behind it where it opens its sentence: بحسب.
    Closing,
}

/// A source in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// The token of its verb or preposition.
    pub at: usize,
    /// Its bytes; `None` where the verb has no subject of its own and an earlier speaker goes on.
    pub span: Option<Range<usize>>,
    pub saying: Saying,
    pub order: Order,
    /// Those who passed it on.
    pub chain: Vec<Range<usize>>,
    pub rule: &'static str,
}

impl Source {
    /// One that nobody passed on.
    fn alone(
        at: usize,
        span: Option<Range<usize>>,
        saying: Saying,
        order: Order,
        rule: &'static str,
    ) -> Source {
        Source {
            at,
            span,
            saying,
            order,
            chain: Vec::new(),
            rule,
        }
    }
}

struct Verb {
    saying: Saying,
    needs: Vec<String>,
    needs_number: bool,
}

static VERBS: LazyLock<(Vec<Verb>, WordMap<String, usize>)> = LazyLock::new(|| {
    let (mut verbs, mut words) = (Vec::new(), WordMap::default());
    for row in rows(include_str!("../data/says.tsv")) {
        let [saying, masculine, feminine, imperfect, needs] = row[..] else {
            continue;
        };
        let Some(saying) = Saying::from_id(saying) else {
            continue;
        };
        for form in inflected(masculine, feminine, imperfect)
            .flat_map(|form| forms(&form).collect::<Vec<_>>())
        {
            words.entry(form).or_insert(verbs.len());
        }
        verbs.push(Verb {
            saying,
            needs: forms(needs).filter(|word| word != "#").collect(),
            needs_number: needs.split(' ').any(|word| word == "#"),
        });
    }
    (verbs, words)
});

/// Past and imperfect, of one and of many: أعلنت, ذكروا, تقول, يقولون.
fn inflected(
    masculine: &str,
    feminine: &str,
    imperfect: &str,
) -> impl Iterator<Item = String> + use<> {
    let many = masculine.trim_end_matches('ى').to_owned();
    [
        masculine.to_owned(),
        feminine.to_owned(),
        format!("{many}وا"),
        format!("{many}ا"),
        format!("ي{imperfect}"),
        format!("ت{imperfect}"),
        format!("ي{imperfect}ون"),
    ]
    .into_iter()
}

/// Words before a source, in the order in which they are tried.
struct Prepositions {
    all: Vec<Preposition>,
    /// The first words of all: most words are none of them.
    first: WordSet<String>,
}

struct Preposition {
    saying: Saying,
    words: Vec<String>,
    /// Whether the source is glued to ل.
    glued: bool,
}

static PREPOSITIONS: LazyLock<Prepositions> = LazyLock::new(|| {
    let all: Vec<Preposition> = rows(include_str!("../data/according.tsv"))
        .filter_map(|row| {
            let words: Vec<String> = forms(row.get(1)?).collect();
            let glued = words.last().is_some_and(|word| word == "ل");
            let count = words.len() - usize::from(glued);
            Some(Preposition {
                saying: Saying::from_id(row[0])?,
                words: words.into_iter().take(count).collect(),
                glued,
            })
        })
        .collect();
    let first = all
        .iter()
        .filter_map(|preposition| preposition.words.first().cloned());
    Prepositions {
        first: first.collect(),
        all,
    }
});

const NAMES: &str = include_str!("../data/source.tsv");
static INSIDE: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(NAMES, "inside"));
static RELAY: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(NAMES, "relay"));
static DOCUMENT: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(NAMES, "document"));
static ORGANISATION: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(NAMES, "organisation"));
static ADJECTIVE: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(NAMES, "adjective"));
static PARTICIPLE: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(NAMES, "participle"));
static END: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(NAMES, "end"));

/// The sources of a sentence, in order.
pub(crate) fn sources(line: &Line<'_>) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let found = according(line, at)
            .or_else(|| paper(line, at))
            .or_else(|| reported(line, at))
            .or_else(|| participle(line, at, sources.last()));
        at = match found {
            Some((mut source, next)) => {
                if source.saying == Saying::Quoted
                    && source.chain.is_empty()
                    && let Some(relay) = sources.pop_if(|relay| relay_ends(line, relay, at))
                {
                    source.chain.extend(relay.span);
                    source.order = Order::Opening;
                }
                // "نعت الوزارة ستة من رجالها وأعلنت": who does what the sentence begins with goes on.
                if source.span.is_none() && sources.is_empty() && agrees(line, at) {
                    source.span = doer(line);
                }
                sources.push(source);
                next.max(at + 1)
            }
            None => at + 1,
        };
    }
    sources
}

/// Whether a verb may have the subject of the one that begins its sentence: both or neither of a feminine.
fn agrees(line: &Line<'_>, at: usize) -> bool {
    let is_feminine = |at: usize| {
        let word = unjoined(line.word(at));
        word.ends_with('ت') || word.starts_with('ت') && verb_at(line, at).is_some()
    };
    at > 1 && is_feminine(0) == is_feminine(at)
}

/// paper = document { adjective } made_it source, which speaks for what follows: "وفي حصيلة أوردها نائب", "عن حصيلة سابقة قدمتها
/// الوزارة وبلغت".
fn paper(line: &Line<'_>, at: usize) -> Option<(Source, usize)> {
    // Most words are no paper, and how far a name reaches costs more than all else here.
    if !is_indefinite_of(line.word(at), &DOCUMENT) {
        return None;
    }
    let behind = (at + 1..line.len()).find(|&at| !ADJECTIVE.contains(line.word(at)))?;
    let gives = |word: &str| GIVEN.iter().any(|verb| verb == &unjoined(word));
    let made = gives(line.word(behind)) || relative_at(line, behind) && owns(line, behind);
    if !made {
        return None;
    }
    let end = name_end(line, behind + 1);
    let span = named(line, behind + 1, end)?;
    let source = Source::alone(
        at,
        Some(span),
        Saying::Said,
        Order::Opening,
        "says.according",
    );
    Some((source, end))
}

/// What is done to a paper by who makes it known, with the paper's pronoun.
const GIVEN: [&str; 12] = [
    "قدمها",
    "قدمته",
    "قدمتها",
    "اوردها",
    "اوردتها",
    "اصدرها",
    "اصدرتها",
    "اعدها",
    "اعدتها",
    "اجراها",
    "اجرتها",
    "بثتها",
];

/// participle = "مشيرا" said, of who spoke before in the sentence or does what its first verb says: "أدانت الوزيرة الهجوم، مشيرة إلى مقتل".
fn participle(line: &Line<'_>, at: usize, before: Option<&Source>) -> Option<(Source, usize)> {
    let word = line.word(at);
    if !PARTICIPLE.contains(unjoined(word)) && !PARTICIPLE.contains(word) {
        return None;
    }
    let behind = line.word(at + 1);
    let tells =
        matches!(behind, "الي" | "عن" | ":") || follows_that(line, at + 1) || is_fate_word(behind);
    if !tells {
        return None;
    }
    let span = match before {
        Some(source) => source.span.clone(),
        None => doer(line),
    };
    let source = Source::alone(
        at,
        Some(span?),
        Saying::Said,
        Order::Opening,
        "says.subject",
    );
    Some((source, at + 1))
}

/// The one who does what the verb says that begins a sentence, if named: "أدانت الوزيرة فلانة".
fn doer(line: &Line<'_>) -> Option<Range<usize>> {
    let is_verb = line.is_word(0) && line.name(0).is_none() && !line.word(0).starts_with("ال");
    let start = after_time(line, 1);
    let next = name_end(line, start);
    let has_name = (start..next).any(|at| {
        matches!(line.name(at), Some(NameKind::Person | NameKind::Party)) || is_title(line.word(at))
    });
    // "اعترض نواب على النتائج قائلين": a noun of people and no more.
    if is_verb && !has_name && is_speaker(line.word(start)) {
        return named(line, start, start + 1);
    }
    // Behind the name stands what it does something to.
    let named_until = (start..next).rfind(|&at| line.name(at).is_some());
    let next = named_until.map_or(next, |last| last + 1);
    (is_verb && has_name).then(|| named(line, start, next))?
}

/// Whether an indefinite word is of people who may speak, and says nothing that befell them: نواب, شاهد.
fn is_speaker(word: &str) -> bool {
    let of_people = noun(word).is_some_and(|(noun, bare)| {
        noun.counted.kind.is_people()
            && noun.counted.fate.is_none()
            && !bare.article
            && !bare.and
            && bare.preposition.is_none()
    });
    of_people || INSIDE.contains(word)
}

/// Whether a source is named right before token `at`: "ذكرت صحيفة … نقلا عن …".
fn relay_ends(line: &Line<'_>, relay: &Source, at: usize) -> bool {
    let end = line.end(at);
    relay.order == Order::Opening && relay.span.as_ref().is_some_and(|span| span.end == end)
}

/// according = as_said | preposition [paper of] source
fn according(line: &Line<'_>, at: usize) -> Option<(Source, usize)> {
    if let Some(verb) = verb_as_said(line, at) {
        return Some(as_said(line, at, verb));
    }
    if matches!(line.word(at), "بحسبه" | "بحسبها" | "بحسبهم") {
        let source = Source::alone(at, None, Saying::According, Order::Closing, "says.goes-on");
        return Some((source, at + 1));
    }
    let word = line.word(at);
    if !PREPOSITIONS.first.contains(word) && !PREPOSITIONS.first.contains(unjoined(word)) {
        return None;
    }
    let (found, next) = PREPOSITIONS
        .all
        .iter()
        .find_map(|preposition| Some((preposition, preposition_end(line, at, preposition)?)))?;
    let start = if found.glued {
        next
    } else {
        after_time(line, next)
    };
    let (span, next) = owner(line, start, found.glued);
    // "أدلى شاهد برواية أخرى": whose it is stands elsewhere.
    if line.word(start) == "اخري" {
        return None;
    }
    let source = Source::alone(at, span, found.saying, Order::Closing, "says.according");
    Some((source, next))
}

/// The token of the verb in `(كما | حسبما | وفقما | بحسب ما | على ما | وفقا لما) verb`, whose first word is at `at`.
fn verb_as_said(line: &Line<'_>, at: usize) -> Option<usize> {
    let word = line.word(at);
    let and = word.strip_prefix('و').unwrap_or(word);
    let is = |words: &[&str]| words.contains(&word) || words.contains(&and);
    let verb = match line.word(at + 1) {
        _ if is(&["كما", "حسبما", "وفقما"]) => at + 1,
        "ما" if is(&["حسب", "بحسب", "وفق", "علي"]) => at + 2,
        "لما" if is(&["وفقا", "طبقا"]) => at + 2,
        _ => return None,
    };
    // "على ما أسر به دبلوماسي": with به any verb tells.
    let tells = line.is_word(verb) && matches!(line.word(verb + 1), "به" | "بذلك");
    (relative_at(line, verb) || tells).then_some(verb)
}

/// as_said = (كما | …) verb source [عن source]
fn as_said(line: &Line<'_>, at: usize, verb: usize) -> (Source, usize) {
    let pronoun = matches!(line.word(verb + 1), "به" | "بذلك" | "عنه");
    let start = after_time(line, verb + 1 + usize::from(pronoun));
    let start = after_addressee(line, start);
    let end = name_end(line, start);
    let (saying, span, next, chain) = match hearsay(line, start, end) {
        Some((span, next)) => (
            Saying::Quoted,
            Some(span),
            next,
            vec![span_of(line, start, end)],
        ),
        None => (Saying::According, named(line, start, end), end, Vec::new()),
    };
    // "جرى اتفاق، كما نقلت مواقع أن عشرات استسلموا": كما begins a new clause where what is said follows.
    let opens = (at < 2 || unjoined(line.word(at)) == "كما") && follows_that(line, next);
    let source = Source {
        at,
        span,
        saying,
        order: if opens {
            Order::Opening
        } else {
            Order::Closing
        },
        chain,
        rule: "says.as-said",
    };
    (source, next)
}

/// The token behind a preposition at `at`, or with ل the token that carries it.
fn preposition_end(line: &Line<'_>, at: usize, preposition: &Preposition) -> Option<usize> {
    let fits = preposition.words.iter().enumerate().all(|(i, word)| {
        let here = line.word(at + i);
        here == word || i == 0 && here.strip_prefix(['و', 'ف']) == Some(word)
    });
    let next = at + preposition.words.len();
    let glued = !preposition.glued || line.word(next).starts_with('ل');
    (fits && glued && (line.is_word(next) || opens_name(line, next))).then_some(next)
}

/// The source behind a preposition: of a paper (تقرير ل, إحصاءات) its owner.
fn owner(line: &Line<'_>, start: usize, glued: bool) -> (Option<Range<usize>>, usize) {
    // "وفق آخر حصيلة رسمية", "وفقا لآخر تحديث"
    let behind_particle = |word: &'_ str| match glued {
        true => word.strip_prefix('ل').map(str::to_owned),
        false => Some(word.to_owned()),
    };
    let is_latest = behind_particle(line.word(start))
        .is_some_and(|word| matches!(word.as_str(), "اخر" | "احدث" | "اول"))
        && DOCUMENT.contains(line.word(start + 1));
    let (start, glued) = if is_latest {
        (start + 1, false)
    } else {
        (start, glued)
    };
    let word = if glued {
        line.word(start).strip_prefix('ل').unwrap_or_default()
    } else {
        line.word(start)
    };
    let bare = word.strip_prefix("ال").unwrap_or(word);
    // "وفق النتائج النهائية التي نشرتها اللجنة": of a definite paper only who made it.
    if bare != word && DOCUMENT.contains(bare) {
        let mut at = start + 1;
        while line.word(at).starts_with("ال")
            && !matches!(line.word(at), "التي" | "الذي")
            && !relative_at(line, at + 1)
        {
            at += 1;
        }
        let made = matches!(line.word(at), "التي" | "الذي")
            && (relative_at(line, at + 1) || line.is_word(at + 1));
        let next = name_end(line, at + 2);
        if made && owns(line, at + 1) && next > at + 2 {
            return (named(line, at + 2, next), next);
        }
    }
    if DOCUMENT.contains(word) {
        let mut at = start + 1;
        while ADJECTIVE.contains(line.word(at)) {
            at += 1;
        }
        // "بيان مشترك لهيئة": a quality between the paper and its owner.
        if at == start + 1
            && line.word(at + 1).starts_with('ل')
            && !line.word(at).starts_with("ال")
            && !line.word(at).starts_with('ل')
        {
            at += 1;
        }
        match line.word(at) {
            _ if relative_at(line, at) => {
                let next = name_end(line, at + 1);
                return (named(line, at + 1, next), next);
            }
            "صادر" | "صادره" | "نشرته" | "نشره" | "اصدرته" | "اصدره" | "اعدته" | "اعده" =>
            {
                let skip = 1 + usize::from(line.word(at + 1) == "عن");
                let next = name_end(line, at + skip);
                return (named(line, at + skip, next), next);
            }
            owner if owner.starts_with('ل') => {
                let next = name_end(line, at);
                return (glued_name(line, at, next), next);
            }
            "من" | "عن" if name_end(line, at + 1) > at + 1 => {
                let next = name_end(line, at + 1);
                return (named(line, at + 1, next), next);
            }
            _ if at == start + 1
                && line.is_word(at)
                && !END.contains(line.word(at))
                && !matches!(line.word(at), "في" | "من") =>
            {
                let next = name_end(line, at);
                // One word without the article that ends in ة is what the paper is, not whose: تقديرات متباينة.
                let quality = next == at + 1
                    && line.word(at).ends_with(['ه', 'ا'])
                    && !line.word(at).starts_with("ال");
                if next > at && !quality {
                    return (named(line, at, next), next);
                }
            }
            _ => {}
        }
        // "وفق حصيلة رسمية": a paper of nobody speaks for itself.
        if name_end(line, start) == start && !glued {
            return (named(line, start, at), at);
        }
    }
    let next = name_end(line, start);
    if glued {
        (glued_name(line, start, next), next)
    } else {
        (named(line, start, next), next)
    }
}

/// The reporting verb at a token.
fn verb_at(line: &Line<'_>, at: usize) -> Option<(&'static Verb, bool)> {
    let word = line.word(at);
    if is_passive(line, at) {
        return None;
    }
    let find = |word: &str| VERBS.1.get(word).and_then(|&index| VERBS.0.get(index));
    if let Some(verb) = find(word) {
        return Some((verb, false));
    }
    let bare = word.strip_prefix(['و', 'ف', 'س'])?;
    find(bare).map(|verb| (verb, true))
}

/// Whether the signs of a past verb say that it is passive, so that nobody is named who says it: سُجل, أُعلن. (يُعلن is active.)
fn is_passive(line: &Line<'_>, at: usize) -> bool {
    const DAMMA: char = '\u{64f}';
    let written = line.tokens.get(at).map_or("", |token| token.text);
    let stem = written.trim_start_matches(['و', 'ف', 'َ']);
    // نُفي, but نفى
    if stem.starts_with("نُ") && stem.ends_with('ي') {
        return true;
    }
    let mut letters = stem.chars();
    let first = letters.next();
    first.is_some_and(|first| !matches!(first, 'ي' | 'ت' | 'ن')) && letters.next() == Some(DAMMA)
}

/// Whether a token is a verb of saying, with a pronoun behind it or none.
pub(crate) fn says(line: &Line<'_>, at: usize) -> bool {
    verb_at(line, at).is_some() || reckoned_at(line, at).is_some()
}

/// The verb at a token, a pronoun for what is said or for the paper behind it or none: "ما أعلنته", "دراسة نشرتها".
fn relative_at(line: &Line<'_>, at: usize) -> bool {
    let owned = |word: &str| {
        let mut stems = ["ها", "ه"].iter();
        stems
            .find_map(|pronoun| word.strip_suffix(pronoun))
            .is_some_and(|stem| VERBS.1.contains_key(stem))
    };
    let stem = |word: &str| owned(word) || word.strip_prefix('و').is_some_and(owned);
    // ة folds to ه and owns nothing: عدة is "several", not "counted it".
    let written = line.tokens.get(at).map_or("", |token| token.text);
    verb_at(line, at).is_some() || written.ends_with(['ه', 'ا']) && stem(line.word(at))
}

/// The reporting verb at a token that says of someone or something how many they are: "قدرهم المركز بنحو 300".
fn reckoned_at(line: &Line<'_>, at: usize) -> Option<(&'static Verb, bool)> {
    let word = line.word(at);
    let (stem, joined) = match word.strip_prefix(['و', 'ف']) {
        Some(bare) => (bare, true),
        None => (word, false),
    };
    let verb = ["ها", "هم", "هن", "هما", "ه"].iter().find_map(|pronoun| {
        let index = *VERBS.1.get(stem.strip_suffix(pronoun)?)?;
        VERBS.0.get(index)
    })?;
    // ة folds to ه: قدرة is no verb.
    let owned = !line.tokens.get(at)?.text.ends_with('ة');
    let number = name_end(line, at + 1);
    let told = number > at + 1 && line.word(number).starts_with('ب')
        // "أوصله المحافظ إلى 2700", "وهو رقم كان قد رفعه إلى مئة"
        || line.word(number) == "الي"
            && !stem.ends_with("ها")
            && (line.is_number(number + 1) || is_amount(line, number + 1));
    let reckons = matches!(verb.saying, Saying::Counted | Saying::Estimated);
    (owned && told && reckons).then_some((verb, joined))
}

/// Whether what stands behind a verb of reckoning is reckoned and reckons nothing, as the number right behind it shows: "يقدر الإنفاق
/// بنحو 30 مليونا", but "قدر الصليب الأحمر القتلى بنحو 300".
fn is_reckoned(line: &Line<'_>, start: usize, next: usize) -> bool {
    let word = line.word(start);
    let stem = word.strip_prefix("ال").unwrap_or(word);
    let is_agent = (start..next).any(|at| line.name(at).is_some())
        || HEADS.contains_key(stem)
        || is_title(word)
        || INSIDE.contains(stem)
        || ORGANISATION.contains(stem)
        || noun(word).is_some_and(|(noun, _)| noun.counted.kind.is_people());
    next > start && !is_agent && line.word(next).starts_with('ب')
}

/// The name of who made a paper that is said to show something: "أظهرت أرقام نشرتها الوزارة", "النتائج التي أعلنتها اللجنة".
fn maker(line: &Line<'_>, start: usize, next: usize) -> Option<(usize, usize)> {
    let is_paper = readings(line.word(start)).any(|bare| DOCUMENT.contains(bare.rest));
    let verb = next + usize::from(matches!(line.word(next), "التي" | "الذي"));
    let made = is_paper && next > start && owns(line, verb) && relative_at(line, verb);
    let end = name_end(line, verb + 1);
    (made && end > verb + 1).then_some((verb + 1, end))
}

/// reported = verb source [عن source] | source verb | verb, of who spoke before
fn reported(line: &Line<'_>, at: usize) -> Option<(Source, usize)> {
    let (verb, joined) = verb_at(line, at).or_else(|| reckoned_at(line, at))?;
    let start = after_addressee(line, after_time(line, after_occasion(line, at + 1)));
    let start = latest_paper(line, start);
    // "يضع المعهد الرقم عند مئة", "المعهد يضع الرقم عند مئة"
    let is_amount = matches!(line.word(start), "الرقم" | "العدد" | "النسبه" | "الحصيله");
    let next = if is_amount {
        start
    } else {
        name_end(line, start)
    };
    let (start, next) = maker(line, start, next).unwrap_or((start, next));
    // "أعلن استقالته", but "أعلن محاميه أن"
    let next = match is_own(line, start) && !follows_that(line, next) {
        true => start,
        false => next,
    };
    if verb.saying == Saying::Estimated && is_reckoned(line, start, next) {
        // "لكن مراسلين قدروا خسائرها بمئتين"
        let many = line.word(at).ends_with("وا") || line.word(at).ends_with("ون");
        let span = subject_before(line, at).filter(|_| many)?;
        let source = Source::alone(at, Some(span), verb.saying, Order::Opening, "says.subject");
        return Some((source, at + 1));
    }
    let is_told = is_amount && verb.needs.iter().any(|need| need == line.word(start));
    let has_pronoun = verb_at(line, at).is_none();
    if !is_told && !has_pronoun && !is_complete(line, verb, at, next)
        || verb.saying == Saying::Counted && is_place(line, start)
    {
        return None;
    }
    let source = |span, saying, order, chain, rule| Source {
        at,
        span,
        saying,
        order,
        chain,
        rule,
    };
    if verb.saying == Saying::Quoted {
        // "مصادر طبية نقلت عنها صحيفة كذا تحدثت عن"
        if matches!(line.word(at + 1), "عنه" | "عنها" | "عنهم") {
            let end = name_end(line, at + 2);
            let chain = named(line, at + 2, end)?;
            let said = subject_before(line, at)?;
            let told = source(
                Some(said),
                Saying::Quoted,
                Order::Opening,
                vec![chain],
                "says.hearsay",
            );
            return Some((told, end));
        }
        let relay = span_of(line, start, next);
        if let Some((span, end)) = hearsay(line, start, next) {
            let chain = vec![relay];
            return Some((
                source(
                    Some(span),
                    Saying::Quoted,
                    Order::Opening,
                    chain,
                    "says.hearsay",
                ),
                end,
            ));
        }
        // "ونقل عن المرصد أن", "ونقلت مواقع محلية أن": nobody is named who passed it on, or those who did say it themselves.
        let end = match line.word(at + 1) {
            "عن" => name_end(line, at + 2),
            _ => next,
        };
        let first = if end == next { start } else { at + 2 };
        if let Some(said) = named(line, first, end).filter(|_| follows_that(line, end)) {
            let saying = if end == next {
                Saying::Said
            } else {
                Saying::Quoted
            };
            let order = Order::Opening;
            let told = source(Some(said), saying, order, Vec::new(), "says.verb");
            return Some((told, end));
        }
        // "نسب سكان إلى الجماعة خطف مئة": they say it of whom they name.
        let blames = next > start && line.word(next) == "الي";
        return blames.then(|| {
            (
                source(
                    Some(relay),
                    Saying::Said,
                    Order::Opening,
                    Vec::new(),
                    "says.verb",
                ),
                next,
            )
        });
    }
    let closing = at > 0
        && matches!(line.before(at), "،" | "\"" | "»" | "”" | "-" | "–")
        && !joined
        && !follows_that(line, next);
    let order = if closing && ends_clause(line, next) {
        Order::Closing
    } else {
        Order::Opening
    };
    if let Some(span) = named(line, start, next) {
        return Some((
            source(Some(span), verb.saying, order, Vec::new(), "says.verb"),
            next,
        ));
    }
    let subject = if matches!(line.before(at), "الذي" | "التي" | "الذين")
        && follows_that(line, at + 1)
    {
        person_before(line, at)
    } else if joined {
        topic(line, at)
    } else {
        // "وهو رقم كان العميد فلان من الجيش قد رفعه إلى مئة"
        subject_before(line, at).or_else(|| person_before(line, at).filter(|_| has_pronoun))
    };
    let told_of = |span: &Range<usize>| is_place(line, line.token_at(span.start));
    if verb.saying == Saying::Counted && subject.as_ref().is_some_and(told_of) {
        return None;
    }
    // "وقدر عدد الحضور": nobody said who reckons.
    if subject.is_none() && verb.saying == Saying::Estimated && !follows_that(line, at + 1) {
        return None;
    }
    let rule = if subject.is_some() {
        "says.subject"
    } else {
        "says.goes-on"
    };
    Some((
        source(subject, verb.saying, Order::Opening, Vec::new(), rule),
        at + 1,
    ))
}

/// Whether a word is what somebody has or does, with a pronoun for whose it is: استقالته, دعمها; no office, institution or paper of
/// theirs, which may speak: وزارته, بيانها; nor one that only points back: نفسه.
fn is_own(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let stem = without_owner(word);
    let of_woman = |stem: &str| stem.strip_suffix('ت').map(|stem| format!("{stem}ه"));
    let speaks = |stem: &str| {
        [stem, unjoined(stem)].iter().any(|stem| may_speak(stem))
            || of_woman(stem).is_some_and(|stem| may_speak(&stem))
    };
    owns(line, at)
        && line.name(at).is_none()
        && !word.starts_with("ال")
        && stem.is_some_and(|stem| !speaks(stem) && !points_back(stem))
}

/// A folded noun without the pronoun for whose it is.
fn without_owner(word: &str) -> Option<&str> {
    let mut pronouns = ["ها", "هم", "ه"].iter();
    pronouns.find_map(|pronoun| word.strip_suffix(pronoun))
}

/// Whether a folded noun with a pronoun is the one before it again, or all of them: المسؤول ذاته, القادة جميعهم.
fn points_back(noun: &str) -> bool {
    matches!(
        noun,
        "ذات" | "نفس" | "عين" | "كل" | "جميع" | "معظم" | "اغلب" | "غالبيت"
    )
}

/// Whether a folded noun is of those who speak, or of their papers. The one who speaks in a name (المتحدث باسم) is no other.
fn may_speak(noun: &str) -> bool {
    let lists = [&*INSIDE, &*DOCUMENT, &*ORGANISATION];
    noun == "باسم"
        || HEADS.contains_key(noun)
        || INTRODUCERS.contains_key(noun)
        || is_title(noun)
        || is_speaker(noun)
        || lists.iter().any(|list| list.contains(noun))
}

/// The token behind where something was said: "قال فيها إن", "قال في تقريره إنهم", "قال في مؤتمر صحفي الوزير".
fn after_occasion(line: &Line<'_>, at: usize) -> usize {
    let owned = |word: &str| without_owner(word).is_some_and(is_occasion);
    match (line.word(at), line.word(at + 1)) {
        ("فيها" | "فيه" | "خلالها" | "خلاله", _) => at + 1,
        ("في", occasion) if is_occasion(occasion) || owned(occasion) => {
            let is_more = |word: &str| {
                ADJECTIVE.contains(word)
                    || matches!(
                        word,
                        "لاحق"
                            | "صحفي"
                            | "صحفيه"
                            | "صحافي"
                            | "صحافيه"
                            | "متلفز"
                            | "متلفزه"
                            | "له"
                            | "لها"
                    )
            };
            let mut next = at + 2;
            while is_more(line.word(next)) {
                next += 1;
            }
            next
        }
        _ => at,
    }
}

/// The token of the paper itself behind آخر or أحدث: "تفيد أحدث حصيلة صادرة عن الوزارة".
fn latest_paper(line: &Line<'_>, at: usize) -> usize {
    let is_latest = matches!(line.word(at), "اخر" | "احدث" | "اول")
        && DOCUMENT.contains(line.word(at + 1))
        && matches!(line.word(at + 2), "صادر" | "صادره")
        && line.word(at + 3) == "عن";
    if is_latest { at + 4 } else { at }
}

/// The last person named before token `at`: "كافأ الحاكم القائد فلانا على حملته التي قال إنها قتلت مئة".
fn person_before(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let is_person = |at: usize| line.name(at) == Some(NameKind::Person);
    let last = (0..at).rev().find(|&at| is_person(at))?;
    let first = (0..=last).rev().take_while(|&at| is_person(at)).last()?;
    named(line, first, last + 1)
}

/// The token behind those who are spoken to: "أكد للصحفيين أن".
fn after_addressee(line: &Line<'_>, at: usize) -> usize {
    let word = line.word(at);
    // "أعلن لوكالة رويترز جنان سايق": up to where the name of those who are told ends.
    let relay =
        readings(word).any(|bare| bare.preposition == Some('ل') && RELAY.contains(bare.rest));
    if relay {
        let is_told = |at: usize| line.name(at) == Some(NameKind::Party);
        return (at + 1..line.len())
            .find(|&at| !is_told(at))
            .unwrap_or(at + 1);
    }
    at + usize::from(word.starts_with("لل") && word.chars().count() > 3)
}

/// Whether a place is named at a token: "سجل إقليم كذا" tells what happened there, not who counted.
fn is_place(line: &Line<'_>, at: usize) -> bool {
    let introduced = readings(line.word(at)).any(|bare| is_generic(bare.rest));
    line.name(at) == Some(NameKind::Place)
        || introduced && line.name(at + 1) == Some(NameKind::Place)
}

/// Whether what a weak verb needs stands behind it: ذكر … أن, كشف … عن, قدّر … 300.
fn is_complete(line: &Line<'_>, verb: &Verb, at: usize, next: usize) -> bool {
    if verb.needs.is_empty() && !verb.needs_number {
        return true;
    }
    // "سجلت الجمعية 3600 مخالفة": an institution that counts tells what it counted.
    if verb.saying == Saying::Counted && line.name(at + 1) == Some(NameKind::Party) {
        return true;
    }
    let aside = (line.word(next) == "،")
        .then(|| (next + 1..line.len().min(next + LONGEST)).find(|&at| line.word(at) == "،"))
        .flatten();
    let near = next..line.len().min(aside.unwrap_or(next).max(at + 1) + REACH);
    let wanted = |at: usize| {
        let word = line.word(at);
        let is_wanted = readings(word).any(|bare| verb.needs.iter().any(|need| need == bare.rest));
        // "كشف عن وجهه" shows something of one's own and tells nothing.
        is_wanted && !(word == "عن" && owns(line, at + 1))
    };
    let glued = |need: &String| {
        need.chars().count() == 1
            && near
                .clone()
                .any(|at| line.word(at).starts_with(need.as_str()))
    };
    let behind_ba = |bare: Bare<'_>| bare.preposition == Some('ب') && begins(bare.rest);
    let counts = |at: usize| {
        line.is_numeral(at) || line.is_word(at) && readings(line.word(at)).any(behind_ba)
    };
    near.clone().any(wanted)
        || verb.needs.iter().any(glued)
        || verb.needs_number && near.into_iter().any(counts)
}

/// How far behind a name what its verb needs may stand, in tokens.
const REACH: usize = 9;

/// Whether a word ends in a pronoun.
fn owns(line: &Line<'_>, at: usize) -> bool {
    let written = line.tokens.get(at).map_or("", |token| token.text);
    ["ه", "ها", "هم"]
        .iter()
        .any(|pronoun| written.ends_with(pronoun))
}

/// hearsay = "عن" source | "إلى" source "قوله"
fn hearsay(line: &Line<'_>, start: usize, next: usize) -> Option<(Range<usize>, usize)> {
    if next == start || !matches!(line.word(next), "عن" | "الي") {
        return None;
    }
    let end = name_end(line, next + 1);
    let words = matches!(
        line.word(end),
        "قوله" | "قولها" | "قولهم" | "تاكيده" | "تاكيدها"
    );
    let quotes = line.word(next) == "عن" || words;
    Some((named(line, next + 1, end).filter(|_| quotes)?, end))
}

/// "إن", "أن", "قوله إن"
fn follows_that(line: &Line<'_>, next: usize) -> bool {
    let next = if line.word(next) == "،" {
        next + 1
    } else {
        next
    };
    let word = line.word(next);
    ["ان", "بان", "فان"].iter().any(|that| {
        word.strip_prefix(that)
            .is_some_and(|rest| matches!(rest, "" | "ه" | "ها" | "هم" | "هما"))
    })
}

fn ends_clause(line: &Line<'_>, next: usize) -> bool {
    next >= line.len()
        || line.is_sign(next)
        || line.is_timed(next)
        || matches!(line.word(next), "في" | "ل" | "خلال")
}

/// The first token from `at` on that is not part of a time expression or set off by commas: "قال، الجمعة، المتحدث".
fn after_time(line: &Line<'_>, at: usize) -> usize {
    let mut next = at;
    while matches!(line.word(next), "[" | "]" | "*" | "#")
        || line.word(next) == "(" && line.word(next + 1) == "#"
        || line.word(next) == ")" && line.before(next) == "#"
    {
        next += 1;
    }
    while line.is_timed(next) || line.word(next) == "،" && line.is_timed(next + 1) {
        next += 1;
    }
    if next > at && line.word(next) == "،" {
        next + 1
    } else {
        next
    }
}

fn span_of(line: &Line<'_>, start: usize, next: usize) -> Range<usize> {
    line.start(start)..line.end(next).max(line.start(start))
}

/// The bytes of a name in tokens `start..next`; `None` if it has no word.
fn named(line: &Line<'_>, start: usize, next: usize) -> Option<Range<usize>> {
    (next > start).then(|| span_of(line, start, next))
}

/// The same without the ل that is glued to it; of لل the second stays, as the article.
fn glued_name(line: &Line<'_>, start: usize, next: usize) -> Option<Range<usize>> {
    (next > start).then(|| line.start_without(start, 1)..line.end(next))
}

/// No name of a source has more words.
const LONGEST: usize = 12;

/// The token behind the name of a source that begins at `start`: a head and what belongs to it.
fn name_end(line: &Line<'_>, start: usize) -> usize {
    let mut at = start;
    while at < line.len() && at - start < LONGEST {
        at = match step(line, start, at) {
            Some(next) => next,
            None => break,
        };
    }
    without_tail(line, start, at)
}

/// Prepositions do not end a name.
fn without_tail(line: &Line<'_>, start: usize, mut next: usize) -> usize {
    while next > start && matches!(line.word(next - 1), "في" | "من" | "و" | "ل" | "ب" | "-")
    {
        next -= 1;
    }
    next
}

/// One more word of the name.
fn step(line: &Line<'_>, start: usize, at: usize) -> Option<usize> {
    if opens_name(line, at) {
        return quoted_name(line, start, at);
    }
    if matches!(line.word(at), "-") && at > start && line.touches(at) {
        return Some(at + 1);
    }
    let is_word = line.is_word(at) || !line.is_sign(at) && !line.is_number(at);
    let word = line.word(at);
    // A party that is known is one name, whatever its words are: منظمة أنقذوا الأطفال.
    let goes_on = |at: usize| line.name(at) == Some(NameKind::Party);
    if at > start && is_word && goes_on(at) && goes_on(at - 1) && !word.starts_with('و') {
        return Some(at + 1);
    }
    let timed = line.is_timed(at) && !is_office(line, start, at);
    if !is_word || timed || ends_name(line, start, at, word) || is_behind_person(line, start, at) {
        return None;
    }
    match word {
        "في" => place_behind(line, start, at),
        "من" => (at == start + 1
            && (INSIDE.contains(line.word(start)) || is_one_of(line.word(start))))
        .then_some(at + 1),
        _ => Some(at + 1),
    }
}

/// Whether a person's name is over and no title of the person follows: "أكد رئيس الحكومة نجيب ميقاتي التزام", "… التمسك".
fn is_behind_person(line: &Line<'_>, start: usize, at: usize) -> bool {
    let word = line.word(at);
    let is_name = |at: usize| line.name(at) == Some(NameKind::Person);
    at > start
        && is_name(at - 1)
        && !is_name(at)
        && word.starts_with("ال")
        && !is_title(word)
        && !word.ends_with('ي')
}

/// العام of an office is no year: المدير العام.
fn is_office(line: &Line<'_>, start: usize, at: usize) -> bool {
    at > start && matches!(line.word(at), "العام" | "العامه") && !line.is_timed(at - 1)
}

fn is_one_of(word: &str) -> bool {
    matches!(word, "واحد" | "عدد" | "بعض" | "مجموعه" | "عضو")
}

fn opens_name(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), "\"" | "«" | "“")
}

/// A name in quotes belongs to the word for what it is: حملة «...».
fn quoted_name(line: &Line<'_>, start: usize, at: usize) -> Option<usize> {
    let head = at == start
        || at > start && readings(line.before(at)).any(|bare| ORGANISATION.contains(bare.rest));
    let closing =
        (at + 1..line.len().min(at + 8)).find(|&at| matches!(line.word(at), "\"" | "»" | "”"))?;
    let short = (at + 1..closing).all(|at| line.is_word(at) || !line.is_sign(at));
    let named = at > start || !follows_that(line, at + 1);
    (head && short && named).then_some(closing + 1)
}

/// "مصدر في الشرطة", "وزارة الصحة في غزة"; not "في بيان".
fn place_behind(line: &Line<'_>, start: usize, at: usize) -> Option<usize> {
    if line.is_timed(at + 1) || readings(line.word(at + 1)).any(|bare| is_occasion(bare.rest)) {
        return None;
    }
    let inside = readings(line.word(start)).any(|bare| INSIDE.contains(bare.rest));
    let is_end = |at: usize| {
        at >= line.len() || follows_that(line, at) || line.is_sign(at) || is_about(line, at)
    };
    // "وزير الأمن في ولاية جوبالاند يوسف حسين": behind the place or party of an office its holder's name goes on.
    let holder = (at + 2..at + 4)
        .find(|&next| line.name(next) == Some(NameKind::Person))
        .is_some_and(|next| matches!(line.name(next - 1), Some(NameKind::Place | NameKind::Party)));
    (inside && at <= start + 3 || holder || is_end(at + 2) || is_end(at + 3)).then_some(at + 1)
}

/// Where something was said, which is no part of who said it.
pub(crate) fn is_occasion(word: &str) -> bool {
    DOCUMENT.contains(word)
        || matches!(
            word,
            "مؤتمر"
                | "موتمر"
                | "كلمه"
                | "حديث"
                | "مقابله"
                | "تغريده"
                | "منشور"
                | "اتصال"
                | "رساله"
                | "وقت"
                | "ختام"
                | "خطاب"
                | "تدوينه"
                | "احاطه"
                | "اجتماع"
                | "جلسه"
                | "سياق"
                | "كتاب"
                | "كتابه"
                | "تصريحات"
                | "حوار"
                | "لقاء"
                | "مداخله"
                | "تحديث"
                | "ايجاز"
                | "صفحته"
                | "حسابه"
                | "نشره"
                | "هجوم"
                | "حادث"
                | "غاره"
                | "قصف"
                | "انفجار"
        )
}

fn is_about(line: &Line<'_>, at: usize) -> bool {
    is_fate_word(line.word(at))
        || line.word(at).starts_with('ب')
        || matches!(line.word(at), "عن" | "علي" | "الي")
}

/// Whether a word cannot belong to the name that began at `start`.
fn ends_name(line: &Line<'_>, start: usize, at: usize, word: &str) -> bool {
    // بان كي مون begins as بأن does.
    if word == "بان" && line.name(at) == Some(NameKind::Person) {
        return false;
    }
    at == start && is_adverb(word)
        || END.contains(word) && !is_ali(line, start, at)
        || is_fate_word(word) && !names_itself(line.before(at))
        || at > start && is_fate_verb(word)
        || is_wall(word) && at > start
        || is_amount(line, at)
        || at > start && relative_at(line, at)
        || readings(word).any(|bare| is_border(&bare, line.before(at), at > start))
        || at > start && (is_verbal_noun(line, at) || is_object(line, at))
}

/// Words that may stand within an office (رئيس الوزراء آنذاك) and begin no name.
fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "حينها"
            | "عندها"
            | "وقتها"
            | "يومها"
            | "انذاك"
            | "حينذاك"
            | "عنديذ"
            | "حينيذ"
            | "اخري"
    )
}

/// Behind a definite word or a name stands what is said: what it has or does, "أعلن الرئيس استقالته", or an indefinite word in the
/// accusative, if something says more of it, "توقعت الوزارة محصولا يبلغ".
fn is_object(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let definite = readings(line.before(at)).any(|bare| bare.article);
    let is_accusative = word.ends_with('ا') && word.chars().count() > 4 && !word.starts_with("ال");
    let behind = line.word(at + 1);
    let is_told = behind.starts_with(['ي', 'ب']) || line.is_number(at + 1) || behind == "قدره";
    (definite || line.name(at - 1).is_some()) && is_own(line, at)
        || definite && is_accusative && is_told && line.name(at).is_none()
}

/// The name علي folds to the preposition على, from which only its last letter tells it.
fn is_ali(line: &Line<'_>, start: usize, at: usize) -> bool {
    at > start && line.tokens.get(at).is_some_and(|token| token.text == "علي")
}

/// Organisations that have what they are for in their name: هيئة تحرير الشام.
fn names_itself(word: &str) -> bool {
    readings(word).any(|bare| {
        !bare.article
            && (ORGANISATION.contains(bare.rest)
                || matches!(
                    bare.rest,
                    "هييه" | "جبهه" | "حكومه" | "لجنه" | "وحده" | "فريق"
                ))
    })
}

/// A number, or the words that bound one.
fn is_amount(line: &Line<'_>, at: usize) -> bool {
    let counts = line.is_word(at)
        && line.is_numeral(at)
        && !line.word(at).starts_with("ال")
        && !is_ordinal(line.word(at));
    let is_bound = |words: usize| {
        let number = at + words;
        let counted =
            line.is_numeral(number) || line.is_word(number) && is_vague(line.word(number));
        counted && bound::before(line, number).is_some_and(|bound| bound.first == at)
    };
    counts || (1..=4).any(is_bound)
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "اول" | "ثاني" | "ثالث")
        // واحد من, أحد السكان
        || matches!(word, "احد" | "احدي" | "واحد")
}

/// Behind these ل names whose officer it is: المدير التنفيذي لشبكة.
fn is_office_of(word: &str) -> bool {
    matches!(
        word,
        "التنفيذي"
            | "التنفيذيه"
            | "العام"
            | "العامه"
            | "الاقليمي"
            | "الاقليميه"
            | "الاعلي"
            | "المفوض"
    )
}

/// ب with what is said, ل with who is told, و with a new clause.
fn is_border(bare: &Bare<'_>, before: &str, inside: bool) -> bool {
    match (bare.preposition, bare.and) {
        (Some('ب'), _) if bare.rest == "لا" => false,
        (Some('ب'), _) => {
            bare.article && !matches!(bare.rest, "وكاله" | "انابه" | "نيابه")
                || END.contains(bare.rest)
                || is_fate_word(bare.rest)
                || bare.rest == "حسب"
        }
        (Some('ل'), false) => inside && RELAY.contains(bare.rest) && !is_office_of(before),
        (None, true) => {
            inside
                && (END.contains(bare.rest)
                    || is_fate_word(bare.rest)
                    || matches!(bare.rest, "في" | "من" | "قد"))
        }
        _ => false,
    }
}

/// Behind a definite word one without the article begins what is said, if it has the shape of a verbal noun: أعلن الجيش تدمير.
fn is_verbal_noun(line: &Line<'_>, at: usize) -> bool {
    let word: Vec<char> = line.word(at).chars().collect();
    let definite = readings(line.before(at)).any(|bare| bare.article);
    // A verbal noun has its object behind it; a name of this shape (أولاف) has another name.
    let behind = at + 1;
    let has_object = line.word(behind).starts_with("ال")
        || line.is_number(behind)
        || is_amount(line, behind)
        || END.contains(line.word(behind))
        || noun(line.word(behind)).is_some();
    let shape = matches!(
        word[..],
        ['ت', _, _, 'ي', _]
            | ['ا', _, _, 'ا', _]
            | ['ا', _, 'ت', _, 'ا', _]
            | ['ا', 'ن', _, _, 'ا', _]
            | ['ا', 'س', 'ت', _, _, 'ا', _]
    );
    definite && shape && has_object && !line.word(at).starts_with("ال")
}

/// The subject that أما sets before its verb: "أما الجماعة فتحدثت عن".
fn topic(line: &Line<'_>, verb: usize) -> Option<Range<usize>> {
    let is_then = line.word(verb).starts_with('ف');
    let from = (verb.saturating_sub(LONGEST)..verb)
        .rev()
        .take_while(|&at| !line.is_sign(at))
        .find(|&at| matches!(line.word(at), "اما" | "واما"))
        .filter(|_| is_then)?
        + 1;
    (name_end(line, from) >= verb && from < verb).then(|| line.start(from)..line.end(verb))
}

/// The subject before its verb, back to where its clause begins: "وكانت وزارة الصحة أعلنت", "المعارضة تقول".
fn subject_before(line: &Line<'_>, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > 0
        && (matches!(
            line.before(end),
            "قد" | "التي" | "الذي" | "الذين" | "كان" | "كانت" | "لا" | "لم" | "لن"
        ) || line.is_timed(end - 1))
    {
        end -= 1;
    }
    // A clause that begins with a denial has its subject behind the verb, or none: "ولا يجزم بأن".
    if end > 0 && matches!(line.before(end), "ولا" | "ولم" | "ولن" | "فلا" | "فلم") {
        return None;
    }
    let mut start = end;
    while start > 0 && end - start < LONGEST && !opens_clause(line, start - 1) {
        start -= 1;
    }
    while start < end && is_opener(line.word(start)) {
        start += 1;
    }
    let and = !line.word(start).starts_with("وز")
        && !line.word(start).starts_with("وك")
        && line.word(start).starts_with("وال");
    // "حصيلة أولية أشارت إلى": a paper of nobody speaks for itself.
    let is_paper = DOCUMENT.contains(line.word(start))
        && (start + 1..end).all(|at| ADJECTIVE.contains(line.word(at)));
    let is_name = start < end
        && !is_preposition(line.word(start))
        && line.is_word(start)
        && (is_paper || name_end(line, start) >= end);
    is_name.then(|| line.start_without(start, usize::from(and))..line.end(end))
}

fn opens_clause(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let bare = unjoined(word);
    line.is_sign(at) && !matches!(word, "\"" | "-")
        || matches!(
            bare,
            "كان"
                | "كانت"
                | "ان"
                | "ما"
                | "يما"
                | "بينما"
                | "لكن"
                | "حين"
                | "اذ"
                | "حيث"
                | "كما"
                | "ثم"
                | "بعدما"
                | "عندما"
                | "حينما"
        )
        || matches!(word, "فيما")
}

fn is_opener(word: &str) -> bool {
    matches!(
        word,
        "ف" | "و"
            | "لكن"
            | "ولكن"
            | "غير"
            | "الا"
            | "بيد"
            | "ان"
            | "فان"
            | "هذا"
            | "قد"
            | "وقد"
    )
}

fn is_preposition(word: &str) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    matches!(
        bare,
        "في" | "من"
            | "الي"
            | "علي"
            | "عن"
            | "مع"
            | "بعد"
            | "قبل"
            | "خلال"
            | "منذ"
            | "حتي"
            | "عند"
            | "بين"
    )
}
