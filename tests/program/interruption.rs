//! A build that is stopped leaves the site that stood there, or the new one; never half of either.

use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use tawarikh_tests::program::{build, command};
use tempfile::TempDir;

use crate::{DOCUMENTS, contents, write};

/// Starts a build of `input` to `site` and kills it after a while.
fn stopped_build(input: &Path, site: &Path, after: Duration) {
    let mut build = command();
    build
        .arg("build")
        .arg(input)
        .arg("--out")
        .arg(site)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut process = build.spawn().expect("the program starts");
    sleep(after);
    // It may have finished already.
    let _ = process.kill();
    let _ = process.wait();
}

#[test]
fn a_stopped_build_leaves_a_whole_site() {
    let (old, new, place) = (TempDir::new(), TempDir::new(), TempDir::new());
    let [old, new, place] = [old, new, place].map(|folder| folder.expect("a temporary folder"));
    write(old.path(), &DOCUMENTS[..3]);
    write(new.path(), &DOCUMENTS);
    let site = place.path().join("site");
    let finished = place.path().join("finished");
    build(new.path(), &finished);
    let new_site = contents(&finished);
    for milliseconds in (0..60).step_by(3) {
        build(old.path(), &site);
        let old_site = contents(&site);
        stopped_build(new.path(), &site, Duration::from_millis(milliseconds));
        // Between its two renames a build that dies leaves the old site under its other name; the next one puts it back.
        let standing = if site.exists() {
            contents(&site)
        } else {
            contents(&place.path().join(".site.old"))
        };
        assert!(
            standing == old_site || standing == new_site,
            "half a site after {milliseconds} ms"
        );
    }
    build(new.path(), &site);
    assert!(contents(&site) == new_site);
}
