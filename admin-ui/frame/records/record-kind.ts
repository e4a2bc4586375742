import type { Resource } from '../../../rules/organisation/resource-rights.ts';
import type { settings } from '../../messages/fr/settings.ts';
import type { Format } from '../../messages/use-format.ts';
import type { TextKey } from '../../messages/use-text.ts';
import { isFields } from '../../provider/problem.ts';

/** A field of a settings record, by the key of its label. */
export type FieldName = keyof (typeof settings)['field'];

/** Languages that names of records are kept in. */
export const nameLanguages = ['fr', 'en', 'de', 'es', 'it'] as const;

/** Names by language; where one lacks, the plain name stands in. */
export type RecordNames = Readonly<Partial<Record<(typeof nameLanguages)[number], string>>>;

/** What every settings record has. */
export type SettingRecord = { id: string; name: string; names?: RecordNames; version: number };

/** What the console needs to know of a kind of settings record to list, show, write and delete it. */
export type RecordKind<R> = {
  /** Its name in the API, and its address in the console. */
  resource: Resource;
  /** Its name in history. */
  subject: string;
  /** The key of its own words. */
  words: keyof (typeof settings)['kinds'];
  /** The list it stands in. */
  list: { page: TextKey; to: string };
  /** The record it is a part of, shown on that record's page. */
  parent?: { resource: Resource; field: FieldName };
  /** What a person may write. */
  fields: readonly FieldName[];
  /** Fields that may be emptied. */
  nullable?: readonly FieldName[];
  name(record: R, format: Format): string;
};

/** A record by its name in the reader's language. */
export function nameOf(
  record: { name: string; names?: RecordNames | undefined } | undefined,
  format: Format,
): string {
  if (record === undefined) return '';
  return record.names === undefined ? record.name : format.name({ name: record.name, names: record.names });
}

/** The page of a record. */
export function pageOf(resource: string, id: string): string {
  return `/${resource}/${id}/show`;
}

/**
 * What a form sends: the kind's fields, texts without blanks around them, empty ones as null where the kind allows it,
 * else left out. A translation that only repeated the plain name follows it when it changes.
 */
export function bodyOf<R>(
  kind: RecordKind<R>,
  values: Readonly<Record<string, unknown>>,
  before: object | null,
): Record<string, unknown> {
  const known: Readonly<Record<string, unknown>> =
    before === null ? {} : Object.fromEntries(Object.entries(before));
  const body: Record<string, unknown> = {};
  for (const field of kind.fields) {
    const value = cleaned(values[field]);
    if (field === 'names') body.names = namesOf(value, values.name, known);
    else if (value !== null && value !== undefined) body[field] = value;
    else if (kind.nullable?.includes(field) === true && field in values) body[field] = null;
  }
  return body;
}

function cleaned(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? null : text;
}

function namesOf(
  value: unknown,
  name: unknown,
  before: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const typed = isFields(value) ? value : {};
  const known = isFields(before.names) ? before.names : {};
  const kept = nameLanguages.flatMap((language): [string, string][] => {
    const text = cleaned(typed[language]);
    if (typeof text !== 'string') return [];
    const repeated = text === before.name && known[language] === before.name;
    return [[language, repeated && typeof name === 'string' ? name.trim() : text]];
  });
  return Object.fromEntries(kept);
}
