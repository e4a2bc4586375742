import { type OptionLabels, optionLabels } from '../options/labels.ts';
import {
  type Catalogue,
  type FieldCode,
  fieldCodes,
  type MessageCode,
  type ProblemCode,
  problemCodes,
} from './codes.ts';
import { en } from './en.ts';
import { formatDate, formatInstant, formatMoney, formatNumber } from './figures.ts';
import { fr } from './fr.ts';
import type { Locale } from './locale.ts';
import type { MessageValues, Reason } from './reason.ts';

/** All texts, by language. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { fr, en };

const nothing = '—';

/**
 * The text of a code in a language, complete with its values. For a problem it is the detail. Placeholders:
 * `{name}` (numbers in the language's own writing), `{name:instant}` and `{name:date}` (on the clock of the value
 * `timeZone`; without one in UTC, and the text says so), `{name:money}` (cents of the value `currency`),
 * `{name:state}` and `{name:verb}` (labels of the option's life). A missing value shows as a dash.
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

/** Fills the placeholders of any text; see `message`. */
export function fill(locale: Locale, text: string, values: MessageValues): string {
  return text.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_whole, name: string, kind: string | undefined) =>
    formatValue(locale, values[name] ?? null, kind ?? 'plain', values),
  );
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
  locale: Locale,
  value: MessageValues[string],
  kind: string,
  values: MessageValues,
): string {
  if (value === undefined || value === null) return nothing;
  const timeZone = typeof values.timeZone === 'string' ? values.timeZone : null;
  if (typeof value === 'number') {
    return kind === 'money' && typeof values.currency === 'string'
      ? formatMoney(locale, value, values.currency)
      : formatNumber(locale, value);
  }
  if (typeof value === 'boolean') return yesOrNo[locale][value ? 'yes' : 'no'];
  const labels: OptionLabels = optionLabels[locale];
  switch (kind) {
    case 'instant':
      return formatInstant(locale, value, timeZone);
    case 'date':
      return formatDate(locale, value, timeZone ?? 'UTC');
    case 'state':
      return labelOr(labels.states, value);
    case 'verb':
      return labelOr(labels.verbs, value);
    default:
      return value;
  }
}

const yesOrNo: Readonly<Record<Locale, { yes: string; no: string }>> = {
  fr: { yes: 'oui', no: 'non' },
  en: { yes: 'yes', no: 'no' },
};

function labelOr(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key;
}
