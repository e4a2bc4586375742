import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import { formatDate, formatTime } from '../../rules/messages/figures.ts';

/** "dimanche 10 janvier 2016 20:00", on the clock of the venue. */
export function momentOf(locale: LetterLanguage, instant: string, timeZone: string): string {
  return `${formatDate(locale, instant, timeZone)} ${timeOf(locale, instant, timeZone)}`;
}

function timeOf(locale: LetterLanguage, instant: string, timeZone: string): string {
  return formatTime(locale, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
}
