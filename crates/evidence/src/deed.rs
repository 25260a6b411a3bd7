//! The actions that a clause tells of: a verb, or a noun that another verb carries, that heads the clause, or that says when.
//!
//! What is denied, planned, feared, demanded or attempted is no action that happened; it is kept apart by [`Deed::real`].

use crate::action::{Action, Entry, Sort, entries};
use crate::bare::unjoined;
use crate::bare::{Bare, readings};
use crate::carrier::{Carrier, Subject, carriers};
use crate::inflection::{Form, Tense, is_form_of};
use crate::scene::{Link, Scene, is_accusative};
use crate::segment::{
    Opening, Segment, after_openers, is_finite, is_noun_there, is_relative, is_that,
};
use crate::source::is_occasion;

/// How an action hangs on its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bond {
    /// It is what the clause tells.
    Main,
    /// It only says when or after what something else was: بعد سقوط المدينة.
    When,
    /// It came with something else: مع سقوط المدينة, بسقوط المدينة.
    With,
}

/// An action in a clause.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    /// Its token.
    pub at: usize,
    /// What it is.
    pub action: &'static Action,
    /// What its form shows.
    pub form: Form,
    /// The verb that carries it, and what its subject is.
    pub carrier: Option<(usize, Subject)>,
    /// How it hangs on its clause.
    pub bond: Bond,
    /// Whether it is told as having happened.
    pub real: bool,
}

impl Deed {
    /// The token of the verb that governs: its carrier's or its own.
    pub fn verb(&self) -> usize {
        self.carrier.map_or(self.at, |(at, _)| at)
    }
}

/// The actions of a clause in order. `governed` says that what governs the clause ("هدد بأن") does not tell it as a fact.
pub(crate) fn deeds(scene: &Scene<'_>, segment: &Segment, governed: bool) -> Vec<Deed> {
    let mut reader = Reader {
        scene,
        segment,
        head: after_openers(scene, segment),
        carry: None,
        phrase: None,
        unreal_clause: governed || is_conditional(scene, segment),
        unreal_noun: false,
        verbs: 0,
        found: Vec::new(),
    };
    let mut at = segment.first;
    while at < segment.next {
        at = reader.step(at).max(at + 1);
    }
    reader.found
}

/// The action that a relative clause without one of its own is about: "الهجوم الذي وقع في باريس".
pub(crate) fn antecedent(scene: &Scene<'_>, segments: &[Segment], index: usize) -> Option<Deed> {
    let segment = &segments[index];
    let before = &segments[index.checked_sub(1)?];
    let carried = (segment.first..segment.next.min(segment.first + 5)).find(|&at| {
        readings(scene.line.word(at)).any(|bare| {
            carriers(bare.rest)
                .iter()
                .any(|carrier| carrier.is_verb && carrier.subject != Subject::Unreal)
        })
    })?;
    let reader = Reader {
        scene,
        segment: before,
        head: before.first,
        carry: None,
        phrase: None,
        unreal_clause: false,
        unreal_noun: false,
        verbs: 0,
        found: Vec::new(),
    };
    let near = before.first.max(segment.first.saturating_sub(3))..segment.first;
    let (at, entry) = near
        .rev()
        .find_map(|at| Some((at, reader.noun_entry(at)?.0)))?;
    let told = segment.opening == Opening::Relative
        && !scene.line.word(carried.saturating_sub(1)).starts_with('ل');
    told.then_some(Deed {
        at,
        action: entry.action,
        form: entry.form,
        carrier: None,
        bond: Bond::When,
        real: true,
    })
}

/// A verb or noun that carries, in reading.
#[derive(Clone, Copy, Debug)]
struct Carry {
    at: usize,
    subject: Subject,
    link: &'static str,
    real: bool,
}

/// A phrase behind a preposition, in reading.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    link: Link,
    closed: bool,
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    segment: &'a Segment,
    /// The first token behind openers.
    head: usize,
    carry: Option<Carry>,
    phrase: Option<Phrase>,
    unreal_clause: bool,
    /// A noun before says that what follows did not happen: محاولة, خطة.
    unreal_noun: bool,
    verbs: usize,
    found: Vec<Deed>,
}

impl<'a> Reader<'a> {
    /// Reads a token; gives the next to read.
    fn step(&mut self, at: usize) -> usize {
        let (scene, line) = (self.scene, self.scene.line);
        if line.is_timed(at) || scene.name_at(at).is_some() {
            if scene.has_particle(at) {
                self.open(scene.link_at(at).map(|(link, _)| link));
            }
            self.close();
            return at + 1;
        }
        if line.is_sign(at) {
            if matches!(line.word(at), "،" | "؛" | "»" | "”" | ")" | ":") {
                self.close();
            }
            return at + 1;
        }
        let verb_only = !is_noun_there(scene, self.segment, at) && !self.is_second(at);
        if verb_only && self.verb(at) {
            return at + 1;
        }
        match scene.link_at(at) {
            Some((link, next)) if next > at => {
                self.open(Some(link));
                return next;
            }
            Some((link, _)) => self.open(Some(link)),
            None => {}
        }
        if !self.noun(at) {
            self.common(at);
        }
        at + 1
    }

    fn open(&mut self, link: Option<Link>) {
        self.phrase = link.map(|link| Phrase {
            link,
            closed: false,
        });
    }

    fn close(&mut self) {
        if let Some(phrase) = &mut self.phrase {
            phrase.closed = true;
        }
    }

    /// A verb that tells an action or carries one.
    fn verb(&mut self, at: usize) -> bool {
        let line = self.scene.line;
        let word = line.word(at);
        if self.follows_link(at) {
            return false;
        }
        let mut real = self.is_told(at);
        let free = |bare: &Bare<'_>| !bare.article && bare.preposition.is_none();
        let bare = readings(word).filter(free).find_map(|bare| {
            is_finite(bare.rest)
                .then_some((bare.rest, false))
                .or_else(|| {
                    let future = bare.rest.strip_prefix('س')?;
                    (is_finite(future) && future.starts_with(['ي', 'ت'])).then_some((future, true))
                })
        });
        let Some((bare, future)) = bare else {
            return false;
        };
        real &= !future;
        let is_verb = |entry: &&Entry| entry.action.sort != Sort::Noun;
        let found = entries(bare)
            .iter()
            .filter(is_verb)
            .find(|entry| self.fits(at, entry));
        let linked = carriers(bare).iter().filter(|carrier| carrier.is_verb);
        let carrier = linked.clone().find(|carrier| self.has_link(at, carrier));
        self.phrase = None;
        self.unreal_noun = false;
        self.verbs += 1;
        if let Some(entry) = found {
            let imperfect = entry.form.tense == Tense::Imperfect;
            self.found.push(Deed {
                at,
                action: entry.action,
                form: entry.form,
                carrier: None,
                bond: Bond::Main,
                real: real && !(imperfect && self.is_wished(at)),
            });
        }
        self.carry = carrier.map(|carrier| Carry {
            at,
            subject: carrier.subject,
            link: carrier.link,
            real: real && !(carrier.form.tense == Tense::Imperfect && self.is_wished(at)),
        });
        true
    }

    /// Whether a clause that has its verb can only have a noun in a word that may be both: "أنهت سحب قواتها".
    fn is_second(&self, at: usize) -> bool {
        let word = self.scene.line.word(at);
        let inflected = word.ends_with('ت') || word.ends_with("وا") || word.starts_with('ي');
        self.verbs > 0 && !inflected && self.noun_entry(at).is_some()
    }

    /// Whether a preposition stands right before, behind which no verb can (في سجن), as it can behind حتى.
    fn follows_link(&self, at: usize) -> bool {
        at > self.segment.first
            && self.scene.line.before(at) != "حتي"
            && self
                .scene
                .link_at(at - 1)
                .is_some_and(|(link, next)| next == at && link != Link::Loose)
    }

    /// Whether the preposition that a carrier needs stands near enough behind it.
    fn has_link(&self, at: usize, carrier: &Carrier) -> bool {
        carrier.link.is_empty()
            || (at + 1..self.segment.next.min(at + 12)).any(|at| {
                self.scene
                    .link_at(at)
                    .is_some_and(|(link, _)| link == Link::Plain(carrier.link))
                    || carrier.link.chars().count() == 1
                        && self.scene.line.word(at).starts_with(carrier.link)
                        && self.noun_entry(at).is_some()
            })
    }

    /// A verbal noun that tells an action, or a noun that carries one.
    fn noun(&mut self, at: usize) -> bool {
        let line = self.scene.line;
        let Some((entry, bare)) = self.noun_entry(at) else {
            return self.wrapper(at);
        };
        if let Some(link) = bare.preposition {
            self.open(Some(match link {
                'ب' => Link::Plain("ب"),
                'ل' => Link::Plain("ل"),
                _ => Link::Loose,
            }));
        }
        let place = self.place_of(at, bare.article);
        let (carrier, bond, real) = match place {
            Place::Carried(carry) => (
                Some((carry.at, carry.subject)),
                Bond::Main,
                carry.real && carry.subject != Subject::Unreal,
            ),
            Place::Head => (None, Bond::Main, true),
            Place::Bound(bond) => (None, bond, true),
            Place::Aside => {
                self.close();
                self.unreal_noun = false;
                return true;
            }
        };
        let before = line.before(at);
        let denied = matches!(before, "عدم" | "دون" | "بدون" | "لا");
        self.found.push(Deed {
            at,
            action: entry.action,
            form: entry.form,
            carrier,
            bond,
            real: real && !denied && !self.unreal_noun && !self.unreal_clause,
        });
        self.unreal_noun = false;
        self.close();
        true
    }

    fn noun_entry(&self, at: usize) -> Option<(&'static Entry, Bare<'a>)> {
        if self.scene.name_at(at).is_some() || self.scene.line.is_timed(at) {
            return None;
        }
        let scene: &'a Scene<'a> = self.scene;
        readings(scene.line.word(at)).find_map(|bare| {
            let nouns = entries(bare.rest)
                .iter()
                .filter(|entry| entry.action.sort == Sort::Noun);
            let entry = nouns.into_iter().find(|entry| self.fits(at, entry))?;
            Some((entry, bare))
        })
    }

    /// محاولة, سلسلة, "معلنا".
    fn wrapper(&mut self, at: usize) -> bool {
        let word = self.scene.line.word(at);
        let found = readings(word)
            .find_map(|bare| carriers(bare.rest).iter().find(|carrier| !carrier.is_verb));
        let Some(carrier) = found else {
            return false;
        };
        match carrier.subject {
            Subject::Unreal => self.unreal_noun = true,
            Subject::None => {}
            subject => {
                if self
                    .carry
                    .is_none_or(|carry| carry.subject == Subject::Speaker)
                    || subject == Subject::Speaker
                {
                    let real = self.carry.is_none_or(|carry| carry.real);
                    self.carry = Some(Carry {
                        at,
                        subject,
                        link: carrier.link,
                        real,
                    });
                    self.phrase = None;
                }
            }
        }
        true
    }

    /// Any other word: it may close the phrase that it is in.
    fn common(&mut self, at: usize) {
        let word = self.scene.line.word(at);
        let closes = self.scene.is_definite(at)
            || is_accusative(word)
            || is_occasion(word)
            || self.scene.line.is_number(at);
        if closes {
            self.close();
        }
    }

    /// Where in its clause a verbal noun stands.
    fn place_of(&self, at: usize, article: bool) -> Place {
        let open = self.phrase.filter(|phrase| !phrase.closed);
        if let Some(phrase) = open {
            let carried = self
                .carry
                .filter(|carry| !carry.link.is_empty() && Link::Plain(carry.link) == phrase.link);
            return match (carried, phrase.link) {
                (Some(carry), _) => Place::Carried(carry),
                (None, Link::Time) => Place::Bound(Bond::When),
                // "وبسقوط المدينة في 2011 بدأت مرحلة جديدة"
                (None, Link::Plain("ب")) if at == self.head => Place::Bound(Bond::When),
                (None, Link::Plain("مع" | "ب")) => Place::Bound(Bond::With),
                _ => Place::Aside,
            };
        }
        if self.follows_noun(at) {
            return Place::Aside;
        }
        match self.carry {
            Some(carry) if carry.link.is_empty() => Place::Carried(carry),
            Some(_) => Place::Aside,
            None if self.verbs == 0 && (at == self.head || !article && self.only_wrappers(at)) => {
                Place::Head
            }
            None if self.verbs == 0 && at <= self.head + 1 => Place::Head,
            None => Place::Aside,
        }
    }

    fn only_wrappers(&self, at: usize) -> bool {
        (self.head..at).all(|at| {
            let line = self.scene.line;
            let wraps = readings(line.word(at)).any(|bare| !carriers(bare.rest).is_empty());
            wraps || line.is_number(at) || line.is_timed(at) || line.is_sign(at)
        })
    }

    /// Whether a noun without article right before owns it: قائد الهجوم.
    fn follows_noun(&self, at: usize) -> bool {
        let line = self.scene.line;
        if at <= self.head {
            return false;
        }
        let before = at - 1;
        let word = line.word(before);
        let open = line.is_word(before)
            && !line.is_timed(before)
            && !self.scene.is_definite(before)
            && !is_accusative(word)
            && !word.ends_with("ون")
            && !word.ends_with("ين")
            && !(self.carry.is_some() && is_origin(word))
            && !tawarikh_arabic::numeral::begins(word);
        let known = readings(word).any(|bare| {
            is_finite(bare.rest)
                || !carriers(bare.rest).is_empty()
                || bare.rest.strip_prefix('س').is_some_and(is_finite)
                || tawarikh_arabic::is_stop_word(bare.rest)
                || is_quantity(bare.rest)
                || is_occasion(bare.rest)
        });
        open && !known
            && !is_that(word)
            && !is_relative(word)
            && !self.scene.line.tokens[at].text.ends_with(['ا', '\u{64b}'])
    }

    /// Whether nothing before a verb denies it or puts it off.
    fn is_told(&self, at: usize) -> bool {
        let before = self.scene.line.before(at);
        let bare = unjoined(before);
        let denied = at > self.segment.first
            && matches!(bare, "لم" | "لن" | "لا" | "سوف" | "ليس" | "ليست" | "لما");
        let nothing = at > self.segment.first
            && bare == "ما"
            && !matches!(self.scene.line.word(at.wrapping_sub(2)), "بعد" | "قبل");
        let nothing = nothing && self.scene.line.word(at).ends_with("وا");
        !(denied || nothing || self.unreal_clause || self.carried_denial(at))
    }

    /// كاد يسقط: a verb right behind one that says that it did not happen.
    fn carried_denial(&self, at: usize) -> bool {
        self.carry
            .is_some_and(|carry| carry.subject == Subject::Unreal && at <= carry.at + 3)
    }

    /// Whether an imperfect stands behind أن or قد, so that it is wished or possible.
    fn is_wished(&self, at: usize) -> bool {
        let line = self.scene.line;
        let that = self.segment.opening == Opening::That
            && (self.segment.first..at).any(|at| matches!(line.word(at), "ان" | "بان"));
        let near = at <= self.segment.first + 2;
        let governed = self.segment.first.checked_sub(2).is_some_and(|from| {
            (from..self.segment.first).any(|at| {
                readings(line.word(at)).any(|bare| {
                    carriers(bare.rest)
                        .iter()
                        .any(|carrier| matches!(carrier.subject, Subject::Role(_)))
                })
            })
        });
        that && near && !governed
            || matches!(
                line.before(at),
                "قد" | "وقد" | "ربما" | "لعل" | "كي" | "لكي" | "لن"
            )
    }

    /// Whether the words that a row asks for stand near, and none that it excludes.
    fn fits(&self, at: usize, entry: &Entry) -> bool {
        let action = entry.action;
        let near = self.near(at, action.heads, entry.form.pronoun);
        let is_any = |words: &[String]| near.clone().any(|at| self.is_one_of(at, words));
        let named = |at: usize| self.scene.begins_name(at) && self.scene.is_place(at);
        let special = |want: &str| match want {
            "@place" => (at + 1..self.reach(at, 6)).any(named),
            "@person" => (at + 1..self.reach(at, 6)).any(|at| self.scene.is_person(at)),
            "@party" => {
                (at.saturating_sub(10)..self.reach(at, 6)).any(|at| self.scene.is_party(at))
            }
            "@people" => near.clone().any(|at| self.scene.is_people(at)),
            "@number" => (at + 1..self.reach(at, 4))
                .any(|at| self.scene.line.is_numeral(at) && !self.scene.line.is_timed(at)),
            _ => false,
        };
        let excluded = (at + 1..self.reach(at, 5)).any(|at| self.is_one_of(at, &action.not));
        let wanted = action.needs.is_empty()
            || is_any(&action.needs)
            || action.needs.iter().any(|want| special(want));
        wanted && !excluded
    }

    fn is_one_of(&self, at: usize, words: &[String]) -> bool {
        if words.is_empty() || self.scene.line.is_timed(at) {
            return false;
        }
        readings(self.scene.line.word(at))
            .any(|bare| words.iter().any(|word| is_form_of(bare.rest, word)))
            || words.iter().any(|word| word == self.scene.line.word(at))
    }

    /// The tokens in which a needed word is looked for: behind the action up to another clause, and before a verb.
    fn near(&self, at: usize, heads: bool, pronoun: bool) -> impl Iterator<Item = usize> + Clone {
        let behind = self.reach(at, 12);
        let behind = if heads {
            self.object_reach(at).min(behind + 6)
        } else {
            behind
        };
        // The object that a pronoun stands for is before its verb: "الحرب التي أعلنتها".
        let before = if heads {
            at.saturating_sub(if pronoun { 4 } else { 0 })
        } else {
            let from = at.saturating_sub(6);
            // What a relative clause is about stands right before it: "الحرب التي اندلعت".
            let about = self.segment.opening == Opening::Relative;
            from.max(self.segment.first.saturating_sub(if about { 3 } else { 0 }))
        };
        (at + 1..behind).chain(before..at)
    }

    /// The token before which what belongs to the action ends, at most `most` tokens behind it.
    fn reach(&self, at: usize, most: usize) -> usize {
        let line = self.scene.line;
        let limit = self.segment.next.min(at + 1 + most);
        (at + 1..limit)
            .find(|&at| is_relative(line.word(at)) || matches!(line.word(at), ":" | "."))
            .unwrap_or(limit)
    }

    /// The same for the head of an object: up to the first preposition or another action.
    fn object_reach(&self, at: usize) -> usize {
        let line = self.scene.line;
        let limit = line.len().min(at + 18);
        let stops = |at: usize| {
            let link = self.scene.link_at(at).is_some_and(|(link, next)| {
                next > at && link != Link::Plain("عن") && line.word(at) != "حسب"
            });
            let dated = line.is_timed(at + 1) || line.is_timed(at + 2);
            link && !dated && !is_occasion(line.word(at + 1))
                || is_that(line.word(at))
                || is_relative(line.word(at))
        };
        (at + 1..limit).find(|&at| stops(at)).unwrap_or(limit)
    }
}

/// Where a verbal noun stands.
enum Place {
    Carried(Carry),
    Head,
    Bound(Bond),
    Aside,
}

/// An adjective of origin, which ends its phrase: "طائرات مصرية".
fn is_origin(word: &str) -> bool {
    (word.ends_with("يه") || word.ends_with('ي')) && word.chars().count() > 4
}

fn is_quantity(word: &str) -> bool {
    matches!(
        word,
        "عده"
            | "عدد"
            | "عشرات"
            | "مييات"
            | "ميات"
            | "مئات"
            | "الاف"
            | "اي"
            | "اكثر"
            | "نحو"
            | "قرابه"
            | "كل"
            | "بعض"
            | "جميع"
    )
}

/// إذا and لو tell of what did not happen, or not yet.
fn is_conditional(scene: &Scene<'_>, segment: &Segment) -> bool {
    (segment.first..segment.next.min(segment.first + 3)).any(|at| {
        let word = scene.line.word(at);
        let bare = unjoined(word);
        matches!(bare, "اذا" | "لو" | "لولا" | "ربما" | "لعل")
    })
}
