import polyglotI18nProvider from 'ra-i18n-polyglot';
import raFrench from 'ra-language-french';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { isLocale, type Locale, locales } from '../../rules/messages/locale.ts';
import { withPlurals } from '../../rules/messages/plural.ts';
import { french } from './fr/index.ts';
import { currentLocale, setCurrentLocale } from './locale.ts';
import { unbroken } from './unbroken.ts';

const nativeNames: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English' };

async function english(): Promise<TranslationMessages> {
  const [words, { later }, base] = await Promise.all([
    import('./en/index.ts'),
    import('./en/later.ts'),
    import('ra-language-english'),
  ]);
  return { ...base.default, ...words.english, ...later };
}

async function wholeFrench(): Promise<TranslationMessages> {
  const { later } = await import('./fr/later.ts');
  return { ...raFrench, ...french, ...later };
}

let started = false;

function load(locale: Locale): TranslationMessages | Promise<TranslationMessages> {
  setCurrentLocale(locale);
  const first = !started;
  started = true;
  if (locale !== 'fr') return english();
  return first ? { ...raFrench, ...french } : wholeFrench();
}

/** The French of the first pages is there at once; the rest, and English, are fetched when first needed. */
const provider = polyglotI18nProvider(
  (locale) => load(isLocale(locale) ? locale : 'fr'),
  'fr',
  locales.map((locale) => ({ locale, name: nativeNames[locale] })),
);

/**
 * The library's own words keep to our typography: French ones come with straight apostrophes. Where a sentence has more
 * numbers than one, its words for one and for many are chosen as the server's texts do it: `{changed?change|changent}`.
 */
export const i18nProvider: I18nProvider = {
  ...provider,
  translate: (key, options) => {
    const words = provider.translate(key, options);
    if (typeof words !== 'string') return words;
    if (key.startsWith('ra.')) return unbroken(words.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’'));
    return withPlurals(currentLocale(), words, options ?? {});
  },
};

let whole: Promise<void> | null = null;

/** Waits for the words that come with later screens; asked for by those screens before they are shown. */
export function allWords(): Promise<void> {
  whole ??= Promise.resolve(i18nProvider.changeLocale(currentLocale()));
  whole.catch(() => {
    whole = null;
  });
  return whole;
}
