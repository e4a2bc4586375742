import { z } from 'zod';
import { cancelConfirmation } from '../../activities/options/cancel-confirmation.ts';
import { cancelOption } from '../../activities/options/cancel-option.ts';
import { cancelRefusal } from '../../activities/options/cancel-refusal.ts';
import { changeOption } from '../../activities/options/change-option.ts';
import { confirmOption } from '../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../activities/options/confirm-refusal.ts';
import { duplicateOption } from '../../activities/options/duplicate-option.ts';
import { expireOption } from '../../activities/options/expire-option.ts';
import { extendOption } from '../../activities/options/extend-option.ts';
import { firmOption } from '../../activities/options/firm-option.ts';
import { lapseOption } from '../../activities/options/lapse-option.ts';
import { leaveWaiting } from '../../activities/options/leave-waiting.ts';
import type { OptionVerbInput } from '../../activities/options/locked-option.ts';
import type { OptionAnswer } from '../../activities/options/option-answer.ts';
import { placeDirectly } from '../../activities/options/place-directly.ts';
import { placeOption } from '../../activities/options/place-option.ts';
import { proposeSeats } from '../../activities/options/propose-seats.ts';
import { refuseOption } from '../../activities/options/refuse-option.ts';
import { reinstateOption } from '../../activities/options/reinstate-option.ts';
import { requestOption } from '../../activities/options/request-option.ts';
import { resumeOption } from '../../activities/options/resume-option.ts';
import { waitOption } from '../../activities/options/wait-option.ts';
import { withdrawOption } from '../../activities/options/withdraw-option.ts';
import { Problem } from '../../activities/problem.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import { readOptionDetail } from '../../database/read-models/option-detail.ts';
import { optionList } from '../../database/read-models/options.ts';
import type { BuiltVerb, optionBirths } from '../../rules/options/life.ts';
import { rightFor } from '../../rules/options/rights.ts';
import { listRoute } from '../http/lists.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { detailRoutes } from './detail-routes.ts';
import { presentAnswer, presentOption, presentProposals } from './presenter.ts';
import {
  ChangedOption,
  ConfirmBody,
  DuplicateBody,
  ExtendBody,
  LineProposalsBody,
  NewOption,
  OptionAnswerBody,
  OptionBody,
  OptionRowBody,
  PlaceBody,
  ProposalsBody,
  VerbBody,
} from './schema.ts';

const tags = ['options'];
const Id = z.strictObject({ id: z.uuid() });
const readRight = 'options.seats.requests:read';

const one = defineRoute({
  method: 'get',
  path: '/api/options/{id}',
  summary: 'One option: what was asked for, what was granted, what may be done with it',
  tags,
  right: readRight,
  params: Id,
  answers: { 200: OptionBody },
  handle: async ({ params, read, session, locale }) => {
    const found = await read(async (db, scope) => {
      const row = await optionList.one(db, scope, params.id);
      const detail = row && (await readOptionDetail(db, scope, params.id));
      return row && detail && { row, detail };
    });
    if (!found) throw new Problem('request.notFound');
    return presentOption(found.row, found.detail, { session, locale });
  },
});

const create = defineRoute({
  method: 'post',
  path: '/api/options',
  summary: 'Request seats, or with `place` place them directly',
  tags,
  right: rightFor('request'),
  body: NewOption,
  answers: { 201: OptionAnswerBody },
  handle: async ({ body, caller, session, locale }) => {
    const { place, confirmationDueAt, ...request } = body;
    const answer = place
      ? await placeDirectly(caller(rightFor('place-directly')), { ...request, confirmationDueAt })
      : await requestOption(caller(), request);
    return new Reply(presentAnswer(answer, { session, locale }), {
      headers: { Location: `/api/options/${answer.id}` },
    });
  },
});

const change = defineRoute({
  method: 'put',
  path: '/api/options/{id}',
  summary: 'Change a request that is not treated yet',
  tags,
  right: rightFor('change'),
  params: Id,
  body: ChangedOption,
  answers: { 200: OptionAnswerBody },
  handle: async ({ params, body, ifMatch, caller, session, locale }) => {
    const answer = await changeOption(caller(), { ...body, optionId: params.id, version: ifMatch });
    return presentAnswer(answer, { session, locale });
  },
});

const proposals = defineRoute({
  method: 'post',
  path: '/api/options/{id}/seat-proposals',
  summary: 'The best ways to seat an option, and why; nothing is taken',
  tags,
  right: 'options.seats.placement:read',
  version: 'none',
  params: Id,
  body: ProposalsBody,
  answers: { 200: z.array(LineProposalsBody) },
  handle: async ({ params, body, caller, locale }) =>
    presentProposals(await proposeSeats(caller(), { ...body, optionId: params.id }), locale),
});

const duplicate = defineRoute({
  method: 'post',
  path: '/api/options/{id}/duplicate',
  summary: 'Copy a request, for another audience subcategory if wanted; answers the copy',
  tags,
  right: rightFor('duplicate'),
  params: Id,
  body: DuplicateBody,
  answers: { 201: OptionAnswerBody },
  handle: async ({ params, body, ifMatch, caller, session, locale }) => {
    const answer = await duplicateOption(caller(), { ...body, optionId: params.id, version: ifMatch });
    return new Reply(presentAnswer(answer, { session, locale }), {
      headers: { Location: `/api/options/${answer.id}` },
    });
  },
});

type VerbOnOption = Exclude<BuiltVerb, keyof typeof optionBirths | 'change'>;

/** One route of a verb: its own words, and the function that does it. */
function verbRoute<Body extends z.ZodType<Omit<OptionVerbInput, 'optionId' | 'version'>>>(
  verb: VerbOnOption,
  summary: string,
  body: Body,
  act: (caller: VerbCaller, input: z.output<Body> & OptionVerbInput) => Promise<OptionAnswer>,
): Route {
  return defineRoute({
    method: 'post',
    path: `/api/options/{id}/${verb}`,
    summary,
    tags,
    right: rightFor(verb),
    params: Id,
    body,
    answers: { 200: OptionAnswerBody },
    handle: async ({ params, body: input, ifMatch, caller, session, locale }) => {
      const answer = await act(caller(), { ...input, optionId: params.id, version: ifMatch });
      return presentAnswer(answer, { session, locale });
    },
  });
}

/** Every built verb that acts on an existing option; the compiler asks for the ones that are missing. */
const verbs: Readonly<Record<VerbOnOption, Route>> = {
  place: verbRoute('place', 'Place an option, or change its placement', PlaceBody, placeOption),
  extend: verbRoute(
    'extend',
    'Agree on another date: of the answer while placed, of the payment once validated',
    ExtendBody,
    extendOption,
  ),
  confirm: verbRoute('confirm', 'Validate a placed option: order and letter', ConfirmBody, confirmOption),
  refuse: verbRoute('refuse', 'Refuse an option; reversible until validated', VerbBody, refuseOption),
  'cancel-refusal': verbRoute('cancel-refusal', 'Cancel a pending refusal', VerbBody, cancelRefusal),
  'confirm-refusal': verbRoute(
    'confirm-refusal',
    'Validate a refusal: its letter leaves',
    VerbBody,
    confirmRefusal,
  ),
  'cancel-confirmation': verbRoute(
    'cancel-confirmation',
    'Cancel a validation, of a placement or of a refusal',
    VerbBody,
    cancelConfirmation,
  ),
  lapse: verbRoute('lapse', 'Let an option lapse; its seats go back', VerbBody, lapseOption),
  withdraw: verbRoute('withdraw', 'Withdraw an option at the contact’s wish', VerbBody, withdrawOption),
  wait: verbRoute(
    'wait',
    'Put a refused option on the waiting list; its letter leaves',
    VerbBody,
    waitOption,
  ),
  'leave-waiting': verbRoute(
    'leave-waiting',
    'Take an option off the waiting list: a pending refusal again',
    VerbBody,
    leaveWaiting,
  ),
  firm: verbRoute('firm', 'Make a validated option firm: time does not release it', VerbBody, firmOption),
  cancel: verbRoute('cancel', 'Cancel a validated or firm option; its seats go back', VerbBody, cancelOption),
  reinstate: verbRoute('reinstate', 'Place a lapsed option again, as it was', VerbBody, reinstateOption),
  expire: verbRoute('expire', 'Record that the last performance asked for is past', VerbBody, expireOption),
  resume: verbRoute('resume', 'Load the order of a validated option into a basket', VerbBody, resumeOption),
};

/** Everything about options. */
export const optionRoutes: readonly Route[] = [
  listRoute(optionList, { path: '/api/options', right: readRight, row: OptionRowBody, tags }),
  one,
  create,
  change,
  duplicate,
  proposals,
  ...detailRoutes,
  ...bulkRoutes,
  ...Object.values(verbs),
];
