//! Times that can be compared: all engines answer each query in turn, round after round.

use std::error::Error;
use std::time::Instant;

use crate::Engine;
use crate::set::Query;

/// Per engine the median of each query's milliseconds over `rounds`, after one round that does not count.
pub fn medians(
    engines: &[Box<dyn Engine>],
    queries: &[Query],
    rounds: usize,
) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
    let mut times = vec![vec![Vec::with_capacity(rounds); queries.len()]; engines.len()];
    for round in 0..=rounds {
        for (place, query) in queries.iter().enumerate() {
            for (engine, times) in engines.iter().zip(&mut times) {
                let begun = Instant::now();
                engine.search(&query.text)?;
                let millis = begun.elapsed().as_secs_f64() * 1000.0;
                if round > 0 {
                    times[place].push(millis);
                }
            }
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    Ok(times
        .into_iter()
        .map(|queries| queries.into_iter().map(median).collect())
        .collect())
}
