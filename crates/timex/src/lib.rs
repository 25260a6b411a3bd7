//! Time expressions in Arabic prose, each with its interval, precision and the rule that placed it.
