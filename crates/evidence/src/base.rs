//! The names that are known without an archive's help, from `data/places.tsv`, `data/regions.tsv` and
//! `data/parties.tsv`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::gazetteer::GENERIC;
use crate::name::{Name, NameKind, Standing};
use crate::word::keys;

/// Countries and capitals of the world, and the divisions, cities and towns of the Arab countries and their neighbours, larger
/// ones first among those of one name; then well-known parties. A name that is a common word too counts only after a word such
/// as مدينة, that of a small town only where the text is about its country.
pub fn base_names() -> Vec<Name> {
    let places = rows(include_str!("../data/places.tsv")).filter_map(place);
    let regions = rows(include_str!("../data/regions.tsv")).filter_map(region);
    let parties = rows(include_str!("../data/parties.tsv")).filter_map(party);
    places.chain(regions).chain(parties).collect()
}

/// The spellings of countries in the base, as they are compared.
static COUNTRIES: LazyLock<BTreeSet<Vec<String>>> = LazyLock::new(|| {
    let places = rows(include_str!("../data/places.tsv")).filter_map(place);
    let countries = places.filter(|name| name.id.starts_with("country-"));
    countries
        .flat_map(|name| {
            name.spellings()
                .map(|(spelling, _)| keys(spelling))
                .collect::<Vec<_>>()
        })
        .collect()
});

/// Whether a name is that of a country, also one that an archive lists anew.
pub(crate) fn is_country(name: &Name) -> bool {
    let listed = || COUNTRIES.contains(&keys(&name.name));
    name.kind == NameKind::Place && (name.id.starts_with("country-") || listed())
}

fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#'))
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

fn place(row: &str) -> Option<Name> {
    let mut fields = row.split('\t');
    let mut next = || fields.next();
    let (id, name, english) = (next()?, next()?, next()?);
    let (country, division) = (next()?, next()?);
    let (latitude, longitude) = (next()?.parse().ok()?, next()?.parse().ok()?);
    let standing = next()?;
    let aliases = next()?
        .split('|')
        .filter(|alias| !alias.is_empty())
        .map(str::to_owned)
        .collect();
    let introducing = GENERIC.keys().filter(|_| standing == "guarded");
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
        country: Some(country.to_owned()),
        division: Some(division.to_owned()).filter(|division| !division.is_empty()),
        standing: if standing == "near" {
            Standing::Near
        } else {
            Standing::Free
        },
    })
}

fn region(row: &str) -> Option<Name> {
    let mut fields = row.split('\t');
    let mut next = || fields.next();
    let (id, name, english) = (next()?, next()?, next()?);
    Some(Name {
        latitude: next()?.parse().ok(),
        longitude: next()?.parse().ok(),
        ..free(NameKind::Place, id, name, english, next())
    })
}

fn party(row: &str) -> Option<Name> {
    let mut fields = row.split('\t');
    let mut next = || fields.next();
    let (id, name, english, _kind) = (next()?, next()?, next()?, next()?);
    Some(free(
        NameKind::Party,
        &format!("party-{id}"),
        name,
        english,
        next(),
    ))
}

/// A name that counts wherever it is met and has no place on the map.
fn free(kind: NameKind, id: &str, name: &str, english: &str, aliases: Option<&str>) -> Name {
    let aliases = aliases.unwrap_or_default().split('|');
    Name {
        id: id.to_owned(),
        kind,
        name: name.to_owned(),
        name_en: Some(english.to_owned()),
        aliases: aliases
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        misspelt: Vec::new(),
        latitude: None,
        longitude: None,
        source: None,
        only_after: Vec::new(),
        country: None,
        division: None,
        standing: Standing::Free,
    }
}
