import type { LetterLanguage } from '../letters/letter-language.ts';
import type { MessageValues } from './reason.ts';

// made once: making one takes longer than all it ever decides in an answer
const rules = new Map<LetterLanguage, Intl.PluralRules>();

const device = /\{(\w+)\?([^{}|]*)\|([^{}|]*)\}/g;

/**
 * Chooses between the words for one and for many: `{free?place libre|places libres}` goes by the value `free`. French says
 * 0 and 1 in the singular (and 1,5), the others only 1 (Unicode CLDR, cardinal rules). What is no number is many.
 */
export function withPlurals(language: LetterLanguage, text: string, values: MessageValues): string {
  return text.replaceAll(device, (_whole, name: string, one: string, many: string) =>
    isSingular(language, values[name]) ? one : many,
  );
}

function isSingular(language: LetterLanguage, value: MessageValues[string] | undefined): boolean {
  return typeof value === 'number' && rulesOf(language).select(value) === 'one';
}

function rulesOf(language: LetterLanguage): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
