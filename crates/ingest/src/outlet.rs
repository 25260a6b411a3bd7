//! Publishers: the table `data/outlets.tsv`, by name and by web address.

use crate::words::key;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a publisher is to an article that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Publishes articles under its own name.
    Outlet,
    /// Delivers texts and pictures to others, who credit it.
    Agency,
}

/// A publisher of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outlet {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    domains: Vec<&'static str>,
    aliases: Vec<&'static str>,
}

static OUTLETS: LazyLock<Vec<Outlet>> = LazyLock::new(|| {
    SOURCE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(row)
        .collect()
});

/// Folded name to place in the table.
static NAMES: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for (at, outlet) in OUTLETS.iter().enumerate() {
        for name in std::iter::once(&outlet.name).chain(&outlet.aliases) {
            names.entry(key(name)).or_insert(at);
        }
    }
    names
});

const SOURCE: &str = include_str!("../data/outlets.tsv");

/// `row = name TAB kind TAB domains TAB aliases`
fn row(line: &'static str) -> Option<Outlet> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [name, kind, domains, aliases] = cells[..] else {
        return None;
    };
    Some(Outlet {
        name,
        kind: match kind {
            "outlet" => Kind::Outlet,
            "agency" => Kind::Agency,
            _ => return None,
        },
        domains: domains.split_whitespace().collect(),
        aliases: aliases.split('|').filter(|name| !name.is_empty()).collect(),
    })
}

/// The publisher that a text names, and names nothing else.
pub(crate) fn named(text: &str) -> Option<&'static Outlet> {
    let name = key(text);
    let plain = without_descriptors(&name);
    let place = NAMES.get(&name).or_else(|| NAMES.get(plain))?;
    OUTLETS.get(*place)
}

/// A folded name without words for what a publisher is and where: "صحيفة X", "X أونلاين", "X الإماراتية".
fn without_descriptors(name: &str) -> &str {
    const BEFORE: [&str; 14] = [
        "صحيفه",
        "موقع",
        "قناه",
        "جريده",
        "شبكه",
        "مجله",
        "وكاله",
        "خاص",
        "بوابه",
        "منصه",
        "راديو",
        "اذاعه",
        "تلفزيون",
        "مدونات",
    ];
    let mut name = name;
    if let Some((first, rest)) = name.split_once(' ')
        && BEFORE.contains(&first)
    {
        name = rest;
    }
    if let Some((rest, last)) = name.rsplit_once(' ') {
        let of_country = last.starts_with("ال") && last.ends_with("يه");
        if of_country || matches!(last, "اونلاين" | "نت") {
            name = rest;
        }
    }
    name
}

/// An outlet (not an agency) that a text names.
pub(crate) fn publisher(text: &str) -> Option<&'static Outlet> {
    named(text).filter(|outlet| outlet.kind == Kind::Outlet)
}

/// The publisher of a web address: the longest domain (with its path) of the table that the address lies under.
pub(crate) fn of_address(address: &str) -> Option<&'static Outlet> {
    let place = address.split_once("://").map_or(address, |(_, rest)| rest);
    let place = place.to_ascii_lowercase();
    let mut best: Option<(usize, &Outlet)> = None;
    for outlet in OUTLETS.iter() {
        for domain in &outlet.domains {
            if lies_under(&place, domain) && best.is_none_or(|(length, _)| domain.len() > length) {
                best = Some((domain.len(), outlet));
            }
        }
    }
    best.map(|(_, outlet)| outlet)
}

/// `www.bbc.com/arabic/world-1` lies under `bbc.com/arabic`, `notbbc.com` not under `bbc.com`.
fn lies_under(place: &str, domain: &str) -> bool {
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.split(':').next().unwrap_or(host);
    let (wanted, wanted_path) = domain.split_once('/').unwrap_or((domain, ""));
    let same = host == wanted
        || host
            .strip_suffix(wanted)
            .is_some_and(|sub| sub.ends_with('.'));
    same && path.starts_with(wanted_path)
}

/// The first web address in a text, without what punctuation and Markdown leave around it.
pub(crate) fn address_in(text: &str) -> Option<&str> {
    let start = text.find("https://").or_else(|| text.find("http://"))?;
    let rest = &text[start..];
    let end = rest
        .find(|c: char| {
            c.is_whitespace() || matches!(c, ')' | ']' | '>' | '<' | '"' | '«' | '»' | '،' | '|')
        })
        .unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(['.', ',', ':', ';']);
    (address.len() > "https://".len()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        for (at, line) in SOURCE
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'))
        {
            let row = row(line);
            assert!(row.is_some(), "data/outlets.tsv:{}: {line}", at + 1);
            for domain in row.map(|row| row.domains).unwrap_or_default() {
                assert!(domain.contains('.') && !domain.contains("://"), "{domain}");
            }
        }
    }

    #[test]
    fn by_address() {
        let name = |address| of_address(address).map(|outlet| outlet.name);
        assert_eq!(name("https://www.noonpost.com/26315"), Some("نون بوست"));
        assert_eq!(
            name("https://www.bbc.com/arabic/sports-1"),
            Some("بي بي سي عربي")
        );
        assert_eq!(name("https://www.bbc.com/news/uk-1"), None);
        assert_eq!(name("https://notreuters.com.example.org/"), None);
        assert_eq!(
            name("https://ultrasyria.ultrasawt.com/x"),
            Some("الترا سوريا")
        );
    }

    #[test]
    fn by_name() {
        assert_eq!(
            publisher("«القدس العربي»").map(|o| o.name),
            Some("القدس العربي")
        );
        assert_eq!(publisher("صحيفة عكاظ").map(|o| o.name), Some("عكاظ"));
        assert_eq!(
            publisher("صحيفة الخليج الإماراتية").map(|o| o.name),
            Some("الخليج")
        );
        assert_eq!(
            publisher("عنب بلدي أونلاين").map(|o| o.name),
            Some("عنب بلدي")
        );
        assert_eq!(publisher("رويترز"), None);
        assert_eq!(named("أ ف ب").map(|o| o.kind), Some(Kind::Agency));
    }

    #[test]
    fn an_address_ends_where_the_text_goes_on() {
        assert_eq!(
            address_in("[/https://a.net/1](https://a.net/1)"),
            Some("https://a.net/1")
        );
        assert_eq!(address_in("انظر https://a.net/b."), Some("https://a.net/b"));
        assert_eq!(address_in("لا شيء"), None);
    }
}
