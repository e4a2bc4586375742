import { fill } from '../messages/format.ts';
import type { Locale } from '../messages/locale.ts';
import type { ManagedMoment } from '../options/life.ts';
import { type DecisiveLeaf, decisiveLeaves } from './decisive-leaves.ts';
import { oppositeOf, saidFact, saidOperator, tellExpected, tellFactValue } from './fact-words.ts';
import type { FactValue } from './facts.ts';
import type { ManagedRule, ManagedScope } from './managed-rule.ts';
import type { RuleCondition, RuleLeaf } from './rule.ts';

type Facts = Readonly<Record<string, FactValue>>;

const moments: Readonly<Record<Locale, Readonly<Record<ManagedMoment, string>>>> = {
  fr: {
    request: 'à la demande',
    placement: 'à la pose',
    confirmation: 'à la validation',
    distribution: 'à la distribution',
  },
  en: {
    request: 'at request',
    placement: 'at placement',
    confirmation: 'at validation',
    distribution: 'at distribution',
  },
};

const scopes: Readonly<Record<Locale, Readonly<Record<Exclude<ManagedScope, 'all'>, string>>>> = {
  fr: {
    season: 'pour la saison',
    activity: 'pour l’activité',
    'seat-category': 'pour la catégorie de place',
    'collectivity-type': 'pour les contacts de type',
    'option-profile': 'sous le profil d’option',
  },
  en: {
    season: 'for the season',
    activity: 'for the activity',
    'seat-category': 'for the seat category',
    'collectivity-type': 'for contacts of type',
    'option-profile': 'under the option profile',
  },
};

const glue = {
  fr: {
    and: ' et ',
    or: ' ou ',
    not: 'il n’est pas vrai que ',
    if: 'si ',
    refuse: 'refusé ',
    warn: 'un avertissement est donné ',
    colon: ' : ',
    open: '« ',
    close: ' »',
  },
  en: {
    and: ' and ',
    or: ' or ',
    not: 'it is not true that ',
    if: 'if ',
    refuse: 'refused ',
    warn: 'a warning is given ',
    colon: ': ',
    open: '“',
    close: '”',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** What a rule means, as one sentence. `scopeName` is what people call the record it is bound to. */
export function ruleSentence(
  locale: Locale,
  rule: Pick<ManagedRule, 'scope' | 'moments' | 'outcome' | 'conditions'>,
  scopeName: string | null = null,
): string {
  const { and, if: when, colon, open, close } = glue[locale];
  const at = joined(
    rule.moments.map((moment) => moments[locale][moment]),
    and,
  );
  const bound =
    rule.scope === 'all'
      ? ''
      : `, ${scopes[locale][rule.scope]}${scopeName === null ? ' …' : ` ${open}${scopeName}${close}`}`;
  const outcome = glue[locale][rule.outcome];
  return capital(`${at}${bound}${colon}${outcome}${when}${conditionsSentence(locale, rule.conditions)}.`);
}

/** Conditions in words; a group inside another one stands in brackets where it would be ambiguous. */
function conditionsSentence(locale: Locale, condition: RuleCondition): string {
  const { and, or, not } = glue[locale];
  if ('fact' in condition) return leafWords(locale, condition);
  if ('not' in condition) {
    return 'fact' in condition.not
      ? leafWords(locale, { ...condition.not, operator: oppositeOf(condition.not.operator) })
      : `${not}${inBrackets(locale, condition.not)}`;
  }
  const children = 'all' in condition ? condition.all : condition.any;
  const told = children.map((each) =>
    'fact' in each || 'not' in each || children.length === 1
      ? conditionsSentence(locale, each)
      : inBrackets(locale, each),
  );
  return told.join('all' in condition ? and : or);
}

function inBrackets(locale: Locale, condition: RuleCondition): string {
  const told = conditionsSentence(locale, condition);
  return 'fact' in condition || leafCount(condition) === 1 ? told : `(${told})`;
}

function leafCount(condition: RuleCondition): number {
  if ('fact' in condition) return 1;
  if ('not' in condition) return leafCount(condition.not);
  const children = 'all' in condition ? condition.all : condition.any;
  return children.reduce((sum, each) => sum + leafCount(each), 0);
}

function leafWords(locale: Locale, { fact, operator, value }: RuleLeaf): string {
  return `${saidFact(locale, fact)} ${saidOperator(locale, operator)} ${tellExpected(locale, fact, value)}`;
}

/**
 * Why conditions hold, one line for each comparison that counted, with what was found: "le total du contact à la séance
 * est 68 (48 détenues, 20 demandées) et dépasse 60".
 */
export function whySentences(locale: Locale, condition: RuleCondition, facts: Facts): string[] {
  const told = decisiveLeaves(condition, facts).map((leaf) => whyLeaf(locale, leaf, facts));
  return [...new Set(told)];
}

function whyLeaf(locale: Locale, { leaf, actual, holds }: DecisiveLeaf, facts: Facts): string {
  const { fact, value } = leaf;
  const found = `${saidFact(locale, fact)} ${saidOperator(locale, 'equal')} ${tellFactValue(locale, fact, actual)}`;
  const operator = holds ? leaf.operator : oppositeOf(leaf.operator);
  if (typeof actual !== 'number' || operator === 'equal') return found;
  const detail = totalParts(locale, fact, facts);
  const compared = `${saidOperator(locale, operator)} ${tellExpected(locale, fact, value)}`;
  return `${found}${detail}${glue[locale].and}${compared}`;
}

/** What a total is made of. */
function totalParts(locale: Locale, fact: string, facts: Facts): string {
  const of =
    fact === 'contact.performanceTotal'
      ? 'contact.performance'
      : fact === 'contact.seasonTotal'
        ? 'contact.season'
        : null;
  if (of === null) return '';
  const held = numberOf(facts[`${of}Held`]);
  const requested = numberOf(facts[`${of}Requested`]);
  const asked = numberOf(facts['option.places']);
  return fill(locale, totalWords[locale], { held, requested, asked });
}

/** What a total is made of; what awaits an answer is told only where something does. */
const totalWords: Readonly<Record<Locale, string>> = {
  fr: ' ({held} {held?détenue|détenues}[, {requested} en attente de réponse], {asked} {asked?demandée|demandées})',
  en: ' ({held} held[, {requested} awaiting an answer], {asked} asked for)',
};

function numberOf(value: FactValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function joined(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')}${and}${last}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
