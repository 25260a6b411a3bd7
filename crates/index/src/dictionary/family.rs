//! One family of forms, read.

use std::cell::OnceCell;
use std::ops::Range;

use tawarikh_arabic::{Keys, fold};

use super::affixes::Affix;
use super::{Affixes, Dictionary};
use crate::number::Cursor;

/// Forms that share a stem.
#[derive(Clone, Debug, Default)]
pub(crate) struct Family {
    /// How many families come before it.
    pub(crate) number: u32,
    pub(crate) stem: String,
    pub(crate) forms: Vec<Form>,
    /// The spellings as they are kept, and read: of most families nobody asks for them.
    kept: Vec<u8>,
    spellings: OnceCell<Vec<Spelling>>,
    /// Bytes of its postings.
    pub(crate) postings: Range<usize>,
    /// Bytes of its positions.
    pub(crate) positions: Range<usize>,
    /// The documents where it counts most, if families carry them: see [`crate::head`].
    pub(crate) head: Option<Vec<u8>>,
}

/// A spelling of the stem.
#[derive(Clone, Debug)]
struct Spelling {
    surface: String,
    /// Made when it is asked for: of most families nobody does.
    folded: OnceCell<String>,
}

impl Spelling {
    fn new(surface: &str) -> Spelling {
        Spelling {
            surface: surface.to_owned(),
            folded: OnceCell::new(),
        }
    }

    fn folded(&self) -> &str {
        self.folded.get_or_init(|| fold(&self.surface))
    }
}

/// One form of a family.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    affix: u32,
    spelling: Option<u32>,
    /// Documents that hold it.
    pub(crate) documents: u32,
}

impl Family {
    /// A family whose forms are not read yet.
    pub(super) fn new(
        number: u32,
        stem: String,
        postings: Range<usize>,
        positions: Range<usize>,
    ) -> Family {
        Family {
            number,
            stem,
            postings,
            positions,
            ..Family::default()
        }
    }

    /// Reads what follows the stem and the lengths.
    pub(super) fn read_forms(&mut self, cursor: &mut Cursor<'_>) -> Option<()> {
        let head = cursor.number()?;
        if head & 1 == 1 {
            let count = cursor.number()?;
            let (kept, start) = (cursor.rest(), cursor.place());
            (0..count).try_for_each(|_| cursor.bytes().map(|_| ()))?;
            self.kept = kept.get(..cursor.place() - start)?.to_owned();
        }
        let forms = head >> 1;
        // A form has two bytes at least.
        self.forms = Vec::with_capacity((forms as usize).min(cursor.rest().len() / 2));
        for _ in 0..forms {
            self.forms.push(Form::read(cursor)?);
        }
        Some(())
    }

    fn spelling(&self, number: u32) -> Option<&Spelling> {
        let spellings = self.spellings.get_or_init(|| {
            let mut cursor = Cursor::new(&self.kept);
            let read = std::iter::from_fn(|| cursor.text());
            read.map(Spelling::new).collect()
        });
        spellings.get(number as usize)
    }

    /// How many documents hold its forms, those that hold several counted several times.
    pub(crate) fn documents(&self) -> u32 {
        let documents = self.forms.iter().map(|form| form.documents);
        documents.fold(0, u32::saturating_add)
    }

    /// The same for its forms with the article, which nouns and adjectives have.
    pub(crate) fn definite(&self, dictionary: Dictionary<'_>) -> u32 {
        let is_definite = |form: &&Form| {
            let affix = dictionary.affixes.get(form.affix);
            affix.is_some_and(|affix| affix.before.ends_with("ال") || affix.before.ends_with("لل"))
        };
        let documents = self.forms.iter().filter(is_definite);
        documents.fold(0, |sum, form| sum.saturating_add(form.documents))
    }

    /// Whether the form's surface is that of `keys`.
    pub(crate) fn is_exact(&self, form: Form, keys: &Keys, affixes: &Affixes) -> bool {
        self.parts(form, affixes)
            .is_some_and(|(affix, middle)| affix.wraps(&keys.surface, middle.surface()))
    }

    /// Whether the form's folded form is that of `keys`.
    pub(crate) fn is_folded(&self, form: Form, folded: &str, affixes: &Affixes) -> bool {
        self.parts(form, affixes)
            .is_some_and(|(affix, middle)| affix.wraps_folded(folded, middle.folded()))
    }

    /// Whether the form's folded form begins with `prefix`.
    pub(crate) fn begins(&self, form: Form, prefix: &str, affixes: &Affixes) -> bool {
        self.parts(form, affixes)
            .is_some_and(|(affix, middle)| affix.folded_begins(prefix, middle.folded()))
    }

    /// The form as it is written.
    pub(crate) fn surface(&self, form: Form, affixes: &Affixes) -> Option<String> {
        let (affix, middle) = self.parts(form, affixes)?;
        Some([affix.before.as_str(), middle.surface(), &affix.after].concat())
    }

    /// The affixes of a form and its middle.
    fn parts<'s>(&'s self, form: Form, affixes: &'s Affixes) -> Option<(&'s Affix, Middle<'s>)> {
        let middle = match form.spelling {
            None => Middle::Stem(&self.stem),
            Some(number) => Middle::Spelling(self.spelling(number)?),
        };
        Some((affixes.get(form.affix)?, middle))
    }
}

/// What stands between the affixes of a form.
#[derive(Clone, Copy)]
enum Middle<'s> {
    /// The stem, which is folded.
    Stem(&'s str),
    Spelling(&'s Spelling),
}

impl<'s> Middle<'s> {
    fn surface(self) -> &'s str {
        match self {
            Middle::Stem(stem) => stem,
            Middle::Spelling(spelling) => &spelling.surface,
        }
    }

    fn folded(self) -> &'s str {
        match self {
            Middle::Stem(stem) => stem,
            Middle::Spelling(spelling) => spelling.folded(),
        }
    }
}

impl Form {
    #[inline]
    fn read(cursor: &mut Cursor<'_>) -> Option<Form> {
        let head = cursor.number()?;
        let spelling = if head & 1 == 1 {
            Some(cursor.number()?)
        } else {
            None
        };
        Some(Form {
            affix: head >> 1,
            spelling,
            documents: cursor.number()?,
        })
    }

    /// Skips a form: looking a family up passes over those of its neighbours.
    #[inline]
    pub(super) fn skip(cursor: &mut Cursor<'_>) -> Option<()> {
        let head = cursor.number()?;
        cursor.skip(1 + (head & 1));
        Some(())
    }
}
