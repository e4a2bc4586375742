import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Problem } from '../problem.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import type { RejectedRow } from './importing/contact-draft.ts';
import { isUsable, type Mapping, recognise } from './importing/import-fields.ts';
import { type KnownThings, readKnownThings } from './importing/known-contacts.ts';
import type { Alike } from './importing/likely-duplicates.ts';
import { type ImportPlan, planImport } from './importing/plan-import.ts';
import { readRow } from './importing/read-row.ts';
import { readTable } from './importing/read-table.ts';
import type { RejectionCode, RemarkCode, RowNote } from './importing/row-reasons.ts';
import type { Table } from './importing/table.ts';
import { writeImport } from './importing/write-import.ts';

/** A file of contacts on its way in. */
export interface ImportInput {
  /** CSV or XLSX. */
  bytes: Uint8Array;
  /** The field of each column; what the titles say when none is given. */
  mapping?: Mapping | null;
  /** What a row is that does not say. */
  kind?: 'individual' | 'structure' | null;
  /** Says what would be done, and leaves nothing. */
  dryRun: boolean;
}

/** What was done with one row, or would be. */
export interface ImportedRow {
  /** The line of the file, from 1. */
  line: number;
  outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  name: string;
  /** The contact; of a new one only once it exists. */
  contactId: string | null;
  number: number | null;
  /** The fields that are written. */
  fields: string[];
  reasons: RowNote<RejectionCode>[];
  remarks: RowNote<RemarkCode>[];
  /** Others who may be the same; nobody was merged. */
  duplicates: Alike[];
  /** The cells of a rejected row as they were read, to be corrected; empty for the others. */
  cells: string[];
}

/** What an import did, or would do. */
export interface ImportAnswer {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rows: ImportedRow[];
}

/**
 * Imports contacts from a CSV or XLSX file. Rows that can be taken are, all in one transaction, the others are told with
 * their reasons; a file that cannot be read, or a failure on the way, leaves nothing. A row finds the contact it is by
 * number, reference, or name with e-mail, telephone or postcode (`matchContacts`), and changes what it says otherwise;
 * the same file again changes nothing. Blank cells change nothing. Likely duplicates are told, never merged.
 * @throws Problem `import.unreadable` | `import.empty` | `import.tooLarge` | `import.tooManyRows` | `import.mapping` |
 *   `record.version` when somebody changed one of the contacts meanwhile.
 */
export async function importContacts(caller: VerbCaller, input: ImportInput): Promise<ImportAnswer> {
  const table = await readTable(input.bytes);
  const recognised = recognise(table.columns);
  const mapping = input.mapping ?? recognised.mapping;
  const kind = input.kind ?? recognised.kind;
  if (mapping.length > table.columns.length || !isUsable(mapping)) throw new Problem('import.mapping');
  const plan = (things: KnownThings) => planRows(table, mapping, kind, things);
  if (input.dryRun) {
    const things = await caller.database.read(caller.institutionId, (db) =>
      readKnownThings(db, caller.institutionId),
    );
    return answerOf(table, plan(things), new Map());
  }
  const digest = createHash('sha256').update(input.bytes).digest('base64url');
  return runVerb(caller, 'import contacts', { digest, mapping, kind }, async (verb) => {
    // the second of two imports sees what the first has made
    await sql`select pg_advisory_xact_lock(hashtextextended(${`import contacts ${verb.institutionId}`}, 0))`.execute(
      verb.db,
    );
    const things = await readKnownThings(verb.db, verb.institutionId);
    const planned = plan(things);
    const answer = answerOf(table, planned, await writeImport(verb, planned, things.locale));
    if (answer.created + answer.updated > 0) {
      const { created, updated, unchanged, rejected } = answer;
      verb.record({
        verb: 'import-contacts',
        subjectType: 'institution',
        subjectId: verb.institutionId,
        after: { created, updated, unchanged, rejected },
      });
    }
    return answer;
  });
}

function planRows(
  { columns, rows }: Table,
  mapping: Mapping,
  kind: 'individual' | 'structure',
  things: KnownThings,
): ImportPlan {
  const { collectivityTypes, audienceCategories } = things;
  const reading = { columns, mapping, kind, collectivityTypes, audienceCategories };
  return planImport(
    rows.map((row) => readRow(row, reading)),
    things,
  );
}

function answerOf(
  { rows }: Table,
  { taken, rejected }: ImportPlan,
  numbers: ReadonlyMap<string, number>,
): ImportAnswer {
  const cells = new Map(rows.map((row) => [row.line, row.cells]));
  const count = (outcome: ImportedRow['outcome']) => taken.filter((row) => row.outcome === outcome).length;
  const told = taken.map(({ line, outcome, name, known, contactId, values, link, remarks, duplicates }) => {
    const number = known?.number ?? numbers.get(contactId) ?? null;
    return {
      line,
      outcome,
      name,
      contactId: number === null ? null : contactId,
      number,
      fields: [...Object.keys(values), ...(link === null ? [] : ['structure'])],
      reasons: [],
      remarks,
      duplicates: duplicates.map((one) => withNumber(one, numbers)),
      cells: [],
    };
  });
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: rejected.length,
    rows: [...told, ...rejected.map((row) => rejectedRow(row, cells.get(row.line) ?? []))].toSorted(
      (one, other) => one.line - other.line,
    ),
  };
}

/** A row of the file has its number once it is a contact. */
function withNumber(one: Alike, numbers: ReadonlyMap<string, number>): Alike {
  return { ...one, number: one.number ?? numbers.get(one.id) ?? null };
}

function rejectedRow({ line, name, reasons }: RejectedRow, cells: string[]): ImportedRow {
  return {
    line,
    outcome: 'rejected',
    name,
    contactId: null,
    number: null,
    fields: [],
    reasons,
    remarks: [],
    duplicates: [],
    cells,
  };
}
