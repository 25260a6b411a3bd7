//! Reads texts again and again and prints megabytes of UTF-8 a second: `speed < texts` (build with --release). Texts are parted
//! by lines of `%%`.

use std::io::Read;
use std::time::Instant;

use tawarikh_evidence::{Gazetteer, base_names, read};
use tawarikh_timex::Context;

const ROUNDS: u32 = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let texts: Vec<&str> = input.split("\n%%\n").collect();
    let gazetteer = Gazetteer::new(base_names())?;
    let context = Context::default();
    // The tables are read with the first text.
    let _ = read("في 5 مايو 2016 قتل 12 شخصا", &context, &gazetteer);
    let start = Instant::now();
    let mut events = 0;
    for _ in 0..ROUNDS {
        for text in &texts {
            events += read(text, &context, &gazetteer).events.len();
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = input.len() as f64 * f64::from(ROUNDS) / 1e6;
    println!(
        "{:.2} MB/s, {} events in {:.1} MB",
        megabytes / seconds,
        events / ROUNDS as usize,
        input.len() as f64 / 1e6
    );
    Ok(())
}
