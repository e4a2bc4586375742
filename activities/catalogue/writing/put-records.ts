import { isDeepStrictEqual } from 'node:util';
import { newId } from '../../new-id.ts';
import type { Verb } from '../../verb.ts';

/** A record as it stands: what people see of it, comparable value by value. */
export interface KnownRecord<Values> {
  id: string;
  values: Values;
}

/** Records of one kind as they should stand, by a key that stays the same from one import to the next. */
export interface RecordsToPut<Values extends object> {
  subjectType: string;
  organisationId: string;
  known: ReadonlyMap<string, KnownRecord<Values>>;
  wanted: readonly { key: string; values: (known: Values | null) => Values }[];
  insert(rows: { id: string; values: Values }[]): Promise<unknown>;
  update(rows: { id: string; values: Values }[]): Promise<unknown>;
}

/** The ids of all wanted records, and the keys of those that were written. */
export interface PutRecords {
  ids: Map<string, string>;
  created: Set<string>;
  updated: Set<string>;
}

const rowsPerStatement = 1000;

/**
 * Creates what is missing, updates what differs, leaves the rest alone: no statement, no version, no history. Each
 * record written has one history row, an update with the values that changed.
 */
export async function putRecords<Values extends object>(
  verb: Verb,
  records: RecordsToPut<Values>,
): Promise<PutRecords> {
  const { subjectType, organisationId } = records;
  const put: PutRecords = { ids: new Map(), created: new Set(), updated: new Set() };
  const inserts: { id: string; values: Values }[] = [];
  const updates: { id: string; values: Values }[] = [];
  for (const { key, values: wanted } of records.wanted) {
    const known = records.known.get(key);
    const values = wanted(known?.values ?? null);
    const id = known?.id ?? newId();
    put.ids.set(key, id);
    if (known === undefined) {
      put.created.add(key);
      inserts.push({ id, values });
      verb.record({ verb: 'create', subjectType, subjectId: id, organisationId, after: values });
    } else if (!isDeepStrictEqual(known.values, values)) {
      put.updated.add(key);
      updates.push({ id, values });
      verb.record({
        verb: 'change',
        subjectType,
        subjectId: id,
        organisationId,
        ...changes(known.values, values),
      });
    }
  }
  await inChunks(inserts, records.insert);
  await inChunks(updates, records.update);
  return put;
}

/** Hands rows on in portions that fit into one statement. */
export async function inChunks<Row>(
  rows: readonly Row[],
  write: (rows: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    await write(rows.slice(from, from + rowsPerStatement));
  }
}

/** The values that differ, before and after. */
function changes(before: object, after: object): { before: object; after: object } {
  const old = new Map(Object.entries(before));
  const changed = Object.entries(after).filter(([field, value]) => !isDeepStrictEqual(old.get(field), value));
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, old.get(field)])),
    after: Object.fromEntries(changed),
  };
}
