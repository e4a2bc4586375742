import { plainText } from './plain-text.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country (ISO 3166-1) by its code and by its names in the languages of the data. */
const countries = new Map<string, string>(
  ['fr', 'en', 'de', 'es', 'it'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const codes = letters.flatMap((one) => letters.map((other) => `${one}${other}`));
    return codes.flatMap((code): [string, string][] => {
      const name = names.of(code);
      return name === undefined
        ? []
        : [
            [plainText(name), code],
            [code.toLowerCase(), code],
          ];
    });
  }),
);

const otherNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  'grande bretagne': 'GB',
  angleterre: 'GB',
  'france metropolitaine': 'FR',
  usa: 'US',
  'etats unis d amerique': 'US',
  hollande: 'NL',
  f: 'FR',
  b: 'BE',
  d: 'DE',
};

/** The code of a country (ISO 3166-1) by its code or one of its names; null when nobody calls it so. */
export function countryOf(text: string): string | null {
  const plain = plainText(text);
  return otherNames[plain] ?? countries.get(plain) ?? null;
}
