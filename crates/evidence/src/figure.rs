//! Figures: what is counted, how many, and who says so.

use std::ops::Range;

use tawarikh_arabic::is_stop_word;

use crate::attribution::Attribution;
use crate::bare::{Bare, is_one_of, readings, unjoined};
use crate::counted::{NounAt, Number, counted_word, names_illness, noun, noun_after, refined};
use crate::cue::RECKONING;
use crate::fate::{
    Governor, act_of_people, comes_home, fate_behind, goes_home, governor, is_predicate,
    is_told_amount, is_wall, is_won, says_fate, tells_exchange, told_across, wins,
};
use crate::force::{in_arms, is_voting, pays};
use crate::kind::{Counted, Fate, Kind};
use crate::line::Line;
use crate::name::NameKind;
use crate::part::{PartLink, part_link};
use crate::party::party;
use crate::quantity::{Form, Quantity, quantities};
use crate::spoken::Spoken;
use crate::tagged::Tagged;

/// A number that a text gives of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The bytes of the number with a bound that touches it, without glued particles; of a dual (قتيلان) the whole word.
    pub span: Range<usize>,
    /// The least that is said; `None` for "less than".
    pub low: Option<f64>,
    /// The most that is said; `None` for "more than". As `low` where the number is exact or "about".
    pub high: Option<f64>,
    /// What is counted. The values of a share are per cent.
    pub counted: Counted,
    /// The bytes of the noun that is counted, if it stands with the number.
    pub noun: Option<Range<usize>>,
    /// The bytes of the party or group that the counted belong to.
    pub party: Option<Range<usize>>,
    /// The index of the place in the text's entities.
    pub place: Option<usize>,
    /// The index of the time as of which, or since when, in the text's time mentions.
    pub as_of: Option<usize>,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// The index of the figure, in the same list, that this is a part of.
    pub part_of: Option<usize>,
    /// The rule that found it; stable.
    pub rule: &'static str,
}

/// The figures of a text, in order, none overlapping another. Dates, lengths of time, ages, ranks and numbers in names are none.
pub(crate) fn figures(tagged: &Tagged<'_>, sentences: &[Spoken<'_>]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut told_before = None;
    let exchange = sentences.iter().any(|spoken| tells_exchange(&spoken.line));
    for spoken in sentences {
        let quantities = quantities(&spoken.line);
        let mut clause = Clause {
            tagged,
            sentences,
            spoken,
            line: &spoken.line,
            previous: None,
            whole: None,
            told_before,
            exchange,
        };
        told_before = last_fate_noun(&spoken.line, spoken.line.len());
        for (index, quantity) in quantities.iter().enumerate() {
            let following = quantities.get(index + 1);
            match clause.figure(quantity, following, &figures) {
                Some(figure) => figures.push(figure),
                None => forget_whole(&mut figures),
            }
        }
    }
    figures
}

/// The number that the last figure was said to be out of turned out to be none.
fn forget_whole(figures: &mut [Figure]) {
    let count = figures.len();
    if let Some(last) = figures
        .last_mut()
        .filter(|last| last.part_of == Some(count))
    {
        last.part_of = None;
    }
}

/// A sentence in reading.
struct Clause<'a> {
    tagged: &'a Tagged<'a>,
    /// All sentences of the text.
    sentences: &'a [Spoken<'a>],
    spoken: &'a Spoken<'a>,
    line: &'a Line<'a>,
    /// The figure before, with the token behind its noun.
    previous: Option<(usize, usize)>,
    /// The figure that others were said to be parts of.
    whole: Option<usize>,
    /// Those whom the sentence before spoke of, if it says what befell them.
    told_before: Option<Counted>,
    /// Whether the text tells of an exchange of prisoners.
    exchange: bool,
}

/// A longer word that begins with و and is in no table is one behind "and": "72 صوتا وامتناع", but وراق.
const LONGEST_WITH_WAW: usize = 5;

/// What is counted, and by which rule it was found.
struct What {
    counted: Counted,
    noun: Option<NounAt>,
    rule: &'static str,
}

impl Clause<'_> {
    /// The figure of a quantity; `following` is the next of the sentence.
    fn figure(
        &mut self,
        quantity: &Quantity,
        following: Option<&Quantity>,
        figures: &[Figure],
    ) -> Option<Figure> {
        let link = self.link(quantity);
        if link == PartLink::Part {
            self.reach_people(quantity, figures);
        }
        let limit = following.map_or(self.line.len(), |next| next.first);
        let what = self.what(quantity, following, link, figures)?;
        let line = self.line;
        // "اثنان منهم": the pronoun is behind the number, and marks no other.
        let end = quantity.next + usize::from(what.rule == "figure.of-them");
        let next = what.noun.map_or(end, |noun| noun.next.max(end));
        let part_of = match what.rule {
            "figure.out-of" => Some(figures.len() + 1),
            _ if self.is_out_of(next, following) => Some(figures.len() + 1),
            _ => self.part_of(link, quantity),
        };
        self.previous = Some((figures.len(), next));
        self.whole = part_of.filter(|whole| *whole < figures.len());
        let noun = what.noun.filter(|noun| noun.next > noun.first);
        Some(Figure {
            span: quantity.span.clone(),
            low: quantity.low,
            high: quantity.high,
            counted: what.counted,
            noun: noun.map(|noun| line.start(noun.first)..line.end(noun.next)),
            party: party(
                line,
                self.tagged,
                what.noun.map_or(quantity.next, |noun| noun.first),
                limit,
            ),
            place: self.place(quantity, limit),
            as_of: self.as_of(quantity),
            attribution: self.spoken.speaker_at(quantity.first),
            part_of,
            rule: what.rule,
        })
    }

    /// "40 شخصا في ست مدن، منهم 25 إيرانيا": a part of people is one of the people told before, whatever was counted between.
    fn reach_people(&mut self, quantity: &Quantity, figures: &[Figure]) {
        let Some((index, next)) = self.previous else {
            return;
        };
        let is_people = |figure: &Figure| figure.counted.kind.is_people();
        let of_people = (next.min(quantity.first)..quantity.first + 2).any(|at| {
            let word = unjoined(self.line.word(at));
            matches!(word, "منهم" | "منهن" | "بينهم" | "بينهن" | "ضمنهم")
        });
        if !of_people || figures.get(index).is_none_or(is_people) {
            return;
        }
        let sentence = self.line.start(0);
        let whole = figures
            .iter()
            .take(index)
            .rposition(|figure| is_people(figure) && figure.span.start >= sentence);
        if let Some(whole) = whole {
            self.previous = Some((whole, next));
        }
    }

    /// How the quantity hangs on the figure before it.
    fn link(&self, quantity: &Quantity) -> PartLink {
        match self.previous {
            Some((_, from)) => part_link(self.line, from, quantity),
            None => PartLink::None,
        }
    }

    /// The figure that it is a part of: "اثنان منهم في جبلة وسبعة منهم في بانياس" are parts of the same.
    fn part_of(&self, link: PartLink, quantity: &Quantity) -> Option<usize> {
        match link {
            PartLink::Part if quantity.joined && self.whole.is_some() => self.whole,
            PartLink::Part => self.previous.map(|(index, _)| index),
            PartLink::Joined => self.whole,
            PartLink::None => None,
        }
    }

    /// What a quantity counts; `None` if nothing shows that it counts.
    fn what(
        &self,
        quantity: &Quantity,
        following: Option<&Quantity>,
        link: PartLink,
        figures: &[Figure],
    ) -> Option<What> {
        let previous = self
            .previous
            .and_then(|(index, _)| figures.get(index))
            .map(|figure| figure.counted);
        if let Some(noun) = quantity.noun.filter(|noun| !self.is_origin(quantity, noun)) {
            return Some(self.with_noun(quantity, noun, link, previous));
        }
        if quantity.form == Form::Definite {
            return None;
        }
        // "من 8.88 إلى 13 جنيها": the first number counts what the second does.
        let risen = following.filter(|next| {
            self.line.before(quantity.first) == "من"
                && self.line.word(quantity.next) == "الي"
                && next.first == quantity.next + 1
        });
        if let Some(noun) = risen.and_then(|next| next.noun) {
            return Some(What {
                counted: noun.counted,
                noun: None,
                rule: "figure.risen",
            });
        }
        self.out_of(quantity, following)
            .or_else(|| self.others(quantity, link, previous))
            .or_else(|| self.people(quantity, link, previous))
            .or_else(|| self.of_them(quantity, link, previous))
            .or_else(|| self.of_those(quantity, link, previous))
            .or_else(|| self.governed(quantity, link, previous, figures))
            .or_else(|| self.unknown(quantity, link, previous))
    }

    /// Whether من tells where people come from and not what is counted: "نزح المئات من القرى".
    fn is_origin(&self, quantity: &Quantity, noun: &NounAt) -> bool {
        let from = self
            .previous
            .map_or(0, |(_, next)| next)
            .min(quantity.first);
        let of_people =
            |governor| matches!(governor, Governor::Fate(fate) if fate.befalls(Kind::Person));
        let thing = !noun.counted.kind.is_people() && noun.counted.kind != Kind::Share;
        thing
            && self.line.word(quantity.next) == "من"
            && governor(self.line, quantity.first, from).is_some_and(of_people)
    }

    /// A number with a noun of the table: the noun's own fate, or the one that governs, or the one that follows.
    fn with_noun(
        &self,
        quantity: &Quantity,
        noun: NounAt,
        link: PartLink,
        previous: Option<Counted>,
    ) -> What {
        let mut counted = noun.counted;
        let rule = match quantity.form {
            Form::Percent => "figure.percent",
            Form::Fraction => "figure.fraction",
            Form::Dual => "figure.dual",
            Form::One => "figure.one",
            Form::Definite => "figure.definite",
            Form::Vague => "figure.vague",
            Form::Range => "figure.range",
            Form::Plain => "figure.noun",
        };
        if counted.kind == Kind::Case {
            counted = self.case(noun);
        }
        // A state gives way to what befalls those in it: "أفرج عن 39 أسيرا", "غرق 20 لاجئا".
        let is_state = counted.fate.is_some_and(|fate| {
            matches!(
                fate,
                Fate::Detained | Fate::Displaced | Fate::Kidnapped | Fate::Missing
            )
        });
        if is_state {
            let from = self
                .previous
                .map_or(0, |(_, next)| next)
                .min(quantity.first);
            let held = counted.fate == Some(Fate::Kidnapped);
            let befell = match governor(self.line, quantity.first, from) {
                Some(Governor::Fate(fate)) => Some(fate),
                // "ارتفع عدد ضحايا الشغب إلى 68 سجينا"
                Some(Governor::Noun(noun)) if self.line.before(quantity.first) == "الي" => {
                    noun.fate
                }
                _ => None,
            };
            if let Some(fate) = befell
                && !(held && matches!(fate, Fate::Detained | Fate::Missing))
            {
                let free = fate == Fate::Returned && counted.fate == Some(Fate::Detained);
                counted.fate = Some(if free { Fate::Released } else { fate });
            }
        }
        let takes_fate = counted.fate.is_none() && counted.kind != Kind::Share;
        if takes_fate {
            let found = self.fate(
                quantity,
                noun.next.max(quantity.next),
                link,
                previous,
                counted.kind,
            );
            counted = found.unwrap_or(counted);
        }
        // Prisoners who come home are free: "100 محتجز عادوا إلى ديارهم".
        let is_held = matches!(counted.fate, Some(Fate::Detained | Fate::Kidnapped));
        let home = || fate_behind(self.line, noun.next) == Some(Fate::Returned);
        let bodies = matches!(
            self.line.before(quantity.first),
            "جثث" | "جثامين" | "رفات" | "جثتي" | "جثماني"
        );
        if bodies && counted.kind.is_people() {
            counted.fate = Some(Fate::Killed);
        } else if is_held && (comes_home(self.line, quantity.first, self.exchange) || home()) {
            counted.fate = Some(Fate::Released);
        }
        if is_voting(self.line, quantity.first, noun) {
            counted = Counted {
                fate: None,
                kind: Kind::Vote,
            };
        }
        if counted.fate.is_none() && counted.kind == Kind::Person {
            counted.kind = in_arms(self.line, quantity.first, noun);
        }
        What {
            counted,
            noun: Some(noun),
            rule,
        }
    }

    /// إصابة is a wound, or a case where an illness or new cases are told of. Cases are registered, and so are the wounded of a
    /// text that names no illness.
    fn case(&self, noun: NounAt) -> Counted {
        let line = self.line;
        let new =
            line.word(noun.next).starts_with("جديد") || line.word(noun.next).starts_with("موكد");
        let registered = (0..line.len()).any(|at| {
            matches!(
                unjoined(line.word(at)),
                "سجلت" | "سجل" | "تسجيل" | "احصت" | "احصي" | "رصدت" | "اجمالي" | "التراكمي"
            )
        });
        let in_text = || {
            self.sentences
                .iter()
                .any(|spoken| names_illness(&spoken.line))
        };
        let ill = new || names_illness(line) || registered && in_text();
        match noun.counted.fate {
            Some(Fate::Wounded) if !ill => Counted {
                fate: Some(Fate::Wounded),
                kind: Kind::Person,
            },
            _ => Counted {
                fate: None,
                kind: Kind::Case,
            },
        }
    }

    /// The fate of a kind from the sentence around it.
    fn fate(
        &self,
        quantity: &Quantity,
        next: usize,
        link: PartLink,
        previous: Option<Counted>,
        kind: Kind,
    ) -> Option<Counted> {
        let from = self
            .previous
            .map_or(0, |(_, next)| next)
            .min(quantity.first);
        let fits = |fate: &Fate| fate.befalls(kind);
        let governed = match governor(self.line, quantity.first, from) {
            Some(Governor::Fate(fate)) => Some(Counted {
                fate: Some(fate),
                kind,
            }),
            Some(Governor::Noun(noun)) if noun.kind == Kind::Case && kind.is_people() => Some(noun),
            Some(Governor::Noun(noun)) => Some(Counted {
                fate: noun.fate,
                kind,
            }),
            None => None,
        };
        // "قتل سبعة في غارة على المخيم، وطفلان في المدينة": the same, elsewhere.
        let elsewhere = quantity.joined
            && matches!(
                self.line.word(next),
                "في" | "قرب" | "شمال" | "جنوب" | "شرق" | "غرب"
            )
            || matches!(self.line.before(quantity.first), "مقابل" | "لقاء" | "نظير")
            || self.is_besides(quantity);
        let inherited = || {
            let fate = previous
                .filter(|_| link != PartLink::None || elsewhere)
                .and_then(|counted| counted.fate);
            fate.map(|fate| Counted {
                fate: Some(fate),
                kind,
            })
        };
        let behind = || {
            fate_behind(self.line, next).map(|fate| Counted {
                fate: Some(fate),
                kind,
            })
        };
        governed
            .filter(|counted| {
                counted.fate.as_ref().is_none_or(fits)
                    && (counted.fate.is_some() || counted.kind == Kind::Case)
            })
            .or_else(behind)
            .or_else(inherited)
            .or_else(|| {
                let meant = self.anaphor(quantity).filter(|_| kind == Kind::Person)?;
                Some(Counted { kind, ..meant })
            })
            .filter(|counted| counted.fate.as_ref().is_none_or(fits))
            .filter(|counted| {
                counted.fate != Some(Fate::Returned) || kind == Kind::Family || goes_home(self.line)
            })
    }

    /// Whether a number is told besides the one before: "قتل 36 جنديا، إضافة إلى مدنيين اثنين".
    fn is_besides(&self, quantity: &Quantity) -> bool {
        let word = quantity
            .first
            .checked_sub(2)
            .map_or("", |at| self.line.word(at));
        let is_besides = matches!(unjoined(word), "اضافه" | "بالاضافه" | "فضلا" | "علاوه" | "عدا");
        is_besides && matches!(self.line.before(quantity.first), "الي" | "عن" | "علي")
    }

    /// Those whom a pronoun before a number means: "اختلفت الروايات في القتلى، فقدرهم بعضهم بمئة", "نقل الجرحى. وبلغ عددهم 50".
    fn anaphor(&self, quantity: &Quantity) -> Option<Counted> {
        self.numbered(quantity).or_else(|| self.told_of(quantity))
    }

    /// Those told of before a pronoun that stands for them.
    fn told_of(&self, quantity: &Quantity) -> Option<Counted> {
        let line = self.line;
        let near = quantity.first.saturating_sub(NEAR)..quantity.first;
        let pronoun = near
            .rev()
            .take_while(|&at| !line.is_sign(at) && !line.is_number(at))
            .find(|&at| counts_them(line.word(at)))?;
        last_fate_noun(line, pronoun).or(self.told_before)
    }

    /// Those right before a pronoun who are said to be as many: "سكان القرية البالغ عددهم 158".
    fn numbered(&self, quantity: &Quantity) -> Option<Counted> {
        let line = self.line;
        let pronoun = quantity.first.checked_sub(1)?;
        let is_said = matches!(line.word(pronoun), "عددهم" | "اعدادهم")
            && matches!(line.before(pronoun), "البالغ" | "البالغه" | "المقدر");
        (pronoun.saturating_sub(NEAR)..pronoun)
            .rev()
            .filter(|_| is_said)
            .find_map(|at| noun(line.word(at)))
            .map(|(noun, _)| noun.counted)
    }

    /// "30 آخرين": more of those before, or people.
    fn others(
        &self,
        quantity: &Quantity,
        link: PartLink,
        previous: Option<Counted>,
    ) -> Option<What> {
        let word = self.line.word(quantity.next);
        if !matches!(
            word,
            "اخرين" | "اخرون" | "اخر" | "اخرى" | "اخري" | "اخريات" | "غيرهم" | "شخصا اخر"
        ) {
            return None;
        }
        let kind = previous.map_or(Kind::Person, |counted| counted.kind);
        let kind = if matches!(word, "اخرين" | "اخرون" | "غيرهم") && !kind.is_people()
        {
            Kind::Person
        } else {
            kind
        };
        // Others of another fate are people of no kind: 12 soldiers killed and 30 others wounded.
        let found = self.fate(quantity, quantity.next + 1, link, previous, kind);
        let counted = found.unwrap_or(Counted { fate: None, kind });
        let same = previous.is_none_or(|previous| previous.fate == counted.fate);
        Some(What {
            counted: if same || !kind.is_people() {
                counted
            } else {
                Counted {
                    kind: Kind::Person,
                    ..counted
                }
            },
            noun: None,
            rule: "figure.others",
        })
    }

    /// "12 منهم أطفال": a part of those before, with what it is behind it.
    fn of_them(
        &self,
        quantity: &Quantity,
        link: PartLink,
        previous: Option<Counted>,
    ) -> Option<What> {
        if !matches!(self.line.word(quantity.next), "منهم" | "منها" | "منهن") {
            return None;
        }
        // "قال شهود إن ستة منهم قضوا": of people told before the sentence.
        let previous = previous.unwrap_or(Counted {
            fate: None,
            kind: Kind::Person,
        });
        let at = counted_word(self.line, quantity.next + 1);
        let is_free = |bare: &Bare<'_>| !bare.and && bare.preposition.is_none();
        // "8 منهم إصاباتهم خطيرة" tells of their wounds, not of cases.
        let found = noun(self.line.word(at))
            .filter(|(noun, bare)| is_free(bare) && noun.counted.kind != Kind::Case);
        let bodies = self.owner_noun(quantity);
        let counted = match found {
            Some((noun, _)) => {
                let counted = refined(self.line, at, noun.counted).counted;
                Counted {
                    fate: counted.fate.or(previous.fate),
                    kind: counted.kind,
                }
            }
            // "انتُشلت جثث خمسة منهم"
            None if bodies.is_some_and(|bodies| bodies.fate == Some(Fate::Killed)) => Counted {
                fate: Some(Fate::Killed),
                ..previous
            },
            None => self
                .fate(
                    quantity,
                    quantity.next + 1,
                    link,
                    Some(previous),
                    previous.kind,
                )
                // "إصابات تسعة منهم بالغة": the wounds of people, who are counted.
                .filter(|found| found.kind.is_people() || !previous.kind.is_people())
                .unwrap_or(previous),
        };
        Some(What {
            counted,
            noun: None,
            rule: "figure.of-them",
        })
    }

    /// "297 جثة، منها 109 لأطفال و83 لنساء": a part of those before, with whose they are behind it.
    fn of_those(
        &self,
        quantity: &Quantity,
        link: PartLink,
        previous: Option<Counted>,
    ) -> Option<What> {
        let previous = previous.filter(|previous| previous.kind.is_people())?;
        let (noun, bare) = noun(self.line.word(quantity.next))?;
        let fits = link != PartLink::None
            && bare.preposition == Some('ل')
            && noun.counted.kind.is_people()
            && noun.number == Number::Many;
        fits.then_some(What {
            counted: Counted {
                fate: noun.counted.fate.or(previous.fate),
                kind: noun.counted.kind,
            },
            noun: None,
            rule: "figure.of-them",
        })
    }

    /// A number without a noun that a verb, عدد or the number before governs: "قتل 12", "عدد القتلى إلى 300", "و7 في إدلب".
    fn governed(
        &self,
        quantity: &Quantity,
        link: PartLink,
        previous: Option<Counted>,
        figures: &[Figure],
    ) -> Option<What> {
        let line = self.line;
        let from = self
            .previous
            .map_or(0, |(_, next)| next)
            .min(quantity.first);
        let ends = self.ends_phrase(quantity);
        if !ends {
            return None;
        }
        // "و8 أصيبوا": the verb of many behind a number is its own.
        if is_predicate(line.word(quantity.next))
            && let Some(what) = self.predicate(quantity)
        {
            return Some(what);
        }
        // A number with ألفا and no noun counts in the unit of the one that it is joined to.
        let in_unit = |previous: &Counted| {
            let continues = quantity.joined || previous.kind == Kind::Money;
            continues && quantity.elided && !previous.kind.is_people()
        };
        if let Some(counted) = previous.filter(in_unit) {
            return Some(What {
                counted,
                noun: None,
                rule: "figure.governed",
            });
        }
        let governing = governor(line, quantity.first, from)
            .or_else(|| told_across(line, quantity.first, from).map(Governor::Noun));
        let counted = match governing {
            Some(Governor::Fate(fate)) => Counted {
                fate: Some(fate),
                kind: if fate.befalls(Kind::Person) {
                    Kind::Person
                } else {
                    Kind::Thing
                },
            },
            Some(Governor::Noun(counted)) => counted,
            // "نحو ثلث السكان، وهم 106 ملايين"
            None if matches!(line.before(quantity.first), "وهم" | "هم") => Counted {
                kind: previous.map_or(Kind::Person, |counted| match counted.kind {
                    Kind::Share => Kind::Person,
                    kind => kind,
                }),
                fate: previous.and_then(|counted| counted.fate),
            },
            None if link != PartLink::None && quantity.joined || link == PartLink::Part => {
                previous?
            }
            // "52% مقابل 48": the other side is counted in the same.
            None if line.before(quantity.first) == "مقابل" => previous?,
            None if self.is_whole_behind(quantity) => self.unhurt(previous?, figures),
            None if self.continues(quantity) => previous?,
            None if self.is_listed(quantity) && previous.is_some() => previous?,
            None if self.is_total(quantity) && previous.is_some() => previous?,
            None if self.anaphor(quantity).is_some() => self.anaphor(quantity)?,
            None if self.abstains(quantity, previous) => previous?,
            None if self.is_gapped(quantity, figures) => previous?,
            None if self.is_price(quantity, previous) => previous?,
            None if self.is_estimated(quantity) && figures.last().is_some_and(people) => {
                last_fate_noun(line, quantity.first).or_else(|| self.whole_of(figures))?
            }
            None if self.is_of_told(quantity) && figures.last().is_some_and(people) => {
                self.whole_of(figures)?
            }
            None => {
                return self
                    .predicate(quantity)
                    .or_else(|| self.acting(quantity, previous));
            }
        };
        Some(What {
            counted,
            noun: None,
            rule: "figure.governed",
        })
    }

    /// "صدر القرار بـ35 صوتا وامتناع ثمانية"
    fn abstains(&self, quantity: &Quantity, previous: Option<Counted>) -> bool {
        let abstention =
            |bare: Bare<'_>| matches!(bare.rest, "امتناع" | "امتنع" | "معارضه" | "غياب" | "عارضه");
        previous.is_some_and(|previous| previous.kind == Kind::Vote)
            && readings(self.line.before(quantity.first)).any(abstention)
    }

    /// Whether the words before a bare number tell an estimate or a reckoning of what was counted before: "بينما يتحدث باحثون عن
    /// 600", "تقف تقديرات المنظمة عند سبعين ألفا", "خلصت اللجنة إلى أنهم 95".
    fn is_estimated(&self, quantity: &Quantity) -> bool {
        let line = self.line;
        if matches!(
            line.before(quantity.first),
            "انهم" | "انها" | "انهن" | "بانهم" | "كونهم"
        ) || quantity.bounded && line.before(quantity.first) == "انه"
        {
            return true;
        }
        let before = matches!(
            line.before(quantity.first),
            "عن" | "عند" | "الي" | "ب" | "علي" | "سوي" | "الا"
        );
        let near = quantity.first.saturating_sub(NEAR)..quantity.first;
        (before || quantity.bounded)
            && near
                .rev()
                .take_while(|&at| !line.is_number(at) && line.word(at) != ".")
                .any(|at| is_one_of(line.word(at), &RECKONING))
    }

    /// Whether a pronoun right before a number means those of the figure before: "وجاء في المحضر أن عددهم 36".
    fn is_of_told(&self, quantity: &Quantity) -> bool {
        quantity
            .first
            .checked_sub(1)
            .is_some_and(|at| counts_them(self.line.word(at)))
    }

    /// Whether a bare number stands behind the preposition that the number before has, its noun left out: "عن 850 ألف أسرة، والماء
    /// عن مليون", "على ستة متهمين، وبالسجن على ثلاثة"; or behind any, where فقط ends it.
    fn is_gapped(&self, quantity: &Quantity, figures: &[Figure]) -> bool {
        let line = self.line;
        let Some((index, next)) = self.previous else {
            return false;
        };
        let preposition = unjoined(line.before(quantity.first));
        let is_preposition = matches!(preposition, "عن" | "علي" | "في" | "الي" | "من" | "ل");
        let ends = |at: usize| at >= line.len() || line.is_sign(at);
        let told = figures[..=index.min(figures.len() - 1)].iter().rev();
        let mut told = told.take_while(|figure| figure.span.start >= line.start(0));
        let mut alike =
            || told.any(|figure| line.before(line.token_at(figure.span.start)) == preposition);
        let is_joined = line.before(quantity.first) != preposition;
        let goes_on = || (next..quantity.first).any(|at| line.word(at).starts_with('و'));
        let only = line.word(quantity.next) == "فقط";
        // "بزيادة 173 ألفا"
        let differs = matches!(
            preposition,
            "بزياده" | "بانخفاض" | "بارتفاع" | "بنقص" | "بفارق"
        );
        differs
            || is_preposition
                && (only || (is_joined || ends(quantity.next) && goes_on()) && alike())
    }

    /// Whether a bare number at the end of its clause is a price in the money told before: "وخط الفقر يقدر بـ366".
    fn is_price(&self, quantity: &Quantity, previous: Option<Counted>) -> bool {
        let line = self.line;
        let at = quantity.next;
        let ends = at >= line.len() || line.is_sign(at) || matches!(line.word(at), "منذ" | "فقط");
        let is_led = matches!(line.before(quantity.first), "عند" | "الي" | "ب" | "مقابل")
            || line.word(quantity.first) == "ب";
        ends && is_led && previous.is_some_and(|previous| previous.kind == Kind::Money)
    }

    /// What was counted last, the whole rather than its parts.
    fn whole_of(&self, figures: &[Figure]) -> Option<Counted> {
        let mut last = figures.last()?;
        while let Some(whole) = last.part_of.and_then(|whole| figures.get(whole)) {
            if whole.span.start >= last.span.start {
                break;
            }
            last = whole;
        }
        Some(last.counted)
    }

    /// Those out of whom some met their fate, with what their own noun says of them: "14 جريحا من أصل 60", "40 معتقلا من أصل 100".
    fn unhurt(&self, part: Counted, figures: &[Figure]) -> Counted {
        let own = self
            .previous
            .and_then(|(index, _)| figures.get(index))
            .and_then(|figure| figure.noun.clone())
            .and_then(|span| noun(self.line.word(self.line.token_at(span.start))))
            .and_then(|(noun, _)| noun.counted.fate)
            .filter(|fate| !matches!(fate, Fate::Killed | Fate::Wounded));
        Counted { fate: own, ..part }
    }

    /// "ليرتفع العدد إلى أحد عشر": the number of those told before.
    fn is_total(&self, quantity: &Quantity) -> bool {
        let line = self.line;
        let near = quantity.first.saturating_sub(4)..quantity.first;
        let is_number =
            |word: &str| matches!(word, "العدد" | "الاجمالي" | "المجموع" | "عددهم" | "عددها");
        matches!(
            line.before(quantity.first),
            "الي" | "بلغ" | "يبلغ" | "ليبلغ"
        ) && near
            .rev()
            .take_while(|&at| !line.is_sign(at))
            .any(|at| is_number(line.word(at)))
    }

    /// A bare number right behind a verb of people or of winning: "بُرئ ثمانية وعشرون", "نال الحزب خمسة".
    fn acting(&self, quantity: &Quantity, previous: Option<Counted>) -> Option<What> {
        let line = self.line;
        let of_them = matches!(line.before(quantity.first), "منهم" | "منهن");
        let kind = (act_of_people(line, quantity.first) || of_them)
            .then_some(Kind::Person)
            .or_else(|| pays(line, quantity.first).then_some(Kind::Money))
            .or_else(|| {
                wins(line, quantity.first)
                    .then(|| previous.map_or(Kind::Thing, |counted| counted.kind))
            })?;
        // "خسر البريطانيون ستة عشر قتيلا والفرنسيون عشرة"
        let same = previous.filter(|previous| previous.kind == kind && quantity.first > 0);
        let fate = same
            .filter(|_| wins(line, quantity.first) || self.is_listed(quantity))
            .and_then(|counted| counted.fate);
        Some(What {
            counted: Counted { fate, kind },
            noun: None,
            rule: "figure.governed",
        })
    }

    /// Whether the number stands behind its name in a list: "سجل إقليم كذا 1643 وفاة، وكذا 976", "نال فلان 500 صوت وفلان 300".
    fn is_listed(&self, quantity: &Quantity) -> bool {
        let line = self.line;
        let ends = quantity.next >= line.len() || line.is_sign(quantity.next);
        let before = quantity.first.checked_sub(1);
        let named = before.is_some_and(|at| line.name(at).is_some());
        // "حصل الحزب على 32 مقعدا، والعمل على ثمانية"
        let shared = before.is_some_and(|at| line.word(at) == "علي")
            && self
                .previous
                .is_some_and(|(_, next)| quantity.first < next + NEAR && is_won(line, next));
        ends && (named || shared)
    }

    /// Whether the number is the other end of the one right before it: "من 65 ألفا إلى 25 ألفا".
    fn continues(&self, quantity: &Quantity) -> bool {
        let line = self.line;
        let behind = |words: usize| {
            self.previous
                .is_some_and(|(_, next)| next + words == quantity.first)
        };
        let instead = matches!(line.before(quantity.first), "من" | "ب")
            && quantity.first > 1
            && matches!(line.word(quantity.first - 2), "بدلا" | "عوضا" | "مقارنه");
        line.before(quantity.first) == "الي" && behind(1) || instead
    }

    /// Whether the number is the whole of the one right before it: "412 مقعدا من أصل 650".
    fn is_whole_behind(&self, quantity: &Quantity) -> bool {
        matches!(self.line.before(quantity.first), "اصل" | "اجمالي" | "مجموع")
            && self
                .previous
                .is_some_and(|(_, next)| next + 2 == quantity.first)
    }

    /// "إن 12 قتلوا": a number without noun before its verb.
    fn predicate(&self, quantity: &Quantity) -> Option<What> {
        let fate = fate_behind(self.line, quantity.next)?;
        let many = is_predicate(self.line.word(quantity.next))
            || self.line.word(quantity.next) == "في" && self.line.word(quantity.next + 1) == "عداد";
        let counts = quantity.bounded || quantity.form == Form::Vague || many;
        counts.then_some(What {
            counted: Counted {
                fate: Some(fate),
                kind: Kind::Person,
            },
            noun: None,
            rule: "figure.governed",
        })
    }

    /// Whether nothing that could be counted stands behind the number.
    fn ends_phrase(&self, quantity: &Quantity) -> bool {
        let line = self.line;
        let at = quantity.next;
        let word = line.word(at);
        quantity.elided
            || !self.is_open_noun(at)
            || word == "من" && noun_after(line, at).is_none() && line.word(at + 1).starts_with("ال")
    }

    /// Whether the word at a token can be a noun that a number counts: indefinite, no particle, no verb that is known.
    fn is_open_noun(&self, at: usize) -> bool {
        let line = self.line;
        let word = line.word(at);
        let is_free = line.is_word(at)
            && !line.is_timed(at)
            && !word.starts_with("ال")
            && word.chars().count() > 2;
        is_free
            && !is_stop_word(word)
            && !is_wall(word)
            && (!word.starts_with('و') || word.chars().count() <= LONGEST_WITH_WAW)
            && !starts_clause(word)
            && !says_fate(line, at)
            && !is_of_many(word)
            && !has_pronoun(line, at)
            && !line.is_numeral(at)
            && !readings(word).any(|bare| bare.article && bare.rest.chars().count() > 2)
    }

    /// A number that counts something the table does not know.
    fn unknown(
        &self,
        quantity: &Quantity,
        link: PartLink,
        previous: Option<Counted>,
    ) -> Option<What> {
        let next = quantity.next;
        let open = !quantity.elided && self.is_open_noun(next);
        if !self.is_shown(quantity, open) {
            return None;
        }
        let counted = self
            .told_fate(quantity, self.unknown_kind(quantity))
            .among(previous.filter(|_| link == PartLink::Part));
        Some(What {
            counted,
            noun: open.then_some(NounAt {
                counted,
                first: next,
                next: next + 1,
            }),
            rule: if quantity.form == Form::Vague {
                "figure.vague"
            } else {
                "figure.open-noun"
            },
        })
    }

    /// Whether something shows that a number counts: a bound, a word for amounts, من and what it is of, or a noun that it may
    /// count (`open`).
    fn is_shown(&self, quantity: &Quantity, open: bool) -> bool {
        let line = self.line;
        let next = quantity.next;
        let of = self.is_of_the(next) || self.is_of_some(quantity);
        let told = is_told_amount(line, quantity.first);
        let definite = line.tokens[next - 1].text.starts_with("ال");
        let vague = quantity.form == Form::Vague
            && (definite || line.word(next).starts_with("ال") || self.is_open_noun(next));
        let single = quantity.low == quantity.high
            && quantity.low.is_some_and(|low| low < 3.0)
            && !quantity.bounded
            && !told;
        !single && (quantity.bounded || vague || told || of || open)
    }

    /// من and a definite noun: "مئات من السكان".
    fn is_of_the(&self, next: usize) -> bool {
        let line = self.line;
        let owned = || {
            noun(line.word(next + 1)).is_some_and(|(noun, bare)| {
                noun.number == Number::Many
                    && noun.counted.kind.is_people()
                    && bare.preposition.is_none()
            })
        };
        line.word(next) == "من"
            && (line.word(next + 1).starts_with("ال") || has_pronoun(line, next + 1) || owned())
    }

    /// من and what belongs to something, of those whose fate is told: "أربعة من أبطال الجيش استشهدوا".
    fn is_of_some(&self, quantity: &Quantity) -> bool {
        let (line, next) = (self.line, quantity.next);
        line.word(next) == "من"
            && line.is_word(next + 1)
            && !is_stop_word(line.word(next + 1))
            && line.word(next + 2).starts_with("ال")
            && self
                .told_fate(
                    quantity,
                    Counted {
                        fate: None,
                        kind: Kind::Thing,
                    },
                )
                .fate
                .is_some()
    }

    /// What the noun behind a vague number or من makes of what is counted.
    fn unknown_kind(&self, quantity: &Quantity) -> Counted {
        let line = self.line;
        let next = quantity.next;
        let vague_people = quantity.form == Form::Vague && noun(line.word(next)).is_some();
        let found = noun(line.word(counted_word(line, next)))
            .filter(|_| vague_people || self.is_of_the(next));
        Counted {
            fate: found.and_then(|(noun, _)| noun.counted.fate),
            kind: found.map_or(Kind::Thing, |(noun, _)| noun.counted.kind),
        }
    }

    /// With the fate that governs the number, or that is said behind it. What is unknown is people if a fate of people befalls
    /// it: قتل 12 قبطيا, نزح المئات من القرى.
    fn told_fate(&self, quantity: &Quantity, counted: Counted) -> Counted {
        if counted.fate.is_some() {
            return counted;
        }
        let from = self
            .previous
            .map_or(0, |(_, next)| next)
            .min(quantity.first);
        let owned = self.owner_noun(quantity).and_then(|noun| noun.fate);
        let governing = match governor(self.line, quantity.first, from) {
            Some(Governor::Fate(fate)) => counted.befallen(fate),
            Some(Governor::Noun(_)) if owned.is_some() => {
                owned.map_or(counted, |fate| counted.befallen(fate))
            }
            _ => counted,
        };
        if governing.fate.is_some() || governing.kind != Kind::Thing {
            return governing;
        }
        fate_behind(self.line, quantity.next + 1).map_or(governing, |fate| governing.befallen(fate))
    }

    /// The noun that owns the number and what it counts: "جثث ثمانية بحارة".
    fn owner_noun(&self, quantity: &Quantity) -> Option<Counted> {
        let before = quantity.first.checked_sub(1)?;
        let (noun, bare) = noun(self.line.word(before))?;
        let is_body = noun.number == Number::One && noun.counted.fate == Some(Fate::Killed);
        (!bare.article && (noun.number == Number::Many || is_body)).then_some(noun.counted)
    }

    /// A noun of the form of a people behind a number: their fate is that of the others, if they stand with them.
    fn people(
        &self,
        quantity: &Quantity,
        link: PartLink,
        previous: Option<Counted>,
    ) -> Option<What> {
        let at = quantity.next;
        let fits = !quantity.elided && self.is_open_noun(at) && is_nisba(self.line, at);
        let noun = fits.then_some(NounAt {
            counted: Counted {
                fate: None,
                kind: Kind::Person,
            },
            first: at,
            next: at + 1,
        })?;
        let found = self.fate(quantity, at + 1, link, previous, Kind::Person);
        found.map(|counted| What {
            counted,
            noun: Some(noun),
            rule: "figure.open-noun",
        })
    }

    /// Whether "من أصل" and the next number stand at token `next`.
    fn is_out_of(&self, next: usize, following: Option<&Quantity>) -> bool {
        let marked = self.line.word(next) == "من"
            && matches!(self.line.word(next + 1), "اصل" | "بين" | "اجمالي" | "مجموع");
        marked && following.is_some_and(|whole| whole.first == next + 2)
    }

    /// "أربعة من أصل ستة مستشفيات": what the larger number behind it counts.
    fn out_of(&self, quantity: &Quantity, following: Option<&Quantity>) -> Option<What> {
        let whole = following.filter(|_| self.is_out_of(quantity.next, following))?;
        let found = self.fate(quantity, whole.next, PartLink::None, None, Kind::Person);
        let counted = match whole.noun {
            Some(noun) => Counted {
                fate: found
                    .and_then(|found| found.fate)
                    .filter(|fate| fate.befalls(noun.counted.kind))
                    .or(noun.counted.fate),
                kind: noun.counted.kind,
            },
            None => found.unwrap_or(Counted {
                fate: None,
                kind: Kind::Thing,
            }),
        };
        Some(What {
            counted,
            noun: None,
            rule: "figure.out-of",
        })
    }

    /// The place named nearest behind the number, or else before it in the sentence.
    fn place(&self, quantity: &Quantity, limit: usize) -> Option<usize> {
        let line = self.line;
        let entities = self.tagged.entities;
        let is_place = |index: &usize| entities[*index].kind == NameKind::Place;
        let before = |byte: usize| entities.partition_point(|entity| entity.span.start < byte);
        let begin = before(quantity.span.end);
        let end = before(line.end(limit));
        let sentence = before(line.start(0));
        (begin..end)
            .find(is_place)
            .or_else(|| (sentence..begin).rev().find(is_place))
    }

    /// The time of its sentence that says as of when, or since when: منذ 10 سبتمبر, حتى مساء الجمعة.
    fn as_of(&self, quantity: &Quantity) -> Option<usize> {
        let line = self.line;
        let times = self.tagged.times;
        let from = times.partition_point(|time| time.span.start < line.start(0));
        let to = times.partition_point(|time| time.span.start < line.end(line.len()));
        let bounds = |index: &usize| {
            let span = &times[*index].span;
            let first = line.token_at(span.start);
            let is_since = |word: &str| {
                readings(word)
                    .any(|bare| matches!(bare.rest, "منذ" | "حتي" | "لغايه" | "غايه" | "بحلول"))
            };
            is_since(line.word(first)) || is_since(line.before(first))
        };
        let behind = times[..to]
            .partition_point(|time| time.span.start < quantity.span.end)
            .max(from);
        (behind..to)
            .find(bounds)
            .or_else(|| (from..behind).rev().find(bounds))
    }
}

/// Whether a figure counts people.
fn people(figure: &Figure) -> bool {
    figure.counted.kind.is_people()
}

/// Whether a noun behind a number has the form of "people of somewhere": بريطانيين, تايلانديا.
fn is_nisba(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let written = line.tokens.get(at).map_or("", |token| token.text);
    let sound = ["يين", "يون", "يات"]
        .iter()
        .any(|ending| word.ends_with(ending));
    let single = word.ends_with("يا") && written.contains(['\u{64b}', 'ا']) || word.ends_with('ي');
    word.chars().count() > 4 && (sound || single)
}

/// Whether a word is the present of many and counts as no noun: "700 ألف يعانون"; not of a people, as يمنيون.
fn is_of_many(word: &str) -> bool {
    word.starts_with('ي')
        && word.ends_with("ون")
        && !word.ends_with("يون")
        && word.chars().count() > 5
}

/// Whether a word owns a pronoun, which no noun behind its number does: كتابه. ة is told from ه by what is written.
fn has_pronoun(line: &Line<'_>, at: usize) -> bool {
    let written = line.tokens.get(at).map_or("", |token| token.text);
    ["ه", "ها", "هم", "هما", "هن", "نا"]
        .iter()
        .any(|pronoun| written.ends_with(pronoun))
}

/// How far before a number a pronoun of those counted may stand, in tokens.
const NEAR: usize = 8;

/// Whether a word says of people how many they are: عددهم, قدرتهم, تجاوزوا.
fn counts_them(word: &str) -> bool {
    let bare = unjoined(word);
    matches!(
        bare,
        "عددهم"
            | "اعدادهم"
            | "حصيلتهم"
            | "قدرهم"
            | "رفعهم"
            | "رفعتهم"
            | "خفضهم"
            | "خفضتهم"
            | "جعلهم"
            | "جعلتهم"
            | "قدرتهم"
            | "يقدرهم"
            | "تقدرهم"
            | "احصاهم"
            | "احصتهم"
            | "عدهم"
            | "تجاوزوا"
            | "يتجاوزون"
            | "بلغوا"
            | "ناهزوا"
            | "فاقوا"
            | "يزيدون"
            | "يناهزون"
    )
}

/// The last noun of many people before token `end` that says itself what befell them: القتلى, الجرحى.
fn last_fate_noun(line: &Line<'_>, end: usize) -> Option<Counted> {
    (0..end).rev().find_map(|at| {
        let (noun, _) = noun(line.word(at)).filter(|_| line.name(at).is_none())?;
        let counted = noun.counted;
        let is_told = counted.fate.is_some() && counted.kind.is_people();
        (is_told && noun.number == Number::Many).then_some(counted)
    })
}

/// Words that look like nouns behind a number and begin something else.
fn starts_clause(word: &str) -> bool {
    let bare = unjoined(word);
    matches!(
        bare,
        "بينهم"
            | "بينها"
            | "منهم"
            | "منها"
            | "بحسب"
            | "حسب"
            | "وفق"
            | "فقا"
            | "فق"
            | "خلال"
            | "لكل"
            | "جراء"
            | "بسبب"
            | "بجروح"
            | "وسط"
            | "ضمن"
            | "داخل"
            | "خارج"
            | "شمال"
            | "جنوب"
            | "شرق"
            | "غرب"
            | "شمالي"
            | "جنوبي"
            | "قرب"
            | "قبل"
            | "بعد"
            | "اثر"
            | "قباله"
            | "عبر"
            | "ضد"
            | "بالميه"
            | "علي"
            | "نحو"
            | "اليوم"
            | "امس"
            | "فقط"
            | "تقريبا"
            | "اخرين"
            | "اخرون"
            | "اخر"
            | "غيرهم"
            | "بينما"
            | "فيما"
            | "قالت"
            | "قال"
            | "اعلن"
            | "اعلنت"
    ) || word.starts_with('و') && noun(word).is_some_and(|(_, bare)| bare.and)
}
