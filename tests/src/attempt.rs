//! A second attempt at a behaviour, in a new browser, where the first failed.
//!
//! Drivers and loaded machines lose a window or a key now and then. What fails twice has failed; what fails once is written to
//! `target/unsteady.txt`, which `./build.sh test` shows beside its counts, so that a race in the page itself is not kept from sight.

use std::any::Any;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use crate::site::target;

/// Runs `behaviour`, and once more where it panicked.
///
/// # Panics
/// As `behaviour` does the second time.
pub fn twice(behaviour: impl Fn()) {
    let Err(reason) = catch_unwind(AssertUnwindSafe(&behaviour)) else {
        return;
    };
    behaviour();
    record(&said(reason.as_ref()));
}

/// A panic's first line.
fn said(reason: &(dyn Any + Send)) -> String {
    let text = reason
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| reason.downcast_ref::<&str>().copied())
        .unwrap_or("no reason given");
    text.lines().next().unwrap_or_default().to_owned()
}

/// Adds the running test, which is its thread's name, to the list of the unsteady ones.
fn record(reason: &str) {
    let test = thread::current().name().unwrap_or("test").to_owned();
    let path = target().join("unsteady.txt");
    let written = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .and_then(|mut list| writeln!(list, "{test}: {reason}"));
    if let Err(error) = written {
        panic!("{}: {error}", path.display());
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn what_fails_twice_has_failed() {
        let runs = Cell::new(0);
        let broken = || {
            runs.set(runs.get() + 1);
            panic!("broken");
        };
        assert!(catch_unwind(AssertUnwindSafe(|| twice(broken))).is_err());
        assert_eq!(runs.get(), 2);
    }

    #[test]
    fn what_holds_runs_once() {
        let runs = Cell::new(0);
        twice(|| runs.set(runs.get() + 1));
        assert_eq!(runs.get(), 1);
    }

    #[test]
    fn a_reason_is_its_first_line() {
        assert_eq!(said(&"waited\nfaults: []"), "waited");
        assert_eq!(said(&String::from("lost")), "lost");
    }
}
