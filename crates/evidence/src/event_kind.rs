//! What kind of thing happened.

/// The kind of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A place, or someone's hold of it, is won: سيطر، حرر، استعاد.
    Capture,
    /// It is lost, told from the loser's side or as a fall: سقطت المدينة، خسر.
    Loss,
    /// Something is proclaimed that holds from then on: a state, a war, a truce, independence.
    Declaration,
    /// Fighting and violence: هاجم، قصف، انفجر.
    Attack,
    /// People are killed, and the blow itself is not told of: قتل، اغتيل.
    Killing,
    /// An attack from the air: غارة، قصف جوي.
    AirStrike,
    /// Two sides bind themselves: وقع اتفاقا، هدنة.
    Agreement,
    /// Someone gives up: استسلم.
    Surrender,
    /// People leave their homes: نزح، هجر.
    Displacement,
    /// Forces leave: انسحب.
    Withdrawal,
    /// Someone is held: اعتقل، حبس.
    Arrest,
    /// Someone travels to meet others: زار، وصل الوفد.
    Visit,
    /// A law, a decree, a ruling: أقر القانون، حكم.
    Law,
    /// A vote: انتخب، جرت الانتخابات.
    Election,
    /// What nature or an accident does: زلزال، فيضان، تحطم.
    Disaster,
    /// Anything else.
    #[default]
    Other,
}

impl EventKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [EventKind; 16] = [
        EventKind::Capture,
        EventKind::Loss,
        EventKind::Declaration,
        EventKind::Attack,
        EventKind::Killing,
        EventKind::AirStrike,
        EventKind::Agreement,
        EventKind::Surrender,
        EventKind::Displacement,
        EventKind::Withdrawal,
        EventKind::Arrest,
        EventKind::Visit,
        EventKind::Law,
        EventKind::Election,
        EventKind::Disaster,
        EventKind::Other,
    ];

    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            EventKind::Capture => "capture",
            EventKind::Loss => "loss",
            EventKind::Declaration => "declaration",
            EventKind::Attack => "attack",
            EventKind::Killing => "killing",
            EventKind::AirStrike => "air-strike",
            EventKind::Agreement => "agreement",
            EventKind::Surrender => "surrender",
            EventKind::Displacement => "displacement",
            EventKind::Withdrawal => "withdrawal",
            EventKind::Arrest => "arrest",
            EventKind::Visit => "visit",
            EventKind::Law => "law",
            EventKind::Election => "election",
            EventKind::Disaster => "disaster",
            EventKind::Other => "other",
        }
    }

    /// The kind with an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<EventKind> {
        EventKind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}
