/** What a person typed, read as one means it. */
export type SearchQuestion = {
  /** The words, the longest first: each must be found. */
  words: readonly string[];
  /** The number of a record, when that is all that was typed, such as « 21 », « n° 21 » or « option 21 ». */
  number: number | null;
  /** A calendar day that was typed among the words. */
  day: string | null;
};

/** Words that only say what kind of record a number is of. */
const kindWords =
  /^(n|no|nr|num|numero|numéro|option|demande|commande|order|lettre|letter|contact|request|version)$/i;

const separators = /[\s'’"«»°#()/,;:._\\%-]+/u;

const mostWords = 8;

/** From so many digits on a number is also looked for inside telephone numbers and postcodes. */
const shortestPart = 4;

/** Months as they are written in French and English, in full or cut short, from January on. */
const months = [
  'janv(?:ier)?|jan(?:uary)?',
  'f[ée]v(?:r(?:ier)?)?|feb(?:ruary)?',
  'mars?|march',
  'avr(?:il)?|apr(?:il)?',
  'mai|may',
  'juin|june?',
  'juil(?:let)?|july?',
  'ao[ûu]t|aug(?:ust)?',
  'sept?(?:embre|ember)?',
  'oct(?:obre|ober)?',
  'nov(?:embre|ember)?',
  'd[ée]c(?:embre|ember)?',
] as const;

const monthWord = `(?<word>${months.join('|')})[.]?`;
const yearAfter = '(?:,?\\s+(?<year>\\d{4}))?';

/** A day among words: « 15 déc », « 1er janvier 2027 », “Dec 15”, “December 15th, 2026”. */
const spokenDays = [
  `(?<![\\p{L}\\d])(?<date>\\d{1,2})(?:er|st|nd|rd|th)?\\s+${monthWord}(?!\\p{L})${yearAfter}(?!\\d)`,
  `(?<!\\p{L})${monthWord}\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\d])${yearAfter}(?!\\d)`,
].map((pattern) => new RegExp(pattern, 'iu'));

/**
 * Reads a search: numbers, days (12/03, 12/03/2027, 2027-03-12, 12 mars, Mar 12) and words. A day without a year is the next one after
 * `today` (`YYYY-MM-DD`), or within the last month.
 */
export function readSearch(typed: string, today: string): SearchQuestion {
  const { day, rest } = takeDay(typed.normalize('NFC'), today);
  const told = rest.split(separators).filter((word) => word !== '');
  const named = told.filter((word) => !kindWords.test(word));
  const [only] = named;
  const number = named.length === 1 && only !== undefined && /^\d{1,9}$/.test(only) ? Number(only) : null;
  const digits = rest.replaceAll(/[\s.+-]/g, '');
  const phone = /^\d{6,15}$/.test(digits) && told.length > 1 ? [digits] : null;
  const spoken = phone ?? (named.length === 0 ? told : named);
  const words = number !== null && String(number).length < shortestPart ? [] : spoken;
  return { words: longestFirst(words), number, day };
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted((one, other) => other.length - one.length).slice(0, mostWords);
}

function takeDay(typed: string, today: string): { day: string | null; rest: string } {
  const iso = /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2})(?!\d)/.exec(typed);
  const local = /(?<![\d./])(?<date>\d{1,2})[/.](?<month>\d{1,2})(?:[/.](?<year>\d{4}))?(?![\d./])/.exec(
    typed,
  );
  const spoken = spokenDays.map((pattern) => pattern.exec(typed)).find((each) => each !== null) ?? null;
  const found = iso ?? local ?? spoken;
  const { year, word, month = monthOf(word), date } = found?.groups ?? {};
  if (found === null || month === undefined || date === undefined) return { day: null, rest: typed };
  const day =
    year === undefined ? nextOne(month, date, today) : calendarDay(Number(year), Number(month), Number(date));
  if (day === null) return { day: null, rest: typed };
  return { day, rest: typed.replace(found[0], ' ') };
}

/** The number of a month by its name, as two digits. */
function monthOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const at = months.findIndex((month) => new RegExp(`^(?:${month})$`, 'iu').test(word));
  return at === -1 ? undefined : String(at + 1).padStart(2, '0');
}

function nextOne(month: string, date: string, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const lastMonth = new Date(Date.parse(`${today}T00:00:00Z`) - 31 * 86_400_000).toISOString().slice(0, 10);
  const days = [year - 1, year, year + 1, year + 2, year + 3, year + 4].map((each) =>
    calendarDay(each, Number(month), Number(date)),
  );
  return days.find((day) => day !== null && day >= lastMonth) ?? null;
}

/** A day as `YYYY-MM-DD`; null when there is no such day. */
function calendarDay(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists ? at.toISOString().slice(0, 10) : null;
}
