//! `tawarikh export`: what an archive holds, in the forms that other programs read.

mod bibliography;
mod bulk;
mod calendar;
mod geojson;
mod moment;
mod table;
mod timelinejs;

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use serde::Serialize;
use tawarikh_core::Archive;
use tawarikh_core::view::{Figure, ListedEvent, NamedView, Page, Reading, State};

use crate::failure::Failure;
use crate::opened::Opened;

/// Rows that are asked for at once.
const ROWS: u32 = 500;

/// What to export, and how.
#[derive(clap::Args)]
pub struct Arguments {
    /// A site folder, or its archive.wasm.
    site: PathBuf,
    /// Only what this query finds, as in the page's search box; without one, everything.
    query: Vec<String>,
    /// The form. csv and json take any rows, geojson, ics and timelinejs events, bibtex, ris and opensearch documents.
    /// csv begins with a byte order mark, as spreadsheets want it for letters other than Latin ones.
    #[arg(long, value_enum)]
    format: Format,
    /// The rows of csv and json.
    #[arg(long, value_enum, default_value_t = Rows::Events)]
    rows: Rows,
    /// The file to write; without one, standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A table, RFC 4180.
    Csv,
    /// The rows as the page receives them.
    Json,
    /// Events with their places, RFC 7946.
    Geojson,
    /// Events as a calendar, RFC 5545.
    Ics,
    /// Events for TimelineJS.
    Timelinejs,
    /// Documents as BibLaTeX.
    Bibtex,
    /// Documents as RIS.
    Ris,
    /// Documents with their keys for a search server, two lines each (OpenSearch's bulk form).
    Opensearch,
}

#[derive(Clone, Copy, ValueEnum)]
enum Rows {
    Events,
    Figures,
    Names,
    Documents,
}

/// Reads the archive's views to their ends and writes them.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut archive = Opened::open(&arguments.site)?;
    let query = arguments.query.join(" ");
    let state = State {
        // The space says that the last word is finished, so that it is not completed as on the page.
        query: if query.is_empty() {
            query
        } else {
            format!("{query} ")
        },
        ..State::default()
    };
    let bytes = exported(&mut archive, &state, arguments)?;
    match &arguments.out {
        Some(path) => fs::write(path, bytes).map_err(|reason| Failure::Output {
            path: path.clone(),
            reason,
        }),
        None => Ok(std::io::stdout().lock().write_all(&bytes)?),
    }
}

fn exported(
    archive: &mut Opened,
    state: &State,
    arguments: &Arguments,
) -> Result<Vec<u8>, Failure> {
    let about = archive.about();
    Ok(match arguments.format {
        Format::Csv => {
            table(archive, state, arguments.rows).map_err(|error| Failure::Print(error.into()))?
        }
        Format::Json => match arguments.rows {
            Rows::Events => json(&events(archive, state))?,
            Rows::Figures => json(&figures(archive, state))?,
            Rows::Names => json(&names(archive, state))?,
            Rows::Documents => json(&documents(archive, state))?,
        },
        Format::Geojson => json(&geojson::events(&events(archive, state)))?,
        Format::Ics => calendar::events(&about, &events(archive, state)).into_bytes(),
        Format::Timelinejs => json(&timelinejs::events(&about, &events(archive, state)))?,
        Format::Bibtex => bibliography::bibtex(&about, &documents(archive, state)).into_bytes(),
        Format::Opensearch => bulk::documents(&documents(archive, state)).into_bytes(),
        Format::Ris => bibliography::ris(&about, &documents(archive, state)).into_bytes(),
    })
}

fn table(archive: &mut Opened, state: &State, rows: Rows) -> csv::Result<Vec<u8>> {
    match rows {
        Rows::Events => table::events(&events(archive, state)),
        Rows::Figures => table::figures(&figures(archive, state)),
        Rows::Names => table::names(&names(archive, state)),
        Rows::Documents => table::documents(&documents(archive, state)),
    }
}

fn json(rows: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec_pretty(rows).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn events(archive: &mut Opened, state: &State) -> Vec<ListedEvent> {
    all(|page| {
        let events = archive.ask(
            |archive| archive.events(state, &page),
            |events| &events.pending,
        );
        (events.events, events.total)
    })
}

fn figures(archive: &mut Opened, state: &State) -> Vec<Figure> {
    all(|page| {
        let figures = archive.ask(
            |archive| archive.figures(state, &page),
            |figures| &figures.pending,
        );
        (figures.figures, figures.total)
    })
}

fn names(archive: &mut Opened, state: &State) -> Vec<NamedView> {
    archive
        .ask(
            |archive: &Archive| archive.names(state),
            |names| &names.pending,
        )
        .names
}

/// The documents that the state selects, best first.
fn documents(archive: &mut Opened, state: &State) -> Vec<Reading> {
    let numbers: Vec<u32> = all(|page| {
        let state = State {
            limit: page.limit,
            offset: page.offset,
            ..state.clone()
        };
        let results = archive.ask(|archive| archive.search(&state), |results| &results.pending);
        let numbers = results.hits.iter().map(|hit| hit.document).collect();
        (numbers, results.total)
    });
    numbers
        .into_iter()
        .filter_map(|document| archive.read(document))
        .collect()
}

/// Every row of a list that is given a page at a time, with the number of all.
fn all<T>(mut part: impl FnMut(Page) -> (Vec<T>, u32)) -> Vec<T> {
    let mut rows = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let (some, total) = part(Page {
            offset,
            limit: ROWS,
        });
        let is_last = some.is_empty() || rows.len() + some.len() >= total as usize;
        rows.extend(some);
        if is_last {
            return rows;
        }
    }
}

/// Who says so and where: the speaker, the document's title and its outlet, as far as they are known.
fn source(event: &ListedEvent) -> Vec<&str> {
    let speaker = event.attribution.as_ref().map(|said| said.text.as_str());
    let parts = [
        speaker,
        Some(event.at.title.as_str()),
        event.at.outlet.as_deref(),
    ];
    parts.into_iter().flatten().collect()
}

/// Text in one line: the forms of references and calendars are forms of lines.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
