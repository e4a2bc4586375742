import { failureWords } from '../letters/failure-words.ts';
import type { Locale } from '../messages/locale.ts';
import type { ListColumn, ListWords, ReferenceName } from './columns.ts';
import { wallClock } from './wall-clock.ts';

/**
 * What stands in one cell, before any file format: a text; a whole number, an amount in cents, or for instants and days
 * milliseconds since 1970 on the clock of the place; null when there is nothing. `formOf` tells them apart.
 */
export type Cell = string | number | null;

/** How the cells of a column are to be written. */
export type CellForm = 'text' | 'integer' | 'money' | 'instant' | 'day';

/** Names of the records behind ids. */
export type NamesById = ReadonlyMap<string, string>;

/** What cells need to know besides their row. */
export interface CellContext {
  locale: Locale;
  words: ListWords;
  /** The clock of what has no venue. */
  houseTimeZone: string;
  references: Readonly<Partial<Record<ReferenceName, NamesById>>>;
}

/** How the cells of a column are to be written. */
export function formOf({ kind }: ListColumn): CellForm {
  switch (kind) {
    case 'integer':
    case 'money':
    case 'instant':
    case 'day':
      return kind;
    default:
      return 'text';
  }
}

/** Makes the cells of rows: readable names for ids, labels for words of ours, clocks of the venue. */
export function cellReader(columns: readonly ListColumn[], context: CellContext): (row: object) => Cell[] {
  const clocks = new Map<string, (instant: string) => number>();
  const clockOf = (timeZone: string) => {
    const known = clocks.get(timeZone) ?? wallClock(timeZone);
    clocks.set(timeZone, known);
    return known;
  };
  const read = (column: ListColumn, row: object): Cell => {
    const value: unknown = Reflect.get(row, column.name);
    if (value === null || value === undefined) return null;
    switch (column.kind) {
      case 'integer':
      case 'money':
        return typeof value === 'number' ? value : null;
      case 'instant':
        return clockOf(zoneOf(row) ?? context.houseTimeZone)(String(value));
      case 'day':
        return Date.parse(`${String(value)}T00:00:00Z`);
      case 'flag':
        return value === true ? context.words.yes : context.words.no;
      case 'choice':
        return context.words.choices[column.of][String(value)] ?? String(value);
      case 'reference':
        return context.references[column.of]?.get(String(value)) ?? null;
      case 'name':
        return nameIn(context.locale, row) ?? String(value);
      case 'lines':
        return Array.isArray(value) ? value.map(String).join(', ') : null;
      case 'days':
        return daysOf(context.words, value);
      case 'json':
        return JSON.stringify(value);
      case 'failure':
        return failureOf(context.locale, String(value), row);
      case 'text':
        return String(value);
    }
  };
  return (row) => columns.map((column) => read(column, row));
}

/** The clock of the row's own venue. */
function zoneOf(row: object): string | null {
  const zone: unknown = Reflect.get(row, 'timeZone');
  return typeof zone === 'string' ? zone : null;
}

/** An empty list says that there is none. */
function daysOf({ none }: ListWords, days: unknown): string | null {
  return Array.isArray(days) ? days.join(', ') || none : null;
}

/** Why a letter did not arrive; who has no address is told so. */
function failureOf(locale: Locale, failure: string, row: object): string {
  const to: unknown = Reflect.get(row, 'to');
  return failureWords(locale, failure, typeof to === 'string' ? to : null);
}

function nameIn(locale: Locale, row: object): string | null {
  const names: unknown = Reflect.get(row, 'names');
  if (typeof names !== 'object' || names === null) return null;
  const name: unknown = Reflect.get(names, locale);
  return typeof name === 'string' ? name : null;
}
