//! A number below a thousand in the making.

use super::lexicon::Part;

/// The parts of a number below a thousand, each at most once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// The token of its first part.
    pub(super) start: usize,
    /// Scales from here on are used by earlier terms.
    pub(super) limit: f64,
    units: f64,
    tens: f64,
    hundreds: f64,
}

impl Group {
    pub(super) fn new(start: usize, limit: f64) -> Group {
        Group {
            start,
            limit,
            units: 0.0,
            tens: 0.0,
            hundreds: 0.0,
        }
    }

    pub(super) fn value(&self) -> f64 {
        self.units + self.tens + self.hundreds
    }

    /// The group with one more part; `None` if its place is taken. Units come before their tens.
    pub(super) fn with(self, part: Part) -> Option<Group> {
        let no_tens = self.tens == 0.0;
        let empty = no_tens && self.units == 0.0;
        match part {
            Part::Unit(units) if empty => Some(Group { units, ..self }),
            Part::Ten if empty => Some(Group { tens: 10.0, ..self }),
            Part::Teen(tens) if empty => Some(Group { tens, ..self }),
            Part::Tens(tens) if no_tens => Some(Group { tens, ..self }),
            Part::Hundred(hundreds) if self.hundreds == 0.0 => Some(Group { hundreds, ..self }),
            _ => None,
        }
    }
}
