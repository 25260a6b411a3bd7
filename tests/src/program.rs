//! Running the built program, with surroundings of the test's own making.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::site::program;

/// What a run of the program left.
#[derive(Debug)]
pub struct Run {
    /// Its exit code; nothing where a signal ended it.
    pub code: Option<i32>,
    /// What it printed.
    pub out: String,
    /// What it said beside.
    pub err: String,
}

/// The program, ready to be given arguments; it sees no variable of the test's own surroundings.
pub fn command() -> Command {
    let path: PathBuf = program();
    assert!(
        path.exists(),
        "{} is not there; run ./build.sh first",
        path.display()
    );
    let mut command = Command::new(path);
    command.env_clear().env("NO_COLOR", "1");
    command
}

/// Runs the program with these arguments.
pub fn run<A: AsRef<OsStr>>(arguments: &[A]) -> Run {
    of(command().args(arguments))
}

/// Runs a command to its end.
pub fn of(command: &mut Command) -> Run {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Run {
        code: status.code(),
        out: text(stdout),
        err: text(stderr),
    }
}

/// Builds `input` to `site` and expects that to go well.
pub fn build(input: &Path, site: &Path) -> Run {
    let run = run(&[
        OsStr::new("build"),
        input.as_os_str(),
        OsStr::new("--out"),
        site.as_os_str(),
    ]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run
}
