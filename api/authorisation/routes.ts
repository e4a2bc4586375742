import { z } from 'zod';
import { duplicateRecord } from '../../activities/records/duplicate-record.ts';
import { limitationTableRecords } from '../../activities/records/kinds/limitation-tables.ts';
import { optionProfileRecords } from '../../activities/records/kinds/option-profiles.ts';
import type { RecordKind } from '../../activities/records/record-kind.ts';
import { changeRecord } from '../../activities/records/write-record.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { ruleSetRoutes } from './rule-set-routes.ts';

const Id = z.strictObject({ id: z.uuid() });

type SettingRow = z.ZodObject<{
  id: z.ZodUUID;
  code: z.ZodString;
  name: z.ZodString;
  organisationId: z.ZodUUID;
}>;

/** A setting's own verbs beside the five of every record: a draft like it, and making it count. */
function settingRoutes<Row extends SettingRow>(
  resource: 'limitation-tables' | 'option-profiles',
  kind: RecordKind<z.output<Row>> & { row: Row },
): readonly Route[] {
  const path = `/api/${resource}`;
  const tags = [resource];
  const duplicate = defineRoute({
    method: 'post',
    path: `${path}/{id}/duplicate`,
    summary: `Make a draft like one of ${resource}`,
    tags,
    right: resourceRight(resource, 'create'),
    params: Id,
    answers: { 201: kind.row },
    handle: async ({ params, caller }) => {
      const made = await duplicateRecord(caller(), kind, params.id);
      return new Reply(made, { headers: { Location: `${path}/${made.id}` } });
    },
  });
  const validate = defineRoute({
    method: 'post',
    path: `${path}/{id}/validate`,
    summary: `Validate one of ${resource}: it counts from now on`,
    tags,
    right: resourceRight(resource, 'modify'),
    params: Id,
    answers: { 200: kind.row },
    handle: ({ params, ifMatch, caller }) =>
      changeRecord(caller(), kind, { id: params.id, version: ifMatch, values: { state: 'validated' } }),
  });
  return [...resourceRoutes(resource, kind), duplicate, validate];
}

/** What decides who may ask for what: limitation tables, option profiles, and the house's own rules. */
export const authorisationRoutes: readonly Route[] = [
  ...settingRoutes('limitation-tables', limitationTableRecords),
  ...settingRoutes('option-profiles', optionProfileRecords),
  ...ruleSetRoutes,
];
