//! Tags a text again and again and prints megabytes of UTF-8 a second: `speed < text` (build with --release).

use std::io::Read;
use std::time::Instant;

use tawarikh_timex::{Context, tag};

const ROUNDS: u32 = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let start = Instant::now();
    let mentions: usize = (0..ROUNDS)
        .map(|_| tag(&text, &Context::default()).len())
        .sum();
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = text.len() as f64 * f64::from(ROUNDS) / 1e6;
    println!(
        "{:.1} MB/s, {} mentions in {:.1} MB",
        megabytes / seconds,
        mentions / ROUNDS as usize,
        text.len() as f64 / 1e6
    );
    Ok(())
}
