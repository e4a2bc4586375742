import { formatTime } from '../../rules/messages/figures.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** "dimanche 10 janvier 2016 20:00", on the clock of the venue. */
export function momentOf(locale: Locale, instant: string, timeZone: string): string {
  return `${dayOf(locale, instant, timeZone)} ${timeOf(locale, instant, timeZone)}`;
}

/** "jeudi 23 juillet 2015". */
export function dayOf(locale: Locale, instant: string, timeZone: string): string {
  return formatTime(locale, instant, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
}

function timeOf(locale: Locale, instant: string, timeZone: string): string {
  return formatTime(locale, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
}
