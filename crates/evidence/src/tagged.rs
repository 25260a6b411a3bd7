//! A text with what is known of it before its figures and events are read.

use std::ops::Range;

use tawarikh_timex::Mention;

use crate::entity::Entity;
use crate::gazetteer::Gazetteer;

/// A text with its sentences, times and names, each in the order of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagged<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Its sentences.
    pub sentences: &'a [Range<usize>],
    /// Its time mentions.
    pub times: &'a [Mention],
    /// Its names.
    pub entities: &'a [Entity],
    /// The list that the known ones of them are of.
    pub gazetteer: &'a Gazetteer,
}
