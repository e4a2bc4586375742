import { formatDate, formatTime } from '../../rules/messages/figures.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** "dimanche 10 janvier 2016 20:00", on the clock of the venue. */
export function momentOf(locale: Locale, instant: string, timeZone: string): string {
  return `${formatDate(locale, instant, timeZone)} ${timeOf(locale, instant, timeZone)}`;
}

function timeOf(locale: Locale, instant: string, timeZone: string): string {
  return formatTime(locale, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
}
