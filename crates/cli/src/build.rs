//! `tawarikh build`.

use std::path::PathBuf;

use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::prelude::*;
use tawarikh_core::{Analysed, Analyst, Builder, Settings};
use tawarikh_ingest::Document;

use crate::failure::Failure;
use crate::input;
use crate::site::Site;

/// What to build and where.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    from: crate::InputArgument,
    /// The folder to write the site to.
    #[arg(long, value_name = "SITE")]
    out: PathBuf,
    /// Exit with 1 where a file can't be read; the site of the others is built all the same.
    #[arg(long)]
    strict: bool,
    /// Print the result as one JSON object.
    #[arg(long)]
    json: bool,
}

/// What was built, for `--json`.
#[derive(serde::Serialize)]
struct Report<'a> {
    site: &'a std::path::Path,
    documents: usize,
    unread: usize,
    pack_bytes: usize,
    site_bytes: u64,
}

/// Reads, analyses, indexes and writes.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let input = input::read(arguments.from.input.as_deref())?;
    input.left_out().for_each(|line| eprintln!("{line}"));
    let unread = input.unread.len();
    let documents = input.documents.len();
    let pack = pack(input.settings, input.documents)?;
    let site = Site::new(&pack)?;
    site.write(&arguments.out)?;
    report(
        arguments,
        &Report {
            site: &arguments.out,
            documents,
            unread,
            pack_bytes: pack.len(),
            site_bytes: site.size(),
        },
    )?;
    if arguments.strict && unread > 0 {
        return Err(Failure::Strict { count: unread });
    }
    Ok(())
}

/// The archive's bytes. Documents are analysed side by side and indexed in their order.
pub fn pack(settings: Settings, documents: Vec<Document>) -> Result<Vec<u8>, Failure> {
    let analyst = Analyst::new(&settings).map_err(|error| Failure::Settings {
        path: "archive.toml".into(),
        reason: error.to_string(),
    })?;
    let bar = progress(documents.len());
    let analysed: Vec<Analysed> = documents
        .into_par_iter()
        .progress_with(bar)
        .map(|document| analyst.analyse(document))
        .collect();
    let mut builder = Builder::new(settings, &analyst);
    analysed
        .into_iter()
        .for_each(|document| builder.add(document));
    Ok(builder.finish())
}

fn progress(documents: usize) -> ProgressBar {
    let style =
        ProgressStyle::with_template("reading dates and words {bar:40} {pos}/{len} documents");
    ProgressBar::new(documents as u64)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn report(arguments: &Arguments, report: &Report) -> Result<(), Failure> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    if arguments.json {
        serde_json::to_writer(&mut out, report).map_err(std::io::Error::from)?;
        return Ok(writeln!(out)?);
    }
    let Report {
        documents,
        unread,
        site_bytes,
        ..
    } = report;
    writeln!(
        out,
        "{documents} documents, {unread} files left out, {} KB",
        site_bytes.div_ceil(1024)
    )?;
    writeln!(out, "open  {}", report.site.join("index.html").display())?;
    Ok(())
}
