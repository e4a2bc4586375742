import type { Locale } from '../../rules/messages/locale.ts';

const languageTags = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Locale, string>;
const dateAndTimeJoint = { fr: 'à', en: 'at' } as const satisfies Record<Locale, string>;

/** The BCP 47 tag a letter of this language declares. */
export function languageTag(locale: Locale): string {
  return languageTags[locale];
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(locale: Locale, timeZone: string): Intl.DateTimeFormat {
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

type ClockReading = { weekday: string; date: string; time: string };

function read(locale: Locale, instant: string, timeZone: string): ClockReading {
  const parts = new Map(
    clockOf(locale, timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  // French says "1er janvier" but "2 janvier"; Intl knows only the figure.
  const day = locale === 'fr' && part('day') === '1' ? '1er' : part('day');
  return {
    weekday: part('weekday'),
    date: `${day} ${part('month')} ${part('year')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * The day of an instant where it happens: "10 janvier 2016", "10 January 2016".
 * @throws RangeError when the instant or the time zone is not one.
 */
export function formatDay(locale: Locale, instant: string, timeZone: string): string {
  return read(locale, instant, timeZone).date;
}

/**
 * An instant as a theatre announces it: "dimanche 10 janvier 2016 à 20:00".
 * @throws RangeError when the instant or the time zone is not one.
 */
export function formatMoment(locale: Locale, instant: string, timeZone: string): string {
  const { weekday, date, time } = read(locale, instant, timeZone);
  return `${weekday} ${date} ${dateAndTimeJoint[locale]} ${time}`;
}

/**
 * A time limit, to stand after "avant le" or "before". At midnight the day alone says it: what must be
 * done before the 4th at 00:00 must be done before the 4th.
 * @throws RangeError when the instant or the time zone is not one.
 */
export function formatLimit(locale: Locale, instant: string, timeZone: string): string {
  const { weekday, date, time } = read(locale, instant, timeZone);
  return time === '00:00' ? `${weekday} ${date}` : formatMoment(locale, instant, timeZone);
}

/**
 * An amount in hundredths of a currency: "1 234,50 €", "€1,234.50"; spaces never break.
 * @throws RangeError when the currency is no three-letter code.
 */
export function formatMoney(locale: Locale, cents: number, currency: string): string {
  return new Intl.NumberFormat(languageTags[locale], {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);
}

/** A count in the language's figures. */
export function formatCount(locale: Locale, count: number): string {
  return new Intl.NumberFormat(languageTags[locale]).format(count);
}
