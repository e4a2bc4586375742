import polyglotI18nProvider from 'ra-i18n-polyglot';
import raFrench from 'ra-language-french';
import type { TranslationMessages } from 'react-admin';
import { isLocale, type Locale, locales } from '../../rules/messages/locale.ts';
import { french } from './fr/index.ts';
import { setCurrentLocale } from './locale.ts';

const nativeNames: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English' };

async function english(): Promise<TranslationMessages> {
  const [words, base] = await Promise.all([import('./en/index.ts'), import('ra-language-english')]);
  return { ...base.default, ...words.english };
}

function load(locale: Locale): TranslationMessages | Promise<TranslationMessages> {
  setCurrentLocale(locale);
  return locale === 'fr' ? { ...raFrench, ...french } : english();
}

/** French is there at once; English is fetched when first chosen. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => load(isLocale(locale) ? locale : 'fr'),
  'fr',
  locales.map((locale) => ({ locale, name: nativeNames[locale] })),
);
