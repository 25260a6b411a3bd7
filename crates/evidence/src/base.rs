//! The names that are known without an archive's help, from `data/places.tsv`.

use std::collections::BTreeSet;

use crate::gazetteer::GENERIC;
use crate::name::{Name, NameKind};
use crate::word::keys;

/// Countries and capitals of the world and the cities of the Arab countries, Iran, Turkey and Israel, larger ones first
/// among those of one name. A name that is a common word too counts only after a word such as مدينة.
pub fn base_names() -> Vec<Name> {
    let rows = include_str!("../data/places.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    rows.filter_map(name).collect()
}

/// The archive's own names, then those of the base that none of them replaces by having one of its spellings or its id.
pub fn layered(own: Vec<Name>, base: Vec<Name>) -> Vec<Name> {
    let spelt: BTreeSet<Vec<String>> = own
        .iter()
        .flat_map(Name::spellings)
        .map(|(spelling, _)| keys(spelling))
        .collect();
    let ids: BTreeSet<String> = own.iter().map(|name| name.id.clone()).collect();
    let is_new = |name: &Name| {
        !ids.contains(&name.id)
            && !name
                .spellings()
                .any(|(spelling, _)| spelt.contains(&keys(spelling)))
    };
    let rest: Vec<Name> = base.into_iter().filter(is_new).collect();
    own.into_iter().chain(rest).collect()
}

fn name(row: &str) -> Option<Name> {
    let mut fields = row.split('\t');
    let mut next = || fields.next();
    let (id, name, english) = (next()?, next()?, next()?);
    let _country = next()?;
    let (latitude, longitude) = (next()?.parse().ok()?, next()?.parse().ok()?);
    let guard = next()?;
    let aliases = next()?
        .split('|')
        .filter(|alias| !alias.is_empty())
        .map(str::to_owned)
        .collect();
    let introducing = GENERIC.keys().filter(|_| guard == "guarded");
    Some(Name {
        id: id.to_owned(),
        kind: NameKind::Place,
        name: name.to_owned(),
        name_en: Some(english.to_owned()),
        aliases,
        misspelt: Vec::new(),
        latitude: Some(latitude),
        longitude: Some(longitude),
        source: Some("GeoNames, CC BY 4.0".to_owned()),
        only_after: introducing.map(|word| (*word).to_owned()).collect(),
    })
}
