//! What gives those who are counted their fate: the verb or verbal noun that governs the number, or the verb behind it.

use std::sync::LazyLock;

use tawarikh_arabic::fold;
use tawarikh_arabic::numeral::begins;

use crate::bare::{is_indefinite_of, is_one_of, readings, unjoined};
use crate::counted::{Number, is_illness, noun};
use crate::cue::{BEFELL, CARRIED, EXCHANGE, HANDED_OVER, HELD, HOME};
use crate::kind::{Counted, Fate, Kind};
use crate::line::Line;
use crate::lookup::{WordMap, WordSet};
use crate::name::NameKind;
use crate::segment::is_finite;
use crate::source::says;
use crate::table::{forms, rows, words_of};

/// A word of `data/fates.tsv`.
#[derive(Clone, Debug)]
struct Trigger {
    fate: Fate,
    is_verb: bool,
    /// Words of which one has to follow; empty for none.
    needs: Vec<String>,
    /// The word that has to follow at once.
    next: Option<String>,
    /// Words of which none may follow: where things fall rather than men in war.
    excluded: Vec<String>,
    /// Whether the number has to follow at once, or after في.
    at_once: bool,
    /// Whether a number that follows at once is of those who do it: "شيع آلاف المواطنين ستة من أبنائهم".
    not_at_once: bool,
}

static TRIGGERS: LazyLock<WordMap<String, Vec<Trigger>>> = LazyLock::new(|| {
    let mut triggers: WordMap<String, Vec<Trigger>> = WordMap::default();
    for row in rows(include_str!("../data/fates.tsv")) {
        let [fate, sort, needs, column] = row[..] else {
            continue;
        };
        let Some(fate) = Fate::from_id(fate) else {
            continue;
        };
        for form in forms(column) {
            triggers.entry(form).or_default().push(Trigger {
                fate,
                is_verb: sort == "verb",
                needs: plain(needs)
                    .filter(|word| !matches!(*word, "@" | "~") && !word.starts_with('+'))
                    .map(fold)
                    .collect(),
                next: needs
                    .split(' ')
                    .find_map(|word| word.strip_prefix('+'))
                    .map(fold),
                excluded: needs
                    .split(' ')
                    .filter_map(|word| word.strip_prefix('!'))
                    .map(fold)
                    .collect(),
                at_once: plain(needs).any(|word| word == "@"),
                not_at_once: plain(needs).any(|word| word == "~"),
            });
        }
    }
    triggers
});

/// The words of the column that have to follow.
fn plain(column: &str) -> impl Iterator<Item = &str> {
    column
        .split(' ')
        .filter(|word| !matches!(*word, "-" | "") && !word.starts_with('!'))
}

/// Beyond these no word governs: another clause begins, or another verb.
static WALLS: LazyLock<WordSet<String>> = LazyLock::new(|| {
    rows(include_str!("../data/walls.tsv"))
        .flat_map(|row| forms(row[0]).collect::<Vec<_>>())
        .collect()
});

/// What governs a number, seen from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Governor {
    /// A verb or verbal noun with a fate.
    Fate(Fate),
    /// A noun whose amount is told: عدد القتلى, حصيلة الزلزال, عدد المقاعد.
    Noun(Counted),
}

/// The fate that a token says of what is counted near it, and whether و stands before it.
fn trigger(line: &Line<'_>, at: usize) -> Option<(Fate, bool)> {
    // جبهة التحرير frees nobody.
    let is_none = is_particle(line, at) || is_families(line, at) || is_prison(line, at);
    if line.name(at) == Some(NameKind::Party) || is_none {
        return None;
    }
    readings(line.word(at)).find_map(|bare| {
        let found = TRIGGERS
            .get(bare.rest)?
            .iter()
            .find(|trigger| fits(line, at, trigger))?;
        let verb_has_particle = found.is_verb && (bare.article || bare.preposition == Some('ك'));
        let fate = if LOSES.contains(&bare.rest) && loses(line, at) {
            Fate::Killed
        } else {
            found.fate
        };
        (!verb_has_particle).then_some((fate, bare.and))
    })
}

/// To miss, and of a force or a family to lose by death.
const LOSES: [&str; 2] = ["فقد", "فقدت"];

/// Those of a force, with its pronoun.
const ITS_MEN: [&str; 7] = ["رجال", "جنود", "عناصر", "مقاتلي", "ضباط", "افراد", "مسلحي"];

/// Whether فقد has a subject that loses its own and not those who are missed: a name or a definite noun right behind it
/// ("فقدت الكتيبة ستين رجلا", but "فقد الصيادون", "فقدت السلطات أثر ستة"), or the counted are its own men.
fn loses(line: &Line<'_>, at: usize) -> bool {
    let near = || {
        (at + 1..line.len())
            .take(NEAREST)
            .take_while(|&at| !line.is_sign(at))
    };
    let traces = near().any(|at| {
        matches!(
            line.word(at),
            "اثر" | "الاثر" | "اثار" | "الاتصال" | "اتصالها" | "اتصاله"
        )
    });
    let subject = line.word(at + 1);
    let many = subject.ends_with("ون")
        || noun(subject).is_some_and(|(noun, _)| {
            noun.counted.kind.is_people()
                && noun.number == Number::Many
                && noun.counted.kind != Kind::Soldier
        });
    let acts = subject.starts_with("ال") && !many
        || matches!(line.name(at + 1), Some(NameKind::Party | NameKind::Place));
    let its_men = near().any(|at| {
        ITS_MEN.iter().any(|men| {
            let behind = line.word(at).strip_prefix(men);
            behind.is_some_and(|pronoun| matches!(pronoun, "ه" | "ها" | "هم" | "هما"))
        })
    });
    !traces && (acts || its_men)
}

/// How far behind the verb the counted of a loss stand, in tokens.
const NEAREST: usize = 10;

/// Whether قد with ف before it stands at a token, as before any verb, rather than the verb "to lose": "فقد قدرهم المركز بمئتين",
/// "أما الحصار فقد أودى بعشرين".
fn is_particle(line: &Line<'_>, at: usize) -> bool {
    line.word(at) == "فقد"
        && (says(line, at + 1) || is_fate_verb(line.word(at + 1)) || is_finite(line.word(at + 1)))
}

/// Whether سجن is the prison where something happens and not that somebody is imprisoned: "قتلى الشغب في سجن كذا".
fn is_prison(line: &Line<'_>, at: usize) -> bool {
    line.word(at) == "سجن" && matches!(line.before(at), "في" | "من" | "الي" | "داخل" | "عن")
}

/// Whether families of those whom something befell stand at a token, who are written as the verb "to capture": أسر القتلى.
fn is_families(line: &Line<'_>, at: usize) -> bool {
    readings(line.word(at)).any(|bare| bare.rest == "اسر")
        && noun(line.word(at + 1))
            .is_some_and(|(noun, bare)| bare.article && noun.counted.fate.is_some())
}

/// How far the word that completes a verb may stand: "لقي 12 شخصا من ركاب الحافلة مصرعهم".
const FARTHEST: usize = 14;

fn fits(line: &Line<'_>, at: usize, trigger: &Trigger) -> bool {
    let falls = (at + 1..line.len())
        .take(FARTHEST)
        .take_while(|&at| !line.is_sign(at))
        .any(|at| trigger.excluded.iter().any(|word| word == line.word(at)));
    let misses = |word: &String| word != line.word(at + 1);
    if falls || trigger.next.as_ref().is_some_and(misses) {
        return false;
    }
    if trigger.at_once {
        return line.is_number(at + 1)
            || matches!(
                line.word(at + 1),
                "في" | "نحبه" | "نحبهم" | "نحو" | "اكثر" | "ما" | "حوالي"
            )
            || begins(line.word(at + 1));
    }
    let completes = |at: usize| trigger.needs.iter().any(|word| word == line.word(at));
    trigger.needs.is_empty() || (at + 1..line.len()).take(FARTHEST).any(completes)
}

/// Whether a word begins another clause.
pub(crate) fn is_wall(word: &str) -> bool {
    let bare = unjoined(word);
    WALLS.contains(word) || WALLS.contains(bare)
}

/// Words about amounts, which let the noun before the number say what is counted.
pub(crate) fn tells_amount(word: &str) -> bool {
    readings(word).any(|bare| {
        matches!(
            bare.rest,
            "عدد"
                | "رقم"
                | "عددهم"
                | "عددها"
                | "حصيله"
                | "بلغ"
                | "بلغت"
                | "يبلغ"
                | "تبلغ"
                | "مجموع"
                | "اجمالي"
                | "نسبه"
                | "معدل"
                | "قدره"
                | "قدرها"
                | "قيمته"
                | "قيمتها"
                | "بقيمه"
                | "اعداد"
                | "عداد"
                | "حصيلتهم"
        )
    })
}

/// Whether something before token `from` says that an amount is told: عدد, بلغ, نسبة.
pub(crate) fn is_told_amount(line: &Line<'_>, from: usize) -> bool {
    let aside = aside_begin(line, from);
    (aside.saturating_sub(9)..aside)
        .chain(from.saturating_sub(9)..from)
        .any(|at| tells_amount(line.word(at)))
}

/// Where the aside between commas that ends right before a token begins: "بلغ عددهم، وفق آخر تقرير، 2000"; the token itself if
/// none does.
fn aside_begin(line: &Line<'_>, from: usize) -> usize {
    if line.before(from) != "،" || from < 2 {
        return from;
    }
    (from.saturating_sub(LONGEST_ASIDE)..from - 1)
        .rev()
        .take_while(|&at| line.word(at) != ".")
        .find(|&at| line.word(at) == "،")
        .unwrap_or(from)
}

/// How far before a number its governor may stand, in tokens.
const LEFT: usize = 40;

/// The governor of the number whose phrase begins at `from`, looking back no further than `to`.
pub(crate) fn governor(line: &Line<'_>, from: usize, to: usize) -> Option<Governor> {
    for at in (to.max(from.saturating_sub(LEFT))..from).rev() {
        let word = line.word(at);
        if matches!(word, "." | "؛" | ";") || word == ":" && at + 1 < from {
            return None;
        }
        // Behind a figure a verb of many is that figure's: "79 آخرين أصيبوا، فيما …".
        if to > 0 && is_predicate(word) && !governs_many(line, at) {
            continue;
        }
        if matches!(word, "فيما" | "بينما") {
            return None;
        }
        if at + 1 == from && is_of_doers(line, at) {
            return None;
        }
        if from > at + BESIDE && is_occasion(line, at) {
            continue;
        }
        // "حكمت بالإعدام على عشرة", "خطر الإعدام": what they are to suffer.
        let is_threat = word.starts_with("ال")
            && is_masdar(line, at)
            && readings(line.before(at)).any(|bare| THREATS.contains(&bare.rest))
            && !is_carried_out(line, at);
        if is_sentence(word) || is_threat {
            continue;
        }
        if let Some((fate, _)) = trigger(line, at) {
            let ill = fate == Fate::Wounded && is_illness(line, at);
            return Some(if ill {
                Governor::Noun(Counted {
                    fate: None,
                    kind: Kind::Case,
                })
            } else {
                Governor::Fate(fate)
            });
        }
        if let Some(counted) = told_noun(line, at) {
            let ill = counted.fate == Some(Fate::Wounded) && is_illness(line, at + 1);
            if ill {
                let kind = Kind::Case;
                return Some(Governor::Noun(Counted { fate: None, kind }));
            }
            return Some(Governor::Noun(counted));
        }
        // "إن الحصيلة قد تبلغ 300": a verb of amounts right before the number governs it from behind its subject.
        let is_copula =
            at + 1 == from && (matches!(word, "كان" | "كانت" | "كانوا") || tells_amount(word));
        if is_wall(word) && !is_copula {
            return awaiting(line, at, to).map(Governor::Fate);
        }
    }
    None
}

/// The fate that a verb gives which opens its clause and has its subject only behind a relative clause that began at `relative`:
/// "وأصيب في المواجهات التي استمرت ثماني ساعات 25 آخرون". What stands right behind such a verb is a preposition.
fn awaiting(line: &Line<'_>, relative: usize, to: usize) -> Option<Fate> {
    if !matches!(line.word(relative), "التي" | "الذي" | "الذين") {
        return None;
    }
    let verb = (to..relative)
        .rev()
        .take_while(|&at| !line.is_sign(at) && !line.is_number(at))
        .last()?;
    let awaits = matches!(line.word(verb + 1), "في" | "خلال" | "جراء" | "اثر" | "نتيجه");
    let (fate, _) = trigger(line, verb).filter(|_| awaits && is_fate_verb(line.word(verb)))?;
    Some(fate)
}

/// Nouns whose genitive has not befallen anyone yet: خطر الإعدام, تهمة القتل.
const THREATS: [&str; 9] = [
    "خطر",
    "حكم",
    "احكام",
    "عقوبه",
    "تهمه",
    "تهم",
    "محاوله",
    "شبهه",
    "احكامها",
];

/// Whether a sentence was carried out: "نفذت السلطات حكم الإعدام".
fn is_carried_out(line: &Line<'_>, at: usize) -> bool {
    let stems = ["نفذ", "ينفذ", "تنفذ", "تنفيذ"];
    (at.saturating_sub(BEHIND)..at).any(|at| {
        stems
            .iter()
            .any(|stem| unjoined(line.word(at)).starts_with(stem))
    })
}

/// How far behind a verbal noun that tells an occasion its own number stands, in tokens.
const BESIDE: usize = 2;

/// Whether a verbal noun tells only when or why: "أنفق السلطان بعد مقتل أخيه أجور 120 عاملا".
fn is_occasion(line: &Line<'_>, at: usize) -> bool {
    matches!(
        unjoined(line.before(at)),
        "بعد" | "قبل" | "منذ" | "عقب" | "اثر" | "ذكري" | "بسبب" | "جراء"
    ) && is_masdar(line, at)
}

/// Whether a number right behind a verb is of those who do it: "شيع آلاف المواطنين ستة من أبنائهم".
fn is_of_doers(line: &Line<'_>, at: usize) -> bool {
    readings(line.word(at)).any(|bare| {
        TRIGGERS
            .get(bare.rest)
            .is_some_and(|found| found.iter().all(|trigger| trigger.not_at_once))
    })
}

/// Whether a verb of many behind a figure has another number for its object: "غنموا 20 مدفعا وأسروا سبعين رجلا".
fn governs_many(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let number = line.is_numeral(at + 1);
    let acts = word
        .strip_prefix(['و', 'ف'])
        .is_some_and(|verb| !BEFELL.contains(verb));
    number || acts && word.ends_with("وا")
}

/// The noun whose amount a verb of change brings to the number at `from`, across a relative clause: "ارتفع عدد قتلى السيول
/// التي ضربت المدينة إلى 300"; looking back no further than `to`.
pub(crate) fn told_across(line: &Line<'_>, from: usize, to: usize) -> Option<Counted> {
    if line.before(from) != "الي" {
        return None;
    }
    // "ارتفع عدد القتلى إلى 80 والمصابين إلى 300"
    if let Some((noun, bare)) = from.checked_sub(2).and_then(|at| noun(line.word(at)))
        && bare.and
        && bare.article
        && noun.counted.fate.is_some()
    {
        return Some(noun.counted);
    }
    (to..from).rev().find_map(|at| {
        let is_toll = readings(line.word(at)).any(|bare| bare.rest == "حصيله");
        let told = is_toll || tells_amount(line.before(at));
        told.then(|| told_noun(line, at)).flatten()
    })
}

/// The plural behind عدد or حصيلة, or one that says its fate: عدد القتلى, حصيلة ضحايا الزلزال; حصيلة alone is of the dead.
fn told_noun(line: &Line<'_>, at: usize) -> Option<Counted> {
    if line.name(at) == Some(NameKind::Party) {
        return None;
    }
    let told = tells_amount(line.before(at)) && line.before(at) != "في";
    if let Some((noun, bare)) = noun(line.word(at)) {
        let telling = noun.number == Number::Many && !bare.and && bare.preposition.is_none();
        return (telling && (told || noun.counted.fate.is_some())).then_some(noun.counted);
    }
    let toll = readings(line.word(at)).any(|bare| matches!(bare.rest, "حصيله" | "الحصيله"));
    toll.then_some(Counted {
        fate: Some(Fate::Killed),
        kind: Kind::Person,
    })
}

/// How far behind its noun a verb may say what happened: "12 شخصا من القرية قتلوا".
const BEHIND: usize = 7;

/// The fate that is said behind the phrase which ends before `next`: "226 مواطنا قتلوا", "300 منزل تضررت".
pub(crate) fn fate_behind(line: &Line<'_>, next: usize) -> Option<Fate> {
    let mut at = next;
    let mut last = next + BEHIND;
    while at < line.len().min(last) {
        // "1.9 مليون شخص، أي 85 في المئة من السكان، نزحوا"
        if let Some(behind) = aside_end(line, at) {
            last += behind - at;
            at = behind;
            continue;
        }
        // "وكان 13 جنديا ونحو 170 مدنيا قد قتلوا"
        if let Some(behind) = both_end(line, at) {
            last += behind - at;
            at = behind;
            continue;
        }
        let word = line.word(at);
        if matches!(word, "لم" | "لا" | "لن") {
            return None;
        }
        if matches!(word, "رهن" | "قيد") {
            return trigger(line, at + 1).map(|(fate, _)| fate);
        }
        if word == "عداد" && at > next {
            return noun(line.word(at + 1)).and_then(|(noun, _)| noun.counted.fate);
        }
        let ends = line.is_sign(at)
            || line.is_number(at)
            || is_relative(word)
            || is_wall(word) && word != "كانوا";
        if ends && line.word(at + 1) != "عداد" {
            return None;
        }
        // "رجال الإنقاذ" are called after what they do.
        let is_behind = !(has_preposition(word) || word.starts_with("ال") && is_masdar(line, at));
        if let Some((fate, and)) = trigger(line, at).filter(|_| is_behind) {
            let goes_on = !and || befell(line, at);
            // Who catches an illness is not wounded.
            let goes_on = goes_on && !(fate == Fate::Wounded && is_illness(line, at));
            return (goes_on && (at == next || is_predicate(word) || !is_masdar(line, at)))
                .then_some(fate);
        }
        // With the article it is no adjective of those counted but who they belong to: "مئتان من ذوي الضحايا".
        let adjective = noun(word).filter(|(noun, bare)| {
            noun.counted.fate.is_some() && !bare.and && !bare.article && bare.preposition.is_none()
        });
        if let Some((noun, _)) = adjective {
            return noun.counted.fate;
        }
        at += 1;
    }
    None
}

/// The token behind an aside that begins at `at`: "، أي …،", "(…)".
fn aside_end(line: &Line<'_>, at: usize) -> Option<usize> {
    let close = match (line.word(at), line.word(at + 1)) {
        ("(", _) => ")",
        ("،", "اي") => "،",
        // "52 شخصا، بينهم خمسة أطفال، قتلوا"
        ("،", part) if is_part(part) => {
            let end = closing(line, at, "،")?;
            let tells = |at: usize| {
                (at..at + 2).any(|at| is_predicate(line.word(at)) && trigger(line, at).is_some())
            };
            return tells(end + 1).then_some(end + 1);
        }
        _ => return None,
    };
    closing(line, at, close).map(|end| end + 1)
}

/// The sign that closes an aside which begins at `at`.
fn closing(line: &Line<'_>, at: usize, sign: &str) -> Option<usize> {
    (at + 1..line.len().min(at + LONGEST_ASIDE)).find(|&at| line.word(at) == sign)
}

/// Words with which an aside tells a part of those before it, or how many they are.
fn is_part(word: &str) -> bool {
    const SHARES: [&str; 6] = ["نصف", "معظم", "جل", "اغلب", "غالبيت", "ثلث"];
    let shares = |pronoun: &str| {
        word.strip_suffix(pronoun)
            .is_some_and(|share| SHARES.contains(&share))
    };
    matches!(word, "بينهم" | "بينهن" | "منهم" | "من" | "البالغ" | "ضمنهم") || shares("هم")
}

/// The token behind a second number and its noun that و joins to the one before, where a verb of many right behind tells what befell
/// both.
fn both_end(line: &Line<'_>, at: usize) -> Option<usize> {
    let number = match line.word(at) {
        "و" => at + 1,
        "ونحو" | "وحوالي" | "وقرابه" | "وزهاء" => at + 1,
        "واكثر" if line.word(at + 1) == "من" => at + 2,
        word if word.starts_with('و') && begins(word) => at,
        _ => return None,
    };
    let counts = line.is_numeral(number);
    let verb = (number + 2..line.len().min(number + LONGEST_SECOND))
        .take_while(|&at| !line.is_sign(at) && !line.is_number(at))
        .find(|&at| matches!(line.word(at), "قد" | "ظل") || is_predicate(line.word(at)));
    let verb = verb.filter(|&at| {
        let at = at + usize::from(line.word(at) == "قد");
        trigger(line, at).is_some() && !line.word(at).starts_with('و')
    });
    verb.filter(|_| counts && line.is_word(number + 1))
}

/// A second number with its noun is no longer, in tokens.
const LONGEST_SECOND: usize = 6;

/// No aside is longer, in tokens.
const LONGEST_ASIDE: usize = 16;

const SUBJECTS: &str = include_str!("../data/subjects.tsv");
static ACTS: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(SUBJECTS, "people"));
static WINS: LazyLock<WordSet<String>> = LazyLock::new(|| words_of(SUBJECTS, "win"));

/// Whether the verb right before a bare number is one of people: "بُرئ ثمانية", "حُكم على خمسة".
pub(crate) fn act_of_people(line: &Line<'_>, first: usize) -> bool {
    let is_act = |word: &str| is_indefinite_of(word, &ACTS);
    let sentenced = line.before(first) == "علي"
        && first > 1
        && readings(line.word(first - 2)).any(|bare| matches!(bare.rest, "حكم" | "الحكم"));
    // "برأت المحكمة اثنين", "كنا ثلاثة عشر في البيت"
    let acts = line.before(first).starts_with("ال")
        && first > 1
        && is_act(line.word(first - 2))
        && !is_act(line.before(first));
    is_act(line.before(first)) || acts || sentenced || matches!(line.before(first), "كنا" | "كانوا")
}

/// How far before a bare number a verb of winning may stand, in tokens.
const NEAR: usize = 6;

/// Whether a verb of winning stands before a bare number in its clause: "نال الحزب خمسة".
pub(crate) fn wins(line: &Line<'_>, first: usize) -> bool {
    (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(|&at| !line.is_sign(at) && !line.is_number(at))
        .any(|at| is_indefinite_of(line.word(at), &WINS))
}

/// Whether those held whose number begins at `first` come home or are exchanged: "وصل إلى المطار ستون أسيرا", but "نُقل ستون
/// سجينا إلى سجن آخر".
pub(crate) fn comes_home(line: &Line<'_>, first: usize, exchange: bool) -> bool {
    let near = || {
        (first.saturating_sub(LEAST)..first)
            .rev()
            .take_while(|&at| !matches!(line.word(at), "." | "؛" | "بينما" | "فيما"))
    };
    let prison = (0..line.len()).any(|at| {
        line.before(at) != "من"
            && readings(line.word(at))
                .any(|bare| matches!(bare.rest, "سجن" | "سجون" | "معتقل" | "محكمه"))
    });
    !prison
        && (near().any(|at| is_indefinite_of(line.word(at), &HANDED_OVER))
            || exchange && near().any(|at| is_indefinite_of(line.word(at), &CARRIED)))
}

/// Whether a sentence tells that those held are exchanged: "صفقة تبادل الأسرى".
pub(crate) fn tells_exchange(line: &Line<'_>) -> bool {
    let said = |words| (0..line.len()).any(|at| is_one_of(line.word(at), words));
    said(&EXCHANGE) && said(&HELD)
}

/// How far before the held their verb may stand, in tokens.
const LEAST: usize = 8;

/// Whether a sentence tells that people return to where they lived, not to their work: "عاد 300 شخص إلى ديارهم".
pub(crate) fn goes_home(line: &Line<'_>) -> bool {
    (0..line.len()).any(|at| {
        is_one_of(line.word(at), &HOME)
            || noun(line.word(at))
                .is_some_and(|(noun, _)| noun.counted.fate == Some(Fate::Displaced))
    })
}

/// Whether a verb of winning stands anywhere before token `first`.
pub(crate) fn is_won(line: &Line<'_>, first: usize) -> bool {
    (0..first).any(|at| is_indefinite_of(line.word(at), &WINS))
}

/// Whether a verb of what befell those counted before stands at a token.
fn befell(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    word.strip_prefix(['و', 'ف'])
        .is_some_and(|verb| BEFELL.contains(verb))
}

fn is_relative(word: &str) -> bool {
    matches!(
        word,
        "الذي"
            | "التي"
            | "الذين"
            | "في"
            | "من"
            | "خلال"
            | "بعد"
            | "اثر"
            | "جراء"
            | "بسبب"
            | "عن"
            | "منذ"
    ) && word != "من"
}

/// Whether a fate with the article stands behind ب, as what a court says or people are accused of: بالإعدام, بالقتل.
fn is_sentence(word: &str) -> bool {
    readings(word).any(|bare| {
        bare.preposition == Some('ب') && bare.article && TRIGGERS.contains_key(bare.rest)
    })
}

/// Whether a fate stands behind ب or ل, as what is meant and not what happened: "حكم على 75 متهما بالإعدام".
fn has_preposition(word: &str) -> bool {
    readings(word).any(|bare| bare.preposition.is_some() && TRIGGERS.contains_key(bare.rest))
}

/// A verb of many men: قتلوا.
pub(crate) fn is_predicate(word: &str) -> bool {
    word.ends_with("وا") || word.ends_with("ون")
}

fn is_masdar(line: &Line<'_>, at: usize) -> bool {
    readings(line.word(at)).any(|bare| {
        TRIGGERS
            .get(bare.rest)
            .is_some_and(|found| found.iter().all(|trigger| !trigger.is_verb))
    })
}

/// Whether a word is a verbal noun with a fate (مقتل, إصابة), with particles before it or none.
pub(crate) fn is_fate_word(word: &str) -> bool {
    let masdar = |rest: &str| {
        TRIGGERS
            .get(rest)
            .is_some_and(|found| found.iter().any(|trigger| !trigger.is_verb))
    };
    readings(word).any(|bare| !bare.article && masdar(bare.rest))
}

/// Whether a word is a verb that says a fate and nothing else, its و aside.
pub(crate) fn is_fate_verb(word: &str) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    let verb = |word: &str| {
        TRIGGERS
            .get(word)
            .is_some_and(|found| found.iter().all(|trigger| trigger.is_verb))
    };
    verb(word) || verb(bare)
}

/// Whether the token itself says a fate: a verb or verbal noun.
pub(crate) fn says_fate(line: &Line<'_>, at: usize) -> bool {
    trigger(line, at).is_some()
}
