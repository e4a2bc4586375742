import type { z } from 'zod';
import { startBulkRun } from '../../activities/options/bulk/start-run.ts';
import { type BulkVerb, type BulkWords, bulkActs } from '../../activities/options/bulk-acts.ts';
import { actInBulk, type BulkItem, mostInBulk } from '../../activities/options/in-bulk.ts';
import { Problem } from '../../activities/problem.ts';
import { bulkRightFor } from '../../rules/options/rights.ts';
import { failureOf } from '../http/failures.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { bulkPreviewRoute } from './bulk-preview-route.ts';
import { tellResult } from './bulk-result.ts';
import {
  BulkAnswer,
  BulkBody,
  BulkConfirmBody,
  BulkExtendBody,
  BulkPlaceBody,
  BulkPlaceProductBody,
  BulkRunStarted,
} from './bulk-schema.ts';
import type { Doors } from './doors.ts';

type Selection = Pick<z.output<typeof BulkBody>, 'ids' | 'items'>;

/** Declares the route of one verb on many options of one kind. */
function bulkRoute(
  { kind, path, tags, list }: Doors,
  verb: BulkVerb,
  summary: string,
  schema: z.ZodType<Selection & BulkWords> = BulkBody,
): Route {
  return defineRoute({
    method: 'post',
    path: `${path}/bulk/${verb}`,
    summary,
    description: `Up to ${mostInBulk} at once, one transaction each; each is answered in the order given, also after a refusal. More of them, up to 5,000, are taken as a run that works on by itself (202; see \`/api/bulk-runs\`). A repeated call with the same Idempotency-Key does nothing twice.`,
    tags,
    right: bulkRightFor(verb, kind),
    version: 'none',
    body: schema,
    answers: { 200: BulkAnswer, 202: BulkRunStarted },
    handle: async ({ body, caller, read, locale }) => {
      const { ids, items, ...words } = body;
      const named = namedItems(ids, items);
      if (named.length > mostInBulk) {
        const started = await startBulkRun(caller(), { verb, kind, items: named, words });
        return new Reply(started, {
          status: 202,
          headers: { Location: `/api/bulk-runs/${started.bulkRunId}` },
        });
      }
      const sought = [...new Set(named.map(({ id }) => id))].slice(0, mostInBulk);
      const known = await read((db, scope) => list.many(db, scope, sought));
      const who = caller();
      const group = { orderGroup: who.requestId };
      const results = await actInBulk(
        who,
        { verb, kind, items: named, words, known },
        (one, input, option) => bulkActs[verb](one, { ...group, ...words, ...input }, option),
        failureOf,
      );
      return { results: results.map((result) => tellResult(result, locale)) };
    },
  });
}

/** @throws Problem `request.invalid` when neither ids nor items are named, or both. */
function namedItems(ids?: readonly string[], items?: readonly BulkItem[]): BulkItem[] {
  if ((ids === undefined) === (items === undefined)) {
    const path = ids === undefined ? 'ids' : 'items';
    throw new Problem('request.invalid', {
      errors: [{ path, code: ids === undefined ? 'field.required' : 'field.invalid' }],
    });
  }
  return items === undefined ? (ids ?? []).map((id) => ({ id })) : [...items];
}

/** Every verb on many options of one kind; the compiler asks for the ones that are missing. */
const bulkVerbsOf = (doors: Doors): Readonly<Record<BulkVerb, Route>> => ({
  place: bulkRoute(
    doors,
    'place',
    'Place many requested or waiting options as requested; what is placed stays as it is',
    doors.kind === 'seats' ? BulkPlaceBody : BulkPlaceProductBody,
  ),
  extend: bulkRoute(doors, 'extend', 'Agree on one date for many options', BulkExtendBody),
  confirm: bulkRoute(doors, 'confirm', 'Validate many placed options', BulkConfirmBody),
  refuse: bulkRoute(doors, 'refuse', 'Refuse many options'),
  'cancel-refusal': bulkRoute(doors, 'cancel-refusal', 'Cancel many pending refusals'),
  'confirm-refusal': bulkRoute(doors, 'confirm-refusal', 'Validate many refusals'),
  'cancel-confirmation': bulkRoute(doors, 'cancel-confirmation', 'Cancel many validations'),
  wait: bulkRoute(doors, 'wait', 'Put many refused options on the waiting list'),
  'leave-waiting': bulkRoute(doors, 'leave-waiting', 'Take many options off the waiting list'),
  firm: bulkRoute(doors, 'firm', 'Make many validated options firm'),
  cancel: bulkRoute(doors, 'cancel', 'Cancel many validated or firm options'),
  reinstate: bulkRoute(doors, 'reinstate', 'Reinstate many lapsed options'),
  lapse: bulkRoute(doors, 'lapse', 'Let many options lapse'),
  expire: bulkRoute(doors, 'expire', 'Record of many options that their last performance is past'),
  withdraw: bulkRoute(doors, 'withdraw', 'Withdraw many options'),
  validate: bulkRoute(
    doors,
    'validate',
    'Validate a selection: placed options are confirmed, one order for each contact; refusals become definite',
    BulkConfirmBody,
  ),
});

/** Verbs on many options of one kind at once. */
export const bulkRoutesOf = (doors: Doors): readonly Route[] => [
  bulkPreviewRoute(doors),
  ...Object.values(bulkVerbsOf(doors)),
];
