// Hijri dates beside the others, the same in every engine: browsers' own calendars differ in tables and in names.

import { daysOf } from './days.js';

/** The day (rata die) on which 1300 AH begins. */
const BEGIN = 687337;
const FIRST_YEAR = 1300;

// Lengths of the months from 1300 to 1500 AH (1882 to 2077), three hexadecimal digits a year: a set bit is a month of 30 days, the first
// month first. The Umm al-Qura calendar as the Unicode project keeps it (ICU, Unicode licence).
const LENGTHS =
  'aaad54ec96d46ea36caad5556a9792ba95d4ada55cd2d69574ab54b6a5ad4aea4f51768b6a5ad52d695b49da4dd26d955ac9b62baa5b52ba956caae9' +
  '2f49762b6956acaba4bd25d92dc96d54daa5b52ba55b49b655729754b6a3752b6556aaab52bc95d4ada55caad69574ab94baa5b52b6a5752768b745b' +
  '5555a95b49da4dd26e936aaad54db25d52da95b4aba55b49b64b715b4ab5a55d25e92ec96d4ae996b4aba93d49da4db2ab94baa5b52ba95b2ab5555c' +
  '4bd23d91da95b4ab5a56d2b693b49b6556a9754b6a56caad555b29b92ba95d4ada55aaab595749764baa5b52b6a56e4db25b52b6a5ad2ae92f49764b' +
  '6a56acad655d49da4dd16d955aa5b52da95b4ad5956ca6e4aea4f52b6956aaab54bd25d92ea96d4ada95b4aba55b29b54d6a97547693749b5556aa6b' +
  '52b';

const MONTHS = {
  ar: ['محرم', 'صفر', 'ربيع الأول', 'ربيع الآخر', 'جمادى الأولى', 'جمادى الآخرة', 'رجب', 'شعبان', 'رمضان', 'شوال', 'ذو القعدة', 'ذو الحجة'],
  en: ['Muharram', 'Safar', 'Rabi I', 'Rabi II', 'Jumada I', 'Jumada II', 'Rajab', 'Shaban', 'Ramadan', 'Shawwal', 'Dhu al-Qada', 'Dhu al-Hijja'],
};

/** `[year, month, day]` of a day number; null outside of the table. */
export function hijri(day) {
  let rest = day - BEGIN;
  if (rest < 0) return null;
  for (let place = 0; place < LENGTHS.length; place += 3) {
    const lengths = parseInt(LENGTHS.slice(place, place + 3), 16);
    for (let month = 1; month <= 12; month += 1) {
      const length = 29 + ((lengths >> (12 - month)) & 1);
      if (rest < length) return [FIRST_YEAR + place / 3, month, rest + 1];
      rest -= length;
    }
  }
  return null;
}

/**
 * The Hijri label of the days from `first` to `last`, as fine as `precision`: a day, the months or the years that they lie in. Null
 * for what is longer than a year, open, or outside of the table.
 */
export function hijriOf([first, last], precision, { state, plain }) {
  const ends = [hijri(first), hijri(last)];
  if (ends.includes(null) || last - first > 400) return null;
  const form = FORMS[precision] ?? (last === first ? FORMS.day : FORMS.month);
  const months = MONTHS[state.language];
  const labels = [...new Set(ends.map((end) => form(end, months, plain)))];
  return `${labels.join(' – ')} ${state.language === 'ar' ? 'هـ' : 'AH'}`;
}

const FORMS = {
  day: ([year, month, day], months, plain) => `${plain(day)} ${months[month - 1]} ${plain(year)}`,
  month: ([year, month], months, plain) => `${months[month - 1]} ${plain(year)}`,
  year: ([year], _months, plain) => plain(year),
};

const PRECISIONS = ['year', 'month', 'day'];

/** A date's label, with the Hijri one beside it where the reader wants it; `edtf` is a year, a month or a day, or is left alone. */
export function withHijri({ label, edtf }, model) {
  const days = model.state.hijri === 'on' ? daysOf(edtf ?? '') : null;
  const other = days && hijriOf(days, PRECISIONS[edtf.split('-').length - 1], model);
  return other ? `${label} (${other})` : label;
}
