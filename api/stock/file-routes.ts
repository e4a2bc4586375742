import { z } from 'zod';
import { contingentFields } from '../../activities/stock/contingent-file/contingent-fields.ts';
import {
  contingentFileLimits,
  readSentContingents,
} from '../../activities/stock/contingent-file/read-file.ts';
import { contingentFaults } from '../../activities/stock/contingent-file/row-fault.ts';
import { tellFault } from '../../activities/stock/contingent-file/tell-fault.ts';
import { importContingents } from '../../activities/stock/import-contingents.ts';
import { stockedPerformances } from '../../database/read-models/contingent-file.ts';
import { csv } from '../exports/csv.ts';
import { throughGate } from '../exports/gate.ts';
import { fileName } from '../exports/write-export.ts';
import { xlsx } from '../exports/xlsx.ts';
import { Bytes, defineRoute, type Route, Streamed, StreamedBytes } from '../http/route.ts';
import { contingentSheet } from './contingent-sheet.ts';

const formats = { csv, xlsx } as const;

/** Faults told in one answer. */
const mostTold = 1_000;

const count = z.int().nonnegative();

/** What a file of contingents did, or would do. */
export const ContingentImportBody = z
  .object({
    rows: count,
    changed: count.meta({ description: 'Performances' }),
    unchanged: count.meta({ description: 'Performances' }),
    rejected: count.meta({ description: 'Performances with a row at fault: nothing of them was changed' }),
    faults: z.array(
      z.object({
        line: z.int().meta({ description: 'Line of the file, from 1' }),
        column: z.enum(contingentFields),
        code: z.enum(contingentFaults),
        message: z.string(),
      }),
    ),
    more: count.meta({ description: `Faults beyond the ${mostTold} that are told` }),
  })
  .meta({ id: 'ContingentImport' });

const take = defineRoute({
  method: 'post',
  path: '/api/contingent-imports',
  summary: 'Import what contingents have, and their seats, from a file (CSV or XLSX), or try it',
  description: `At most ${contingentFileLimits.rows} rows and ${contingentFileLimits.sentBytes / 1024 / 1024} MB. Columns: ${contingentFields.join(', ')}, by their titles in French or English, as in \`/api/stock/export\`. Each performance is taken whole or, with one row at fault, not at all. The same file again changes nothing.`,
  tags: ['performances'],
  right: 'stock.stock:modify',
  version: 'none',
  takesBytes: contingentFileLimits.sentBytes,
  query: z.strictObject({
    dryRun: z
      .enum(['true', 'false'])
      .optional()
      .meta({ description: 'Says what would be done, and leaves nothing' }),
  }),
  body: Bytes,
  answers: { 200: ContingentImportBody },
  handle: async ({ query, body, caller, locale }) => {
    const lines = readSentContingents(body);
    const { faults, ...counts } = await importContingents(caller(), {
      lines,
      dryRun: query.dryRun === 'true',
    });
    return {
      ...counts,
      faults: faults.slice(0, mostTold).map((fault) => ({
        line: fault.line,
        column: fault.column,
        code: fault.code,
        message: tellFault(locale, fault),
      })),
      more: Math.max(0, faults.length - mostTold),
    };
  },
});

const give = defineRoute({
  method: 'get',
  path: '/api/stock/export',
  summary: 'What contingents have, and their seats, as a file, CSV or XLSX',
  description:
    'Of one performance, of one event by its code, or of all: a row a seat where seats are numbered, else a row for each contingent of each category. `X-Total-Rows` says how many rows there are; an answer that ends with a broken connection is not whole. Imported as it is, it changes nothing.',
  tags: ['performances'],
  right: 'stock.stock:read',
  query: z.strictObject({
    format: z.enum(['csv', 'xlsx']).optional().meta({ description: 'csv when it is not said' }),
    event: z.string().max(60).optional(),
    performanceId: z.uuid().optional(),
  }),
  answers: { 200: StreamedBytes },
  produces: csv.contentType,
  handle: async ({ query: { format: wanted = 'csv', event, performanceId }, database, scope, locale }) =>
    new Streamed((begin) =>
      throughGate(() =>
        database.snapshot(scope.institutionId, async (db) => {
          const format = formats[wanted];
          const found = await stockedPerformances(db, scope, { eventCode: event, performanceId });
          const ids = found.map(({ id }) => id);
          const sheet = contingentSheet(db, scope, ids, locale);
          const out = begin({
            'Content-Type': format.contentType,
            'Content-Disposition': `attachment; filename="${fileName(sheet.title)}.${format.extension}"`,
            'X-Total-Rows': String(found.reduce((sum, { rows }) => sum + rows, 0)),
          });
          await format.write(sheet, out);
        }),
      ),
    ),
});

/** Files of contingents. */
export const contingentFileRoutes: readonly Route[] = [take, give];
