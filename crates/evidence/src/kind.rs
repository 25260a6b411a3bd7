//! What is counted, and what happened to it.

/// What happened to those who are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// Dead, whoever or whatever caused it.
    Killed,
    /// Hurt.
    Wounded,
    /// Not found.
    Missing,
    /// Arrested, imprisoned or captured.
    Detained,
    /// Abducted or held hostage.
    Kidnapped,
    /// Driven from home.
    Displaced,
    /// Brought to safety in advance.
    Evacuated,
    /// Let go, or exchanged.
    Released,
    /// Saved.
    Rescued,
    /// Gave themselves up.
    Surrendered,
    /// Came back.
    Returned,
    /// Of things: no more.
    Destroyed,
    /// Of things: harmed.
    Damaged,
}

impl Fate {
    const ALL: [Fate; 13] = [
        Fate::Killed,
        Fate::Wounded,
        Fate::Missing,
        Fate::Detained,
        Fate::Kidnapped,
        Fate::Displaced,
        Fate::Evacuated,
        Fate::Released,
        Fate::Rescued,
        Fate::Surrendered,
        Fate::Returned,
        Fate::Destroyed,
        Fate::Damaged,
    ];

    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Fate::Killed => "killed",
            Fate::Wounded => "wounded",
            Fate::Missing => "missing",
            Fate::Detained => "detained",
            Fate::Kidnapped => "kidnapped",
            Fate::Displaced => "displaced",
            Fate::Evacuated => "evacuated",
            Fate::Released => "released",
            Fate::Rescued => "rescued",
            Fate::Surrendered => "surrendered",
            Fate::Returned => "returned",
            Fate::Destroyed => "destroyed",
            Fate::Damaged => "damaged",
        }
    }

    /// The fate with an id.
    pub(crate) fn from_id(id: &str) -> Option<Fate> {
        Fate::ALL.into_iter().find(|fate| fate.id() == id)
    }

    /// Whether it can be the fate of what is counted: houses are not killed, and people not damaged.
    pub(crate) fn befalls(self, kind: Kind) -> bool {
        match self {
            Fate::Destroyed | Fate::Damaged => matches!(kind, Kind::House | Kind::Thing),
            _ => kind.is_people(),
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// People of no kind in particular.
    Person,
    /// People who do not fight, called so.
    Civilian,
    /// Boys and girls.
    Child,
    /// Women and girls called so.
    Woman,
    /// Members of an army or the police.
    Soldier,
    /// Armed men of no army.
    Fighter,
    /// Households.
    Family,
    /// Air raids, attacks, blows.
    Strike,
    /// Houses, flats, buildings.
    House,
    /// Votes.
    Vote,
    /// Cases of an illness, an offence, a lawsuit.
    Case,
    /// Sums of money.
    Money,
    /// Areas.
    Area,
    /// Lengths and distances.
    Distance,
    /// Parts of a whole; the values are per cent.
    Share,
    /// Anything else.
    Thing,
}

impl Kind {
    const ALL: [Kind; 16] = [
        Kind::Person,
        Kind::Civilian,
        Kind::Child,
        Kind::Woman,
        Kind::Soldier,
        Kind::Fighter,
        Kind::Family,
        Kind::Strike,
        Kind::House,
        Kind::Vote,
        Kind::Case,
        Kind::Money,
        Kind::Area,
        Kind::Distance,
        Kind::Share,
        Kind::Thing,
    ];

    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Civilian => "civilian",
            Kind::Child => "child",
            Kind::Woman => "woman",
            Kind::Soldier => "soldier",
            Kind::Fighter => "fighter",
            Kind::Family => "family",
            Kind::Strike => "strike",
            Kind::House => "house",
            Kind::Vote => "vote",
            Kind::Case => "case",
            Kind::Money => "money",
            Kind::Area => "area",
            Kind::Distance => "distance",
            Kind::Share => "share",
            Kind::Thing => "thing",
        }
    }

    /// The name of its class where only the usual ones are told apart; "other" for the rest.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Kind::Civilian => "civilians",
            Kind::Child => "children",
            Kind::Woman => "women",
            Kind::Soldier => "soldiers",
            Kind::Fighter => "fighters",
            Kind::Family => "families",
            Kind::Strike => "strikes",
            Kind::House => "houses",
            Kind::Vote => "votes",
            Kind::Case => "cases",
            Kind::Money => "money",
            Kind::Area => "area",
            Kind::Distance => "distance",
            Kind::Share => "share",
            Kind::Person | Kind::Thing => "other",
        }
    }

    /// The kind with an id.
    pub(crate) fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether people are counted.
    pub(crate) fn is_people(self) -> bool {
        self <= Kind::Family
    }
}

/// What a figure counts: its kind with its fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counted {
    /// What happened to them, if that is said.
    pub fate: Option<Fate>,
    /// What they are.
    pub kind: Kind,
}

impl Counted {
    /// With this fate, as people where it befalls only people.
    pub(crate) fn befallen(self, fate: Fate) -> Counted {
        let kind = if fate.befalls(self.kind) || !fate.befalls(Kind::Person) {
            self.kind
        } else {
            Kind::Person
        };
        Counted {
            fate: fate.befalls(kind).then_some(fate),
            kind,
        }
    }

    /// Ranks and trades that the table does not know, among the people of whom they are a part: "36 ضابطا بينهم سبعة عمداء".
    pub(crate) fn among(self, whole: Option<Counted>) -> Counted {
        match whole.filter(|whole| whole.kind.is_people()) {
            Some(whole) if self.kind == Kind::Thing && self.fate.is_none() => Counted {
                fate: whole.fate,
                kind: Kind::Person,
            },
            _ => self,
        }
    }

    /// The class in English, of people their fate first: "killed children", "wounded", "houses", "other". What became of
    /// things is not part of it.
    #[must_use]
    pub fn class(&self) -> String {
        match (self.fate, self.kind.class()) {
            (None, kind) => kind.to_owned(),
            (Some(_), kind) if !self.kind.is_people() => kind.to_owned(),
            (Some(fate), "other") => fate.id().to_owned(),
            (Some(fate), kind) => format!("{} {kind}", fate.id()),
        }
    }
}
