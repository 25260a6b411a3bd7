//! Numbers in a line with what bounds them: digits, words, ranges, shares, duals, vague numbers.

use std::ops::Range;
use std::sync::LazyLock;

use tawarikh_arabic::numeral::{self, Numeral, numeral_at};

use crate::bare::readings;
use crate::bare::unjoined;
use crate::bound::{self, BoundAt, Effect};
use crate::counted::{NounAt, Number, noun, noun_after, refined};
use crate::kind::{Counted, Kind};
use crate::line::Line;
use crate::lookup::WordMap;
use crate::name::NameKind;
use crate::table::{forms, rows};
use crate::trap::is_trap;

/// How a quantity is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A number before what it counts, or alone.
    Plain,
    /// Two numbers between which it lies.
    Range,
    /// Per cent.
    Percent,
    /// A part of a whole in words: نصف.
    Fraction,
    /// عشرات, بضعة
    Vague,
    /// قتيلان
    Dual,
    /// قتيل واحد
    One,
    /// الضحايا السبعة
    Definite,
}

/// A number in a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Quantity {
    /// Its first token, a bound included.
    pub first: usize,
    /// The token behind it.
    pub next: usize,
    /// Its bytes in the text, glued particles left out.
    pub span: Range<usize>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub form: Form,
    /// Whether و joins it to what stands before.
    pub joined: bool,
    /// Whether a bound stands at it.
    pub bounded: bool,
    /// What it counts, where the noun is beside it.
    pub noun: Option<NounAt>,
    /// Whether its noun is left out: ألفا and مليونا with the ending that they have only without one.
    pub elided: bool,
}

/// A number as it is read, before its bounds.
#[derive(Clone, Copy, Debug)]
struct Amount {
    low: f64,
    high: f64,
    next: usize,
    form: Form,
    /// Where it begins, in bytes of the text.
    start: usize,
    /// Whether the article stands before it.
    definite: bool,
}

/// The quantities of a line, in order, traps left out.
pub(crate) fn quantities(line: &Line<'_>) -> Vec<Quantity> {
    let mut found = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < line.len() {
        at = match read(line, at, floor) {
            Reading::Found(quantity) => {
                let next = quantity.next.max(at + 1);
                found.push(quantity);
                floor = next;
                next
            }
            Reading::Skip(next) => next.max(at + 1),
        };
    }
    found
}

enum Reading {
    Found(Quantity),
    /// Nothing up to this token.
    Skip(usize),
}

/// What begins at a token; no bound reaches back beyond `floor`.
fn read(line: &Line<'_>, at: usize, floor: usize) -> Reading {
    let timed = is_time(line, at) && !is_percent(line, at + 1);
    if timed || line.is_sign(at) && !is_currency(line.word(at)) {
        return Reading::Skip(at + 1);
    }
    if let Some(quantity) = dual(line, at).or_else(|| one(line, at)) {
        return Reading::Found(quantity);
    }
    match amount(line, at) {
        Some(Ok(amount)) => finished(line, at, floor, amount),
        Some(Err(next)) => Reading::Skip(next),
        None => Reading::Skip(at + 1),
    }
}

/// Whether a token tells a time. "1,041" is no year, nor is a number of four digits behind "more than".
fn is_time(line: &Line<'_>, at: usize) -> bool {
    if !line.is_timed(at) {
        return false;
    }
    let text = line.tokens.get(at).map_or("", |token| token.text);
    let grouped = line.is_number(at) && text.contains([',', '٬']);
    let exceeded = line.is_number(at)
        && !line.is_timed(at + 1)
        && bound::before(line, at).is_some_and(|bound| bound.effect != Effect::About)
        && !matches!(line.before(at), "حتي" | "دون");
    // "نقلت السفينة 1800 من الجرحى"
    let of_people = line.is_number(at)
        && !line.is_timed(at + 1)
        && line.word(at + 1) == "من"
        && noun_after(line, at + 1).is_some_and(|noun| noun.counted.kind.is_people());
    !grouped && !exceeded && !of_people
}

/// Whether a sign or words for per cent stand at a token: "بلغ العام 90%" tells no year.
fn is_percent(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), "%" | "٪" | "بالميه" | "بالمايه")
        || line.word(at) == "في" && matches!(line.word(at + 1), "الميه" | "المايه")
}

fn is_currency(sign: &str) -> bool {
    matches!(sign, "$" | "€" | "£" | "%" | "٪")
}

/// amount = number [per cent] | share | vague; `Err` for a numeral that counts nothing, with the token behind it.
fn amount(line: &Line<'_>, at: usize) -> Option<Result<Amount, usize>> {
    if line.is_sign(at) {
        let next_is_number = line.is_number(at + 1) && line.touches(at + 1);
        return next_is_number.then(|| signed(line, at)).flatten();
    }
    if let Some(amount) = vague(line, at)
        .or_else(|| share_of_them(line, at))
        .or_else(|| fifth(line, at))
    {
        return Some(Ok(amount));
    }
    if !line.is_numeral(at) {
        return None;
    }
    let numeral = numeral_at(&line.tokens, at)?;
    let next = at + numeral.tokens;
    let is_one = numeral.value == 1.0 && !line.is_number(at);
    // "واحد من كل خمسة" is a rate.
    let is_rate = line.before(at) == "كل";
    let is_year = line.is_number(at)
        && matches!(
            line.before(at),
            "عام" | "سنه" | "العام" | "عامي" | "وعام" | "بعام"
        );
    // "ما يقارب الثمانين" counts, "الثمانين" alone ranks.
    let ranks = numeral.kind == numeral::Kind::Ordinal
        && !(numeral.value >= 20.0
            && numeral.value % 10.0 == 0.0
            && bound::before(line, at).is_some());
    let timed = (at..next).any(|token| is_time(line, token)) && !is_percent(line, next);
    let is_year = is_year && !is_percent(line, next);
    if is_year || is_rate || ranks || timed || is_one {
        return Some(Err(next));
    }
    let amount = thousand(line, plain(line, at, &numeral));
    Some(Ok(with_nayyif(
        line,
        with_percent(line, with_rest(line, amount)),
    )))
}

/// ألفا is two thousand before its noun, and one where من is behind it: "ألفا من الجنود".
fn thousand(line: &Line<'_>, amount: Amount) -> Amount {
    let is_one = line.word(amount.next) == "من"
        && amount.low == 2000.0
        && unjoined(line.before(amount.next)) == "الفا";
    match is_one {
        true => Amount {
            low: 1000.0,
            high: 1000.0,
            ..amount
        },
        false => amount,
    }
}

/// A sign of money or per cent before digits: $250, %92
fn signed(line: &Line<'_>, at: usize) -> Option<Result<Amount, usize>> {
    let amount = amount(line, at + 1)?.ok()?;
    let percent = matches!(line.word(at), "%" | "٪");
    Some(Ok(Amount {
        start: line.start(at),
        form: if percent { Form::Percent } else { amount.form },
        ..amount
    }))
}

fn plain(line: &Line<'_>, at: usize, numeral: &Numeral) -> Amount {
    let word = line.word(at);
    let written = readings(word).any(|bare| bare.article && !line.is_number(at));
    Amount {
        low: whole(numeral.value),
        high: whole(numeral.value),
        next: at + numeral.tokens,
        form: Form::Plain,
        start: numeral.span.start,
        definite: written && !word.starts_with("الف") && !word.starts_with("والف")
            || line.is_number(at)
                && line.touches(at)
                && readings(line.before(at)).count() > 0
                && line.before(at).ends_with("ال")
            || line.is_number(at) && line.before(at) == "ال",
    }
}

/// "33 ألفا و37 قتيلا": behind a scale without its noun the rest of the number follows, however small.
fn with_rest(line: &Line<'_>, amount: Amount) -> Amount {
    let scale = match line.before(amount.next) {
        "الفا" | "الف" | "الاف" => 1000.0,
        "مليونا" | "مليون" | "ملايين" => 1e6,
        _ => return amount,
    };
    let at = match line.word(amount.next) {
        "و" if line.touches(amount.next + 1) => amount.next + 1,
        word if word.starts_with('و') && !line.is_number(amount.next) => amount.next,
        _ => return amount,
    };
    if line.is_timed(at) || !line.is_numeral(at) {
        return amount;
    }
    let Some(rest) =
        numeral_at(&line.tokens, at).filter(|rest| rest.kind == numeral::Kind::Cardinal)
    else {
        return amount;
    };
    let next = at + rest.tokens;
    // Three digits are the rest of thousands with no noun behind them either: "25 ألفا و300".
    let counted = noun_after(line, next).is_some() || rest.value >= 100.0;
    if rest.value >= scale || !counted || at + rest.tokens > line.len() {
        return amount;
    }
    Amount {
        low: amount.low + rest.value,
        high: amount.high + rest.value,
        next,
        ..amount
    }
}

/// 34.2 milliards are whole, though the product of the two numbers is not quite.
fn whole(value: f64) -> f64 {
    let near = value.round();
    if value > 1000.0 && (value - near).abs() < 1e-3 {
        near
    } else {
        value
    }
}

/// 92%, 92 في المئة, 92 بالمئة
fn with_percent(line: &Line<'_>, amount: Amount) -> Amount {
    let next = amount.next;
    let words = match (line.word(next), line.word(next + 1)) {
        ("%" | "٪" | "بالميه" | "بالمايه", _) => 1,
        ("في", "الميه" | "المايه") => 2,
        _ => return amount,
    };
    Amount {
        next: next + words,
        form: Form::Percent,
        ..amount
    }
}

/// أربعون ونيف
fn with_nayyif(line: &Line<'_>, amount: Amount) -> Amount {
    match nayyif(line, amount.next, amount.high) {
        Some(more) => Amount {
            high: amount.high + more,
            next: amount.next + 1,
            form: Form::Vague,
            ..amount
        },
        None => amount,
    }
}

/// What ونيف at a token adds to a number at most: nine, ninety-nine over hundreds, 999 over thousands.
fn nayyif(line: &Line<'_>, at: usize, number: f64) -> Option<f64> {
    if !matches!(line.word(at), "ونيف" | "ونيفا") {
        return None;
    }
    Some(if number % 1000.0 == 0.0 {
        999.0
    } else if number % 100.0 == 0.0 {
        99.0
    } else {
        9.0
    })
}

struct Row {
    sort: &'static str,
    low: f64,
    high: f64,
}

static VAGUE: LazyLock<WordMap<String, Row>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    for row in rows(include_str!("../data/amounts.tsv")) {
        let [sort, low, high, column] = row[..] else {
            continue;
        };
        for form in forms(column) {
            let number = |text: &str| text.parse().unwrap_or_default();
            let (low, high) = (number(low), number(high));
            words.insert(form, Row { sort, low, high });
        }
    }
    words
});

/// Whether a word is a number word without an exact value: عشرات.
pub(crate) fn is_vague(word: &str) -> bool {
    readings(word).any(|bare| VAGUE.get(bare.rest).is_some_and(|row| row.sort == "vague"))
}

/// A share of those told before: نصفهم, ثلثاها.
fn share_of_them(line: &Line<'_>, at: usize) -> Option<Amount> {
    readings(line.word(at)).find_map(|bare| {
        let stem = ["هما", "هم", "ها", "هن"]
            .iter()
            .find_map(|pronoun| bare.rest.strip_suffix(pronoun))?;
        let row = VAGUE.get(stem).filter(|row| row.sort == "share")?;
        Some(Amount {
            low: row.low,
            high: row.high,
            next: at + 1,
            form: Form::Fraction,
            start: line.start_without(at, bare.letters()),
            definite: false,
        })
    })
}

/// A fifth, told from five by its sign or by a mass behind it: خُمس مساحة البلاد, خمس سكان العالم, but خمس مدن.
fn fifth(line: &Line<'_>, at: usize) -> Option<Amount> {
    const MASSES: [&str; 12] = [
        "سكان",
        "السكان",
        "مساحه",
        "المساحه",
        "انتاج",
        "الانتاج",
        "صادرات",
        "واردات",
        "الناتج",
        "ناتج",
        "اراضي",
        "الاراضي",
    ];
    let (bare, percent) = readings(line.word(at)).find_map(|bare| match bare.rest {
        "خمس" => Some((bare, 20.0)),
        "سدس" => Some((bare, 100.0 / 6.0)),
        "عشر" => Some((bare, 10.0)),
        _ => None,
    })?;
    let is_signed = line.tokens.get(at)?.text.contains(['\u{64f}']);
    let is_part = is_signed || MASSES.contains(&line.word(at + 1));
    (is_part && !bare.article && is_whole(line, at + 1)).then(|| Amount {
        low: percent,
        high: percent,
        next: at + 1,
        form: Form::Fraction,
        start: line.start_without(at, bare.letters()),
        definite: false,
    })
}

/// vague = [عدة] tens { scale } | few [scale | noun] | [three] share of something
fn vague(line: &Line<'_>, at: usize) -> Option<Amount> {
    let (row, bare) =
        readings(line.word(at)).find_map(|bare| Some((VAGUE.get(bare.rest)?, bare)))?;
    let amount = Amount {
        low: row.low,
        high: row.high,
        next: at + 1,
        form: Form::Vague,
        start: line.start_without(at, bare.letters()),
        definite: bare.article,
    };
    match row.sort {
        "vague" => Some(scaled(line, amount)),
        "few" if !bare.article => {
            let scaled = scaled(line, amount);
            let noun = noun_after(line, scaled.next).is_some();
            (scaled.next > at + 1 || noun).then_some(scaled)
        }
        "several" => {
            let is_vague = VAGUE
                .get(line.word(at + 1))
                .is_some_and(|row| row.sort == "vague");
            let inner = is_vague.then(|| vague(line, at + 1)).flatten()?;
            Some(Amount {
                start: amount.start,
                ..inner
            })
        }
        "share" if !bare.article && is_whole(line, at + 1) => Some(Amount {
            form: Form::Fraction,
            ..amount
        }),
        _ => None,
    }
}

/// عشرات الآلاف, بضعة ملايين
fn scaled(line: &Line<'_>, amount: Amount) -> Amount {
    let word = line.word(amount.next);
    let scale = match word
        .strip_prefix("ال")
        .filter(|rest| rest.len() > 4)
        .unwrap_or(word)
    {
        "ميات" => 100.0,
        "الاف" | "لاف" | "الالاف" => 1000.0,
        "ملايين" => 1e6,
        "مليارات" => 1e9,
        _ => return amount,
    };
    // The upper end of tens is 99, of tens of thousands 99,999.
    Amount {
        low: amount.low * scale,
        high: if amount.high < 10.0 {
            amount.high * scale
        } else {
            (amount.high + 1.0) * scale - 1.0
        },
        next: amount.next + 1,
        ..amount
    }
}

/// Whether a share may be of what stands there: نصف السكان, not نصف ساعة, نصف النهائي.
fn is_whole(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let other = matches!(
        bare,
        "نهايي"
            | "ساعه"
            | "ليل"
            | "نهار"
            | "وقت"
            | "عام"
            | "قرن"
            | "طريق"
            | "كره"
            | "قمر"
            | "شهر"
            | "سنه"
            | "مباراه"
            | "مليون"
            | "مليار"
            | "الف"
            | "نهاييات"
            | "دايره"
            | "قرون"
    );
    let is_noun = line.is_word(at) && !line.is_timed(at) && bare.chars().count() > 2;
    let definite = word == "عدد" || word.starts_with("ال") || line.word(at + 1).starts_with("ال");
    is_noun && definite && !other && !tawarikh_arabic::is_stop_word(word)
}

/// ثلاثة أرباع المدينة
fn fraction(line: &Line<'_>, amount: Amount) -> Option<Amount> {
    let part = match line.word(amount.next) {
        "ارباع" => 25.0,
        "اخماس" => 20.0,
        "اسداس" => 100.0 / 6.0,
        "اثلاث" => 100.0 / 3.0,
        "اعشار" => 10.0,
        _ => return None,
    };
    (amount.low < 10.0).then_some(Amount {
        low: amount.low * part,
        high: amount.high * part,
        next: amount.next + 1,
        form: Form::Fraction,
        ..amount
    })
}

/// Puts range, bounds and noun to an amount, or turns it away.
fn finished(line: &Line<'_>, at: usize, floor: usize, amount: Amount) -> Reading {
    let amount = fraction(line, amount).unwrap_or(amount);
    let (amount, first) = match range(line, at, amount) {
        Some(found) => found,
        None if is_trap(line, at, amount.next) => return Reading::Skip(amount.next),
        None => (amount, particle_before(line, at).unwrap_or(at)),
    };
    if amount.form == Form::Range && is_trap_after(line, amount.next) {
        return Reading::Skip(amount.next);
    }
    let before = bound::before(line, first).filter(|bound| bound.first >= floor);
    Reading::Found(bounded(line, first, at, amount, before))
}

fn is_trap_after(line: &Line<'_>, next: usize) -> bool {
    is_trap(line, next, next)
}

/// The particle glued to digits, a token of its own: و, ب, الـ.
fn particle_before(line: &Line<'_>, at: usize) -> Option<usize> {
    let particle = line.is_number(at)
        && line.touches(at)
        && matches!(
            line.before(at),
            "و" | "ف"
                | "ب"
                | "ل"
                | "ك"
                | "ال"
                | "وال"
                | "بال"
                | "لل"
                | "وب"
                | "ول"
                | "فب"
                | "فل"
        );
    particle.then(|| at - 1)
}

fn bounded(
    line: &Line<'_>,
    first: usize,
    at: usize,
    amount: Amount,
    before: Option<BoundAt>,
) -> Quantity {
    let joined_here = line.word(first).starts_with('و') && line.start(first) < amount.start;
    let (mut low, mut high) = (Some(amount.low), Some(amount.high));
    let mut quantity = Quantity {
        first,
        next: amount.next,
        span: amount.start..line.end(amount.next),
        low,
        high,
        form: amount.form,
        joined: joined_here,
        bounded: before.is_some(),
        noun: None,
        elided: is_elided(line, amount.next),
    };
    if let Some(bound) = before {
        (low, high) = bound.effect.applied(low, high);
        quantity.first = bound.first;
        quantity.span.start = line.start_without(bound.first, bound.letters);
        quantity.joined = bound.and;
    } else if let Some(effect) = bound::by_verb(line, first) {
        (low, high) = effect.applied(low, high);
        quantity.bounded = true;
    }
    if let Some((effect, next)) = bound::after(line, quantity.next) {
        (low, high) = effect.applied(low, high);
        quantity.next = next;
        quantity.span.end = line.end(next);
        quantity.bounded = true;
    }
    (quantity.low, quantity.high) = (low, high);
    quantity.noun = measured(line, at, &amount, quantity.next);
    let behind = quantity.noun.map_or(quantity.next, |noun| noun.next);
    // "مئة عائلة ونيف"
    if behind > quantity.next
        && let Some(more) = nayyif(line, behind, amount.high)
    {
        quantity.high = quantity.high.map(|high| high + more);
    }
    if let Some(effect) = bound_behind(line, behind) {
        (quantity.low, quantity.high) = effect.applied(quantity.low, quantity.high);
        quantity.bounded = true;
    }
    if amount.definite && amount.form == Form::Plain && quantity.noun.is_none() && !quantity.bounded
    {
        quantity.form = Form::Definite;
        quantity.noun = noun_before(line, first);
    }
    quantity
}

/// Whether a number ends in a scale that has no noun behind it: 49 ألفا, ثلاثة ملايين is open.
fn is_elided(line: &Line<'_>, next: usize) -> bool {
    matches!(line.before(next), "الفا" | "مليونا" | "مليارا")
}

/// "12 شخصا على الأقل", with an adjective or a participle between.
fn bound_behind(line: &Line<'_>, next: usize) -> Option<Effect> {
    let near = (next..next + 4)
        .take_while(|&at| line.is_word(at) && !line.word(at).starts_with('و') || at == next);
    near.into_iter()
        .find_map(|at| bound::after(line, at))
        .map(|(effect, _)| effect)
}

/// What a number measures or counts, from its sign or the noun behind it.
fn measured(line: &Line<'_>, at: usize, amount: &Amount, next: usize) -> Option<NounAt> {
    let of = |kind| {
        Some(NounAt {
            counted: Counted { kind, fate: None },
            first: next,
            next,
        })
    };
    match amount.form {
        Form::Percent | Form::Fraction => of(Kind::Share),
        _ if matches!(line.word(next), "$" | "€" | "£")
            || matches!(line.word(at), "$" | "€" | "£") =>
        {
            of(Kind::Money)
        }
        _ if line.start(at) > amount.start && matches!(line.before(at), "$" | "€" | "£") => {
            of(Kind::Money)
        }
        _ => noun_after(line, next),
    }
}

/// The definite noun before a definite number: المتهمين الخمسة.
fn noun_before(line: &Line<'_>, first: usize) -> Option<NounAt> {
    let at = first.checked_sub(1)?;
    let (noun, bare) = noun(line.word(at))?;
    let kind = noun.counted.kind;
    let digits = line.is_number(first) || line.is_number(first + 1);
    let counts = kind.is_people() || kind == Kind::Thing && digits;
    let owned = ["ها", "ه", "هم"]
        .iter()
        .any(|pronoun| bare.rest.ends_with(pronoun) && digits);
    let fits = (bare.article || owned) && noun.number == Number::Many && counts;
    fits.then_some(NounAt {
        counted: noun.counted,
        first: at,
        next: at + 1,
    })
}

/// range = [ما] بين amount و amount | [من] amount (إلى | - | أو) amount; with its first token.
fn range(line: &Line<'_>, at: usize, low: Amount) -> Option<(Amount, usize)> {
    let outer = particle_before(line, at).unwrap_or(at);
    let Ends {
        first,
        second,
        between,
    } = ends(line, outer, low.next)?;
    let high = amount(line, second)?.ok()?;
    let low_value = same_scale(low.low, high.high, line, high.next);
    let dash = matches!(line.word(low.next), "-" | "–" | "—");
    let counts = noun_after(line, high.next).is_some() || high.form == Form::Percent;
    if low_value >= high.high || dash && !counts || low.form == Form::Vague {
        return None;
    }
    let (first, start) = match between {
        true => before_between(line, first),
        false if first < outer => (first, line.start(first)),
        false => (first, low.start),
    };
    let amount = Amount {
        low: low_value,
        form: if high.form == Form::Percent {
            Form::Percent
        } else {
            Form::Range
        },
        start,
        definite: false,
        ..high
    };
    Some((amount, first))
}

/// The words round the two numbers of a range.
struct Ends {
    /// The token that it begins with.
    first: usize,
    /// The token of the second number.
    second: usize,
    /// Whether بين stands before it.
    between: bool,
}

/// The ends of a range whose first number begins at token `outer`, with its particle, and ends before `link`.
fn ends(line: &Line<'_>, outer: usize, link: usize) -> Option<Ends> {
    let between = readings(line.before(outer)).any(|bare| bare.rest == "بين");
    let (first, second) = match line.word(link) {
        "و" if between && line.touches(link + 1) => (outer - 1, link + 1),
        _ if between && line.word(link).starts_with('و') => (outer - 1, link),
        "-" | "–" | "—" | "او" if !between => (outer, link + 1),
        "الي" if line.before(outer) == "من" && changes(line, outer) => return None,
        "الي" if line.before(outer) == "من" => (outer - 1, link + 1),
        "الي" if !between => (outer, link + 1),
        _ => return None,
    };
    Some(Ends {
        first,
        second,
        between,
    })
}

/// Where a range with بين at a token begins, and its byte: ما belongs to it, glued particles do not.
fn before_between(line: &Line<'_>, between: usize) -> (usize, usize) {
    let what = line.before(between);
    if matches!(what, "يتراوح" | "تتراوح") && between > 1 {
        let (what, at) = (line.word(between - 2), between - 2);
        if readings(what).any(|bare| bare.rest == "ما") {
            let letters = what.chars().count() - 2;
            return (at, line.start_without(at, letters));
        }
    }
    if readings(what).any(|bare| bare.rest == "ما") {
        let letters = what.chars().count() - 2;
        return (between - 1, line.start_without(between - 1, letters));
    }
    let letters = particles(line.word(between));
    (between, line.start_without(between, letters))
}

/// The letters of the particles before بين.
fn particles(word: &str) -> usize {
    readings(word)
        .find(|bare| bare.rest == "بين")
        .map_or(0, |bare| bare.letters())
}

/// "بين خمسة وسبعة آلاف": the thousands are of both.
fn same_scale(low: f64, high: f64, line: &Line<'_>, next: usize) -> f64 {
    let scale = match line.before(next) {
        "الف" | "الفا" | "الاف" => 1000.0,
        "مليون" | "مليونا" | "ملايين" => 1e6,
        "مليار" | "مليارا" | "مليارات" => 1e9,
        _ => return low,
    };
    if low < 1000.0 && low * scale < high {
        low * scale
    } else {
        low
    }
}

/// Whether something rose or fell from the one number to the other, which are two then.
fn changes(line: &Line<'_>, from: usize) -> bool {
    let is_change = |word: &str| {
        let word = unjoined(word);
        [
            "ارتفع",
            "انخفض",
            "تراجع",
            "قفز",
            "هبط",
            "صعد",
            "زاد",
            "تقلص",
            "رفع",
            "خفض",
            "نما",
            "ازداد",
            "انتقل",
            "تحول",
            "وسع",
            "ضاعف",
        ]
        .iter()
        .any(|verb| {
            word.strip_prefix(verb)
                .is_some_and(|rest| matches!(rest, "" | "ت" | "وا" | "ه" | "ا"))
        }) || matches!(
            word,
            "يرتفع"
                | "ترتفع"
                | "ارتفاع"
                | "انخفاض"
                | "تراجع"
                | "توسيع"
                | "زياده"
                | "رفع"
                | "خفض"
                | "تقليص"
        )
    };
    (from.saturating_sub(10)..from).any(|at| is_change(line.word(at)))
}

/// قتيلان, طفلتين: two, in the noun itself.
fn dual(line: &Line<'_>, at: usize) -> Option<Quantity> {
    let word = line.word(at);
    if !word.ends_with("ان") && !word.ends_with("ين") || !line.is_word(at) {
        return None;
    }
    let (noun, bare) = noun(word)?;
    let kind = noun.counted.kind;
    let measures = matches!(kind, Kind::Distance | Kind::Area | Kind::Money | Kind::Vote)
        && !matches!(
            bare.rest,
            "قدمين" | "قدمان" | "ذراعين" | "ذراعان" | "كمين" | "كمان"
        );
    let counts = kind.is_people() || matches!(kind, Kind::Strike | Kind::House) || measures;
    // "مسلحين اثنين": the plural in ين is written as the dual.
    let spelt = matches!(line.word(at + 1), "اثنان" | "اثنين" | "اثنتان" | "اثنتين");
    let two = noun.number == Number::Two || spelt && word.ends_with("ين");
    // "جنديان أستراليان" is one pair, "للاجئين" a plural; a name is none.
    let is_adjective = !bare.and && dual_before(line, at);
    let named = line.name(at) == Some(NameKind::Person)
        || line.name(at.wrapping_sub(1)) == Some(NameKind::Person) && kind == Kind::House;
    let plural = bare.preposition == Some('ل') && word.contains("لل");
    if !two || bare.article || !counts || bare.rest == "طالبان" || is_adjective || named || plural
    {
        return None;
    }
    let start = line.start_without(at, bare.letters());
    let refined = refined(line, at, noun.counted);
    Some(Quantity {
        first: at,
        next: if spelt { at + 2 } else { at + 1 },
        span: start..line.end(at + 1),
        low: Some(2.0),
        high: Some(2.0),
        form: Form::Dual,
        joined: bare.and,
        bounded: false,
        noun: Some(refined),
        elided: false,
    })
}

/// Whether a pair stands right before a token, which is its adjective then.
fn dual_before(line: &Line<'_>, at: usize) -> bool {
    let before = line.before(at);
    (before.ends_with("ان") || before.ends_with("ين"))
        && noun(before).is_some_and(|(noun, _)| noun.number == Number::Two)
}

/// قتيل واحد, امرأة واحدة: one, said behind the noun.
fn one(line: &Line<'_>, at: usize) -> Option<Quantity> {
    if !matches!(line.word(at), "واحد" | "واحده" | "واحدا") || at == 0 {
        return None;
    }
    let (noun, bare) = noun(line.word(at - 1))?;
    let kind = noun.counted.kind;
    let counts =
        kind.is_people() || matches!(kind, Kind::Strike | Kind::House | Kind::Case | Kind::Vote);
    // "من عائلة واحدة" says whose they are, not how many.
    let is_origin = line.before(at - 1) == "من";
    let fits = noun.number == Number::One && !bare.article && counts && !is_origin;
    fits.then(|| Quantity {
        first: at - 1,
        next: at + 1,
        span: line.start(at)..line.end(at + 1),
        low: Some(1.0),
        high: Some(1.0),
        form: Form::One,
        joined: bare.and,
        bounded: false,
        noun: Some(NounAt {
            counted: noun.counted,
            first: at - 1,
            next: at + 1,
        }),
        elided: false,
    })
}
