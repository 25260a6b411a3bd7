//! The nouns that head the names of parties, from `data/heads.tsv`.

use std::sync::LazyLock;

use crate::lookup::WordMap;
use crate::table::rows;

/// What may follow a head noun in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follows {
    /// Words with the article and places: وزارة الدفاع.
    Definite,
    /// One word without the article too: حركة أمل.
    Named,
}

/// A head noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub follows: Follows,
    /// Whether what it is for may stand behind an adjective: المنظمة الدولية للهجرة, not الجيش السوري للمرة الأولى.
    pub has_purpose: bool,
    /// Words behind which it heads no name: حركة السير.
    pub except: Vec<&'static str>,
}

/// The head nouns by their folded form without the article.
pub(crate) static HEADS: LazyLock<WordMap<&str, Head>> = LazyLock::new(|| {
    rows(include_str!("../data/heads.tsv"))
        .filter_map(head)
        .collect()
});

fn head(row: Vec<&'static str>) -> Option<(&'static str, Head)> {
    let mut fields = row.into_iter();
    let (noun, follows) = (fields.next()?, fields.next()?);
    let has_purpose = fields.next() == Some("purpose");
    let follows = match follows {
        "named" => Follows::Named,
        _ => Follows::Definite,
    };
    let except = fields
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let head = Head {
        follows,
        has_purpose,
        except,
    };
    Some((noun, head))
}
