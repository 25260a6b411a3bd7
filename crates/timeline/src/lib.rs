//! Timeline layout: scale, ticks, lanes and bins as numbers and finished labels.
//!
//! A page asks for a window and draws what it gets; it reckons with nothing but px. All x count from the **past** edge,
//! and a right-to-left page mirrors them.
//!
//! Laws: the room of no two marks overlaps in a lane; every item of the window has a mark or is counted in a bin; ticks
//! are in order and their labels never collide; an item that has a mark keeps its lane however the window is moved, and
//! keeps both when it is narrowed; no input makes a panic or a number that isn't one.
//!
//! ```
//! use tawarikh_calendar::{Style, When};
//! use tawarikh_timeline::{Item, Metrics, Span, Timeline, Viewport};
//!
//! let dates = ["2017-06/2017-10", "2017-10-17", "2019-03-23"];
//! let item = |edtf| Item::new(When::from_edtf(edtf).unwrap(), 1, "label");
//! let items = dates.map(item).to_vec();
//! let domain = Span::covering(&items).unwrap();
//! let timeline = Timeline::new(items, domain, Metrics::default());
//! let viewport = Viewport::fit(domain, 960.0, 0.05);
//! let layout = timeline.layout(&viewport, &Style::default());
//! assert_eq!(layout.marks.len(), 3);
//! assert_eq!(layout.ticks[0].label, "2017");
//! ```

mod bar;
mod bins;
mod density;
mod footprint;
mod item;
mod lanes;
mod layout;
mod metrics;
mod power;
mod span;
mod tick;
mod timeline;
mod viewport;

pub use bar::{End, Shape};
pub use bins::{Bin, COLUMN_PX};
pub use footprint::{GAP_PX, MARK_PX, TARGET_PX};
pub use item::Item;
pub use layout::{Layout, Mark, OVERHANG_PX};
pub use metrics::Metrics;
pub use span::{EARLIEST, LATEST, Span};
pub use tick::{LABEL_GAP_PX, Tick};
pub use timeline::{Step, Timeline};
pub use viewport::{SHORTEST_WINDOW, Scale, Viewport, WIDEST};
