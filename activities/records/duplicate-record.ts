import { sql } from 'kysely';
import { Problem } from '../problem.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { Code, Name } from './fields.ts';
import type { RecordKind } from './record-kind.ts';
import { addRecord, scopeOf } from './write-record.ts';

/** A setting of an organisation that is a draft until it is validated. */
type Setting = { code: string; name: string; organisationId: string };

/**
 * Makes a draft with everything a setting says, under the next code that is free (verb `create`).
 * @throws Problem `request.notFound` and those of `createRecord`.
 */
export async function duplicateRecord<Row extends Setting>(
  caller: VerbCaller,
  kind: RecordKind<Row>,
  id: string,
): Promise<Row> {
  return runVerb(caller, `duplicate ${kind.subject}`, { id }, async (verb) => {
    const row = await kind.list.one(verb.db, scopeOf(caller), id);
    if (row === null) throw new Problem('request.notFound');
    const taken = await sql<{ code: string }>`select code from ${sql.table(kind.table)}
      where organisation_id = ${row.organisationId}`.execute(verb.db);
    return addRecord(verb, kind, {
      ...Object.fromEntries(Object.entries(row).filter(([field]) => field in kind.fields.shape)),
      code: freeCode(row.code, new Set(taken.rows.map(({ code }) => code))),
      name: Name.parse(`${row.name.slice(0, 190)} (2)`),
      state: 'draft',
    });
  });
}

function freeCode(code: string, taken: ReadonlySet<string>): string {
  const stem = code.slice(0, 54).replace(/-\d+$/, '');
  for (let number = 2; ; number += 1) {
    const next = Code.parse(`${stem}-${number}`);
    if (!taken.has(next)) return next;
  }
}
