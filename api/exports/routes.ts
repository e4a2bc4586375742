import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import type { List } from '../../database/read-models/list.ts';
import { lists } from '../../database/read-models/lists.ts';
import { type ListColumn, listColumns } from '../../rules/lists/columns.ts';
import { isListName, type ListName } from '../../rules/lists/list-names.ts';
import { listRight } from '../../rules/lists/list-right.ts';
import { readListConditions } from '../http/list-request.ts';
import { defineRoute, type Route, StreamedBytes } from '../http/route.ts';
import { csv } from './csv.ts';
import { writeExport } from './write-export.ts';
import { xlsx } from './xlsx.ts';

const formats = { csv, xlsx } as const;

/** The route that answers every row of a list under its filter, as a file. */
function exportRoute(name: ListName, list: List<object>): Route {
  const known: readonly ListColumn[] = listColumns[name];
  return defineRoute({
    method: 'get',
    path: `/api/${name}/export`,
    summary: `Every row of ${name} as a file, CSV or XLSX`,
    description: [
      'Conditions and sorts as in the list, without its reach. `X-Total-Rows` says how many rows there are; an answer',
      'that ends with a broken connection is not whole.',
      `Columns: ${known.map((column) => `\`${column.name}\``).join(', ')}; all when none are named.`,
    ].join(' '),
    tags: [name],
    right: listRight(name),
    query: z.strictObject({
      format: z.enum(['csv', 'xlsx']).optional().meta({ description: 'csv when it is not said' }),
      filter: z.string().max(20_000).optional().meta({ description: 'As in the list' }),
      sort: z.string().max(150).optional().meta({ description: 'As in the list' }),
      columns: z
        .string()
        .max(1_000)
        .optional()
        .meta({ description: 'Names with commas between, in their order' }),
    }),
    answers: { 200: StreamedBytes },
    produces: csv.contentType,
    handle: async ({ query, database, scope, locale }) => {
      const question = readListConditions(list, query);
      const columns = chosenOf(known, query.columns);
      const format = formats[query.format ?? 'csv'];
      return writeExport({ name, list, question, columns, format, locale }, database, scope);
    },
  });
}

/** @throws Problem `request.invalid` for a column that the list does not have. */
function chosenOf(known: readonly ListColumn[], text: string | undefined): readonly ListColumn[] {
  if (text === undefined) return known;
  return text.split(',').map((name) => {
    const column = known.find((each) => each.name === name);
    if (column === undefined)
      throw new Problem('request.invalid', { errors: [{ path: 'columns', code: 'field.choice' }] });
    return column;
  });
}

/** An export of every list that people look at. */
export const exportRoutes: readonly Route[] = Object.entries(lists).flatMap(([name, list]) =>
  isListName(name) ? [exportRoute(name, list)] : [],
);
