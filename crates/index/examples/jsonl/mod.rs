//! Files of JSON lines, as the measuring programs read them.

use std::error::Error;
use std::fs;

use serde_json::Value;

/// The objects of a file, one a line.
///
/// # Errors
/// The system's reason, or what is wrong with a line.
pub fn lines(path: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    text.lines()
        .map(|line| Ok(serde_json::from_str(line)?))
        .collect()
}

/// A text of an object; empty where it has none of that name.
pub fn text<'v>(object: &'v Value, field: &str) -> &'v str {
    object[field].as_str().unwrap_or_default()
}
