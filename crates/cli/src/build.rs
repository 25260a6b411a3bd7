//! `tawarikh build`.

use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use tawarikh_core::{Analysed, Analyst, Builder};

use crate::failure::Failure;
use crate::input::{self, Input};
use crate::site::{self, SingleFile, SiteWriter, When};
use crate::spill::Runs;

/// What to build and where.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    from: crate::InputArgument,
    /// The folder to write the site to.
    #[arg(long, value_name = "SITE", required_unless_present = "single_file")]
    out: Option<PathBuf>,
    /// A file that holds the whole site and opens by itself, besides the folder or in its place.
    #[arg(long, value_name = "FILE")]
    single_file: Option<PathBuf>,
    /// Whether the archive's large parts lie in files of their own, which the page loads when it needs them. By itself, an
    /// archive of more than 3 MiB of text has them.
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN", conflicts_with = "single_file")]
    fragments: When,
    /// Whether every document has a plain page as well, for readers without JavaScript and for search engines. By itself, an
    /// archive has them that is whole in one file.
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    plain: When,
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
    site: Option<&'a Path>,
    single_file: Option<&'a Path>,
    documents: usize,
    unread: usize,
    pack_bytes: usize,
    site_bytes: u64,
}

/// Reads, analyses, indexes and writes.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut input = input::read(arguments.from.input.as_deref())?;
    let mut site = arguments.out.as_deref().map(SiteWriter::new).transpose()?;
    let single = arguments
        .single_file
        .as_deref()
        .map(SingleFile::new)
        .transpose()?;
    let place = arguments.out.as_ref().or(arguments.single_file.as_ref());
    let place = place.cloned().unwrap_or_default();
    let (builder, documents) = collect(&mut input, &site::spill(&place))?;
    input.left_out().for_each(|line| eprintln!("{line}"));
    let pack = match &mut site {
        // What is to be whole in one file has no fragments.
        Some(site) if single.is_none() => builder.write(arguments.fragments.into(), site),
        _ => builder.finish(),
    };
    let pack = pack.map_err(|reason| Failure::Output {
        path: place.clone(),
        reason,
    })?;
    let mut site_bytes = 0;
    if let Some(single) = &single {
        site_bytes += single.finish(&pack)?;
    }
    if let Some(site) = site {
        site_bytes += site.finish(&pack, arguments.plain)?;
    }
    report(
        arguments,
        &Report {
            site: arguments.out.as_deref(),
            single_file: arguments.single_file.as_deref(),
            documents,
            unread: input.unread(),
            pack_bytes: pack.len(),
            site_bytes,
        },
    )?;
    if arguments.strict && input.unread() > 0 {
        return Err(Failure::Strict {
            count: input.unread(),
        });
    }
    Ok(())
}

/// The documents in a builder, which puts most of them away at `spill`, and how many they are. While a batch of documents
/// is analysed side by side, the next one is read; they are indexed in their order.
fn collect(input: &mut Input, spill: &Path) -> Result<(Builder, usize), Failure> {
    let settings = input.settings.clone();
    let analyst = Analyst::new(&settings).map_err(|error| Failure::Settings {
        path: "archive.toml".into(),
        reason: error.to_string(),
    })?;
    let runs = Runs::new(spill).map_err(|reason| Failure::Output {
        path: spill.to_owned(),
        reason,
    })?;
    let mut builder = Builder::spilling(settings, &analyst, Box::new(runs));
    let bar = progress(input.bytes());
    let (mut documents, mut count) = (input.documents(), 0);
    let mut batch = documents.next();
    while let Some(read) = batch {
        let analyse = || {
            read.into_par_iter()
                .map(|document| analyst.analyse(document))
        };
        let (analysed, next): (Vec<Analysed>, _) =
            rayon::join(|| analyse().collect(), || documents.next());
        count += analysed.len();
        analysed
            .into_iter()
            .for_each(|document| builder.add(document));
        bar.set_position(documents.bytes());
        batch = next;
    }
    bar.finish_and_clear();
    input.settle(count, documents)?;
    Ok((builder, count))
}

fn progress(bytes: u64) -> ProgressBar {
    let style = ProgressStyle::with_template(
        "reading dates and words {bar:40} {bytes}/{total_bytes}, {eta} to go",
    );
    ProgressBar::new(bytes).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
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
    let page = report.site.map(|site| site.join("index.html"));
    for page in page.iter().map(PathBuf::as_path).chain(report.single_file) {
        writeln!(out, "open  {}", page.display())?;
    }
    Ok(())
}
