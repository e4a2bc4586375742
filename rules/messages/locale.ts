/** The languages every text a person reads exists in. */
export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** True when `value` is a language we speak. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
