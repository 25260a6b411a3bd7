//! Who says what a sentence tells.

use std::ops::Range;

use crate::line::Line;
use crate::source::{self, Order};

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Saying {
    /// قال, أعلن, أكد
    Said,
    /// وثّق, أحصى, سجّل
    Counted,
    /// قدّر, توقع
    Estimated,
    /// نقلت … عن
    Quoted,
    /// بحسب, وفقا ل
    According,
}

impl Saying {
    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Saying::Said => "said",
            Saying::Counted => "counted",
            Saying::Estimated => "estimated",
            Saying::Quoted => "quoted",
            Saying::According => "according",
        }
    }

    /// The saying with an id.
    pub(crate) fn from_id(id: &str) -> Option<Saying> {
        use Saying::{According, Counted, Estimated, Quoted, Said};
        [Said, Counted, Estimated, Quoted, According]
            .into_iter()
            .find(|saying| saying.id() == id)
    }
}

/// Who says something, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The bytes of who said it. For a sentence that only goes on ("وأضاف أن") they stand in an earlier sentence.
    pub span: Range<usize>,
    /// How.
    pub saying: Saying,
    /// Those who passed it on, the one who tells us first; empty without hearsay.
    pub chain: Vec<Range<usize>>,
    /// The rule that found it; stable.
    pub rule: &'static str,
}

/// The sources of the sentences of a text, one sentence after the other.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// Who spoke last, and how many sentences ago.
    last: Option<(Attribution, usize)>,
}

/// Sentences beyond which "وأضاف" is not heard as the same voice.
const MEMORY: usize = 4;

/// A source with where in its sentence it speaks.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    attribution: Attribution,
    at: usize,
    order: Order,
}

impl Speakers {
    /// The sources of the next sentence.
    pub fn hear(&mut self, line: &Line<'_>) -> Vec<Heard> {
        if let Some((_, age)) = &mut self.last {
            *age += 1;
        }
        let mut heard = Vec::new();
        for found in source::sources(line) {
            let attribution = match (found.span, &self.last) {
                (Some(span), _) => Attribution {
                    span,
                    saying: found.saying,
                    chain: found.chain,
                    rule: found.rule,
                },
                (None, Some((last, age))) if *age <= MEMORY => Attribution {
                    span: last.span.clone(),
                    saying: found.saying,
                    chain: last.chain.clone(),
                    rule: "says.goes-on",
                },
                (None, _) => continue,
            };
            self.last = Some((attribution.clone(), 0));
            heard.push(Heard {
                attribution,
                at: found.at,
                order: found.order,
            });
        }
        heard
    }
}

/// Who says what stands at token `at`: the last source before it whose clause goes on there, or else the next behind it that
/// closes what it says.
pub(crate) fn speaker(line: &Line<'_>, heard: &[Heard], at: usize) -> Option<Attribution> {
    let before = heard
        .iter()
        .rev()
        .find(|heard| heard.at < at && (heard.order == Order::Opening || is_head(line, heard.at)));
    if let Some(heard) = before.filter(|heard| !is_parted(line, heard.at, at)) {
        return Some(heard.attribution.clone());
    }
    let behind = heard
        .iter()
        .find(|heard| heard.at > at && heard.order != Order::Opening);
    behind
        .or_else(|| {
            heard
                .iter()
                .rev()
                .find(|heard| heard.at < at && heard.order == Order::Closing)
        })
        .map(|heard| heard.attribution.clone())
}

/// Whether a source of either order stands at the head of its sentence and so speaks for what follows.
fn is_head(line: &Line<'_>, at: usize) -> bool {
    at < 3 || line.before(at) == "."
}

/// How far before a figure the word that parts it from its speaker may stand.
const NEAR: usize = 60;

/// Whether another voice begins between: "قالت الشرطة …، فيما قتل 12", "يتحدث الكاتب عن …، أما أرقامه".
fn is_parted(line: &Line<'_>, from: usize, to: usize) -> bool {
    (from.max(to.saturating_sub(NEAR))..to).any(|at| {
        matches!(line.word(at), "فيما" | "بينما" | "؛")
            || line.word(at) == "اما" && line.is_sign(at.saturating_sub(1))
            || line.word(at) == "حين" && line.before(at) == "في"
    })
}
