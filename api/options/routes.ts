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
import { linkTwin, unlinkTwin } from '../../activities/options/link-twin.ts';
import type { OptionVerbInput } from '../../activities/options/locked-option.ts';
import type { AnyRequest } from '../../activities/options/new-option.ts';
import type { OptionAnswer } from '../../activities/options/option-answer.ts';
import { type PlaceDirectlyInput, placeDirectly } from '../../activities/options/place-directly.ts';
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
import { optionList, productOptionList } from '../../database/read-models/options.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { BuiltVerb, optionBirths } from '../../rules/options/life.ts';
import { type OptionKind, rightFor } from '../../rules/options/rights.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { listRoute } from '../http/lists.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { rightsIn } from '../http/session.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { detailRoutes } from './detail-routes.ts';
import { presentAnswer, presentOption, presentProposals } from './presenter.ts';
import {
  ChangedProductOption,
  LapseBody,
  NewProductOption,
  PlaceProductBody,
  TwinBody,
} from './product-schema.ts';
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

const Id = z.strictObject({ id: z.uuid() });

/** The doors of one kind of option: where they stand, and whose rights open them. */
interface Doors {
  kind: OptionKind;
  path: '/api/options' | '/api/product-options';
  tags: readonly string[];
  list: typeof optionList;
}

const seats: Doors = { kind: 'seats', path: '/api/options', tags: ['options'], list: optionList };
const products: Doors = {
  kind: 'product',
  path: '/api/product-options',
  tags: ['product-options'],
  list: productOptionList,
};

const readRight = ({ kind }: Doors) =>
  resourceRight(kind === 'seats' ? 'options' : 'product-options', 'read');

function oneRoute(doors: Doors): Route {
  return defineRoute({
    method: 'get',
    path: `${doors.path}/{id}`,
    summary: 'One option: what was asked for, what was granted, what may be done with it',
    tags: doors.tags,
    right: readRight(doors),
    params: Id,
    answers: { 200: OptionBody },
    handle: async ({ params, read, session, locale }) => {
      const found = await read(async (db, scope) => {
        const row = (await doors.list.one(db, scope, params.id)) ?? (await otherKind(db, scope, params.id));
        const detail = row && (await readOptionDetail(db, scope, params.id));
        return row && detail && { row, detail };
      });
      const right = found && readRight(found.row.kind === 'seats' ? seats : products);
      if (!found || !rightsIn(session, found.row.organisationId).includes(right ?? ''))
        throw new Problem('request.notFound');
      return presentOption(found.row, found.detail, { session, locale });
    },
  });

  /** A link to an option does not say of which kind it is: who may see both kinds finds it. */
  function otherKind(db: Queries, scope: Scope, id: string) {
    return (doors.kind === 'seats' ? productOptionList : optionList).one(db, scope, id);
  }
}

const createSeats = createRoute(seats, 'Request seats, or with `place` place them directly', NewOption);
const createProduct = createRoute(
  products,
  'Request a product, or with `place` place it directly',
  NewProductOption,
);

/** A request, or with `place` a direct placement. */
type NewBody = PlaceDirectlyInput & { place?: boolean | null };

function createRoute({ kind, path, tags }: Doors, summary: string, schema: z.ZodType<NewBody>): Route {
  return defineRoute({
    method: 'post',
    path,
    summary,
    tags,
    right: rightFor('request', kind),
    body: schema,
    answers: { 201: OptionAnswerBody },
    handle: async ({ body, caller, session, locale }) => {
      const { place, confirmationDueAt, ...request } = body;
      const answer = place
        ? await placeDirectly(caller(rightFor('place-directly', kind)), { ...request, confirmationDueAt })
        : await requestOption(caller(), request);
      return new Reply(presentAnswer(answer, { session, locale }), {
        headers: { Location: `${path}/${answer.id}` },
      });
    },
  });
}

function changeRoute<Body extends z.ZodType<AnyRequest>>({ kind, path, tags }: Doors, schema: Body): Route {
  return defineRoute({
    method: 'put',
    path: `${path}/{id}`,
    summary: 'Change a request that is not treated yet',
    tags,
    right: rightFor('change', kind),
    params: Id,
    body: schema,
    answers: { 200: OptionAnswerBody },
    handle: async ({ params, body, ifMatch, caller, session, locale }) => {
      const answer = await changeOption(caller(), { ...body, kind, optionId: params.id, version: ifMatch });
      return presentAnswer(answer, { session, locale });
    },
  });
}

const proposals = defineRoute({
  method: 'post',
  path: '/api/options/{id}/seat-proposals',
  summary: 'The best ways to seat an option, and why; nothing is taken',
  tags: seats.tags,
  right: 'options.seats.placement:read',
  version: 'none',
  params: Id,
  body: ProposalsBody,
  answers: { 200: z.array(LineProposalsBody) },
  handle: async ({ params, body, caller, locale }) =>
    presentProposals(await proposeSeats(caller(), { ...body, optionId: params.id }), locale),
});

function duplicateRoute({ kind, path, tags }: Doors): Route {
  return defineRoute({
    method: 'post',
    path: `${path}/{id}/duplicate`,
    summary: 'Copy a request, for another audience subcategory if wanted; answers the copy',
    tags,
    right: rightFor('duplicate', kind),
    params: Id,
    body: DuplicateBody,
    answers: { 201: OptionAnswerBody },
    handle: async ({ params, body, ifMatch, caller, session, locale }) => {
      const answer = await duplicateOption(caller(), {
        ...body,
        kind,
        optionId: params.id,
        version: ifMatch,
      });
      return new Reply(presentAnswer(answer, { session, locale }), {
        headers: { Location: `${path}/${answer.id}` },
      });
    },
  });
}

type VerbOnOption = Exclude<BuiltVerb, keyof typeof optionBirths | 'change'>;

/** One route of a verb: its own words, and the function that does it. */
function verbRoute<Body extends z.ZodType<Omit<OptionVerbInput, 'optionId' | 'version' | 'kind'>>>(
  { kind, path, tags }: Doors,
  verb: VerbOnOption,
  summary: string,
  body: Body,
  act: (caller: VerbCaller, input: z.output<Body> & OptionVerbInput) => Promise<OptionAnswer>,
): Route {
  return defineRoute({
    method: 'post',
    path: `${path}/{id}/${verb}`,
    summary,
    tags,
    right: rightFor(verb, kind),
    params: Id,
    body,
    answers: { 200: OptionAnswerBody },
    handle: async ({ params, body: input, ifMatch, caller, session, locale }) => {
      const answer = await act(caller(), { ...input, kind, optionId: params.id, version: ifMatch });
      return presentAnswer(answer, { session, locale });
    },
  });
}

/** Every built verb that acts on an existing option; the compiler asks for the ones that are missing. */
const verbsOf = (doors: Doors): Readonly<Record<VerbOnOption, Route>> => ({
  place:
    doors.kind === 'seats'
      ? verbRoute(doors, 'place', 'Place an option, or change its placement', PlaceBody, placeOption)
      : verbRoute(doors, 'place', 'Place an option, or change its placement', PlaceProductBody, placeOption),
  extend: verbRoute(
    doors,
    'extend',
    'Agree on another date: of the answer while placed, of the payment once validated',
    ExtendBody,
    extendOption,
  ),
  confirm: verbRoute(
    doors,
    'confirm',
    'Validate a placed option: order and letter',
    ConfirmBody,
    confirmOption,
  ),
  refuse: verbRoute(doors, 'refuse', 'Refuse an option; reversible until validated', VerbBody, refuseOption),
  'cancel-refusal': verbRoute(doors, 'cancel-refusal', 'Cancel a pending refusal', VerbBody, cancelRefusal),
  'confirm-refusal': verbRoute(
    doors,
    'confirm-refusal',
    'Validate a refusal: its letter leaves',
    VerbBody,
    confirmRefusal,
  ),
  'cancel-confirmation': verbRoute(
    doors,
    'cancel-confirmation',
    'Cancel a validation, of a placement or of a refusal',
    VerbBody,
    cancelConfirmation,
  ),
  lapse: verbRoute(doors, 'lapse', 'Let an option lapse; its seats go back', LapseBody, lapseOption),
  withdraw: verbRoute(
    doors,
    'withdraw',
    'Withdraw an option at the contact’s wish',
    VerbBody,
    withdrawOption,
  ),
  wait: verbRoute(
    doors,
    'wait',
    'Put a refused option on the waiting list; its letter leaves',
    VerbBody,
    waitOption,
  ),
  'leave-waiting': verbRoute(
    doors,
    'leave-waiting',
    'Take an option off the waiting list: a pending refusal again',
    VerbBody,
    leaveWaiting,
  ),
  firm: verbRoute(
    doors,
    'firm',
    'Make a validated option firm: time does not release it',
    VerbBody,
    firmOption,
  ),
  cancel: verbRoute(
    doors,
    'cancel',
    'Cancel a validated or firm option; its seats go back',
    VerbBody,
    cancelOption,
  ),
  reinstate: verbRoute(
    doors,
    'reinstate',
    'Place a lapsed option again, as it was',
    VerbBody,
    reinstateOption,
  ),
  expire: verbRoute(
    doors,
    'expire',
    'Record that the last performance asked for is past',
    VerbBody,
    expireOption,
  ),
  resume: verbRoute(
    doors,
    'resume',
    'Load the order of a validated option into a basket',
    VerbBody,
    resumeOption,
  ),
});

/** Linking two options as twins; each may be of either kind. */
function twinRoutes({ kind, path, tags }: Doors): Route[] {
  const shared = { method: 'post', tags, right: 'options.seats.twins:execute', params: Id } as const;
  const answers = { 200: OptionAnswerBody };
  return [
    defineRoute({
      ...shared,
      path: `${path}/{id}/link-twin`,
      summary: 'Link an option with another: what is done to one is proposed for the other',
      body: TwinBody,
      answers,
      handle: async ({ params, body, ifMatch, caller, session, locale }) => {
        const answer = await linkTwin(caller(), { ...body, kind, optionId: params.id, version: ifMatch });
        return presentAnswer(answer, { session, locale });
      },
    }),
    defineRoute({
      ...shared,
      path: `${path}/{id}/unlink-twin`,
      summary: 'Unlink an option from its twin',
      body: VerbBody,
      answers,
      handle: async ({ params, body, ifMatch, caller, session, locale }) => {
        const answer = await unlinkTwin(caller(), { ...body, kind, optionId: params.id, version: ifMatch });
        return presentAnswer(answer, { session, locale });
      },
    }),
  ];
}

/** Everything about options, on seats and on products. */
export const optionRoutes: readonly Route[] = [
  listRoute(optionList, { path: seats.path, right: readRight(seats), row: OptionRowBody, tags: seats.tags }),
  oneRoute(seats),
  createSeats,
  changeRoute(seats, ChangedOption),
  duplicateRoute(seats),
  proposals,
  ...detailRoutes,
  ...bulkRoutes,
  ...Object.values(verbsOf(seats)),
  ...twinRoutes(seats),
  listRoute(productOptionList, {
    path: products.path,
    right: readRight(products),
    row: OptionRowBody,
    tags: products.tags,
  }),
  oneRoute(products),
  createProduct,
  changeRoute(products, ChangedProductOption),
  duplicateRoute(products),
  ...Object.values(verbsOf(products)),
  ...twinRoutes(products),
];
