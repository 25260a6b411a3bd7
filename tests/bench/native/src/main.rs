//! Our index and tantivy's over the same documents and queries, natively and in one process.
//!
//! ```text
//! tawarikh-bench-native SET.json ROUNDS FOLDER > RESULT.json
//! ```
//!
//! The set is `{documents: [{id, title, text}], queries: {kind: [{id, text}]}}`. The result has per engine and variant its
//! build, its sizes, and per kind of queries the first ten documents and the median of each query's times. The indexes are left in the folder, to be
//! looked at.

mod ours;
mod peer;
mod set;
mod timing;

use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde_json::{Map, Value, json};

use ours::Ours;
use peer::{Tantivy, Words};
use set::Set;
use timing::medians;

/// Something that was built over the documents and answers with their ids.
trait Engine {
    /// Its name and variant.
    fn name(&self) -> String;
    /// Seconds of the build, bytes of the index.
    fn built(&self) -> Value;
    /// The ids of the ten best.
    fn search(&self, query: &str) -> Result<Vec<String>, Box<dyn Error>>;
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(rounds), Some(folder)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err(
            "give a file of documents and queries, how many rounds to time, and a folder".into(),
        );
    };
    let folder = Path::new(&folder);
    let set: Set = serde_json::from_reader(BufReader::new(File::open(path)?))?;
    let engines: Vec<Box<dyn Engine>> = vec![
        Box::new(Ours::build(&set.documents, folder)?),
        Box::new(Tantivy::build(&set.documents, Words::AsIs, folder)?),
        Box::new(Tantivy::build(&set.documents, Words::Folded, folder)?),
        Box::new(Tantivy::build(&set.documents, Words::Stemmed, folder)?),
        Box::new(Tantivy::build(
            &set.documents,
            Words::FoldedStemmed,
            folder,
        )?),
    ];
    let mut result = Map::new();
    for engine in &engines {
        result.insert(engine.name(), json!({ "built": engine.built() }));
    }
    for (kind, queries) in &set.queries {
        let times = medians(&engines, queries, rounds.parse()?)?;
        for (engine, times) in engines.iter().zip(times) {
            let mut run = Map::new();
            for query in queries {
                run.insert(query.id.clone(), json!(engine.search(&query.text)?));
            }
            result[&engine.name()][kind] = json!({ "run": run, "millis": times });
        }
    }
    println!("{}", Value::Object(result));
    Ok(())
}
