//! Where a writer puts what it can't keep in memory.

use std::fmt;
use std::io::{self, Read};

/// A place for runs of bytes: temporary files, or memory.
pub trait Spill: fmt::Debug {
    /// Puts a run away. The first one has number 0, and so on.
    ///
    /// # Errors
    /// Any; the writer ends with it.
    fn write(&mut self, run: &[u8]) -> io::Result<()>;

    /// Opens a run. Each is read once, several at the same time.
    ///
    /// # Errors
    /// Any; the writer ends with it.
    fn read(&mut self, run: usize) -> io::Result<Box<dyn Read>>;
}

/// Keeps runs in memory, which needs about as much as the text and its index.
#[derive(Debug, Default)]
pub struct Memory {
    runs: Vec<Vec<u8>>,
}

impl Spill for Memory {
    fn write(&mut self, run: &[u8]) -> io::Result<()> {
        self.runs.push(run.to_vec());
        Ok(())
    }

    fn read(&mut self, run: usize) -> io::Result<Box<dyn Read>> {
        let run = self.runs.get_mut(run).map(std::mem::take);
        Ok(Box::new(io::Cursor::new(run.unwrap_or_default())))
    }
}

/// A spill that counts its runs.
#[derive(Debug)]
pub(crate) struct Runs {
    spill: Box<dyn Spill>,
    count: usize,
}

impl Runs {
    pub(crate) fn new(spill: Box<dyn Spill>) -> Runs {
        Runs { spill, count: 0 }
    }

    /// Puts a run away and gives its number.
    pub(crate) fn write(&mut self, run: &[u8]) -> io::Result<usize> {
        self.spill.write(run)?;
        self.count += 1;
        Ok(self.count - 1)
    }

    pub(crate) fn read(&mut self, run: usize) -> io::Result<Box<dyn Read>> {
        self.spill.read(run)
    }
}

/// Bytes of a stream that are kept until they are a run.
const RUN: usize = 4 << 20;

/// Bytes that are written bit by bit and then read from the start.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    runs: Vec<usize>,
    rest: Vec<u8>,
    length: usize,
}

impl Stream {
    /// How many bytes were written.
    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// Appends bytes.
    pub(crate) fn write(&mut self, bytes: &[u8], runs: &mut Runs) -> io::Result<()> {
        self.length += bytes.len();
        self.rest.extend_from_slice(bytes);
        if self.rest.len() >= RUN {
            self.runs.push(runs.write(&self.rest)?);
            self.rest.clear();
        }
        Ok(())
    }

    /// What was written.
    pub(crate) fn read(self, runs: &mut Runs) -> StreamReader<'_> {
        let mut numbers = self.runs;
        numbers.reverse();
        StreamReader {
            runs,
            left: numbers,
            current: None,
            rest: io::Cursor::new(self.rest),
        }
    }
}

/// Reads a stream from its start.
pub(crate) struct StreamReader<'r> {
    runs: &'r mut Runs,
    /// The runs to come, the next one last.
    left: Vec<usize>,
    current: Option<Box<dyn Read>>,
    rest: io::Cursor<Vec<u8>>,
}

impl Read for StreamReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(current) = &mut self.current {
                let count = current.read(into)?;
                if count > 0 || into.is_empty() {
                    return Ok(count);
                }
                self.current = None;
            }
            match self.left.pop() {
                Some(run) => self.current = Some(self.runs.read(run)?),
                None => return self.rest.read(into),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_comes_back() {
        let mut runs = Runs::new(Box::new(Memory::default()));
        let (mut one, mut two) = (Stream::default(), Stream::default());
        let bytes: Vec<u8> = (0..3_000_000u32).flat_map(u32::to_le_bytes).collect();
        for chunk in bytes.chunks(999_983) {
            one.write(chunk, &mut runs).unwrap();
            two.write(&chunk[..7], &mut runs).unwrap();
        }
        let mut read = Vec::new();
        assert_eq!(one.len(), bytes.len());
        one.read(&mut runs).read_to_end(&mut read).unwrap();
        assert!(read == bytes);
        read.clear();
        two.read(&mut runs).read_to_end(&mut read).unwrap();
        assert_eq!(read.len(), 7 * bytes.len().div_ceil(999_983));
    }
}
