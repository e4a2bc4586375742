import type { z } from 'zod';
import { startBulkRun } from '../../activities/options/bulk/start-run.ts';
import { type BulkVerb, type BulkWords, bulkActs } from '../../activities/options/bulk-acts.ts';
import { actInBulk, type BulkItem, mostInBulk } from '../../activities/options/in-bulk.ts';
import { Problem } from '../../activities/problem.ts';
import { optionList } from '../../database/read-models/options.ts';
import { rightFor } from '../../rules/options/rights.ts';
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
  BulkRunStarted,
} from './bulk-schema.ts';
import { togetherRoutes } from './together-routes.ts';

type Selection = Pick<z.output<typeof BulkBody>, 'ids' | 'items'>;

/** Declares the route of one verb on many options. */
function bulkRoute(
  verb: BulkVerb,
  summary: string,
  schema: z.ZodType<Selection & BulkWords> = BulkBody,
): Route {
  return defineRoute({
    method: 'post',
    path: `/api/options/bulk/${verb}`,
    summary,
    description: `Up to ${mostInBulk} at once, one transaction each; each is answered in the order given, also after a refusal. More of them, up to 5,000, are taken as a run that works on by itself (202; see \`/api/bulk-runs\`). A repeated call with the same Idempotency-Key does nothing twice.`,
    tags: ['options'],
    right: rightFor(verb === 'validate' ? 'confirm' : verb),
    version: 'none',
    body: schema,
    answers: { 200: BulkAnswer, 202: BulkRunStarted },
    handle: async ({ body, caller, read, locale }) => {
      const { ids, items, ...words } = body;
      const named = namedItems(ids, items);
      if (named.length > mostInBulk) {
        const started = await startBulkRun(caller(), { verb, items: named, words });
        return new Reply(started, {
          status: 202,
          headers: { Location: `/api/bulk-runs/${started.bulkRunId}` },
        });
      }
      const sought = [...new Set(named.map(({ id }) => id))].slice(0, mostInBulk);
      const known = await read((db, scope) => optionList.many(db, scope, sought));
      const who = caller();
      const group = { orderGroup: who.requestId };
      const results = await actInBulk(
        who,
        { verb, items: named, words, known },
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

/** Every verb on many options; the compiler asks for the ones that are missing. */
const verbs: Readonly<Record<BulkVerb, Route>> = {
  place: bulkRoute(
    'place',
    'Place many requested or waiting options as requested; what is placed stays as it is',
    BulkPlaceBody,
  ),
  extend: bulkRoute('extend', 'Agree on one date for many options', BulkExtendBody),
  confirm: bulkRoute('confirm', 'Validate many placed options', BulkConfirmBody),
  refuse: bulkRoute('refuse', 'Refuse many options'),
  'cancel-refusal': bulkRoute('cancel-refusal', 'Cancel many pending refusals'),
  'confirm-refusal': bulkRoute('confirm-refusal', 'Validate many refusals'),
  'cancel-confirmation': bulkRoute('cancel-confirmation', 'Cancel many validations'),
  wait: bulkRoute('wait', 'Put many refused options on the waiting list'),
  'leave-waiting': bulkRoute('leave-waiting', 'Take many options off the waiting list'),
  firm: bulkRoute('firm', 'Make many validated options firm'),
  cancel: bulkRoute('cancel', 'Cancel many validated or firm options'),
  reinstate: bulkRoute('reinstate', 'Reinstate many lapsed options'),
  lapse: bulkRoute('lapse', 'Let many options lapse'),
  expire: bulkRoute('expire', 'Record of many options that their last performance is past'),
  withdraw: bulkRoute('withdraw', 'Withdraw many options'),
  validate: bulkRoute(
    'validate',
    'Validate a selection: placed options are confirmed, one order for each contact; refusals become definite',
    BulkConfirmBody,
  ),
};

/** Verbs on many options at once. */
export const bulkRoutes: readonly Route[] = [bulkPreviewRoute, ...Object.values(verbs), ...togetherRoutes];
