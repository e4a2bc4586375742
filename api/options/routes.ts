import { z } from 'zod';
import { changeOption } from '../../activities/options/change-option.ts';
import { duplicateOption } from '../../activities/options/duplicate-option.ts';
import type { AnyRequest } from '../../activities/options/new-option.ts';
import { type PlaceDirectlyInput, placeDirectly } from '../../activities/options/place-directly.ts';
import { proposeSeats } from '../../activities/options/propose-seats.ts';
import { requestOption } from '../../activities/options/request-option.ts';
import { Problem } from '../../activities/problem.ts';
import { readOptionDetail } from '../../database/read-models/option-detail.ts';
import { optionList, productOptionList } from '../../database/read-models/options.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { readRight, rightFor } from '../../rules/options/rights.ts';
import { listRoute } from '../http/lists.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { rightsIn } from '../http/session.ts';
import { bulkRoutesOf } from './bulk-routes.ts';
import { detailRoutes } from './detail-routes.ts';
import { type Doors, products, seats } from './doors.ts';
import { presentAnswer, presentOption, presentProposals } from './presenter.ts';
import { ChangedProductOption, NewProductOption } from './product-schema.ts';
import {
  ChangedOption,
  DuplicateBody,
  LineProposalsBody,
  NewOption,
  OptionAnswerBody,
  OptionBody,
  OptionRowBody,
  ProposalsBody,
} from './schema.ts';
import { togetherRoutes } from './together-routes.ts';
import { twinRoutes, verbsOf } from './verb-routes.ts';

const Id = z.strictObject({ id: z.uuid() });

function oneRoute(doors: Doors): Route {
  return defineRoute({
    method: 'get',
    path: `${doors.path}/{id}`,
    summary: 'One option: what was asked for, what was granted, what may be done with it',
    tags: doors.tags,
    right: readRight(doors.kind),
    params: Id,
    answers: { 200: OptionBody },
    handle: async ({ params, read, session, locale }) => {
      const found = await read(async (db, scope) => {
        const row = (await doors.list.one(db, scope, params.id)) ?? (await otherKind(db, scope, params.id));
        const detail = row && (await readOptionDetail(db, scope, params.id));
        return row && detail && { row, detail };
      });
      if (!found || !rightsIn(session, found.row.organisationId).includes(readRight(found.row.kind)))
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

/** Everything about options, on seats and on products. */
export const optionRoutes: readonly Route[] = [
  listRoute(optionList, {
    path: seats.path,
    right: readRight(seats.kind),
    row: OptionRowBody,
    tags: seats.tags,
  }),
  oneRoute(seats),
  createSeats,
  changeRoute(seats, ChangedOption),
  duplicateRoute(seats),
  proposals,
  ...detailRoutes(seats),
  ...bulkRoutesOf(seats),
  ...togetherRoutes,
  ...Object.values(verbsOf(seats)),
  ...twinRoutes(seats),
  listRoute(productOptionList, {
    path: products.path,
    right: readRight(products.kind),
    row: OptionRowBody,
    tags: products.tags,
  }),
  oneRoute(products),
  createProduct,
  ...detailRoutes(products),
  changeRoute(products, ChangedProductOption),
  duplicateRoute(products),
  ...bulkRoutesOf(products),
  ...Object.values(verbsOf(products)),
  ...twinRoutes(products),
];
