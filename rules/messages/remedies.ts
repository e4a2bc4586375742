import { formatChoice, formatTime } from './figures.ts';
import { fill } from './format.ts';
import type { Locale } from './locale.ts';

/** What would pass where the rules said no, as it is found. */
type FoundRemedies = {
  readonly quantity: number | null;
  readonly dates: readonly { readonly startsAt: string; readonly timeZone: string }[];
  readonly allowedBy: readonly {
    readonly name: string;
    readonly names: Readonly<Record<string, string | null>>;
  }[];
};

/** What would pass ("12 places, ou le 14 mars 2027 à 20:00") and who could allow it, in the reader's words. */
export function tellRemedies(
  locale: Locale,
  { quantity, dates, allowedBy }: FoundRemedies,
): { passing: string | null; allowedBy: string | null; quantity: number | null } {
  const places = quantity === null ? [] : [countedPlaces(locale, quantity)];
  const on = dates.map(({ startsAt, timeZone }) => {
    const at = formatTime(locale, startsAt, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
    return locale === 'fr' ? `le ${at}` : `on ${at}`;
  });
  const ways = [...places, ...on];
  const roles = allowedBy.map(({ name, names }) => names[locale] || name);
  return {
    passing: ways.length === 0 ? null : formatChoice(locale, ways),
    allowedBy: allowedBy.length === 0 ? null : formatChoice(locale, roles),
    quantity,
  };
}

function countedPlaces(locale: Locale, quantity: number): string {
  return fill(locale, '{quantity} {quantity?place|places}', { quantity });
}
