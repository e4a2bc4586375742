import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import { languageTags } from '../../rules/messages/figures.ts';

/** How a language says a date, its weekday before it, and a time after it. */
interface DateShape {
  date: (day: string, month: string, year: string) => string;
  weekday: (weekday: string, date: string) => string;
  time: (day: string, time: string) => string;
}

const plainWeekday: DateShape['weekday'] = (weekday, date) => `${weekday} ${date}`;

const dateShapes: Readonly<Record<LetterLanguage, DateShape>> = {
  fr: {
    // "1er janvier" but "2 janvier"; Intl knows only the figure.
    date: (day, month, year) => `${day === '1' ? '1er' : day} ${month} ${year}`,
    weekday: plainWeekday,
    time: (day, time) => `${day} à ${time}`,
  },
  en: {
    date: (day, month, year) => `${day} ${month} ${year}`,
    weekday: plainWeekday,
    time: (day, time) => `${day} at ${time}`,
  },
  de: {
    date: (day, month, year) => `${day}. ${month} ${year}`,
    weekday: (weekday, date) => `${weekday}, ${date}`,
    time: (day, time) => `${day} um ${time} Uhr`,
  },
  es: {
    date: (day, month, year) => `${day} de ${month} de ${year}`,
    weekday: plainWeekday,
    time: (day, time) => `${day} a las ${time}`,
  },
  it: {
    date: (day, month, year) => `${day === '1' ? '1º' : day} ${month} ${year}`,
    weekday: plainWeekday,
    time: (day, time) => `${day} alle ore ${time}`,
  },
};

/** The BCP 47 tag a letter of this language declares. */
export function languageTag(locale: LetterLanguage): string {
  return languageTags[locale];
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(locale: LetterLanguage, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = clocks.get(key);
  if (known !== undefined) {
    return known;
  }
  const clock = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(key, clock);
  return clock;
}

type ClockReading = { day: string; date: string; time: string };

function read(locale: LetterLanguage, instant: string, timeZone: string): ClockReading {
  const parts = new Map(
    clockOf(locale, timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const date = dateShapes[locale].date(part('day'), part('month'), part('year'));
  return {
    day: dateShapes[locale].weekday(part('weekday'), date),
    date,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * The day of an instant where it happens: "10 janvier 2016", "10 January 2016".
 * @throws RangeError when the instant or the time zone is not one.
 */
export function formatDay(locale: LetterLanguage, instant: string, timeZone: string): string {
  return read(locale, instant, timeZone).date;
}

/**
 * An instant as a theatre announces it: "dimanche 10 janvier 2016 à 20:00".
 * @throws RangeError when the instant or the time zone is not one.
 */
export function formatMoment(locale: LetterLanguage, instant: string, timeZone: string): string {
  const { day, time } = read(locale, instant, timeZone);
  return dateShapes[locale].time(day, time);
}

/**
 * A time limit, to stand after "avant le" or "before". At midnight the day alone says it: what must be
 * done before the 4th at 00:00 must be done before the 4th.
 * @throws RangeError when the instant or the time zone is not one.
 */
export function formatLimit(locale: LetterLanguage, instant: string, timeZone: string): string {
  const { day, time } = read(locale, instant, timeZone);
  return time === '00:00' ? day : formatMoment(locale, instant, timeZone);
}

/**
 * An amount in hundredths of a currency: "1 234,50 €", "€1,234.50"; spaces never break.
 * @throws RangeError when the currency is no three-letter code.
 */
export function formatMoney(locale: LetterLanguage, cents: number, currency: string): string {
  return new Intl.NumberFormat(languageTags[locale], {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);
}

/** A count in the language's figures. */
export function formatCount(locale: LetterLanguage, count: number): string {
  return new Intl.NumberFormat(languageTags[locale]).format(count);
}
