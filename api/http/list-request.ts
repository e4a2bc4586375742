import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import type { FieldKind, ListField, ListFields } from '../../database/read-models/list-fields.ts';
import {
  countedRows,
  type Keyset,
  type ListFilter,
  type ListQuestion,
  type ListRequest,
  type ListSort,
} from '../../database/read-models/list-question.ts';
import { momentOf } from '../../rules/lists/moment.ts';
import type { FieldCode } from '../../rules/messages/codes.ts';

/** Rows of one page, and how far pages reach without a cursor. */
const longestPage = 1_000;
const usualPage = 25;
const longestText = 200;

/** The query string of a list, as ra-data-simple-rest writes it. */
export interface ListQuery {
  filter?: string | undefined;
  range?: string | undefined;
  sort?: string | undefined;
  after?: string | undefined;
}

/** What a list is asked: the records of some ids, all of them, or a page. */
export type ListWish = { ids: readonly string[] } | { page: ListRequest };

interface Described {
  fields: ListFields;
  sort: readonly [field: string, direction: 'ASC' | 'DESC'];
}

/**
 * Reads a list's query against the fields it declares.
 * @throws Problem `list.filter` | `list.sort` | `list.range`, with the path of what is wrong.
 */
export function readListQuery(list: Described, query: ListQuery): ListWish {
  const filter = filterOf(query.filter);
  if (query.range === undefined && query.after === undefined && onlyIds(filter)) {
    return { ids: idsOf(list.fields, filter.id) };
  }
  const question = readListConditions(list, query);
  const { offset, limit } = rangeOf(query.range, query.after !== undefined);
  const after = query.after === undefined ? null : readCursor(query.after, question.sort);
  return { page: { ...question, offset, limit, after } };
}

/**
 * Reads which rows a query is about and their order, against the fields the list declares.
 * @throws Problem `list.filter` | `list.sort`, with the path of what is wrong.
 */
export function readListConditions(list: Described, query: Pick<ListQuery, 'filter' | 'sort'>): ListQuestion {
  const filter = filterOf(query.filter);
  const search = searchOf(list.fields, filter.q);
  const filters = Object.entries(filter)
    .filter(([name]) => name !== 'q')
    .map(([name, value]) => conditionOf(list.fields, name, value));
  return { filters, search, sort: sortOf(list, query.sort) };
}

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** How a filter's value of each kind must look; what it becomes is compared by PostgreSQL in the same type. */
const readers: Readonly<Record<FieldKind, z.ZodType<string | number | boolean>>> = {
  uuid: z.uuid(),
  text: z.string().max(longestText),
  integer: z.int32(),
  boolean: z.boolean(),
  instant: z
    .string()
    .regex(instantPattern)
    .refine((value) => !Number.isNaN(Date.parse(value))),
  day: z.iso.date(),
};

function filterOf(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  const parsed = z.record(z.string().max(100), z.unknown()).safeParse(parseJson(text));
  if (!parsed.success) throw refusedFilter('', 'field.format');
  return parsed.data;
}

function onlyIds(filter: Record<string, unknown>): filter is { id: unknown } {
  return Array.isArray(filter.id) && Object.keys(filter).length === 1;
}

function idsOf(fields: ListFields, value: unknown): string[] {
  const { values } = conditionOf(fields, 'id', value);
  return [...new Set(values.filter((id) => typeof id === 'string'))];
}

function conditionOf(fields: ListFields, name: string, value: unknown): ListFilter {
  const bound = /^(\w+)_(gte|lte)$/.exec(name);
  const boundField = fieldNamed(fields, bound?.[1] ?? '');
  if (bound !== null && boundField !== null && (boundField.kind === 'instant' || boundField.kind === 'day')) {
    const operator = bound[2] === 'gte' ? 'from' : 'to';
    const moment = boundField.kind === 'instant' ? momentOf(value, Date.now()) : null;
    return { field: boundField, operator, values: [moment ?? readValue(boundField, name, value)] };
  }
  const field = fieldNamed(fields, name);
  if (field === null) throw refusedFilter(name, 'field.unknown');
  const wanted: unknown[] = Array.isArray(value) ? value : [value];
  if (wanted.length > longestPage) throw refusedFilter(name, 'field.tooLong');
  const values = wanted.map((one) => (one === null && field.nullable ? null : readValue(field, name, one)));
  return { field, operator: 'any', values };
}

function fieldNamed(fields: ListFields, name: string): ListField | null {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}

function readValue(field: ListField, name: string, value: unknown): string | number | boolean {
  const parsed = readers[field.kind].safeParse(value);
  if (!parsed.success) throw refusedFilter(name, 'field.format');
  if (field.choices !== null && !field.choices.some((choice) => choice === parsed.data)) {
    throw refusedFilter(name, 'field.choice');
  }
  return parsed.data;
}

function searchOf(fields: ListFields, value: unknown): string | null {
  if (value === undefined) return null;
  const searchable = Object.values(fields).some((field) => field.searched);
  if (!searchable) throw refusedFilter('q', 'field.unknown');
  if (typeof value !== 'string' || value.length > longestText) throw refusedFilter('q', 'field.format');
  return value.trim() === '' ? null : value.trim().split(/\s+/).slice(0, 8).join(' ');
}

function sortOf(list: Described, text: string | undefined): ListSort {
  const asked = text === undefined ? list.sort : parseJson(text);
  const parsed = z.tuple([z.string().max(100), z.enum(['ASC', 'DESC'])]).safeParse(asked);
  if (!parsed.success) throw refusedSort(text ?? '', 'field.format');
  const [name, direction] = parsed.data;
  const field = fieldNamed(list.fields, name);
  if (field === null || !field.sortable) throw refusedSort(name, 'field.unknown');
  return { field, descending: direction === 'DESC' };
}

/** A page of at most 1,000 rows; without a cursor none beyond the 10,000th. */
function rangeOf(text: string | undefined, withCursor: boolean): { offset: number; limit: number } {
  if (text === undefined) return { offset: 0, limit: usualPage };
  const parsed = z.tuple([z.int().min(0), z.int().min(0)]).safeParse(parseJson(text));
  if (!parsed.success) throw refusedRange();
  const [from, to] = parsed.data;
  const limit = to - from + 1;
  if (limit < 1 || limit > longestPage || (!withCursor && to >= countedRows)) throw refusedRange();
  return { offset: from, limit };
}

const Cursor = z.tuple([
  z.string(),
  z.boolean(),
  z.string().max(1_000).nullable(),
  z.uuid(),
  z
    .int()
    .min(0)
    .max(countedRows + 1),
]);

/** Where a page ended, for the reader to hand back as it is. */
export function writeCursor(sort: ListSort, keyset: Keyset): string {
  const { value, id, total } = keyset;
  const parts: z.infer<typeof Cursor> = [sort.field.column, sort.descending, value, id, total];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** A cursor holds for the sort it was made under; its value is read as strictly as a filter's. */
function readCursor(text: string, sort: ListSort): Keyset {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) throw refusedRange('after');
  const [column, descending, value, id, total] = parsed.data;
  if (column !== sort.field.column || descending !== sort.descending) throw refusedRange('after');
  if (value !== null && !isStoredValue(sort.field.kind, value)) throw refusedRange('after');
  return { value, id, total };
}

/** PostgreSQL's own writing of a value of this kind, so that a forged cursor is refused before it is asked. */
function isStoredValue(kind: FieldKind, value: string): boolean {
  switch (kind) {
    case 'uuid':
      return z.uuid().safeParse(value).success;
    case 'integer':
      return /^-?\d{1,9}$/.test(value) || z.int32().safeParse(Number(value)).success;
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'instant':
      return (
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(value) && !Number.isNaN(Date.parse(value))
      );
    case 'day':
      return z.iso.date().safeParse(value).success;
    case 'text':
      return !value.includes('\u0000');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusedFilter(name: string, code: FieldCode): Problem {
  const path = name === '' ? 'filter' : `filter.${name}`;
  return new Problem('list.filter', { values: { field: name }, errors: [{ path, code }] });
}

function refusedSort(name: string, code: FieldCode): Problem {
  return new Problem('list.sort', { values: { field: name }, errors: [{ path: 'sort', code }] });
}

function refusedRange(path = 'range'): Problem {
  const values = { maximum: longestPage, reach: countedRows };
  return new Problem('list.range', { values, errors: [{ path, code: 'field.invalid' }] });
}
