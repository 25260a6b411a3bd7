//! The words of time expressions: `data/lexicon.tsv` as a hash table from word keys.

use std::sync::LazyLock;

use crate::key::Key;

/// Declares the word classes with the names that the table gives them.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal,)*) => {
        /// The part a word plays in time expressions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Class {
            $($(#[$doc])* $class,)*
        }

        impl Class {
            fn named(name: &str) -> Option<Class> {
                match name { $($name => Some(Class::$class),)* _ => None }
            }
        }
    };
}

classes! {
    /// No word of a time expression.
    Other = "",
    /// Digits; not in the table.
    Number = "(number)",
    /// A number word; not in the table.
    Numeral = "(numeral)",
    /// Punctuation or a sign; not in the table.
    Sign = "(sign)",
    /// A lone article before digits, الـ; not in the table.
    Article = "(article)",
    /// A Gregorian month that is no other word.
    Month = "month",
    /// A Gregorian month that is another word too: مارس, آب.
    WeakMonth = "weakmonth",
    /// كانون, which الأول or الثاني completes.
    Kanun = "kanun",
    /// تشرين, likewise.
    Tishrin = "tishrin",
    /// A Hijri month of one word, most of them also men's names.
    Hijri = "hijri",
    /// ربيع: the month's first word, or spring.
    Rabi = "rabi",
    /// جمادى.
    Jumada = "jumada",
    /// ذو.
    Dhu = "dhu",
    /// القعدة.
    Qada = "qada",
    /// الحجة.
    Hijja = "hijja",
    /// A weekday, its ISO number.
    Weekday = "weekday",
    /// ثانية; like all units: value 1 singular, 2 dual, 3 plural.
    Second = "second",
    /// دقيقة.
    Minute = "minute",
    /// ساعة.
    Hour = "hour",
    /// يوم.
    Day = "day",
    /// ليلة.
    Night = "night",
    /// أسبوع.
    Week = "week",
    /// شهر.
    MonthUnit = "month_unit",
    /// عام, سنة.
    Year = "year",
    /// عقد.
    Decade = "decade",
    /// قرن.
    Century = "century",
    /// ألفية.
    Millennium = "millennium",
    /// فصل.
    SeasonUnit = "season_unit",
    /// ربع.
    QuarterUnit = "quarter_unit",
    /// نصف.
    HalfUnit = "half_unit",
    /// ثلث.
    ThirdUnit = "third_unit",
    /// ويكند.
    Weekend = "weekend",
    /// صيف 0, شتاء 1, خريف 2.
    Season = "season",
    /// ثمانينيات: 80.
    Tens = "tens",
    /// الماضي.
    Last = "last",
    /// الأخير.
    Recent = "recent",
    /// السابق.
    Previous = "previous",
    /// الحالي.
    This = "this",
    /// المقبل.
    Next = "next",
    /// التالي.
    Following = "following",
    /// نفسه.
    Same = "same",
    /// نفس.
    SameHead = "samehead",
    /// هذا.
    Demonstrative = "demonstrative",
    /// ذلك.
    That = "that",
    /// القليلة.
    Few = "few",
    /// أوائل.
    Early = "early",
    /// منتصف.
    Mid = "mid",
    /// أواخر.
    Late = "late",
    /// غرة.
    NewMoon = "newmoon",
    /// سلخ.
    MonthEnd = "monthend",
    /// آخر.
    Extreme = "extreme",
    /// أول.
    First = "first",
    /// أمس.
    Yesterday = "yesterday",
    /// غد.
    Tomorrow = "tomorrow",
    /// صباح: its number in [`crate::expression::DayPart::ALL`].
    DayPart = "daypart",
    /// صباحاً.
    DayAdverb = "dayadverb",
    /// في.
    In = "in",
    /// منذ.
    Since = "since",
    /// حتى.
    Until = "until",
    /// إلى.
    To = "to",
    /// من.
    From = "from",
    /// بين.
    Between = "between",
    /// قبل.
    Before = "before",
    /// بعد.
    After = "after",
    /// خلال.
    During = "during",
    /// بحلول.
    By = "by",
    /// بتاريخ، الموافق.
    Dated = "dated",
    /// نحو.
    About = "about",
    /// مدة.
    Term = "of_time",
    /// كل.
    Every = "every",
    /// يومياً 1 … سنوياً 4.
    Adverb = "daily",
    /// ميلادي 1, هجري 2.
    Era = "era",
    /// ق.م in one word.
    BeforeChrist = "before_christ",
    /// خلون.
    Elapsed = "khalawn",
    /// بقين.
    Left = "baqin",
    /// بضعة.
    Several = "several",
    /// Words that mean nothing here but before others: عطلة نهاية الأسبوع, موسم 2014, وقفة عرفات.
    Opener = "opener",
    /// عيد.
    Eid = "eid",
    /// The first word of a holiday's name.
    Holiday = "holiday",
    /// عامنا.
    OurYear = "our_year",
}

/// Whether a word takes the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Article {
    Yes,
    No,
    Any,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
struct Entry {
    key: Key,
    class: Class,
    value: i8,
    article: Article,
}

/// What the lexicon knows of a written word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lexeme {
    pub class: Class,
    pub value: i8,
    /// Whether it has the article.
    pub article: bool,
    /// Letters of the particles on its front, the article not among them.
    pub particles: u8,
    /// Whether one of the particles is و or ف.
    pub conjunction: bool,
    /// The preposition on its front: ب ل ك.
    pub preposition: Option<char>,
}

struct Lexicon {
    slots: Vec<Option<Entry>>,
}

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../data/lexicon.tsv")));

/// Slots of the hash table: a power of two, several times the number of forms so that most words miss at once.
const SLOTS: usize = 4096;

impl Lexicon {
    /// Reads the table; rows that are not understood are left out, and a test sees that there are none.
    fn read(table: &str) -> Lexicon {
        let mut lexicon = Lexicon {
            slots: vec![None; SLOTS],
        };
        for entry in rows(table).filter_map(|row| entries(row).ok()).flatten() {
            lexicon.insert(entry);
        }
        lexicon
    }

    fn insert(&mut self, entry: Entry) {
        let mut slot = slot_of(entry.key);
        while self.slots[slot].is_some() {
            slot = (slot + 1) % SLOTS;
        }
        self.slots[slot] = Some(entry);
    }

    fn get(&self, key: Key, article: bool) -> Option<Entry> {
        let mut slot = slot_of(key);
        while let Some(entry) = self.slots[slot] {
            if entry.key == key && entry.article.allows(article) {
                return Some(entry);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }
}

impl Article {
    fn allows(self, article: bool) -> bool {
        match self {
            Article::Yes => article,
            Article::No => !article,
            Article::Any => true,
        }
    }
}

/// Where a key is looked for first.
fn slot_of(key: Key) -> usize {
    key.hash() as usize % SLOTS
}

/// The rows of a table without its comments.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = &str> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

/// `class TAB value TAB article TAB forms`
fn entries(row: &str) -> Result<Vec<Entry>, String> {
    let mut columns = row.split('\t');
    let mut column = || {
        columns
            .next()
            .ok_or_else(|| format!("expected four columns: {row}"))
    };
    let class = Class::named(column()?).ok_or_else(|| format!("no such class: {row}"))?;
    let value = column()?
        .parse()
        .map_err(|_| format!("expected a small number in column 2: {row}"))?;
    let article = match column()? {
        "yes" => Article::Yes,
        "no" => Article::No,
        "any" => Article::Any,
        _ => return Err(format!("expected yes, no or any in column 3: {row}")),
    };
    let entry = |form: &str| {
        let key = Key::of(form).ok_or_else(|| format!("{form} has no key: {row}"))?;
        Ok(Entry {
            key,
            class,
            value,
            article,
        })
    };
    column()?.split(' ').map(entry).collect()
}

/// Looks a word up: whole, then without و or ف, then without ب ل ك, then without the article.
///
/// `word = [و|ف] [ب|ل|ك] [ال] form`, and `لل form` for `ل ال form`.
pub(crate) fn lookup(key: Key) -> Option<Lexeme> {
    let conjunction = matches!(key.letter(0), Some('و' | 'ف'));
    without_conjunction(key, 0).or_else(|| {
        conjunction
            .then(|| without_conjunction(key.without(1), 1))
            .flatten()
    })
}

fn without_conjunction(key: Key, particles: u8) -> Option<Lexeme> {
    let preposition = key
        .letter(0)
        .filter(|letter| matches!(letter, 'ب' | 'ل' | 'ك'));
    form(key, particles, None)
        .or_else(|| form(key.without(1), particles + 1, Some(preposition?)))
        .or_else(|| doubled(key, particles))
}

/// `لل form`: the ل of the article stays, its ا is not written.
fn doubled(key: Key, particles: u8) -> Option<Lexeme> {
    let doubled = key.letter(0) == Some('ل') && key.letter(1) == Some('ل');
    let entry = if doubled {
        LEXICON.get(key.without(2), true)
    } else {
        None
    };
    entry.map(|entry| Lexeme {
        particles: particles + 2,
        ..lexeme(entry, true, particles + 1, Some('ل'))
    })
}

/// `[ال] form`
fn form(key: Key, particles: u8, preposition: Option<char>) -> Option<Lexeme> {
    let article = key.letter(0) == Some('ا') && key.letter(1) == Some('ل');
    let bare = LEXICON
        .get(key, false)
        .map(|entry| lexeme(entry, false, particles, preposition));
    bare.or_else(|| {
        let entry = if article {
            LEXICON.get(key.without(2), true)
        } else {
            None
        };
        entry.map(|entry| lexeme(entry, true, particles, preposition))
    })
}

fn lexeme(entry: Entry, article: bool, particles: u8, preposition: Option<char>) -> Lexeme {
    let conjunction = particles > u8::from(preposition.is_some());
    Lexeme {
        class: entry.class,
        value: entry.value,
        article,
        particles,
        conjunction,
        preposition,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class_of(word: &str) -> Option<(Class, bool, u8)> {
        lookup(Key::of(word)?).map(|lexeme| (lexeme.class, lexeme.article, lexeme.particles))
    }

    #[test]
    fn every_row_is_read_and_no_form_stands_twice() {
        let mut seen: Vec<Entry> = Vec::new();
        for row in rows(include_str!("../data/lexicon.tsv")) {
            for entry in entries(row).unwrap() {
                let twice = seen.iter().any(|other| {
                    other.key == entry.key
                        && (other.article.allows(true) && entry.article.allows(true)
                            || other.article.allows(false) && entry.article.allows(false))
                });
                assert!(!twice, "a form of this row stands twice: {row}");
                seen.push(entry);
            }
        }
        assert!(
            seen.len() * 4 < SLOTS,
            "{} forms crowd the table",
            seen.len()
        );
    }

    #[test]
    fn particles_come_off() {
        assert_eq!(class_of("يناير"), Some((Class::Month, false, 0)));
        assert_eq!(class_of("ولفبراير"), Some((Class::Month, false, 2)));
        assert_eq!(class_of("للعام"), Some((Class::Year, true, 2)));
        assert_eq!(class_of("وبالأمس"), Some((Class::Yesterday, true, 2)));
        assert_eq!(class_of("الأَحَدِ"), Some((Class::Weekday, true, 0)));
        assert_eq!(class_of("مدرسة"), None);
        assert_eq!(class_of("January"), None);
    }
}
