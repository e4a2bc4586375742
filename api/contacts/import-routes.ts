import type { z } from 'zod';
import {
  type ImportAnswer,
  type ImportedRow,
  importContacts,
} from '../../activities/contacts/import-contacts.ts';
import { recognise } from '../../activities/contacts/importing/import-fields.ts';
import { readTable } from '../../activities/contacts/importing/read-table.ts';
import { importLimits, type Table } from '../../activities/contacts/importing/table.ts';
import { tellNote } from '../../activities/contacts/importing/tell-note.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { Bytes, defineRoute, type Route } from '../http/route.ts';
import { ImportAnswerBody, ImportColumnsBody, ImportQuery } from './import-schema.ts';

/** Values shown of each column. */
const samples = 3;

const columns = defineRoute({
  method: 'post',
  path: '/api/contact-imports/columns',
  summary: 'The columns of a file of contacts (CSV or XLSX), and what is recognised of them',
  tags: ['contacts'],
  right: 'contacts.imports:execute',
  version: 'none',
  takesBytes: importLimits.bytes,
  body: Bytes,
  answers: { 200: ImportColumnsBody },
  handle: async ({ body }) => tellColumns(await readTable(body)),
});

const run = defineRoute({
  method: 'post',
  path: '/api/contact-imports',
  summary: 'Import contacts from a file (CSV or XLSX), or try it',
  description: `At most ${importLimits.rows} rows. Rows that can be taken are, in one transaction; the others are told with their reasons. The same file again changes nothing.`,
  tags: ['contacts'],
  right: 'contacts.imports:execute',
  version: 'none',
  takesBytes: importLimits.bytes,
  query: ImportQuery,
  body: Bytes,
  answers: { 200: ImportAnswerBody },
  handle: async ({ query, body, caller, locale }) => {
    const { mapping = null, kind = null, dryRun } = query;
    const answer = await importContacts(caller(), { bytes: body, mapping, kind, dryRun: dryRun === 'true' });
    return tellImport(answer, locale);
  },
});

function tellColumns(table: Table): z.output<typeof ImportColumnsBody> {
  const { mapping, kind } = recognise(table.columns);
  return {
    format: table.format,
    rows: table.rows.length,
    kind,
    columns: table.columns.map((title, index) => ({
      title,
      field: mapping[index] ?? null,
      samples: table.rows
        .map(({ cells }) => cells[index] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, samples),
    })),
  };
}

function tellImport({ rows, ...counts }: ImportAnswer, locale: Locale): z.output<typeof ImportAnswerBody> {
  return { ...counts, rows: rows.map((row) => tellRow(row, locale)) };
}

function tellRow(row: ImportedRow, locale: Locale): z.output<typeof ImportAnswerBody>['rows'][number] {
  const { reasons, remarks, duplicates, ...told } = row;
  return {
    ...told,
    reasons: reasons.map((note) => ({ code: note.code, message: tellNote(locale, note) })),
    remarks: remarks.map((note) => ({ code: note.code, message: tellNote(locale, note) })),
    duplicates: duplicates.map(({ id, ...alike }) => ({
      ...alike,
      contactId: alike.number === null ? null : id,
    })),
  };
}

/** Files of contacts. */
export const contactImportRoutes: readonly Route[] = [columns, run];
