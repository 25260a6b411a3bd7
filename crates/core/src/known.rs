//! The names that an archive's documents use.

use std::rc::Rc;

use tawarikh_calendar::Style;
use tawarikh_evidence::NameKind;

use crate::archive::Archive;
use crate::entities::CandidateName;
use crate::events::NamePart;
use crate::recording::Part;
use crate::settings::KnownName;
use crate::view::NameLabel;

/// The names that a list has.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// By number.
    pub names: Vec<KnownName>,
}

impl Known {
    /// The name of that number.
    pub fn name(&self, number: u32) -> Option<&KnownName> {
        let place = self
            .names
            .binary_search_by_key(&number, |name| name.number)
            .ok()?;
        self.names.get(place)
    }
}

/// The names that a list has and those that only the documents show, numbered in this order.
#[derive(Debug, Clone, Default)]
pub(crate) struct AllNames {
    known: Rc<Known>,
    candidates: Rc<Vec<CandidateName>>,
}

/// One of all names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyName<'a> {
    pub kind: NameKind,
    pub name: &'a str,
    /// What a list has of it.
    pub known: Option<&'a KnownName>,
}

impl AllNames {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.known.names.len() + self.candidates.len()
    }

    /// The places among an event's names, and the parties: where it happened, and who did it and to whom.
    pub fn of_event(&self, parts: &[NamePart], style: &Style) -> [Vec<NameLabel>; 2] {
        let [mut places, mut parties] = [const { Vec::new() }; 2];
        for part in parts {
            let list = match part.part() {
                Part::Named => continue,
                Part::Place => &mut places,
                Part::Agent | Part::Patient => &mut parties,
            };
            if let Some(name) = self.get(part.name()) {
                let name = name.labelled(style);
                if !list.contains(&name) {
                    list.push(name);
                }
            }
        }
        [places, parties]
    }

    /// The names that have a part in an event, each once.
    pub fn in_part(&self, parts: &[NamePart], wanted: Part) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for part in parts.iter().filter(|part| part.part() == wanted) {
            let Some(name) = self.get(part.name()) else {
                continue;
            };
            if !names.iter().any(|other| other == name.name) {
                names.push(name.name.to_owned());
            }
        }
        names
    }

    /// The name of that number.
    pub fn get(&self, number: u32) -> Option<AnyName<'_>> {
        let number = number as usize;
        if let Some(known) = self.known.names.get(number) {
            return Some(AnyName {
                kind: known.kind,
                name: &known.name,
                known: Some(known),
            });
        }
        let candidate = self.candidates.get(number - self.known.names.len())?;
        Some(AnyName {
            kind: candidate.kind,
            name: &candidate.name,
            known: None,
        })
    }
}

impl AnyName<'_> {
    /// The name to show.
    fn labelled(&self, style: &Style) -> NameLabel {
        let coordinates = self.known.and_then(|known| known.coordinates);
        NameLabel {
            name: self.name.to_owned(),
            label: self.label(style),
            latitude: coordinates.map(|[latitude, _]| latitude),
            longitude: coordinates.map(|[_, longitude]| longitude),
        }
    }

    /// The name in the style's language, where that is known.
    pub fn label(&self, style: &Style) -> String {
        self.known
            .map_or(self.name, |known| known.label(style))
            .to_owned()
    }
}

impl Archive {
    /// The archive's names: none while a fragment of them is wanted, or where one is lost.
    pub(crate) fn known(&self) -> Rc<Known> {
        self.read_once(self.sections.names, &self.known, |names| Known { names })
    }

    /// All of the archive's names; nothing while a fragment of them is wanted. None of those that are lost.
    pub(crate) fn all_names(&self) -> Option<AllNames> {
        let known = self.known();
        let candidates = self.candidates();
        (!self.index.pager().is_waiting()).then_some(AllNames { known, candidates })
    }

    fn candidates(&self) -> Rc<Vec<CandidateName>> {
        let section = self.sections.candidates;
        self.read_once(section, &self.candidates, |candidates| candidates)
    }

    /// The numbers of all names of a kind that are called like one of `values`; none while fragments are wanted.
    pub(crate) fn numbers(&self, kind: NameKind, values: &[String]) -> Vec<u32> {
        let names = self.all_names().unwrap_or_default();
        let is_one = |number: &u32| {
            let name = names.get(*number);
            name.is_some_and(|name| {
                name.kind == kind && values.iter().any(|value| value == name.name)
            })
        };
        (0..names.len() as u32).filter(is_one).collect()
    }
}
