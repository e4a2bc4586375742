import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { savedViewRecords } from '../../activities/records/kinds/saved-views.ts';
import { changeRecord, createRecord, deleteRecord } from '../../activities/records/write-record.ts';
import { lists } from '../../database/read-models/lists.ts';
import { savedViewList } from '../../database/read-models/saved-views.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { listColumns } from '../../rules/lists/columns.ts';
import { isListName, type ListName } from '../../rules/lists/list-names.ts';
import { listRight } from '../../rules/lists/list-right.ts';
import { readListConditions, readListQuery } from '../http/list-request.ts';
import { describeList, ListParameters, pageReply } from '../http/lists.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { requireRight, type Session } from '../http/session.ts';

const tags = ['saved-views'];
const path = '/api/saved-views';
const Id = z.strictObject({ id: z.uuid() });
const right = 'session';

const Body = savedViewRecords.row.extend({ mine: z.boolean() }).meta({ id: 'SavedView' });
type View = z.output<typeof savedViewRecords.row>;

function present(view: View, { operator }: Session): z.output<typeof Body> {
  return { ...view, mine: view.ownerId === operator.id };
}

function mayRead(session: Session, resource: string): boolean {
  return isListName(resource) && session.rights.includes(listRight(resource));
}

/** @throws Problem `list.filter` | `list.sort` for what the list does not have. */
function checkView(resource: ListName, { filter, sort }: Partial<Pick<View, 'filter' | 'sort'>>): void {
  readListConditions(lists[resource], {
    ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
    ...(sort === undefined || sort === null ? {} : { sort: JSON.stringify(sort) }),
  });
}

/** One view that the session may see. @throws Problem `request.notFound` */
async function viewOf(
  id: string,
  session: Session,
  read: <T>(work: (db: Queries, scope: Scope) => Promise<T>) => Promise<T>,
): Promise<View & { resource: ListName }> {
  const view = await read((db, scope) => savedViewList.one(db, scope, id));
  if (view === null || !mayRead(session, view.resource) || !isListName(view.resource))
    throw new Problem('request.notFound');
  return { ...view, resource: view.resource };
}

const list = defineRoute({
  method: 'get',
  path,
  summary: 'List saved views: one’s own, and those that colleagues share',
  description: describeList(savedViewList),
  tags,
  right,
  query: ListParameters,
  answers: { 200: z.array(Body) },
  handle: async ({ query, read, session }) => {
    const wish = readListQuery(savedViewList, query);
    if ('ids' in wish) {
      const views = await read((db, scope) => savedViewList.many(db, scope, wish.ids));
      return views.filter(({ resource }) => mayRead(session, resource)).map((view) => present(view, session));
    }
    const { resource } = savedViewList.fields;
    if (resource === undefined) throw new Error('Saved views are of a resource.');
    const readable = Object.keys(listColumns).filter((name) => mayRead(session, name));
    const filters = [...wish.page.filters, { field: resource, operator: 'any' as const, values: readable }];
    const page = await read((db, scope) => savedViewList.page(db, scope, { ...wish.page, filters }));
    return pageReply('saved-views', wish.page, {
      ...page,
      rows: page.rows.map((view) => present(view, session)),
    });
  },
});

const one = defineRoute({
  method: 'get',
  path: `${path}/{id}`,
  summary: 'One of saved-views',
  tags,
  right,
  params: Id,
  answers: { 200: Body },
  handle: async ({ params, read, session }) => present(await viewOf(params.id, session, read), session),
});

const create = defineRoute({
  method: 'post',
  path,
  summary: 'Keep a view of a list',
  description: 'Its conditions and its order are those of the list: what the list does not know is refused.',
  tags,
  right,
  body: savedViewRecords.create,
  answers: { 201: Body },
  handle: async ({ body, caller, session }) => {
    const { resource, ...view } = savedViewRecords.fields.partial().required({ resource: true }).parse(body);
    requireRight(session, listRight(resource));
    checkView(resource, view);
    const made = await createRecord(caller(), savedViewRecords, body);
    return new Reply(present(made, session), { headers: { Location: `${path}/${made.id}` } });
  },
});

const change = defineRoute({
  method: 'put',
  path: `${path}/{id}`,
  summary: 'Rename, share or redefine a view of one’s own',
  description: 'Fields that are absent stay as they are.',
  tags,
  right,
  params: Id,
  body: savedViewRecords.change,
  answers: { 200: Body },
  handle: async ({ params, body, ifMatch, caller, read, session }) => {
    const { resource } = await viewOf(params.id, session, read);
    checkView(resource, body);
    const changed = await changeRecord(caller(), savedViewRecords, {
      id: params.id,
      version: ifMatch,
      values: body,
    });
    return present(changed, session);
  },
});

const remove = defineRoute({
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Delete a view of one’s own',
  tags,
  right,
  params: Id,
  answers: { 200: Body },
  handle: async ({ params, ifMatch, caller, read, session }) => {
    await viewOf(params.id, session, read);
    const gone = await deleteRecord(caller(), savedViewRecords, { id: params.id, version: ifMatch });
    return present(gone, session);
  },
});

/** Looks at lists that operators keep, and share with their colleagues. */
export const savedViewRoutes: readonly Route[] = [list, one, create, change, remove];
