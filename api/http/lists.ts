import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import type { List, ListPage } from '../../database/read-models/list.ts';
import type { ListField } from '../../database/read-models/list-fields.ts';
import type { ListRequest } from '../../database/read-models/list-question.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Right } from '../../rules/options/rights.ts';
import { readListQuery, writeCursor } from './list-request.ts';
import { defineRoute, Reply, type Route } from './route.ts';
import type { Session } from './session.ts';

/** Where a list or a record stands, who may see it and what it looks like. */
interface Place<Row extends z.ZodType> {
  path: string;
  right: Right | 'session';
  /** Whose eyes see it, where the route's right alone does not say it. */
  eyes?: (session: Session) => Scope;
  /** Schema of one row. */
  row: Row;
  tags: readonly string[];
}

/** What a list is asked, as text. */
export const ListParameters = z.strictObject({
  filter: z.string().optional().meta({ description: 'JSON object of conditions', example: '{"q":"opéra"}' }),
  range: z.string().max(30).optional().meta({ description: 'First and last row', example: '[0,24]' }),
  sort: z.string().max(150).optional().meta({ description: 'Field and direction', example: '["id","ASC"]' }),
  after: z
    .string()
    .max(2_000)
    .regex(/^[\w-]+$/)
    .optional()
    .meta({ description: 'X-Next-Cursor of the page before' }),
});

/**
 * The route of a list, as ra-data-simple-rest asks it: `filter`, `range`, `sort`, and beyond 10,000 rows `after` with
 * the cursor of the page before.
 */
export function listRoute<Row extends z.ZodType>(list: List<z.output<Row>>, place: Place<Row>): Route {
  return defineRoute({
    method: 'get',
    path: place.path,
    summary: `List ${list.name}`,
    description: describeList(list),
    tags: place.tags,
    right: place.right,
    query: ListParameters,
    answers: { 200: z.array(place.row) },
    handle: async ({ query, read, session, scope }) => {
      const question = readListQuery(list, query);
      const eyes = place.eyes?.(session) ?? scope;
      if ('ids' in question) {
        const rows = await read((db) => list.many(db, eyes, question.ids));
        return new Reply(rows, { headers: contentRange(list.name, 0, rows.length, rows.length) });
      }
      const page = await read((db) => list.page(db, eyes, question.page));
      return pageReply(list.name, question.page, page);
    },
  });
}

/** The route of one record, out of reach being the same as not there. */
export function oneRoute<Row extends z.ZodType>(list: List<z.output<Row>>, place: Place<Row>): Route {
  return defineRoute({
    method: 'get',
    path: `${place.path}/{id}`,
    summary: `One of ${list.name}`,
    tags: place.tags,
    right: place.right,
    params: z.strictObject({ id: z.uuid() }),
    answers: { 200: place.row },
    handle: async ({ params, read, session, scope }) => {
      const found = await read((db) => list.one(db, place.eyes?.(session) ?? scope, params.id));
      if (found === null) throw new Problem('request.notFound');
      return found;
    },
  });
}

/** A page with where it stands. */
export function pageReply<Row>(name: string, request: ListRequest, page: ListPage<Row>): Reply<Row[]> {
  return new Reply(page.rows, { headers: pageHeaders(name, request, page) });
}

function pageHeaders<Row>(name: string, request: ListRequest, page: ListPage<Row>): Record<string, string> {
  return {
    ...contentRange(name, request.offset, page.rows.length, page.total),
    ...(page.totalCapped ? { 'X-Total-Capped': 'true' } : {}),
    ...(page.next === null ? {} : { 'X-Next-Cursor': writeCursor(request.sort, page.next) }),
  };
}

function contentRange(name: string, offset: number, rows: number, total: number): Record<string, string> {
  const range = rows === 0 ? '*' : `${offset}-${offset + rows - 1}`;
  return { 'Content-Range': `${name} ${range}/${total}` };
}

/** The conditions and sorts of a list in words, for the API's own documentation. */
export function describeList(list: Pick<List<unknown>, 'fields' | 'sort'>): string {
  const fields = Object.entries(list.fields);
  const sorts = fields.filter(([, field]) => field.sortable).map(([name]) => `\`${name}\``);
  const search = fields.some(([, field]) => field.searched) ? [', `q` (words anywhere)'] : [];
  return [
    `Conditions: ${fields.map(([name, field]) => condition(name, field)).join(', ')}${search.join('')}.`,
    'A value means equal, an array any of its values, `null` empty.',
    'Bounds of instants may follow the clock: `now`, `now+2d`, `now-12h`.',
    `Sorts: ${sorts.join(', ')}; usually \`${list.sort.join(' ')}\`.`,
    'At most 1,000 rows a page, up to the 10,000th; further with `after`.',
  ].join(' ');
}

function condition(name: string, field: ListField): string {
  const bounds =
    field.kind === 'instant' || field.kind === 'day' ? ` (also \`${name}_gte\`, \`${name}_lte\`)` : '';
  return `\`${name}\` ${field.choices === null ? field.kind : field.choices.join(' | ')}${bounds}`;
}
