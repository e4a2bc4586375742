import type { Locale } from './locale.ts';
import type { MessageValues } from './reason.ts';

// made once: making one takes longer than all it ever decides in an answer
const rules = { fr: new Intl.PluralRules('fr-FR'), en: new Intl.PluralRules('en-GB') };

const device = /\{(\w+)\?([^{}|]*)\|([^{}|]*)\}/g;

/**
 * Chooses between the words for one and for many: `{free?place libre|places libres}` goes by the value `free`. French says
 * 0 and 1 in the singular (and 1,5), English only 1 (Unicode CLDR, cardinal rules). What is no number is many.
 */
export function withPlurals(locale: Locale, text: string, values: MessageValues): string {
  return text.replaceAll(device, (_whole, name: string, one: string, many: string) =>
    isSingular(locale, values[name]) ? one : many,
  );
}

function isSingular(locale: Locale, value: MessageValues[string] | undefined): boolean {
  return typeof value === 'number' && rules[locale].select(value) === 'one';
}
