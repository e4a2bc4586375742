import type { z } from 'zod';
import { cancelConfirmation } from '../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../activities/options/confirm-refusal.ts';
import { extendOption } from '../../activities/options/extend-option.ts';
import { actInBulk, type BulkItem, type BulkOption, mostInBulk } from '../../activities/options/in-bulk.ts';
import { lapseOption } from '../../activities/options/lapse-option.ts';
import type { OptionVerbInput } from '../../activities/options/locked-option.ts';
import type { OptionAnswer } from '../../activities/options/option-answer.ts';
import { placeOption } from '../../activities/options/place-option.ts';
import { refuseOption } from '../../activities/options/refuse-option.ts';
import { withdrawOption } from '../../activities/options/withdraw-option.ts';
import { Problem } from '../../activities/problem.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import { optionList } from '../../database/read-models/options.ts';
import type { BuiltVerb, OptionState, optionBirths } from '../../rules/options/life.ts';
import { rightFor } from '../../rules/options/rights.ts';
import { failureOf } from '../http/failures.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { tellResult } from './bulk-result.ts';
import { BulkAnswer, BulkBody, BulkConfirmBody, BulkExtendBody, BulkPlaceBody } from './bulk-schema.ts';
import { togetherRoutes } from './together-routes.ts';

/** What the options of a selection may be told alike. */
type Words = Partial<
  Omit<
    z.output<typeof BulkPlaceBody> & z.output<typeof BulkConfirmBody> & z.output<typeof BulkExtendBody>,
    'ids' | 'items'
  >
>;
type Selection = Pick<z.output<typeof BulkBody>, 'ids' | 'items'>;

/**
 * `validate` confirms what is placed and makes definite what is refused, in one selection. An order is resumed one at a
 * time: its contact is there to pay.
 */
type BulkVerb = Exclude<BuiltVerb, keyof typeof optionBirths | 'change' | 'resume'> | 'validate';

/** Declares the route of one verb on many options. */
function bulkRoute(
  verb: BulkVerb,
  summary: string,
  schema: z.ZodType<Selection & Words>,
  act: (caller: VerbCaller, input: Words & OptionVerbInput, option: BulkOption) => Promise<OptionAnswer>,
): Route {
  return defineRoute({
    method: 'post',
    path: `/api/options/bulk/${verb}`,
    summary,
    description: `Up to ${mostInBulk} at once, one transaction each; each is answered in the order given, also after a refusal. A repeated call with the same Idempotency-Key does nothing twice.`,
    tags: ['options'],
    right: rightFor(verb === 'validate' ? 'confirm' : verb),
    version: 'none',
    body: schema,
    answers: { 200: BulkAnswer },
    handle: async ({ body, caller, read, locale }) => {
      const { ids, items, ...words } = body;
      const named = namedItems(ids, items);
      const sought = [...new Set(named.map(({ id }) => id))].slice(0, mostInBulk);
      const known = await read((db, scope) => optionList.many(db, scope, sought));
      const results = await actInBulk(
        caller(),
        { verb, items: named, words, known },
        (one, input, option) => act(one, { ...words, ...input }, option),
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

const refusedStates: readonly OptionState[] = ['refused', 'declined'];

/** What is refused, or was when the same call came first, is confirmed as a refusal; everything else as a placement. */
function validateOne(caller: VerbCaller, input: OptionVerbInput, option: BulkOption): Promise<OptionAnswer> {
  const isRefusal = refusedStates.includes(option.state);
  return isRefusal ? confirmRefusal(caller, input) : confirmOption(caller, input);
}

/** @throws Problem `request.invalid` without a date, which its schema asks for. */
async function extendOne(
  caller: VerbCaller,
  { dueAt, ...input }: Words & OptionVerbInput,
): Promise<OptionAnswer> {
  if (dueAt === undefined)
    throw new Problem('request.invalid', { errors: [{ path: 'dueAt', code: 'field.required' }] });
  return extendOption(caller, { ...input, dueAt });
}

/** Every built verb that acts on an existing option, on many at once; the compiler asks for the ones that are missing. */
const verbs: Readonly<Record<BulkVerb, Route>> = {
  place: bulkRoute(
    'place',
    'Place many requested or waiting options as requested; what is placed stays as it is',
    BulkPlaceBody,
    (caller, input) => placeOption(caller, { ...input, inBulk: true }),
  ),
  extend: bulkRoute('extend', 'Agree on one date for many options', BulkExtendBody, extendOne),
  confirm: bulkRoute('confirm', 'Validate many placed options', BulkConfirmBody, confirmOption),
  refuse: bulkRoute('refuse', 'Refuse many options', BulkBody, refuseOption),
  'cancel-refusal': bulkRoute('cancel-refusal', 'Cancel many pending refusals', BulkBody, cancelRefusal),
  'confirm-refusal': bulkRoute('confirm-refusal', 'Validate many refusals', BulkBody, confirmRefusal),
  'cancel-confirmation': bulkRoute(
    'cancel-confirmation',
    'Cancel many validations',
    BulkBody,
    cancelConfirmation,
  ),
  lapse: bulkRoute('lapse', 'Let many options lapse', BulkBody, lapseOption),
  withdraw: bulkRoute('withdraw', 'Withdraw many options', BulkBody, withdrawOption),
  validate: bulkRoute(
    'validate',
    'Validate a selection: placed options are confirmed, refusals become definite',
    BulkBody,
    validateOne,
  ),
};

/** Verbs on many options at once. */
export const bulkRoutes: readonly Route[] = [...Object.values(verbs), ...togetherRoutes];
