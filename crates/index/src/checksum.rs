//! CRC-32 (ISO-HDLC, as in gzip and PNG), eight bytes at a time.
//!
//! After M. E. Kounavis, F. L. Berry, "A Systematic Approach to Building High Performance Software-Based CRC Generators",
//! 2005 (slicing by 8). The tables are made when needed, so that they add nothing to the engine's download.

/// The generator polynomial, lowest bit first.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// The tables of the checksum, 8 KiB.
#[derive(Debug)]
pub struct Crc32 {
    tables: [[u32; 256]; 8],
}

impl Crc32 {
    /// Makes the tables.
    #[must_use]
    #[allow(clippy::new_without_default)] // making the tables is work, which `default` does not suggest
    pub fn new() -> Crc32 {
        let mut tables = [[0u32; 256]; 8];
        for byte in 0..256 {
            let mut crc = byte as u32;
            for table in &mut tables {
                for _ in 0..8 {
                    crc = (crc >> 1) ^ (POLYNOMIAL & (crc & 1).wrapping_neg());
                }
                table[byte] = crc;
            }
        }
        Crc32 { tables }
    }

    /// The checksum of `bytes`.
    #[must_use]
    pub fn of(&self, bytes: &[u8]) -> u32 {
        let (eights, rest) = bytes.as_chunks::<8>();
        let crc = eights
            .iter()
            .fold(u32::MAX, |crc, eight| self.eight(crc, *eight));
        !rest.iter().fold(crc, |crc, &byte| {
            (crc >> 8) ^ self.tables[0][usize::from(crc as u8 ^ byte)]
        })
    }

    fn eight(&self, crc: u32, bytes: [u8; 8]) -> u32 {
        let mixed = (u64::from_le_bytes(bytes) ^ u64::from(crc)).to_le_bytes();
        mixed
            .iter()
            .zip(self.tables.iter().rev())
            .fold(0, |crc, (&byte, table)| crc ^ table[usize::from(byte)])
    }
}

#[cfg(test)]
mod tests {
    use super::Crc32;

    #[test]
    fn published_values() {
        let crc = Crc32::new();
        // The check value of the CRC catalogue (reveng) and a pangram's well-known sum.
        assert_eq!(crc.of(b"123456789"), 0xCBF4_3926);
        assert_eq!(
            crc.of(b"The quick brown fox jumps over the lazy dog"),
            0x414F_A339
        );
        assert_eq!(crc.of(b""), 0);
    }
}
