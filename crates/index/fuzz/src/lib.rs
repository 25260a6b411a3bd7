//! What the fuzz targets share: small valid indexes, and changes to them that the checksums do not give away.

mod frame;
mod sample;
mod tour;

pub use frame::{damage, damage_fragment, mend};
pub use sample::{Fragmented, Sample};
pub use tour::tour;
