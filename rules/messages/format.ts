import type { LetterLanguage } from '../letters/letter-language.ts';
import { type OptionLabels, optionLabels } from '../options/labels.ts';
import { optionVerbs, statesBefore } from '../options/life.ts';
import {
  type Catalogue,
  type FieldCode,
  fieldCodes,
  type MessageCode,
  type ProblemCode,
  problemCodes,
} from './codes.ts';
import { en } from './en.ts';
import { formatChoice, formatDate, formatInstant, formatMoney, formatNumber } from './figures.ts';
import { fr } from './fr.ts';
import { houseLocale, type Locale } from './locale.ts';
import { withPlurals } from './plural.ts';
import type { MessageValues, Reason } from './reason.ts';

/** All texts, by language. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { fr, en };

const nothing = '—';

/**
 * The text of a code in a language, complete with its values. For a problem it is the detail. Placeholders:
 * `{name}` (numbers in the language's own writing), `{name:instant}` and `{name:date}` (on the clock of the value
 * `timeZone`; without one in UTC, and the text says so), `{name:money}` (cents of the value `currency`), `{name:told}` (a
 * text of the house's own: French; the value `textEn` to readers of English),
 * `{name:state}` and `{name:verb}` (labels of the option's life), `{name:when}` (the states a verb is possible from; with
 * the value `moving` only those it leads out of). `{name?place|places}` are the words for one and for many of a number. A
 * missing value shows as a dash. A part in square brackets is said only when each of its values is there and is not 0.
 */
export function message(locale: Locale, code: MessageCode, values: MessageValues = {}): string {
  return fill(locale, textOf(catalogues[locale], code), values);
}

/** The title of a problem. */
export function problemTitle(locale: Locale, code: ProblemCode): string {
  return catalogues[locale].problems[code].title;
}

/** A reason as the contract shows it: code, text in the reader's language, values. */
export function tellReason(locale: Locale, reason: Reason): Reason & { message: string } {
  return { code: reason.code, message: message(locale, reason.code, reason.values), values: reason.values };
}

/** Fills the placeholders of any text; see `message`. Labels and yes or no are told in a language of the house. */
export function fill(language: LetterLanguage, text: string, values: MessageValues): string {
  return withPlurals(language, withoutEmptyParts(text, values), values).replaceAll(
    /\{(\w+)(?::(\w+))?\}/g,
    (_whole, name: string, kind: string | undefined) =>
      formatValue(language, values[name] ?? null, kind ?? 'plain', values),
  );
}

function withoutEmptyParts(text: string, values: MessageValues): string {
  return text.replaceAll(/\[([^\]]*)\]/g, (_whole, part: string) => {
    const names = [...part.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
    return names.every((name) => (values[name] ?? 0) !== 0) ? part : '';
  });
}

function textOf(catalogue: Catalogue, code: MessageCode): string {
  if (isProblem(code)) return catalogue.problems[code].detail;
  return isField(code) ? catalogue.fields[code] : catalogue.reasons[code];
}

function isProblem(code: MessageCode): code is ProblemCode {
  return problemCodes.some((known) => known === code);
}

function isField(code: MessageCode): code is FieldCode {
  return fieldCodes.some((known) => known === code);
}

function formatValue(
  language: LetterLanguage,
  value: MessageValues[string],
  kind: string,
  values: MessageValues,
): string {
  if (value === undefined || value === null) return nothing;
  const timeZone = typeof values.timeZone === 'string' ? values.timeZone : null;
  if (typeof value === 'number') {
    return kind === 'money' && typeof values.currency === 'string'
      ? formatMoney(language, value, values.currency)
      : formatNumber(language, value);
  }
  const locale = houseLocale(language);
  if (typeof value === 'boolean') return yesOrNo[locale][value ? 'yes' : 'no'];
  const labels: OptionLabels = optionLabels[locale];
  switch (kind) {
    case 'instant':
      return formatInstant(language, value, timeZone);
    case 'date':
      return formatDate(language, value, timeZone ?? 'UTC');
    case 'state':
      return labelOr(labels.states, value);
    case 'verb':
      return labelOr(labels.verbs, value);
    case 'told':
      return locale === 'en' && typeof values.textEn === 'string' ? values.textEn : value;
    case 'when':
      return whenPossible(locale, value, values.moving === true);
    default:
      return value;
  }
}

const yesOrNo: Readonly<Record<Locale, { yes: string; no: string }>> = {
  fr: { yes: 'oui', no: 'non' },
  en: { yes: 'yes', no: 'no' },
};

/** Tells the states a verb is possible from: "the option is requested or placed". */
function whenPossible(locale: Locale, name: string, moving: boolean): string {
  const verb = optionVerbs.find((known) => known === name);
  const states = verb === undefined ? [] : statesBefore(verb, moving);
  if (states.length === 0) return nothing;
  const { subjects, predicates, or } = optionLabels[locale].when;
  const told = (['option', 'refusal'] as const).map((subject) => {
    const words = states.map((state) => predicates[state]).filter(({ of }) => of === subject);
    if (words.length === 0) return null;
    return fill(locale, subjects[subject], {
      is: formatChoice(
        locale,
        words.map(({ is }) => is),
      ),
    });
  });
  return told.filter((clause) => clause !== null).join(or);
}

function labelOr(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key;
}
