//! A sentence with the names in it, token by token, and what its words do between nouns.

use std::ops::Range;

use crate::bare::readings;
use crate::base::is_country;
use crate::counted::noun;
use crate::entity::Entity;
use crate::introducer::INTRODUCERS;
use crate::kind::Kind;
use crate::line::Line;
use crate::name::NameKind;
use crate::tagged::Tagged;

/// A sentence with its names.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    tagged: &'a Tagged<'a>,
    /// Its words and signs.
    pub line: &'a Line<'a>,
    /// The entity that each token is part of.
    named: Vec<Option<usize>>,
}

/// What stands before a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// One of the prepositions that tables name, folded; glued ones too.
    Plain(&'static str),
    /// على يد, من قبل: who did it follows.
    By,
    /// قرب, شمال, داخل: where follows.
    Beside,
    /// بعد, منذ: when follows.
    Time,
    /// بسبب, جراء: why follows.
    Cause,
    /// بقيادة: who leads follows, and does it where nobody else is told to.
    Led,
    /// على حساب: at whose expense.
    Expense,
    /// Anything else that parts a noun from its verb: خلال, وفق, دون.
    Loose,
}

impl<'a> Scene<'a> {
    /// The scene of a sentence; `entities` are the indices of the names that begin in it.
    pub fn new(tagged: &'a Tagged<'a>, line: &'a Line<'a>, entities: Range<usize>) -> Self {
        let mut named = vec![None; line.len()];
        for index in entities {
            let span = &tagged.entities[index].span;
            let first = line.token_at(span.start);
            let next = line
                .tokens
                .partition_point(|token| token.span.start < span.end);
            if let Some(tokens) = named.get_mut(first..next) {
                tokens.fill(Some(index));
            }
        }
        Scene {
            tagged,
            line,
            named,
        }
    }

    /// The index of the name that a token is part of.
    pub fn name_at(&self, at: usize) -> Option<usize> {
        self.named.get(at).copied().flatten()
    }

    /// The name with an index.
    pub fn entity(&self, index: usize) -> &Entity {
        &self.tagged.entities[index]
    }

    /// Whether a name begins in the token.
    pub fn begins_name(&self, at: usize) -> bool {
        self.name_at(at).is_some() && !self.is_inside_name(at)
    }

    /// Whether a name that began before goes on in the token.
    pub fn is_inside_name(&self, at: usize) -> bool {
        let name = self.name_at(at);
        name.is_some() && at > 0 && self.name_at(at - 1) == name
    }

    /// Whether a name begins behind a particle within the token.
    pub fn has_particle(&self, at: usize) -> bool {
        self.begins_name(at)
            && self
                .name_at(at)
                .is_some_and(|name| self.entity(name).span.start > self.line.start(at))
    }

    /// Whether the name at a token is of a place.
    pub fn is_place(&self, at: usize) -> bool {
        self.name_at(at)
            .is_some_and(|name| self.entity(name).kind == NameKind::Place)
    }

    /// Whether the name at a token is of a person.
    pub fn is_person(&self, at: usize) -> bool {
        self.name_at(at)
            .is_some_and(|name| self.entity(name).kind == NameKind::Person)
    }

    /// Whether the name at a token is of a party.
    pub fn is_party(&self, at: usize) -> bool {
        self.name_at(at)
            .is_some_and(|name| self.entity(name).kind == NameKind::Party)
    }

    /// Whether the word at a token is a noun for people: مدنيا, عنصرا.
    pub fn is_people(&self, at: usize) -> bool {
        let counted = noun(self.line.word(at)).map(|(noun, _)| noun.counted.kind);
        self.name_at(at).is_none() && counted.is_some_and(Kind::is_people)
    }

    /// Whether the entity is a country.
    pub fn is_country(&self, index: usize) -> bool {
        let known = self.entity(index).known.as_ref();
        let name = known.and_then(|known| self.tagged.gazetteer.names().get(known.name));
        name.is_some_and(is_country)
    }

    /// Whether a word says, before a place, what it is: مدينة.
    pub fn is_generic(&self, at: usize) -> bool {
        readings(self.line.word(at)).any(|bare| INTRODUCERS.contains_key(bare.rest))
    }

    /// Whether a token is definite: it has the article or is (the end of) a name.
    pub fn is_definite(&self, at: usize) -> bool {
        self.name_at(at).is_some()
            || readings(self.line.word(at))
                .any(|bare| bare.article && bare.rest.chars().count() > 2)
    }

    /// The preposition at a token, and the first token behind it; of a glued one the token itself.
    pub fn link_at(&self, at: usize) -> Option<(Link, usize)> {
        if self.is_inside_name(at) {
            return None;
        }
        if self.begins_name(at) {
            return self.particle(at).map(|link| (link, at));
        }
        let word = self.line.word(at);
        let bare = word.strip_prefix('و').unwrap_or(word);
        let next = self.line.word(at + 1);
        let is_hand = matches!(next, "يد" | "ايدي" | "يدي");
        match (word, bare) {
            (_, "علي") if is_hand => return Some((Link::By, at + 2)),
            (_, "في" | "ب") if is_hand => return Some((Link::By, at + 2)),
            (_, "من") if is_hand => return Some((Link::Plain("من"), at + 2)),
            (_, "من") if matches!(next, "قبل" | "جانب" | "طرف") => {
                return Some((Link::By, at + 2));
            }
            (_, "بيد" | "بايدي" | "بواسطه") if next != "ان" => {
                return Some((Link::By, at + 1));
            }
            (_, "علي") if next == "حساب" => return Some((Link::Expense, at + 2)),
            (_, "بقياده") => return Some((Link::Led, at + 1)),
            _ => {}
        }
        free(word)
            .or_else(|| free(bare))
            .map(|link| (link, at + 1))
            .or_else(|| self.glued(at).map(|link| (link, at)))
    }

    /// The preposition written on a name.
    fn particle(&self, at: usize) -> Option<Link> {
        let name = self.name_at(at)?;
        let token = self.line.tokens.get(at)?;
        let before = self.entity(name).span.start - token.span.start;
        let particles = tawarikh_arabic::fold(token.text.get(..before)?);
        match particles.trim_start_matches(['و', 'ف']) {
            "ب" => Some(Link::Plain("ب")),
            "ل" => Some(Link::Plain("ل")),
            "ك" => Some(Link::Loose),
            _ => None,
        }
    }

    /// The preposition written on a common noun: before the article, or before a word that is known to take it.
    fn glued(&self, at: usize) -> Option<Link> {
        let word = self.line.word(at);
        readings(word).find_map(|bare| {
            let shown = bare.article && bare.rest.chars().count() > 2
                || INTRODUCERS.contains_key(bare.rest) && bare.rest.chars().count() > 2
                || bare.preposition == Some('ب') && is_instrument(bare.rest)
                || bare.preposition == Some('ل')
                    && matches!(bare.rest, "صالح" | "قوات" | "عناصر" | "مواقع");
            match bare.preposition.filter(|_| shown)? {
                'ب' => Some(Link::Plain("ب")),
                'ل' => Some(Link::Plain("ل")),
                _ => Some(Link::Loose),
            }
        })
    }
}

/// What often stands behind a glued ب without the article.
fn is_instrument(word: &str) -> bool {
    matches!(
        word,
        "قياده"
            | "دعم"
            | "مسانده"
            | "مشاركه"
            | "تهمه"
            | "حضور"
            | "اسناد"
            | "غطاء"
            | "هدف"
            | "صواريخ"
            | "قذايف"
            | "سلاح"
            | "رصاص"
            | "عبوه"
            | "سياره"
            | "غاره"
            | "غارات"
            | "هجوم"
            | "قصف"
            | "ضربه"
            | "طايره"
            | "موافقه"
            | "اغلبيه"
            | "وساطه"
            | "رعايه"
            | "حزام"
            | "نيران"
            | "قرب"
            | "محيط"
            | "مقتل"
            | "نسبه"
            | "شان"
            | "حجه"
            | "ذريعه"
            | "موجب"
            | "عمليه"
            | "انفجار"
            | "انسحاب"
            | "سقوط"
            | "تفجير"
            | "اغتيال"
            | "طلب"
            | "تاييد"
            | "معارضه"
            | "رياسه"
            | "امر"
            | "قوه"
    )
}

/// A preposition, or a noun that works like one, that is a word of its own.
fn free(word: &str) -> Option<Link> {
    let plain = ["في", "من", "علي", "الي", "عن", "مع", "بين", "ضد"];
    if let Some(link) = plain.into_iter().find(|link| *link == word) {
        return Some(Link::Plain(link));
    }
    match word {
        "بحق" => Some(Link::Plain("ضد")),
        "داخل" | "خارج" | "قرب" | "وسط" | "شمال" | "شمالي" | "جنوب" | "جنوبي" | "شرق" | "شرقي"
        | "غرب" | "غربي" | "قباله" | "جوار" | "بجوار" | "بالقرب" | "محيط" | "فوق" | "عند"
        | "شمالا" | "حول" | "بمحيط" => Some(Link::Beside),
        "بعد" | "عقب" | "قبل" | "منذ" | "اثر" | "غداه" | "عشيه" | "فور" | "اثناء" | "خلال"
        | "حتي" | "مذ" | "تزامنا" | "بالتزامن" => Some(Link::Time),
        "لصالح" => Some(Link::By),
        "بسبب" | "جراء" | "نتيجه" | "بفعل" => Some(Link::Cause),
        "نحو" | "تجاه" | "باتجاه" | "صوب" | "ضمن" | "عبر" | "لدي" | "تحت" | "دون" | "بدون"
        | "امام" | "خلف" | "وراء" | "سوي" | "حسب" | "بحسب" | "وفق" | "وفقا" | "فقا" | "استنادا"
        | "طبقا" | "نقلا" | "برفقه" | "رغم" | "مقابل" | "بدل" | "بشان" | "حيال" | "ازاء"
        | "لدعم" | "ضد" | "اتجاه" | "الا" => Some(Link::Loose),
        _ => None,
    }
}

/// Whether a word is written with the tanwin of the accusative, which an object has and closes its phrase.
pub(crate) fn is_accusative(word: &str) -> bool {
    word.ends_with('ا')
        && word.chars().count() > 3
        && !word.ends_with("ها")
        && !word.ends_with("وا")
}
