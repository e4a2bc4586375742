import type { Locale } from '../messages/locale.ts';
import type { Reason } from '../messages/reason.ts';
import type { FactSheet } from './facts.ts';
import type { AuthorisationRule } from './rule.ts';
import { whySentences } from './rule-sentence.ts';
import { fillRuleText } from './rule-text.ts';

/**
 * What a rule that fired gives as its reason. A managers' own rule tells its text, and in both languages the numbers that
 * made it fire.
 */
export function ruleReason(rule: AuthorisationRule, sheet: FactSheet): Reason {
  const { own } = rule;
  if (own !== undefined) {
    const text = ownText('fr', own.fr, rule, sheet);
    const textEn = ownText('en', own.en, rule, sheet);
    return { code: rule.reason.code, values: { rule: rule.name, name: own.name, text, textEn } };
  }
  const values = Object.entries(rule.reason.values).map(([name, fact]) => [name, sheet.facts[fact] ?? null]);
  return { code: rule.reason.code, values: Object.fromEntries(values) };
}

function ownText(locale: Locale, text: string | null, rule: AuthorisationRule, sheet: FactSheet): string {
  const why = whySentences(locale, rule.conditions, sheet.facts).join(locale === 'fr' ? ' ; ' : '; ');
  if (text !== null) {
    const told = fillRuleText(locale, text, sheet.facts).trim();
    const end = /[.!?…]$/.test(told) ? '' : '.';
    return `${told}${end} ${capital(why)}.`;
  }
  const name = rule.own?.name ?? rule.name;
  return locale === 'fr' ? `« ${name} » : ${why}.` : `“${name}”: ${why}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
