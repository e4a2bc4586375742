import { z } from 'zod';
import { savedViewList } from '../../../database/read-models/saved-views.ts';
import { listNames } from '../../../rules/lists/list-names.ts';
import { Problem } from '../../problem.ts';
import type { Actor } from '../../verb.ts';
import { defineRecord } from '../record-kind.ts';

const Value = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const mostBytes = 4_000;

const fields = {
  resource: z.enum(listNames),
  name: z.string().trim().min(1).max(80),
  /** The conditions of the list, as in its `filter`. */
  filter: z
    .record(z.string().max(100), z.union([Value, z.array(Value).max(200)]))
    .refine((filter) => JSON.stringify(filter).length <= mostBytes),
  sort: z.tuple([z.string().max(100), z.enum(['ASC', 'DESC'])]).nullable(),
  /** The columns shown, in their order; null leaves them to the reader. */
  columns: z.array(z.string().max(80)).max(60).nullable(),
  shared: z.boolean(),
};

const Row = z.object({
  id: z.uuid(),
  ...fields,
  resource: z.string(),
  filter: z.record(z.string(), z.unknown()),
  ownerId: z.uuid(),
  ownerName: z.string(),
  createdAt: z.string(),
  version: z.int(),
});

/** Views of lists. Their owner changes and deletes them; so does who looks after operators. */
export const savedViewRecords = defineRecord({
  subject: 'saved-view',
  table: 'saved_view',
  fields: z.strictObject(fields),
  required: ['resource', 'name', 'filter'],
  fixed: ['resource'],
  json: ['filter', 'sort', 'columns'],
  row: Row,
  list: savedViewList,
  derive: async ({ caller }, _values, before) => {
    if (before === null) return { operator_id: caller.actor.id };
    requireOwner(caller.actor, before.ownerId);
    return {};
  },
  clear: async ({ db, actor }, id) => {
    const view = await db
      .selectFrom('saved_view')
      .select('operator_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    requireOwner(actor, view.operator_id);
  },
});

/** @throws Problem `request.forbidden` */
function requireOwner({ id, rights }: Actor, ownerId: unknown): void {
  const administers =
    rights === 'all' || Object.values(rights).some((held) => held.includes('organisation.operators:modify'));
  if (id !== ownerId && !administers) throw new Problem('request.forbidden');
}
