//! Who did an action, to whom, and where: what the names of its clause are in it.
//!
//! A verb has its subject behind it (VSO) or before it (SVO), then its object; a transitive verb with one noun phrase alone is
//! passive, since Arabic writes both alike. A verbal noun has its genitive. Prepositions tell the rest.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::action::{Role, Sort, entries};
use crate::attribution::Attribution;
use crate::bare::unjoined;
use crate::bare::{Bare, readings};
use crate::carrier::{Subject, carriers};
use crate::deed::{Bond, Deed};
use crate::event_kind::EventKind;
use crate::name::NameKind;
use crate::scene::{Link, Scene, is_accusative};
use crate::segment::{Opening, Segment, after_openers, has_verb};

/// The names that have a part in an action: indices into the text's entities.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    /// Where it happened.
    pub places: BTreeSet<usize>,
    /// Who did it.
    pub agents: BTreeSet<usize>,
    /// Whom it was done to.
    pub patients: BTreeSet<usize>,
}

/// Where a name stands, seen from the verb or verbal noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    /// In the first, second … phrase without a preposition.
    Direct(usize),
    /// Behind a preposition.
    Link(Link),
}

/// A name where it stands.
#[derive(Clone, Copy, Debug)]
struct Found {
    name: usize,
    slot: Slot,
    /// Whether it is the first word of its phrase.
    heads: bool,
}

/// What stands in a range of tokens.
#[derive(Debug, Default)]
struct Phrases {
    found: Vec<Found>,
    /// How many phrases without a preposition.
    direct: usize,
    /// Whether the first of them is a number with what it counts.
    counted: bool,
}

/// The places that a clause without an action of the tables names as where something was.
pub(crate) fn places(scene: &Scene<'_>, segment: &Segment) -> Parts {
    let mut parts = Parts::default();
    for found in phrases(scene, segment.first..segment.next).found {
        let is_place = scene.entity(found.name).kind == NameKind::Place;
        if let Slot::Link(Link::Plain("في" | "ب") | Link::Beside) = found.slot
            && is_place
        {
            parts.places.insert(found.name);
        }
    }
    if let Some(at) = (segment.first..segment.next).find(|&at| witnesses(scene, at)) {
        for found in phrases(scene, at + 1..segment.next).found {
            if found.slot == Slot::Direct(0) && scene.entity(found.name).kind == NameKind::Place {
                parts.places.insert(found.name);
            }
        }
    }
    parts
}

/// The only place that a clause names, where nothing shows what places are in it: not an origin, nor who acts or speaks.
pub(crate) fn only_place(
    scene: &Scene<'_>,
    segment: &Segment,
    parts: &Parts,
    said: Option<&Attribution>,
) -> Option<usize> {
    let speaks = |name: usize| {
        let span = &scene.entity(name).span;
        said.is_some_and(|said| said.span.start <= span.start && span.end <= said.span.end)
    };
    let is_where = |found: &Found| {
        let kept = !parts.agents.contains(&found.name) && !parts.patients.contains(&found.name);
        let place = scene.entity(found.name).kind == NameKind::Place;
        let aside = matches!(
            found.slot,
            Slot::Link(Link::Plain("من" | "عن" | "مع" | "الي") | Link::By)
        );
        // A country at the head of a phrase stands for those who govern it.
        let acts =
            matches!(found.slot, Slot::Direct(_)) && found.heads && scene.is_country(found.name);
        kept && place && !aside && !acts && !speaks(found.name)
    };
    let found = phrases(scene, segment.first..segment.next).found;
    let mut places = found
        .iter()
        .filter(|found| is_where(found))
        .map(|found| found.name);
    let first = places.next();
    first.filter(|_| places.next().is_none())
}

/// Whether a verb has the place as its subject: شهدت المدينة.
fn witnesses(scene: &Scene<'_>, at: usize) -> bool {
    let is_place = |bare: Bare<'_>| {
        let subjects = carriers(bare.rest).iter().map(|carrier| carrier.subject);
        subjects
            .into_iter()
            .any(|subject| subject == Subject::Role(Role::Place))
    };
    scene.name_at(at).is_none() && readings(scene.line.word(at)).any(is_place)
}

/// The parts that the names of the clause have in its action.
pub(crate) fn parts(scene: &Scene<'_>, segments: &[Segment], index: usize, deed: &Deed) -> Parts {
    let segment = &segments[index];
    let mut reader = Reader {
        scene,
        deed,
        parts: Parts::default(),
        leaders: BTreeSet::new(),
        has_subject: false,
        is_suffered: is_suffered(scene, segment, deed),
    };
    if deed.bond != Bond::Main {
        reader.genitive(deed.at + 1..segment.next);
        if deed.form.pronoun && reader.parts.agents.is_empty() {
            reader.by_pronoun(segment);
        }
        return reader.parts;
    }
    let before = phrases(scene, after_openers(scene, segment)..deed.verb());
    let is_relative = segment.opening == Opening::Relative;
    let antecedent = antecedent(scene, segment).filter(|_| is_relative);
    let far = parted_subject(scene, segments, index).filter(|_| before.direct == 0);
    let svo = (before.direct > 0 || far.is_some()) && !is_relative;
    reader.before(&before);
    if let Some(subject) = &far {
        reader.before(subject);
    }
    let noun = deed.action.sort == Sort::Noun;
    if noun {
        reader.carried(deed.verb() + 1..deed.at, svo);
        reader.genitive(deed.at + 1..segment.next);
        if let Some(name) = antecedent.filter(|_| !reader.has_subject) {
            reader.carrier_subject(name, true);
        }
    } else {
        reader.verbal(deed.at + 1..segment.next, svo, antecedent);
    }
    reader.resumed(segment, antecedent);
    if !reader.has_subject && segment.opening == Opening::Joined && !svo {
        reader.inherit(segments, index);
    }
    if reader.parts.agents.is_empty() && deed.action.kind == EventKind::Killing {
        reader.by_blow(segment);
    }
    // "جرت عملية التحرير بقيادة الجيش"
    if reader.parts.agents.is_empty() {
        let leaders = std::mem::take(&mut reader.leaders);
        reader.parts.agents = &leaders - &reader.parts.patients;
    }
    reader.parts
}

/// Whether a verb of killing or arrest, which takes an object, has a subject before it and nothing behind that could be one.
fn is_suffered(scene: &Scene<'_>, segment: &Segment, deed: &Deed) -> bool {
    let on_people = matches!(deed.action.kind, EventKind::Killing | EventKind::Arrest);
    let behind = deed.at + 1..segment.next;
    on_people
        && deed.action.is_transitive()
        && deed.action.sort == Sort::Verb
        && !deed.form.pronoun
        && resumption(scene, behind.clone()).is_none()
        && phrases(scene, behind).direct == 0
}

/// A subject that a relative clause parts from its verb: "الجيش، الذي تدعمه الحكومة، سيطر على".
fn parted_subject(scene: &Scene<'_>, segments: &[Segment], index: usize) -> Option<Phrases> {
    let [noun, relative] = segments.get(index.checked_sub(2)?..index)? else {
        return None;
    };
    let parted = segments[index].opening == Opening::Main
        && relative.opening == Opening::Relative
        && !has_verb(scene, noun);
    let subject = phrases(scene, after_openers(scene, noun)..noun.next);
    (parted && subject.direct > 0).then_some(subject)
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    deed: &'a Deed,
    parts: Parts,
    /// Who led it.
    leaders: BTreeSet<usize>,
    has_subject: bool,
    /// Whether a verb that takes an object has none behind its subject: "أربعون من الحركة قتلوا في المدينة".
    is_suffered: bool,
}

impl Reader<'_> {
    /// What stands before the verb: its subject, and where it was.
    fn before(&mut self, before: &Phrases) {
        for found in &before.found {
            match found.slot {
                Slot::Direct(_) if self.deed.action.sort == Sort::Noun => {
                    self.carrier_subject(found.name, found.heads);
                }
                Slot::Direct(_) => self.verb_subject(found.name, found.heads),
                Slot::Link(link) => self.linked(found.name, link, found.heads, Around::Before),
            }
        }
        self.has_subject |= before.direct > 0;
    }

    fn verb_subject(&mut self, name: usize, heads: bool) {
        let slot = if self.deed.action.sort == Sort::Passive || self.is_suffered {
            "o"
        } else {
            "s"
        };
        self.has_subject = true;
        if let Some(role) = self.deed.action.role(slot) {
            settle(self.scene, &mut self.parts, name, role, heads);
        }
    }

    /// The subject of the verb that carries a noun.
    fn carrier_subject(&mut self, name: usize, heads: bool) {
        let Some((_, subject)) = self.deed.carrier else {
            return;
        };
        self.has_subject = true;
        let action = self.deed.action;
        let own = action.role("g") == Some(Role::Agent)
            || action.role("على").is_some()
            || action.role("علي").is_some();
        let role = match subject {
            Subject::Role(role) => Some(role),
            // "أعلن الجيش سيطرته على", "أعلن الجيش تحرير المدينة": who tells of it did it; not "أعلنت الشرطة مقتل".
            Subject::Speaker => {
                let acts = matches!(
                    action.kind,
                    EventKind::Capture
                        | EventKind::Arrest
                        | EventKind::Withdrawal
                        | EventKind::Displacement
                ) && self.scene.entity(name).kind != NameKind::Person;
                let done = if own { self.deed.form.pronoun } else { acts };
                done.then_some(Role::Agent)
            }
            Subject::None | Subject::Unreal => None,
        };
        let role = match (role, action.kind) {
            (Some(Role::Agent), EventKind::Loss) => Some(Role::Patient),
            (role, _) => role,
        };
        if let Some(role) = role {
            settle(self.scene, &mut self.parts, name, role, heads);
        }
    }

    /// What stands between a carrier and its noun.
    fn carried(&mut self, between: Range<usize>, svo: bool) {
        if self.deed.carrier.is_none() || between.start >= between.end {
            return;
        }
        let phrases = phrases(self.scene, between);
        for found in &phrases.found {
            match found.slot {
                Slot::Direct(0) if !svo => self.carrier_subject(found.name, found.heads),
                Slot::Direct(_) => {}
                Slot::Link(link) => self.linked(found.name, link, found.heads, Around::Before),
            }
        }
    }

    /// What stands behind a verbal noun.
    fn genitive(&mut self, behind: Range<usize>) {
        let phrases = phrases(self.scene, behind);
        let own = self.deed.form.pronoun || self.scene.is_definite(self.deed.at);
        let role = self.deed.action.role("g");
        let doer = |found: &Found| {
            self.scene.entity(found.name).kind != NameKind::Place
                || self.scene.is_country(found.name)
        };
        let has_object = phrases.direct > 1
            || phrases
                .found
                .iter()
                .any(|found| found.slot == Slot::Link(Link::Plain("ل")));
        for found in &phrases.found {
            match found.slot {
                Slot::Direct(0) if !own => {
                    let role = match role {
                        // قصف المدينة, احتلال بغداد
                        Some(Role::Agent) if !doer(found) => Some(Role::Target),
                        // "تحرير الجيش المدينة"
                        Some(Role::Place | Role::Patient)
                            if has_object
                                && doer(found)
                                && phrases.direct > 1
                                && self.is_deed_of_two() =>
                        {
                            Some(Role::Agent)
                        }
                        Some(Role::Agent) if self.is_done_to(found) => Some(Role::Patient),
                        role => role,
                    };
                    self.has_subject |= role == Some(Role::Agent);
                    if let Some(role) = role {
                        settle(self.scene, &mut self.parts, found.name, role, found.heads);
                    }
                }
                Slot::Direct(1) if !own && self.is_deed_of_two() => {
                    let role = if self.deed.action.kind == EventKind::Capture {
                        Role::Place
                    } else {
                        Role::Patient
                    };
                    settle(self.scene, &mut self.parts, found.name, role, found.heads);
                }
                Slot::Direct(_) => {}
                Slot::Link(link) => self.linked(found.name, link, found.heads, Around::Behind),
            }
        }
    }

    /// احتلال الكويت: what is taken is a country, and who takes it is told otherwise.
    fn is_done_to(&self, found: &Found) -> bool {
        self.deed.action.role("ل") == Some(Role::Place)
            && self.scene.is_country(found.name)
            && self.parts.agents.iter().any(|agent| *agent != found.name)
    }

    fn is_deed_of_two(&self) -> bool {
        let kills = || readings(self.scene.line.word(self.deed.at)).any(|bare| bare.rest == "قتل");
        matches!(
            self.deed.action.kind,
            EventKind::Capture | EventKind::Arrest
        ) || kills()
    }

    /// What stands behind a verb.
    fn verbal(&mut self, behind: Range<usize>, svo: bool, antecedent: Option<usize>) {
        let scene = self.scene;
        let action = self.deed.action;
        let phrases = phrases(scene, behind.clone());
        let resumes = self.deed.form.pronoun || resumption(scene, behind).is_some();
        let transitive = action.is_transitive() && action.sort == Sort::Verb;
        let plural = scene.line.word(self.deed.at).ends_with("وا");
        let by_antecedent = antecedent.is_some() && !resumes && (!transitive || phrases.direct > 0);
        let subject_before = svo || plural || by_antecedent && (!transitive || phrases.direct == 1);
        let lone = phrases.direct <= 1 || phrases.counted;
        let passive =
            transitive && action.role("o").is_some() && !subject_before && !resumes && lone;
        // A party is not what is captured: its object stands elsewhere, or in a relative clause.
        let captures = action.kind == EventKind::Capture
            && phrases.found.iter().any(|found| {
                found.slot == Slot::Direct(0) && scene.entity(found.name).kind == NameKind::Party
            });
        let passive = passive && !captures;
        let first = match () {
            () if action.sort == Sort::Passive || passive || subject_before => "o",
            () => "s",
        };
        if let Some(name) = antecedent.filter(|_| subject_before && !svo) {
            self.verb_subject(name, true);
        } else if let Some(name) =
            antecedent.filter(|_| transitive && passive && phrases.direct == 0)
            && let Some(role) = action.role("o")
        {
            settle(scene, &mut self.parts, name, role, true);
        }
        for found in &phrases.found {
            let slot = match found.slot {
                Slot::Direct(0) => first,
                Slot::Direct(1) if first == "s" => "o",
                Slot::Direct(_) => continue,
                Slot::Link(Link::Plain("ل"))
                    if action.role("ل").is_none() && transitive && !phrases.found.is_empty() =>
                {
                    "o"
                }
                Slot::Link(link) => {
                    self.linked(found.name, link, found.heads, Around::Behind);
                    continue;
                }
            };
            self.has_subject |= slot == "s";
            if let Some(role) = action.role(slot) {
                settle(scene, &mut self.parts, found.name, role, found.heads);
            }
        }
        // "حاصرت القوات المدينة وقصفت أحياءها": a joined verb with its object alone goes on with the subject before.
        self.has_subject |= first == "s" && phrases.direct > 0 || passive && phrases.counted;
    }

    /// A name behind a preposition.
    fn linked(&mut self, name: usize, link: Link, heads: bool, around: Around) {
        let own = match link {
            Link::Plain(word) => self.deed.action.role(word),
            _ => None,
        };
        let place = self.scene.entity(name).kind == NameKind::Place;
        let role = match link {
            Link::By => Some(Role::Agent),
            Link::Led => {
                let leads = !place || self.scene.is_country(name);
                self.leaders.extend(leads.then_some(name));
                None
            }
            Link::Expense => {
                let taken = matches!(
                    self.deed.action.kind,
                    EventKind::Capture | EventKind::Attack
                );
                taken.then_some(Role::Patient)
            }
            Link::Plain(_) if own.is_some() && around == Around::Behind => own,
            Link::Plain("في" | "ب") | Link::Beside if place => Some(Role::Place),
            Link::Plain("علي") if place && self.is_violent() => Some(Role::Place),
            Link::Plain("ضد") => Some(Role::Patient),
            Link::Plain("في") if self.deed.action.role("g") == Some(Role::Patient) => {
                Some(Role::Patient)
            }
            _ => None,
        };
        if let Some(role) = role {
            settle(
                self.scene,
                &mut self.parts,
                name,
                role,
                heads || matches!(link, Link::By),
            );
        }
    }

    /// "أحرز الجيش تقدما خلال سيطرته على": the pronoun is the subject of its clause.
    fn by_pronoun(&mut self, segment: &Segment) {
        if self.deed.action.role("g") != Some(Role::Agent) {
            return;
        }
        let before = phrases(self.scene, after_openers(self.scene, segment)..self.deed.at);
        // A verb that is not known is the first word of the phrase, so that its subject is not.
        let acts = |found: &&Found| {
            matches!(found.slot, Slot::Direct(_))
                && self.scene.entity(found.name).kind != NameKind::Place
        };
        if let Some(found) = before.found.iter().find(acts) {
            settle(self.scene, &mut self.parts, found.name, Role::Agent, true);
        }
    }

    /// "قتل سبعة جراء قصف الجيش", "إثر هجوم لحركة طالبان": whose blow it was that killed.
    fn by_blow(&mut self, segment: &Segment) {
        let scene = self.scene;
        let is_blow = |at: usize| {
            readings(scene.line.word(at)).any(|bare| {
                entries(bare.rest).iter().any(|entry| {
                    let kind = entry.action.kind;
                    entry.action.sort == Sort::Noun
                        && matches!(kind, EventKind::Attack | EventKind::AirStrike)
                        && !bare.article
                })
            })
        };
        let caused = |at: usize| {
            let link = scene.link_at(at).filter(|(_, next)| *next > at);
            link.is_some_and(|(link, _)| match link {
                Link::Cause | Link::Plain("في") => true,
                Link::Time => matches!(scene.line.word(at), "اثر" | "عقب"),
                _ => false,
            })
        };
        let blow = (self.deed.at + 1..segment.next)
            .find(|&at| is_blow(at) && (caused(at - 1) || scene.line.word(at).starts_with('ب')));
        let Some(striker) = blow.map(|blow| blow + 1) else {
            return;
        };
        let owns = scene.begins_name(striker)
            && (!scene.has_particle(striker) || scene.line.word(striker).starts_with('ل'));
        if let Some(name) = scene.name_at(striker).filter(|_| owns) {
            self.parts.patients.remove(&name);
            settle(
                scene,
                &mut self.parts,
                name,
                Role::Agent,
                scene.is_country(name),
            );
        }
    }

    /// Whether what stands behind على may be where it was: "قتل ثلاثة في غارة على المدينة".
    fn is_violent(&self) -> bool {
        matches!(
            self.deed.action.kind,
            EventKind::Killing | EventKind::Attack | EventKind::AirStrike | EventKind::Disaster
        )
    }

    /// عليها, منها, سيطر عليه: a pronoun for the place that was named before.
    fn resumed(&mut self, segment: &Segment, antecedent: Option<usize>) {
        let scene = self.scene;
        let Some(slot) = resumption(scene, self.deed.at + 1..segment.next) else {
            if self.deed.form.pronoun && self.deed.action.sort == Sort::Verb {
                self.pronoun("o", antecedent);
            }
            return;
        };
        self.pronoun(slot, antecedent);
    }

    fn pronoun(&mut self, slot: &str, antecedent: Option<usize>) {
        let scene = self.scene;
        let role = self
            .deed
            .action
            .role(slot)
            .or((slot == "في").then_some(Role::Place));
        let before = || {
            (0..self.deed.at)
                .rev()
                .filter_map(|at| scene.name_at(at))
                .find(|name| scene.entity(*name).kind == NameKind::Place)
        };
        let is_place = |name: &usize| scene.entity(*name).kind == NameKind::Place;
        let name = antecedent.filter(is_place).or_else(before);
        if let (Some(name), Some(role @ (Role::Place | Role::Target))) = (name, role) {
            settle(scene, &mut self.parts, name, role, false);
        }
    }

    /// A verb joined by و without a subject of its own has that of the one before.
    fn inherit(&mut self, segments: &[Segment], index: usize) {
        let (Some(role), Some(before)) = (self.deed.action.role("s"), index.checked_sub(1)) else {
            return;
        };
        let scene = self.scene;
        let segment = &segments[before];
        let feminine = |at: usize| scene.line.word(at).ends_with('ت');
        let found = crate::deed::deeds(scene, segment, false);
        let Some(deed) = found.iter().find(|deed| deed.bond == Bond::Main) else {
            // "داعش بلغ ذروته ثم انهار": the verb before is not known, its subject is.
            let subject = phrases(scene, after_openers(scene, segment)..segment.next);
            let first = subject
                .found
                .first()
                .filter(|found| found.slot == Slot::Direct(0) && found.heads);
            if let Some(found) = first {
                settle(scene, &mut self.parts, found.name, role, true);
            }
            return;
        };
        if feminine(deed.verb()) != feminine(self.deed.at) {
            return;
        }
        let parts = parts(scene, segments, before, deed);
        for name in parts.agents {
            settle(scene, &mut self.parts, name, role, true);
        }
        // أحياءها: of the place that was named.
        let owned =
            (self.deed.at + 1..segments[index].next).any(|at| scene.line.word(at).ends_with("ها"));
        if owned && self.parts.places.is_empty() {
            self.parts.places.extend(parts.places);
        }
    }
}

/// Whether a phrase stands before or behind its action.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Before,
    Behind,
}

/// Puts a name to what it is: towns do nothing themselves, unless they stand for those who rule there.
fn settle(scene: &Scene<'_>, parts: &mut Parts, name: usize, role: Role, heads: bool) {
    let is_place = scene.entity(name).kind == NameKind::Place;
    let country = is_place && scene.is_country(name);
    match role {
        Role::Agent if !is_place || heads => {
            parts.agents.insert(name);
        }
        Role::Agent => {}
        Role::Patient if is_place && !(country && heads) => {
            parts.places.insert(name);
        }
        Role::Patient => {
            parts.patients.insert(name);
        }
        Role::Place | Role::Target if is_place => {
            parts.places.insert(name);
            if role == Role::Target && country && heads {
                parts.patients.insert(name);
            }
        }
        Role::Place | Role::Target
            if scene.entity(name).kind == NameKind::Party || role == Role::Target =>
        {
            parts.patients.insert(name);
        }
        Role::Place | Role::Target => {}
    }
}

/// The name that a relative clause is about: the last before it.
fn antecedent(scene: &Scene<'_>, segment: &Segment) -> Option<usize> {
    let near = segment.first.saturating_sub(3)..segment.first;
    near.rev().find_map(|at| scene.name_at(at))
}

/// The preposition that a pronoun stands behind: عليها -> على.
fn resumption(scene: &Scene<'_>, range: Range<usize>) -> Option<&'static str> {
    range
        .into_iter()
        .take(8)
        .find_map(|at| match scene.line.word(at) {
            "عليها" | "عليه" | "عليهما" => Some("علي"),
            "منها" | "منه" => Some("من"),
            "فيها" | "فيه" => Some("في"),
            "اليها" | "اليه" => Some("الي"),
            _ => None,
        })
}

/// What stands in a range of tokens, phrase by phrase.
fn phrases(scene: &Scene<'_>, range: Range<usize>) -> Phrases {
    let mut reader = PhraseReader {
        scene,
        slot: Slot::Direct(0),
        open: false,
        closed: false,
        heads: true,
        named: None,
        phrases: Phrases::default(),
    };
    let mut at = range.start;
    while at < range.end {
        at = reader.step(at, &range).max(at + 1);
    }
    reader.phrases
}

struct PhraseReader<'a> {
    scene: &'a Scene<'a>,
    slot: Slot,
    /// Whether the phrase has begun.
    open: bool,
    /// Whether it may be complete: a definite word or an accusative ended it.
    closed: bool,
    /// Whether the next name is the first word of its phrase.
    heads: bool,
    /// What the last name of the phrase was of; a person's name may stand beside common nouns.
    named: Option<NameKind>,
    phrases: Phrases,
}

impl PhraseReader<'_> {
    fn step(&mut self, at: usize, range: &Range<usize>) -> usize {
        let (scene, line) = (self.scene, self.scene.line);
        if scene.is_inside_name(at) {
            return at + 1;
        }
        if line.is_timed(at) {
            self.closed |= self.open || matches!(self.slot, Slot::Link(_));
            return at + 1;
        }
        if line.is_sign(at) {
            if let Some(next) = self.aside(at, range) {
                self.closed |= self.open;
                return next;
            }
            if matches!(line.word(at), "،" | "؛" | ":") {
                self.comma(at);
            }
            return at + 1;
        }
        if let Some(next) = self.transparent(at) {
            return next;
        }
        if let Some((link, next)) = scene.link_at(at) {
            let direction = link == Link::Beside
                && matches!(self.slot, Slot::Direct(_))
                && self.open
                && self.closed;
            if direction && line.word(at) != "قرب" && self.takes_direction(at) {
                self.begin(at);
                self.heads = false;
                return at + 1;
            }
            self.slot = Slot::Link(link);
            self.open = false;
            self.closed = false;
            self.heads = true;
            if next > at {
                return next.min(range.end);
            }
        } else if is_verb_word(scene, at) {
            self.slot = Slot::Direct(self.phrases.direct);
            self.open = false;
            self.closed = false;
            return at + 1;
        } else if self.begins_phrase(at) {
            self.begin(at);
        }
        self.word(at);
        at + 1
    }

    /// Words that leave the phrase as it is: "من جهة", "150 من عناصر", "قيادي في".
    fn transparent(&self, at: usize) -> Option<usize> {
        let (scene, line) = (self.scene, self.scene.line);
        let word = line.word(at);
        if word == "من" && matches!(line.word(at + 1), "جهه" | "ناحيه") {
            let other = matches!(line.word(at + 2), "اخري" | "ثانيه" | "اولي");
            return Some(at + 2 + usize::from(other));
        }
        let direct = matches!(self.slot, Slot::Direct(_)) && self.open;
        let members = || readings(line.word(at + 1)).any(|bare| is_members(bare.rest));
        let party = || (at + 1..at + 3).any(|at| scene.begins_name(at) && !scene.is_place(at));
        let of_members = direct && word == "من" && members();
        // "650 من قسد": a number of a party.
        let counted = direct
            && word == "من"
            && at > 0
            && scene.begins_name(at + 1)
            && !scene.is_place(at + 1)
            && !scene.is_person(at + 1)
            && line.is_numeral(at - 1);
        let in_party = direct && word == "في" && is_member(line.before(at)) && party();
        (of_members || in_party || counted).then_some(at + 1)
    }

    /// شمال غزة as an object: a direction right behind a definite subject.
    fn takes_direction(&self, at: usize) -> bool {
        let is_object = matches!(self.slot, Slot::Direct(0)) && self.phrases.direct == 1;
        is_object && self.scene.line.before(at) != "في"
    }

    /// The token behind what two commas set aside: "، بحسب شهود،", "، كما قال،".
    fn aside(&self, at: usize, range: &Range<usize>) -> Option<usize> {
        let line = self.scene.line;
        let according = matches!(
            line.word(at + 1),
            "بحسب" | "حسب" | "وفق" | "وفقا" | "كما" | "نقلا" | "استنادا" | "طبقا"
        );
        if line.word(at) != "،" || !according {
            return None;
        }
        let limit = range.end.min(at + 16);
        let close = (at + 1..limit).find(|&at| line.word(at) == "،")?;
        Some(close + 1)
    }

    fn comma(&mut self, at: usize) {
        let line = self.scene.line;
        let dated = at > 0 && line.is_timed(at - 1) || line.is_timed(at + 1);
        let joined = line.word(at + 1).starts_with('و');
        if !dated && !joined {
            self.slot = Slot::Link(Link::Loose);
            self.open = false;
            self.closed = false;
        }
    }

    /// Whether a new phrase without preposition begins at a token.
    fn begins_phrase(&self, at: usize) -> bool {
        let (scene, line) = (self.scene, self.scene.line);
        if !self.open && matches!(self.slot, Slot::Direct(_)) {
            return true;
        }
        let word = line.word(at);
        if self.joins(at) {
            return false;
        }
        let named = scene.begins_name(at);
        let number = line.is_numeral(at);
        let person = named
            && scene
                .name_at(at)
                .is_some_and(|name| scene.entity(name).kind == NameKind::Person);
        let adjective = !named && word.starts_with("ال") && is_adjective(word);
        match self.slot {
            Slot::Direct(_) if self.closed => {
                let of_name =
                    !named && word.starts_with("ال") && self.named == Some(NameKind::Person);
                !(adjective || of_name || person && self.named.is_none())
            }
            Slot::Direct(_) => {
                number
                    && self.open
                    && !line.is_number(at.wrapping_sub(1))
                    && word_is_plural(line.before(at))
                    || is_accusative(word) && word_is_plural(line.before(at))
            }
            Slot::Link(_) => {
                self.closed
                    && !adjective
                    && (named && !scene.is_place(at) || number || !named && !word.starts_with("ال"))
                    && !scene.is_generic(at)
                    && !line.is_timed(at)
            }
        }
    }

    fn joins(&self, at: usize) -> bool {
        let line = self.scene.line;
        let word = line.word(at);
        let particle = self.scene.has_particle(at);
        particle
            || word.starts_with("وال")
            || word == "و"
            || line.before(at) == "و"
            || word.starts_with('و') && self.scene.name_at(at).is_none() && word.chars().count() > 3
    }

    fn begin(&mut self, at: usize) {
        let next = self.phrases.direct;
        let line = self.scene.line;
        if next == 0 {
            self.phrases.counted =
                line.is_number(at) || self.scene.name_at(at).is_none() && line.is_numeral(at);
        }
        self.slot = Slot::Direct(next);
        self.phrases.direct = next + 1;
        self.open = true;
        self.closed = false;
        self.heads = true;
        self.named = None;
    }

    /// A word of the phrase.
    fn word(&mut self, at: usize) {
        let (scene, line) = (self.scene, self.scene.line);
        let word = line.word(at);
        self.open = true;
        let joined = self.joins(at);
        if let Some(name) = scene.name_at(at).filter(|_| scene.begins_name(at)) {
            self.named = Some(scene.entity(name).kind);
            self.phrases.found.push(Found {
                name,
                slot: self.slot,
                heads: self.heads || joined,
            });
            self.closed = true;
            self.heads = false;
            return;
        }
        let generic = scene.is_generic(at);
        self.heads = false;
        if !generic {
            self.closed = word.starts_with("ال")
                || scene.is_definite(at)
                || is_accusative(word) && !line.is_number(at);
        } else {
            self.closed = scene.is_definite(at);
        }
    }
}

/// كان and قد, behind which the subject stands.
fn is_verb_word(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.line.word(at);
    let bare = unjoined(word);
    scene.name_at(at).is_none()
        && matches!(
            bare,
            "كان" | "كانت" | "كانوا" | "قد" | "لقد" | "بات" | "باتت"
        )
}

/// Those who make up a party: عناصر, مقاتلي.
fn is_members(word: &str) -> bool {
    matches!(
        word,
        "عناصر"
            | "عناصره"
            | "مقاتلي"
            | "مسلحي"
            | "افراد"
            | "جنود"
            | "قوات"
            | "قاده"
            | "رجال"
            | "ضباط"
            | "اعضاء"
            | "انصار"
            | "قيادات"
    )
}

/// One of a party: قيادي في, عضو في.
fn is_member(word: &str) -> bool {
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let stem = bare.strip_suffix('ا').unwrap_or(bare);
    matches!(
        stem,
        "قيادي"
            | "عضو"
            | "عنصر"
            | "جندي"
            | "مسوول"
            | "ضابط"
            | "مقاتل"
            | "مسلح"
            | "جنود"
            | "عناصر"
            | "قياديين"
            | "مقاتلين"
            | "ناشط"
            | "كبير"
    )
}

/// A plural of people, or an indefinite noun, that may be a whole subject: مسلحون.
fn word_is_plural(word: &str) -> bool {
    word.ends_with("ون") || word.ends_with("ان")
}

/// Whether a definite word behind a definite noun is its adjective.
fn is_adjective(word: &str) -> bool {
    let bare = readings(word)
        .find(|bare| bare.article)
        .map_or(word, |bare| bare.rest);
    let nisba = bare.ends_with("ي")
        || bare.ends_with("يه")
        || bare.ends_with("يين")
        || bare.ends_with("يون");
    let participle = bare.starts_with("م")
        && bare.chars().count() >= 4
        && !matches!(
            bare,
            "مدينه"
                | "مدن"
                | "منطقه"
                | "مسجد"
                | "مطار"
                | "مخيم"
                | "مستشفي"
                | "مبني"
                | "مدرسه"
                | "موقع"
                | "مواقع"
                | "معبر"
                | "متظاهرين"
                | "مدنيين"
                | "مقر"
                | "متهم"
                | "مدير"
                | "ملك"
        );
    nisba
        || participle
        || matches!(
            bare,
            "حر" | "عامه"
                | "عام"
                | "خاصه"
                | "وطني"
                | "كبير"
                | "كبيره"
                | "جديد"
                | "جديده"
                | "سابق"
                | "سابقه"
                | "حاليه"
                | "راحل"
                | "راحله"
                | "عليا"
                | "اعلي"
                | "اولي"
                | "حاكم"
                | "حاكمه"
                | "ثاني"
                | "ثانيه"
                | "قديمه"
                | "قديم"
        )
}

/// Takes those who only tell of it from the parts.
pub(crate) fn without_speaker(scene: &Scene<'_>, parts: &mut Parts, said: &Attribution) {
    let is_speaker = |name: &usize| {
        let span = &scene.entity(*name).span;
        said.span.start <= span.start && span.end <= said.span.end
    };
    parts.places.retain(|name| !is_speaker(name));
}
