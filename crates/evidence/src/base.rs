//! The names that are known without an archive's help, from `data/places.tsv`, `data/spellings.tsv`, `data/divisions.tsv`,
//! `data/regions.tsv`, `data/added.tsv`, `data/parties.tsv` and `data/people.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::name::{Name, NameKind, Standing};
use crate::table::rows;
use crate::word::keys;

/// Countries and capitals of the world, and the divisions, cities and towns of the Arab countries and their neighbours, larger
/// ones first among those of one name; then well-known parties and persons. A name that is a common word too counts only after a word such
/// as مدينة, that of a small town only where the text is about its country.
pub fn base_names() -> Vec<Name> {
    let places = rows(include_str!("../data/places.tsv"))
        .filter_map(place)
        .map(as_the_press_writes);
    let mut ids = BTreeSet::new();
    let divisions = rows(include_str!("../data/divisions.tsv"))
        .filter_map(division)
        .map(|name| with_own_id(name, &mut ids));
    let regions = rows(include_str!("../data/regions.tsv")).filter_map(region);
    let added = rows(include_str!("../data/added.tsv")).filter_map(added);
    let parties = rows(include_str!("../data/parties.tsv")).filter_map(party);
    let people = rows(include_str!("../data/people.tsv")).filter_map(person);
    places
        .chain(divisions)
        .chain(regions)
        .chain(added)
        .chain(parties)
        .chain(people)
        .collect()
}

/// By the id of a place, its Arabic name in the press, others by `|`, and when it counts, from `data/spellings.tsv`.
static SPELLINGS: LazyLock<BTreeMap<&str, [&str; 3]>> = LazyLock::new(|| {
    let seats = rows(include_str!("../data/spellings.tsv"));
    let spellings = seats.filter_map(|row| match row[..] {
        [id, name, others, standing] => Some((id, [name, others, standing])),
        _ => None,
    });
    spellings.collect()
});

/// A place of GeoNames under the name that the press gives it; the one that GeoNames has is another of its names.
fn as_the_press_writes(place: Name) -> Name {
    let Some(&[name, others, standing]) = SPELLINGS.get(place.id.as_str()) else {
        return place;
    };
    let geonames = Some(place.name).filter(|own| own != name);
    let own = place.aliases.into_iter().filter(|own| own != name);
    Name {
        name: name.to_owned(),
        aliases: geonames
            .into_iter()
            .chain(own)
            .chain(aliases(others))
            .collect(),
        standing: self::standing(standing),
        ..place
    }
}

/// Two divisions of one name in a country are told apart by the first-level divisions that they lie in.
fn with_own_id(name: Name, ids: &mut BTreeSet<String>) -> Name {
    if ids.insert(name.id.clone()) {
        return name;
    }
    let division = name.division.as_deref().unwrap_or_default();
    Name {
        id: format!("{}-{division}", name.id),
        ..name
    }
}

/// The spellings of countries in the base, as they are compared.
static COUNTRIES: LazyLock<BTreeSet<Vec<String>>> = LazyLock::new(|| {
    let countries = rows(include_str!("../data/places.tsv"))
        .filter(|row| row[0].starts_with("country-"))
        .filter_map(place);
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

fn place(row: Vec<&str>) -> Option<Name> {
    let [
        id,
        name,
        english,
        country,
        division,
        latitude,
        longitude,
        standing,
        others,
    ] = row[..]
    else {
        return None;
    };
    Some(Name {
        name_en: Some(english.to_owned()),
        aliases: aliases(others),
        latitude: Some(latitude.parse().ok()?),
        longitude: Some(longitude.parse().ok()?),
        source: Some("GeoNames, CC BY 4.0".to_owned()),
        country: Some(country.to_owned()),
        division: given(division).or_else(|| Some(id.to_owned()).filter(|id| is_town(id, english))),
        standing: self::standing(standing),
        ..Name::new(id, NameKind::Place, name)
    })
}

/// The identifiers of the divisions that places lie in.
static DIVISIONS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/places.tsv"));
    rows.filter_map(|row| row.get(4).copied()).collect()
});

/// Whether a place without a division is a town all the same, in a division that is not known and holds no other place: no country,
/// nothing that others lie in, nothing that is called a division.
fn is_town(id: &str, english: &str) -> bool {
    let is_called = [
        "Province",
        "Governorate",
        "Region",
        "District",
        "State",
        "Emirate",
    ]
    .iter()
    .any(|division| english.ends_with(division));
    !id.starts_with("country-") && !is_called && !DIVISIONS.contains(id)
}

fn division(row: Vec<&str>) -> Option<Name> {
    let [
        name,
        english,
        country,
        division,
        latitude,
        longitude,
        standing,
        others,
        whence,
    ] = row[..]
    else {
        return None;
    };
    let id = format!(
        "division-{}-{}",
        country.to_lowercase(),
        name.replace(' ', "-")
    );
    let own = || Some(id.clone()).filter(|_| division.is_empty());
    Some(Name {
        name_en: given(english),
        aliases: aliases(others),
        latitude: latitude.parse().ok(),
        longitude: longitude.parse().ok(),
        source: Some(self::whence(whence)),
        country: given(country),
        // Where the first level is not known, it shares it with nothing.
        division: given(division).or_else(own),
        standing: self::standing(standing),
        ..Name::new(&id, NameKind::Place, name)
    })
}

/// Where the name and the point of a division are from, for readers.
fn whence(column: &str) -> String {
    let (name, point) = column.split_once(' ').unwrap_or((column, ""));
    let name = match name {
        "list" => "name: national list",
        _ => "name: our own spelling",
    };
    let point = match point {
        "place" => "; point: GeoNames, CC BY 4.0",
        "mean" => "; point: mean of places of GeoNames, CC BY 4.0",
        "ours" => "; point: our own estimate",
        _ => "",
    };
    format!("{name}{point}")
}

fn region(row: Vec<&str>) -> Option<Name> {
    let [id, name, english, latitude, longitude, ref others @ ..] = row[..] else {
        return None;
    };
    Some(Name {
        name_en: Some(english.to_owned()),
        aliases: others.first().copied().map(aliases).unwrap_or_default(),
        latitude: latitude.parse().ok(),
        longitude: longitude.parse().ok(),
        ..Name::new(id, NameKind::Place, name)
    })
}

fn party(row: Vec<&str>) -> Option<Name> {
    let [id, name, english, _kind, ref others @ ..] = row[..] else {
        return None;
    };
    // A name that is a common word is the party's in a text about its country.
    let country = others.get(1).and_then(|country| given(country));
    Some(Name {
        name_en: Some(english.to_owned()),
        aliases: others.first().copied().map(aliases).unwrap_or_default(),
        standing: country.as_ref().map_or(Standing::Free, |_| Standing::Local),
        country,
        ..Name::new(&format!("party-{id}"), NameKind::Party, name)
    })
}

fn added(row: Vec<&str>) -> Option<Name> {
    let [
        id,
        name,
        english,
        country,
        latitude,
        longitude,
        standing,
        others,
    ] = row[..]
    else {
        return None;
    };
    let id = format!("place-{id}");
    let is_wide = standing == "free";
    let standing = self::standing(standing);
    Some(Name {
        // What is free is a region or division; the rest lies in one that is not known, and no other place with it.
        division: Some(id.clone()).filter(|_| !is_wide),
        name_en: given(english),
        aliases: aliases(others),
        latitude: latitude.parse().ok(),
        longitude: longitude.parse().ok(),
        country: given(country),
        standing,
        ..Name::new(&id, NameKind::Place, name)
    })
}

fn person(row: Vec<&str>) -> Option<Name> {
    let [id, name, english, others] = row[..] else {
        return None;
    };
    Some(Name {
        name_en: Some(english.to_owned()),
        aliases: aliases(others),
        ..Name::new(&format!("person-{id}"), NameKind::Person, name)
    })
}

/// What a column holds, if anything.
fn given(column: &str) -> Option<String> {
    Some(column.to_owned()).filter(|column| !column.is_empty())
}

fn standing(column: &str) -> Standing {
    match column {
        "local" => Standing::Local,
        "near" => Standing::Near,
        "guarded" => Standing::Guarded,
        _ => Standing::Free,
    }
}

/// The names in a column of several.
fn aliases(column: &str) -> Vec<String> {
    let names = column.split('|').filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}
