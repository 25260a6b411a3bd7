//! `recombine INPUT… --documents N [--seed S]`: a large archive out of a small one, as JSON lines on standard output.
//!
//! The inputs' paragraphs, cut into passages of some sixty words, are drawn at random and joined into documents as long
//! as the inputs' are on average, so that words are as frequent as in the inputs while no two documents are alike. The
//! same inputs, number and seed give the same lines everywhere. Inputs are `.jsonl` or `.jsonl.gz` files of
//! `{title, text}`, or text files with an empty line between paragraphs.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use flate2::read::GzDecoder;
use serde_json::{Value, json};

const USAGE: &str = "usage: recombine INPUT… --documents N [--seed S]";

/// Words of a passage; the last of a paragraph may be shorter.
const PASSAGE: usize = 60;

fn main() -> ExitCode {
    let Some(order) = Order::read(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&order) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("recombine: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Order {
    inputs: Vec<String>,
    documents: u32,
    seed: u64,
}

impl Order {
    fn read(mut arguments: impl Iterator<Item = String>) -> Option<Order> {
        let (mut inputs, mut documents, mut seed) = (Vec::new(), None, 7);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--documents" => documents = Some(arguments.next()?.parse().ok()?),
                "--seed" => seed = arguments.next()?.parse().ok()?,
                _ => inputs.push(argument),
            }
        }
        let documents = documents?;
        (!inputs.is_empty()).then_some(Order {
            inputs,
            documents,
            seed,
        })
    }
}

fn run(order: &Order) -> io::Result<()> {
    let mut source = Source::default();
    for input in &order.inputs {
        source.read(Path::new(input))?;
    }
    if source.passages.is_empty() {
        return Err(io::Error::other("the inputs hold no text"));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let mut random = Random(order.seed);
    let width = order.documents.to_string().len();
    for number in 0..order.documents {
        let document = source.document(&mut random);
        let line = json!({
            "id": format!("r{number:0width$}"),
            "title": document.title,
            "text": document.text,
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}

/// A title with a text.
struct Document<'s> {
    title: &'s str,
    text: String,
}

/// The passages of all inputs.
#[derive(Default)]
struct Source {
    titles: Vec<String>,
    /// The number of its document's title, and the text.
    passages: Vec<(usize, String)>,
    words: usize,
}

impl Source {
    fn read(&mut self, path: &Path) -> io::Result<()> {
        let name = path.to_string_lossy();
        let file =
            File::open(path).map_err(|error| io::Error::other(format!("{name}: {error}")))?;
        if name.ends_with(".gz") {
            return self.lines(BufReader::new(GzDecoder::new(file)));
        }
        if name.ends_with(".jsonl") {
            return self.lines(BufReader::new(file));
        }
        let mut text = String::new();
        BufReader::new(file).read_to_string(&mut text)?;
        let stem = path.file_stem().unwrap_or_default();
        self.add(&stem.to_string_lossy(), &text);
        Ok(())
    }

    fn lines(&mut self, reader: impl BufRead) -> io::Result<()> {
        for line in reader.lines() {
            let value: Value = serde_json::from_str(&line?)?;
            let field = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
            self.add(field("title"), field("text"));
        }
        Ok(())
    }

    fn add(&mut self, title: &str, text: &str) {
        let number = self.titles.len();
        self.titles.push(title.to_owned());
        for paragraph in text.split("\n\n") {
            let words: Vec<&str> = paragraph.split_whitespace().collect();
            self.words += words.len();
            let passages = words.chunks(PASSAGE).map(|words| (number, words.join(" ")));
            self.passages.extend(passages);
        }
    }

    /// Passages until the inputs' average length is reached, under the title that belongs to the first.
    fn document(&self, random: &mut Random) -> Document<'_> {
        let length = self.words.div_ceil(self.titles.len().max(1));
        let (mut title, mut text, mut words) = ("", String::new(), 0);
        while words < length {
            let (number, passage) = &self.passages[random.below(self.passages.len())];
            if text.is_empty() {
                title = &self.titles[*number];
            } else {
                text.push_str("\n\n");
            }
            text.push_str(passage);
            words += passage.split(' ').count();
        }
        Document { title, text }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is not 0.
    fn below(&mut self, bound: usize) -> usize {
        // The bias of the remainder is below one in 2^40 for any archive that fits into memory.
        (self.next() % bound as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::{Random, Source};

    #[test]
    fn documents_are_as_long_as_the_inputs_and_the_same_for_a_seed() {
        let mut source = Source::default();
        source.add(
            "الميناء",
            &"رست السفينة عند الرصيف الشرقي ثم أفرغت حمولتها ".repeat(20),
        );
        source.add("الحقل", &"حصد الفلاحون القمح قبل المطر بيومين ".repeat(20));
        let draw = |seed| {
            let mut random = Random(seed);
            let documents: Vec<String> =
                (0..20).map(|_| source.document(&mut random).text).collect();
            documents
        };
        // 8 and 6 words, 20 times each, in two documents: 140 words on average.
        assert!(
            draw(7)
                .iter()
                .all(|text| (140..200).contains(&text.split_whitespace().count()))
        );
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn the_generator_is_the_published_one() {
        // First outputs of the reference implementation for the seed 1234567.
        let mut random = Random(1_234_567);
        assert_eq!(
            [random.next(), random.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
        );
    }
}
