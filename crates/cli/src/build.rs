//! `tawarikh build`.

use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use tawarikh_core::{Analysed, Analyst, Builder};

use crate::failure::Failure;
use crate::input::{self, Input};
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
    let mut input = input::read(arguments.from.input.as_deref())?;
    let (pack, documents) = pack(&mut input)?;
    input.left_out().for_each(|line| eprintln!("{line}"));
    let site = Site::new(&pack)?;
    site.write(&arguments.out)?;
    report(
        arguments,
        &Report {
            site: &arguments.out,
            documents,
            unread: input.unread(),
            pack_bytes: pack.len(),
            site_bytes: site.size(),
        },
    )?;
    if arguments.strict && input.unread() > 0 {
        return Err(Failure::Strict {
            count: input.unread(),
        });
    }
    Ok(())
}

/// The archive's bytes and how many documents it holds. While a batch of documents is analysed side by side, the next
/// one is read; they are indexed in their order.
fn pack(input: &mut Input) -> Result<(Vec<u8>, usize), Failure> {
    let settings = input.settings.clone();
    let analyst = Analyst::new(&settings).map_err(|error| Failure::Settings {
        path: "archive.toml".into(),
        reason: error.to_string(),
    })?;
    let mut builder = Builder::new(settings, &analyst);
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
    Ok((builder.finish(), count))
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
    writeln!(out, "open  {}", report.site.join("index.html").display())?;
    Ok(())
}
