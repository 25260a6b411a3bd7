//! Words around a number that tell what it counts where no noun of its own does, from `data/cues.tsv`.

use std::sync::LazyLock;

use crate::lookup::WordSet;
use crate::table::words_of;

/// Words of one sort.
pub(crate) type Cue = LazyLock<WordSet<String>>;

const CUES: &str = include_str!("../data/cues.tsv");

/// Of the strength of a unit: قوامها.
pub(crate) static STRENGTH: Cue = LazyLock::new(|| words_of(CUES, "strength"));
/// Units of men in arms: كتيبة.
pub(crate) static UNIT: Cue = LazyLock::new(|| words_of(CUES, "unit"));
/// What a leader and his men do: هاجم.
pub(crate) static ATTACK: Cue = LazyLock::new(|| words_of(CUES, "attack"));
/// A sum follows: غرامة.
pub(crate) static PAYMENT: Cue = LazyLock::new(|| words_of(CUES, "payment"));
/// Of a vote: صوّت.
pub(crate) static VOTE: Cue = LazyLock::new(|| words_of(CUES, "vote"));
/// Who votes: نائب.
pub(crate) static MEMBER: Cue = LazyLock::new(|| words_of(CUES, "member"));
/// Those who were held change hands or come home: تسلمت.
pub(crate) static HANDED_OVER: Cue = LazyLock::new(|| words_of(CUES, "handed-over"));
/// Of carrying, which brings the held home where an exchange is told of: أقلت.
pub(crate) static CARRIED: Cue = LazyLock::new(|| words_of(CUES, "carried"));
/// Of an exchange: صفقة.
pub(crate) static EXCHANGE: Cue = LazyLock::new(|| words_of(CUES, "exchange"));
/// Those who are held: أسير.
pub(crate) static HELD: Cue = LazyLock::new(|| words_of(CUES, "held"));
/// Where people return to: ديارهم.
pub(crate) static HOME: Cue = LazyLock::new(|| words_of(CUES, "home"));
/// Verbs of many that say what befell their subject and never what it did, so that behind و they go on with those counted
/// before: "سقط ثلاثة عمال من السطح وأصيبوا".
pub(crate) static BEFELL: Cue = LazyLock::new(|| words_of(CUES, "befell"));
/// Of an estimate or a count: تقدير.
pub(crate) static RECKONING: Cue = LazyLock::new(|| words_of(CUES, "reckoning"));
