//! How much evidence counts.

use crate::norm;

/// The weights of ranking. What each is worth is measured in `tests/bench/records`.
///
/// Scores are sums of BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009) per query word: over all
/// forms of its stem; over those in the spelling of the query, which are fewer and so tell more; and over stems that are
/// written nearly alike. The best documents gain by words of the query that stand near each other in them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranking {
    /// How fast further occurrences stop to count.
    pub k1: f32,
    /// How much long documents are held back, from 0 to 1.
    pub b: f32,
    /// What a word in the spelling of the query adds to the score that it has by its stem, as a share.
    pub spelling: f32,
    /// Weight of the same letters in another spelling of hamza, ى or ة among those in the spelling of the query.
    pub folded: f32,
    /// Weight of a word that begins as the last word of the query does.
    pub prefix: f32,
    /// What stems written nearly alike add to the score.
    pub near: f32,
    /// How many occurrences in a body of average length one in the title is worth; the body's length does not lessen it.
    pub title: f32,
    /// Weight of a word in another number, person or tense with another stem among its forms.
    pub plural: f32,
    /// What stop words among other words add to the score if few documents hold them, as a share.
    pub stop: f32,
    /// What two words right beside each other add to the score, as a share of what the lesser of them tells.
    pub proximity: f32,
}

impl Default for Ranking {
    fn default() -> Ranking {
        Ranking {
            k1: 1.0,
            b: 0.75,
            spelling: 0.4,
            folded: 0.9,
            prefix: 0.2,
            near: 0.5,
            title: 3.0,
            plural: 0.2,
            stop: 0.3,
            proximity: 0.5,
        }
    }
}

impl Ranking {
    /// The share of BM25 that depends on the length of a document, for each of its lengths.
    pub(crate) fn length_factor(&self, length: f32, average: f32) -> f32 {
        self.k1 * (1.0 - self.b + self.b * length / average.max(1.0))
    }

    /// That share for every byte that a length may have.
    pub(crate) fn length_factors(&self, average: f32) -> Vec<f32> {
        (0..=u8::MAX)
            .map(|byte| self.length_factor(norm::decode(byte) as f32, average))
            .collect()
    }

    /// BM25 without idf.
    #[inline]
    pub(crate) fn saturate(&self, frequency: f32, length_factor: f32) -> f32 {
        frequency * (self.k1 + 1.0) / (frequency + length_factor)
    }
}

/// How telling a word is that `holding` of `documents` hold: never negative.
pub(crate) fn idf(documents: u32, holding: u32) -> f32 {
    let (all, holding) = (f64::from(documents), f64::from(holding.min(documents)));
    ln(1.0 + (all - holding + 0.5) / (holding + 0.5)) as f32
}

/// The natural logarithm of a number of at least one.
///
/// The standard one differs by its last bit between machines, and scores must not: this uses only operations that IEEE 754
/// rounds exactly. `ln x = e ln 2 + 2 artanh((m - 1) / (m + 1))` for `x = m 2^e`.
fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i32 - 1023;
    let mantissa = f64::from_bits((bits & !(0x7FF << 52)) | (1023 << 52));
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let square = t * t;
    let series = (0..12)
        .rev()
        .fold(0.0, |sum, n| sum * square + 1.0 / f64::from(2 * n + 1));
    f64::from(exponent) * std::f64::consts::LN_2 + 2.0 * t * series
}

#[cfg(test)]
mod tests {
    use super::{idf, ln};

    #[test]
    fn logarithm() {
        for x in [
            1.0,
            1.5,
            1.999,
            2.0,
            std::f64::consts::E,
            10.0,
            12345.678,
            1e9,
        ] {
            assert!((ln(x) - f64::ln(x)).abs() < 1e-10, "{x}");
        }
    }

    #[test]
    fn rarer_words_tell_more() {
        assert!(idf(1000, 1) > idf(1000, 2));
        assert!(idf(1000, 1000) > 0.0);
    }
}
