import { z } from 'zod';
import { copyRuleSet, rollBackRules } from '../../activities/authorisation/copy-rules.ts';
import { dryRun } from '../../activities/authorisation/dry-run.ts';
import { cancelImpact, startImpact } from '../../activities/authorisation/impact.ts';
import { publishRules } from '../../activities/authorisation/publish-rules.ts';
import { Problem } from '../../activities/problem.ts';
import { ruleSetRecords } from '../../activities/records/kinds/rule-sets.ts';
import { readImpact } from '../../database/read-models/rule-impacts.ts';
import { readShownRules, ruleSetList } from '../../database/read-models/rule-sets.ts';
import { freshImpactHours } from '../../rules/authorisation/impact.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { presentDryRun, presentImpact } from './rule-set-presenter.ts';
import {
  DryRunAnswer,
  DryRunBody,
  ImpactAnswer,
  ImpactBody,
  PublishBody,
  RollBackBody,
  RuleBody,
} from './rule-set-schema.ts';

const path = '/api/rule-sets/{id}';
const tags = ['rule-sets'];
const params = z.strictObject({ id: z.uuid() });
const RuleSet = ruleSetRecords.row;
const readRight = resourceRight('rule-sets', 'read');
const writeRight = resourceRight('rule-sets', 'modify');
const publishRight = resourceRight('rule-sets', 'execute');

const rules = defineRoute({
  method: 'get',
  path: `${path}/rules`,
  summary: 'The rules of a version, in the order written',
  tags,
  right: readRight,
  params,
  answers: { 200: z.array(RuleBody) },
  handle: async ({ params: { id }, read }) =>
    read(async (db, scope) => {
      if ((await ruleSetList.one(db, scope, id)) === null) throw new Problem('request.notFound');
      return readShownRules(db, scope, id);
    }),
});

const copy = defineRoute({
  method: 'post',
  path: `${path}/copy`,
  summary: 'A draft with the rules of a version',
  tags,
  right: resourceRight('rule-sets', 'create'),
  params,
  answers: { 201: RuleSet },
  handle: async ({ params: { id }, caller }) => {
    const made = await copyRuleSet(caller(), { id });
    return new Reply(made, { headers: { Location: `/api/rule-sets/${made.id}` } });
  },
});

const publish = defineRoute({
  method: 'post',
  path: `${path}/publish`,
  summary: 'Publish a version whose impact is known; it counts from its date on',
  tags,
  right: publishRight,
  params,
  body: PublishBody,
  answers: { 200: RuleSet },
  handle: ({ params: { id }, body, ifMatch, caller }) =>
    publishRules(caller(), { id, version: ifMatch, ...body }),
});

const rollBack = defineRoute({
  method: 'post',
  path: `${path}/roll-back`,
  summary: 'Go back from the version in force to an older one, as a new version, at once',
  tags,
  right: publishRight,
  params,
  body: RollBackBody,
  answers: { 200: RuleSet },
  handle: ({ params: { id }, body, ifMatch, caller }) =>
    rollBackRules(caller(), { id, version: ifMatch, ...body }),
});

const tried = defineRoute({
  method: 'post',
  path: `${path}/dry-run`,
  summary: 'Try a version on a made-up request or on an option; nothing is written',
  tags,
  right: readRight,
  version: 'none',
  params,
  body: DryRunBody,
  answers: { 200: DryRunAnswer },
  handle: async ({ params: { id }, body, caller, locale }) => {
    const asked =
      'optionId' in body
        ? { ruleSetId: id, optionId: body.optionId, moment: body.moment ?? null }
        : { ruleSetId: id, moment: body.moment, request: madeUp(body) };
    return presentDryRun(await dryRun(caller(), asked), locale);
  },
});

function madeUp({
  contactId,
  performanceId,
  lines,
  channelId,
}: Exclude<z.output<typeof DryRunBody>, { optionId: string }>) {
  return { contactId, performanceId, lines, channelId: channelId ?? null };
}

const simulate = defineRoute({
  method: 'post',
  path: `${path}/impact`,
  summary: 'Work out what a version would decide otherwise, of the last requests and all live options',
  tags,
  right: writeRight,
  params,
  body: ImpactBody,
  answers: { 202: z.object({ impactId: z.uuid() }) },
  handle: ({ params: { id }, body, ifMatch, caller }) =>
    startImpact(caller(), { id, version: ifMatch, requests: body.requests }),
});

const impact = defineRoute({
  method: 'get',
  path: `${path}/impact`,
  summary: 'The last impact of a version: how far it is, what flips and why',
  tags,
  right: readRight,
  params,
  answers: { 200: z.object({ impact: ImpactAnswer.nullable() }) },
  handle: async ({ params: { id }, read, locale }) => {
    const found = await read(async (db, scope) => {
      if ((await ruleSetList.one(db, scope, id)) === null) throw new Problem('request.notFound');
      return readImpact(db, scope, id, freshImpactHours);
    });
    return { impact: found === null ? null : presentImpact(found, locale) };
  },
});

const cancel = defineRoute({
  method: 'post',
  path: `${path}/cancel-impact`,
  summary: 'End the working out of an impact',
  tags,
  right: writeRight,
  params,
  answers: { 200: z.object({ cancelled: z.boolean() }) },
  handle: ({ params: { id }, caller }) => cancelImpact(caller(), { id }),
});

/** Versions of the houses' own rules. */
export const ruleSetRoutes: readonly Route[] = [
  ...resourceRoutes('rule-sets', ruleSetRecords),
  rules,
  copy,
  publish,
  rollBack,
  tried,
  simulate,
  impact,
  cancel,
];
