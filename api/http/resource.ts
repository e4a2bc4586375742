import { z } from 'zod';
import type { RecordKind } from '../../activities/records/record-kind.ts';
import { changeRecord, createRecord, deleteRecord } from '../../activities/records/write-record.ts';
import { type Resource, resourceRight } from '../../rules/organisation/resource-rights.ts';
import { listRoute, oneRoute } from './lists.ts';
import { defineRoute, Reply, type Route } from './route.ts';

const Id = z.strictObject({ id: z.uuid() });

/**
 * The five routes of a settings resource, from what its kind says: list, one, create, change, delete.
 * `resource` names the rights; `path` where it stands when that is not the resource's own name.
 */
export function resourceRoutes<Row extends z.ZodObject>(
  resource: Resource,
  kind: RecordKind<z.output<Row>> & { row: Row },
  name: string = resource,
): readonly Route[] {
  const path = `/api/${name}`;
  const tags = [name];
  const { row, list } = kind;
  const right = resourceRight(resource, 'read');
  const create = defineRoute({
    method: 'post',
    path,
    summary: `Create one of ${name}`,
    tags,
    right: resourceRight(resource, 'create'),
    body: kind.create,
    answers: { 201: row },
    handle: async ({ body, caller }) => {
      const made = await createRecord(caller(), kind, body);
      return new Reply(made, { headers: { Location: `${path}/${idOf(made)}` } });
    },
  });
  const change = defineRoute({
    method: 'put',
    path: `${path}/{id}`,
    summary: `Change one of ${name}`,
    description: 'Fields that are absent stay as they are.',
    tags,
    right: resourceRight(resource, 'modify'),
    params: Id,
    body: kind.change,
    answers: { 200: row },
    handle: async ({ params, body, ifMatch, caller }) =>
      changeRecord(caller(), kind, { id: params.id, version: ifMatch, values: body }),
  });
  const remove = defineRoute({
    method: 'delete',
    path: `${path}/{id}`,
    summary: `Delete one of ${name} that nothing refers to`,
    tags,
    right: resourceRight(resource, 'delete'),
    params: Id,
    answers: { 200: row },
    handle: async ({ params, ifMatch, caller }) =>
      deleteRecord(caller(), kind, { id: params.id, version: ifMatch }),
  });
  const place = { path, right, row, tags };
  return [listRoute(list, place), oneRoute(list, place), create, change, remove];
}

function idOf(row: object): string {
  return 'id' in row ? String(row.id) : '';
}
