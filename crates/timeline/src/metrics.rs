//! The sizes of the page's type and marks.

/// What the page knows about its own type and room; a new lane arrangement is due when it changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// How many lanes of marks the drawing has, at most 64.
    pub lanes: u32,
    /// The average width of a letter in the label's type, in px.
    pub char_px: f64,
    /// The widest that a label may get, in px; the page cuts longer ones.
    pub max_label_px: f64,
}

impl Default for Metrics {
    /// Eight lanes and a 14 px Naskh face.
    fn default() -> Self {
        Self {
            lanes: 8,
            char_px: 6.5,
            max_label_px: 180.0,
        }
    }
}

impl Metrics {
    /// The estimated width of `chars` letters, never above the widest label.
    pub(crate) fn label_px(self, chars: u32) -> f64 {
        (f64::from(chars) * self.letter()).min(sound(self.max_label_px))
    }

    /// The estimated width of a tick's label, which is never cut.
    pub(crate) fn text_px(self, text: &str) -> f64 {
        f64::from(letters(text)) * self.letter()
    }

    /// How many lanes are laid out: the number that one machine word can tell apart.
    pub(crate) fn lane_count(self) -> u32 {
        self.lanes.min(u64::BITS)
    }

    fn letter(self) -> f64 {
        sound(self.char_px).min(1_000.0)
    }
}

/// A size that can be reckoned with: zero for one that is negative or not a number.
fn sound(px: f64) -> f64 {
    if px.is_nan() {
        0.0
    } else {
        px.clamp(0.0, crate::viewport::WIDEST)
    }
}

/// How many characters take room in a line: vowel marks stand above their letter, and direction marks are not seen.
pub(crate) fn letters(text: &str) -> u32 {
    text.chars()
        .filter(|&c| !takes_no_room(c))
        .count()
        .min(u32::MAX as usize) as u32
}

/// Tashkeel (Unicode 16, block Arabic, category Mn) and zero-width or direction marks.
fn takes_no_room(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
