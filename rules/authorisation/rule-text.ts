import type { Locale } from '../messages/locale.ts';
import { tellFactValue } from './fact-words.ts';
import { type FactValue, isFactName } from './facts.ts';

const braces = /\{([^{}]*)\}/g;

/** What a text of a rule names in braces. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(braces)].map(([, name = '']) => name.trim());
}

/** A text of a rule with the facts it names, as they were found. */
export function fillRuleText(
  locale: Locale,
  text: string,
  facts: Readonly<Record<string, FactValue>>,
): string {
  return text.replaceAll(braces, (_whole, named: string) => {
    const name = named.trim();
    return isFactName(name) ? tellFactValue(locale, name, facts[name] ?? null) : '—';
  });
}
