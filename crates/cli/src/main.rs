//! `tawarikh`: turns a folder of Arabic documents into an explorer, checks it, searches it.
//!
//! Exit codes: 0 all went well; 1 something was found or left out that the caller asked to be strict about, or the
//! command failed; 2 the command line was not understood.

mod build;
mod check;
mod dates;
mod documents;
mod embedded;
mod engine;
mod entities;
mod events;
mod export;
mod failure;
mod figures;
mod fragments;
mod front;
mod happenings;
mod input;
mod offline;
mod opened;
mod plain;
mod records;
mod search;
mod single;
mod site;
mod spill;
mod texts;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;

use failure::Failure;

/// A build makes and drops a string for most words of a text, which costs the system's allocator a tenth of it all.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Turns a folder of Arabic documents into an explorer that opens with a double click.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build a site from a folder of documents or a .jsonl file; without one, from the default archive.
    Build(build::Arguments),
    /// Tell what was found in the documents and what was dropped; writes nothing.
    Check(check::Arguments),
    /// Search a site in the terminal, as the page does.
    Search(search::Arguments),
    /// Write what a site's archive holds for other programs: csv, json, geojson, ics, timelinejs, bibtex, ris.
    Export(export::Arguments),
    /// Find time expressions: JSON lines {id, text, dct} in, JSON lines out.
    Dates(dates::Arguments),
    /// Find figures, what they count and who says so: JSON lines {id, text, dct} in, JSON lines out.
    Figures(figures::Arguments),
    /// Find which sentences of several texts tell the same: JSON lines {id, text, dct} in, one JSON line out.
    Happenings(happenings::Arguments),
    /// Find what happened when, where, and who did it: JSON lines {id, text, dct} in, JSON lines out.
    Events(events::Arguments),
    /// Find places, parties and persons: JSON lines {id, text} in, JSON lines out.
    Entities,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Dates(arguments) => dates::run(&arguments),
        Command::Figures(arguments) => figures::run(&arguments),
        Command::Happenings(arguments) => happenings::run(&arguments),
        Command::Events(arguments) => events::run(&arguments),
        Command::Entities => entities::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough (`| head`) is no failure.
        Err(Failure::Print(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{:?}", miette::Report::new(failure));
            ExitCode::FAILURE
        }
    }
}

/// Where an input is named on the command line.
#[derive(clap::Args)]
struct InputArgument {
    /// A folder of .txt, .md, .html or .jsonl files, or one such file; none: the default archive.
    input: Option<PathBuf>,
}
