//! Dependencies go strictly down, as the table in ARCHITECTURE.md has it.

use std::collections::BTreeMap;
use std::fs;

use tawarikh_tests::site::workspace;

/// Crates that stand outside of the order: build-time tools, and the tests, which may use everything.
const OUTSIDE: [&str; 1] = ["bindgen"];

/// One row of the table.
struct Row {
    level: u32,
    may_use: Vec<String>,
}

/// The rows `| level | crate | may use | must not know |`, by crate.
fn table() -> BTreeMap<String, Row> {
    let text =
        fs::read_to_string(workspace().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there");
    text.lines().filter_map(row).collect()
}

fn row(line: &str) -> Option<(String, Row)> {
    let cells: Vec<&str> = line
        .trim()
        .strip_prefix('|')?
        .strip_suffix('|')?
        .split('|')
        .map(str::trim)
        .collect();
    let [level, name, may_use, _] = cells[..] else {
        return None;
    };
    let may_use = may_use
        .split(',')
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    Some((
        name.to_owned(),
        Row {
            level: level.parse().ok()?,
            may_use,
        },
    ))
}

/// The project's own crates that a crate's manifest names under `[dependencies]`.
fn used_by(name: &str) -> Vec<String> {
    let path = workspace().join("crates").join(name).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .parse()
        .expect("cargo has read it");
    let dependencies = manifest
        .get("dependencies")
        .and_then(toml::Value::as_table)
        .cloned()
        .unwrap_or_default();
    dependencies
        .keys()
        .filter_map(|key| key.strip_prefix("tawarikh-"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_crate_stands_in_the_table() {
    let table = table();
    let folders = fs::read_dir(workspace().join("crates"))
        .expect("crates are there")
        .flatten();
    for folder in folders.filter(|folder| folder.path().join("Cargo.toml").exists()) {
        let name = folder.file_name().to_string_lossy().into_owned();
        let known = table.contains_key(&name) || OUTSIDE.contains(&name.as_str());
        assert!(
            known,
            "ARCHITECTURE.md does not say at which level {name} stands"
        );
    }
}

#[test]
fn every_crate_uses_only_what_the_table_allows() {
    for (name, row) in table() {
        let used = used_by(&name);
        let strange: Vec<_> = used
            .iter()
            .filter(|other| !row.may_use.contains(other))
            .collect();
        assert!(
            strange.is_empty(),
            "{name} uses {strange:?}, which ARCHITECTURE.md does not allow"
        );
    }
}

#[test]
fn the_table_itself_goes_down() {
    let table = table();
    assert!(table.len() >= 10, "the table has {} rows", table.len());
    for (name, row) in &table {
        for other in &row.may_use {
            let below = table
                .get(other)
                .unwrap_or_else(|| panic!("{name} may use {other}, which has no row"));
            assert!(
                below.level < row.level,
                "{name} may use {other}, which is not below it"
            );
        }
    }
}
