//! The sentences of a text, each with who speaks in it.

use crate::attribution::{Attribution, Heard, Speakers, speaker};
use crate::line::Line;
use crate::tagged::Tagged;

/// A sentence with who speaks in it.
#[derive(Debug)]
pub(crate) struct Spoken<'t> {
    /// Its words and signs.
    pub line: Line<'t>,
    heard: Vec<Heard>,
    /// Who speaks at its beginning, from a quote that an earlier sentence opened.
    quoted: Option<Attribution>,
}

impl Spoken<'_> {
    /// Who says what stands at token `at`.
    pub fn speaker_at(&self, at: usize) -> Option<Attribution> {
        speaker(&self.line, &self.heard, at).or_else(|| self.quoted.clone())
    }
}

/// The sentences of a text in order.
pub(crate) fn spoken<'t>(tagged: &Tagged<'t>) -> Vec<Spoken<'t>> {
    let mut speakers = Speakers::default();
    let mut quote = OpenQuote::default();
    let read = |sentence: &std::ops::Range<usize>| {
        let line =
            Line::new(tagged.text, sentence.clone(), tagged.times).with_names(tagged.entities);
        let heard = speakers.hear(&line);
        Spoken {
            quoted: quote.pass(&line, &heard),
            line,
            heard,
        }
    };
    tagged.sentences.iter().map(read).collect()
}

/// Words in quotes that run over several sentences are all said by who began them.
#[derive(Debug, Default)]
struct OpenQuote {
    speaker: Option<Attribution>,
}

impl OpenQuote {
    /// Who speaks at the beginning of the line, from a quote that an earlier line opened.
    fn pass(&mut self, line: &Line<'_>, heard: &[Heard]) -> Option<Attribution> {
        let at_start = self.speaker.clone();
        for at in 0..line.len() {
            match line.word(at) {
                "«" | "“" => self.speaker = speaker(line, heard, at),
                "»" | "”" => self.speaker = None,
                _ => {}
            }
        }
        at_start
    }
}
