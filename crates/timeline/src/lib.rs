//! Timeline layout: scale, ticks, lanes and bins as numbers and finished labels.
