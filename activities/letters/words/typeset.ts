import type { LetterLanguage } from '../../../rules/letters/letter-language.ts';

const noBreak = '\u00A0';
const narrowNoBreak = '\u202F';

/** How each language sets what people wrote: its apostrophes, and spaces that never break; values stay as given. */
export const typesetters: Readonly<Record<LetterLanguage, (literal: string) => string>> = {
  fr: (literal) =>
    literal
      .replaceAll("'", '’')
      .replaceAll('n° ', `n°${noBreak}`)
      .replaceAll('« ', `«${noBreak}`)
      .replaceAll(' »', `${noBreak}»`)
      .replaceAll(' :', `${noBreak}:`)
      .replace(/ ([;!?])/g, `${narrowNoBreak}$1`),
  en: (literal) => literal.replaceAll("'", '’').replaceAll('no. ', `no.${noBreak}`),
  de: (literal) => literal.replaceAll('Nr. ', `Nr.${noBreak}`),
  es: (literal) => literal.replaceAll('n.º ', `n.º${noBreak}`),
  it: (literal) => literal.replaceAll("'", '’').replaceAll(' n. ', ` n.${noBreak}`),
};

function tag(typeset: (literal: string) => string) {
  return (literals: TemplateStringsArray, ...values: (string | number)[]): string =>
    literals.reduce((text, literal, i) => {
      const value = values[i];
      return text + typeset(literal) + (value === undefined ? '' : String(value));
    }, '');
}

/** French prose. */
export const fr = tag(typesetters.fr);

/** English prose. */
export const en = tag(typesetters.en);
