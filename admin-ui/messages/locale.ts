import type { Locale } from '../../rules/messages/locale.ts';

let current: Locale = 'fr';

/** The language the console is shown in now; requests ask for it. */
export function currentLocale(): Locale {
  return current;
}

/** Remembers the language and tells the document, so that screen readers pronounce it. */
export function setCurrentLocale(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
}
