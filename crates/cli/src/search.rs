//! `tawarikh search`.

use std::collections::HashMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;
use tawarikh_core::view::{Hit, Piece, Results, State, Why, WhyForm};

use crate::failure::Failure;
use crate::opened::Opened;

/// The page's sentences in English, by their keys.
const MESSAGES: &str = include_str!("../../../web/messages/en.json");

/// Where and what to search.
#[derive(clap::Args)]
pub struct Arguments {
    /// A site folder, or its archive.wasm.
    site: PathBuf,
    /// The query, as in the page's search box: words, "phrases", +must, -not, OR, brackets, title: outlet: author: place:
    /// year: from: to: (عنوان: مصدر: كاتب: مكان: سنة: من: إلى:). One that begins with - stands behind --.
    query: Vec<String>,
    /// A file of queries: JSON lines {id, text}, or an id and a text parted by a tab. Prints a line for each: its id and
    /// the documents' ids, parted by tabs.
    #[arg(long, value_name = "FILE", conflicts_with = "query")]
    queries: Option<PathBuf>,
    /// How many hits.
    #[arg(long, default_value_t = 10)]
    top: u32,
    /// Match words as they are typed only: hamza, ى, ة, and tashkeel where it is typed.
    #[arg(long)]
    exact: bool,
    /// Say of every hit which of its words stand for which word of the query, and how.
    #[arg(long, conflicts_with_all = ["json", "queries"])]
    explain: bool,
    /// Print the page's view of the results as JSON.
    #[arg(long)]
    json: bool,
}

/// Opens the archive and answers.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut archive = Opened::open(&arguments.site)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    match &arguments.queries {
        Some(file) => run_queries(&mut archive, file, arguments, &mut out)?,
        None => {
            let state = state(&arguments.query.join(" "), arguments);
            let results = search(&mut archive, &state);
            if arguments.json {
                serde_json::to_writer(&mut out, &results).map_err(std::io::Error::from)?;
                writeln!(out)?;
            } else {
                print(
                    &mut archive,
                    &results,
                    arguments.explain.then_some(&state),
                    &mut out,
                )?;
            }
        }
    }
    Ok(out.flush()?)
}

fn search(archive: &mut Opened, state: &State) -> Results {
    archive.ask(|archive| archive.search(state), |results| &results.pending)
}

fn state(query: &str, arguments: &Arguments) -> State {
    // The space says that the last word is finished, so that it is not completed as on the page.
    State {
        query: format!("{query} "),
        limit: arguments.top,
        exact: arguments.exact,
        ..State::default()
    }
}

/// One query of a file.
#[derive(Deserialize)]
struct Query {
    id: String,
    text: String,
}

fn run_queries(
    archive: &mut Opened,
    file: &Path,
    arguments: &Arguments,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let text = fs::read_to_string(file).map_err(|reason| Failure::Input {
        path: file.to_owned(),
        reason,
    })?;
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let query = query(line).ok_or_else(|| Failure::Line {
            line: number + 1,
            reason: "neither {id, text} nor an id and a text parted by a tab".into(),
        })?;
        write!(out, "{}", query.id)?;
        for hit in search(archive, &state(&query.text, arguments)).hits {
            write!(out, "\t{}", hit.id)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn query(line: &str) -> Option<Query> {
    serde_json::from_str(line).ok().or_else(|| {
        let (id, text) = line.split_once('\t')?;
        Some(Query {
            id: id.into(),
            text: text.into(),
        })
    })
}

/// Prints results, with the reasons for each hit if there is a state to explain them by.
fn print(
    archive: &mut Opened,
    results: &Results,
    explained: Option<&State>,
    out: &mut impl Write,
) -> std::io::Result<()> {
    writeln!(out, "{} of {} documents", results.total, results.documents)?;
    if let Some(span) = &results.query_span {
        writeln!(out, "dates: {}", span.label)?;
    }
    for note in &results.notes {
        writeln!(out, "note: {} {}", sentence(&note.code), note.text)?;
    }
    if let Some(better) = &results.suggestion {
        writeln!(out, "did you mean: {}", better.query)?;
    }
    for hit in &results.hits {
        print_hit(hit, out)?;
        if let Some(state) = explained {
            let why = archive.ask(
                |archive| archive.why(hit.document, state),
                |why| why.as_ref().map_or(&[], |why| &why.pending),
            );
            why.iter().try_for_each(|why| print_why(why, out))?;
        }
    }
    Ok(())
}

/// What the page says of a note on the query: its code, should it say nothing.
fn sentence(code: &str) -> String {
    let messages: HashMap<String, Value> = serde_json::from_str(MESSAGES).unwrap_or_default();
    let sentence = messages.get(&format!("note.{code}"));
    sentence.and_then(Value::as_str).unwrap_or(code).to_owned()
}

/// A line for each word of the query: the forms that stand for it, how, and how often.
fn print_why(why: &Why, out: &mut impl Write) -> std::io::Result<()> {
    why.words.iter().try_for_each(|word| {
        let form = |form: &WhyForm| format!("{} ({} {})", form.form, form.relation, form.count);
        let forms: Vec<String> = word.forms.iter().map(form).collect();
        writeln!(out, "    {} ← {}", word.typed, forms.join("، "))
    })
}

fn print_hit(hit: &Hit, out: &mut impl Write) -> std::io::Result<()> {
    let date = hit.date.as_ref().map_or("undated", |date| &date.label);
    let outlet = hit.outlet.as_deref().unwrap_or("–");
    writeln!(
        out,
        "\n{}  [{}]\n  {outlet} · {} · {date}",
        text(&hit.title),
        hit.id,
        hit.authors.join("، ")
    )?;
    writeln!(out, "  {}", text(&hit.snippet).replace('\n', " "))
}

/// The pieces with their hits in guillemets.
fn text(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| {
            if piece.hit {
                format!("«{}»", piece.text)
            } else {
                piece.text.clone()
            }
        })
        .collect()
}
