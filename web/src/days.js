// Day numbers (rata die: day 1 is 0001-01-01) to and from the few forms that the address and the span fields use.
// All other dates come from the engine as finished labels.

const DAY = 86_400_000;
const EPOCH = 719_163; // rata die of 1970-01-01

/** `2017-06-01` of a day number. */
export function isoDay(day) {
  return new Date((Math.round(day) - EPOCH) * DAY).toISOString().slice(0, 10);
}

/** Year, month and day of a day number. */
export function dateParts(day) {
  return isoDay(day).split('-').map(Number);
}

/**
 * The first and last day of a written year, month or day: `2017`, `2017-6`, `2017/06/01`, in any row of digits.
 * Null where the text is none of these.
 */
export function daysOf(text) {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(asciiDigits(text.trim()));
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (month === undefined) return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];
  if (month < 1 || month > 12) return null;
  if (day === undefined) return [dayNumber(year, month, 1), dayNumber(year, month + 1, 0)];
  const found = dayNumber(year, month, day);
  return isoDay(found).endsWith(`-${pad(month)}-${pad(day)}`) ? [found, found] : null;
}

/** The day number of a date; months and days beyond their ends count on. */
export function dayNumber(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH;
}

function asciiDigits(text) {
  return text.replace(/[٠-٩]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit)).replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit));
}

function pad(number) {
  return String(number).padStart(2, '0');
}
