//! What part of time a reader sees, and how wide it is drawn.

use crate::span::Span;

/// The shortest window that zooming reaches, in days.
pub const SHORTEST_WINDOW: f64 = 4.0;
/// The widest drawing that is laid out, in px: no screen is wider, and it bounds the work.
pub const WIDEST: f64 = 32_768.0;

/// A window on time: the days from `first` to `last` drawn on `width` px.
///
/// x counts px from the **past** edge; a right-to-left page mirrors it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The day position (rata die, with a fraction) at x = 0.
    pub first: f64,
    /// The day position at x = `width`.
    pub last: f64,
    /// The drawing's width in px.
    pub width: f64,
}

impl Viewport {
    /// The window that shows all of `span` on `width` px.
    pub fn of(span: Span, width: f64) -> Self {
        Self {
            first: span.first,
            last: span.last,
            width,
        }
    }

    /// The window that shows `span` with a margin of `margin` (a share of its length, such as 0.05) at both
    /// ends, and at least [`SHORTEST_WINDOW`] days.
    pub fn fit(span: Span, width: f64, margin: f64) -> Self {
        let margin = if margin.is_finite() {
            margin.max(0.0)
        } else {
            0.0
        };
        let days = (span.days() * (1.0 + 2.0 * margin)).max(SHORTEST_WINDOW);
        let middle = span.first + span.days() / 2.0;
        Self {
            first: middle - days / 2.0,
            last: middle + days / 2.0,
            width,
        }
    }

    /// The days it shows, or `None` where it shows nothing: not finite, inverted, empty, or outside of what is drawn.
    pub fn span(self) -> Option<Span> {
        Span::new(self.first, self.last)
    }

    /// Zooms in by `factor` (out below 1) so that the day under `x` stays under `x`. The window's length stays
    /// within [`SHORTEST_WINDOW`] and the drawable days; a senseless factor or window is left as it is.
    #[must_use]
    pub fn zoom_around(self, factor: f64, x: f64) -> Self {
        let (Some(scale), true) = (
            self.scale(),
            factor.is_finite() && factor > 0.0 && x.is_finite(),
        ) else {
            return self;
        };
        let old = self.last - self.first;
        let longest = (crate::span::LATEST - crate::span::EARLIEST).max(old);
        let new = (old / factor).clamp(SHORTEST_WINDOW.min(old), longest);
        let first = scale.day(x) - x / self.width * new;
        Self {
            first,
            last: first + new,
            ..self
        }
    }

    /// Moves the window by `px` toward the future (toward the past below zero).
    #[must_use]
    pub fn pan(self, px: f64) -> Self {
        let Some(scale) = self.scale().filter(|_| px.is_finite()) else {
            return self;
        };
        let days = px / scale.px_per_day;
        Self {
            first: self.first + days,
            last: self.last + days,
            ..self
        }
    }

    /// The nearest window that stays within `domain`: no longer than it, moved inside, and no shorter than
    /// [`SHORTEST_WINDOW`] (or the domain, where that is shorter). A senseless window becomes the whole domain.
    #[must_use]
    pub fn clamp(self, domain: Span) -> Self {
        let Some(shown) = self.span() else {
            return Self::of(domain, self.width);
        };
        let days = shown.days().max(SHORTEST_WINDOW).min(domain.days());
        let middle = shown.first + shown.days() / 2.0;
        let first =
            (middle - days / 2.0).clamp(domain.first, (domain.last - days).max(domain.first));
        Self {
            first,
            last: (first + days).min(domain.last),
            ..self
        }
    }

    /// Days to px and back, or `None` for a window or a width that can't be drawn.
    pub fn scale(self) -> Option<Scale> {
        let drawable = self.width.is_finite() && self.width > 0.0 && self.width <= WIDEST;
        let days = self.last - self.first;
        let sound = self.first.is_finite() && days.is_finite() && days > 0.0;
        let px_per_day = self.width / days;
        (drawable && sound && px_per_day.is_normal()).then_some(Scale {
            first: self.first,
            px_per_day,
        })
    }
}

/// The linear map from days to px of one viewport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The day position at x = 0.
    pub first: f64,
    /// How many px one day takes; above zero.
    pub px_per_day: f64,
}

impl Scale {
    /// Where the day position `day` stands, in px from the past edge.
    pub fn x(self, day: f64) -> f64 {
        (day - self.first) * self.px_per_day
    }

    /// The day position at `x` px from the past edge.
    pub fn day(self, x: f64) -> f64 {
        self.first + x / self.px_per_day
    }
}
