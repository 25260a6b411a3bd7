//! Days, intervals with precision, the Gregorian and Hijri calendars, EDTF text and date labels.
