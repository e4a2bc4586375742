import { newId } from '../new-id.ts';
import type { Verb } from '../verb.ts';

/** Records of a table by their code. */
export type Codes = Record<string, string>;

/** A table whose records are known by a code: what is there, and how a missing one is written. */
export interface CodedTable<Wanted extends { code: string }> {
  subjectType: string;
  organisationId?: string;
  known: readonly { id: string; code: string }[];
  wanted: readonly Wanted[];
  insert(rows: { id: string; wanted: Wanted }[]): Promise<unknown>;
}

/**
 * Writes the records whose code is missing, each with its history row (verb `create`), and leaves those that are there
 * as they are: people may have changed them since. Answers the ids of all by code.
 */
export async function addMissing<Wanted extends { code: string }>(
  verb: Verb,
  table: CodedTable<Wanted>,
): Promise<Codes> {
  const ids: Codes = Object.fromEntries(table.known.map(({ code, id }) => [code, id]));
  const rows = table.wanted
    .filter(({ code }) => ids[code] === undefined)
    .map((wanted) => ({ id: newId(), wanted }));
  if (rows.length > 0) await table.insert(rows);
  for (const { id, wanted } of rows) {
    ids[wanted.code] = id;
    verb.record({
      verb: 'create',
      subjectType: table.subjectType,
      subjectId: id,
      organisationId: table.organisationId ?? null,
      after: wanted,
    });
  }
  return ids;
}
