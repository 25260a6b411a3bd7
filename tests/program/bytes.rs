//! Same folder in, same bytes out.

use std::collections::BTreeMap;
use std::path::Path;

use tawarikh_tests::program::{command, of};
use tawarikh_tests::site::built;
use tempfile::TempDir;

use crate::{DOCUMENTS, contents, write};

/// The site of `input`, built under the given surroundings.
fn site_of(input: Option<&Path>, surroundings: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let place = TempDir::new().expect("a temporary folder");
    let site = place.path().join("site");
    let mut build = command();
    build
        .envs(surroundings.iter().copied())
        .current_dir(place.path())
        .arg("build")
        .args(input)
        .arg("--out")
        .arg(&site);
    let run = of(&mut build);
    assert_eq!(run.code, Some(0), "{}", run.err);
    contents(&site)
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in one {
        assert!(*bytes == other[name], "{name} differs");
    }
}

#[test]
fn whatever_the_files_order_the_locale_the_zone_and_the_threads() {
    let name = "دفاتر";
    let (one, other) = (
        TempDir::new().expect("a temporary folder"),
        TempDir::new().expect("a temporary folder"),
    );
    let [one, other] = [one.path().join(name), other.path().join(name)];
    for folder in [&one, &other] {
        std::fs::create_dir_all(folder).expect("a folder can be made");
    }
    write(&one, &DOCUMENTS);
    write(&other, DOCUMENTS.iter().rev());
    let first = site_of(
        Some(&one),
        &[("LC_ALL", "C"), ("TZ", "UTC"), ("RAYON_NUM_THREADS", "1")],
    );
    let second = site_of(
        Some(&other),
        &[
            ("LC_ALL", "ar_SY.UTF-8"),
            ("TZ", "Asia/Damascus"),
            ("RAYON_NUM_THREADS", "7"),
        ],
    );
    assert_same(&first, &second);
}

#[test]
fn the_default_archive_is_the_built_site() {
    assert_same(
        &site_of(None, &[("LC_ALL", "tr_TR.UTF-8")]),
        &contents(&built()),
    );
}
