import { z } from 'zod';
import { abandonBasket } from '../../activities/orders/abandon-basket.ts';
import { payByHand } from '../../activities/orders/pay-by-hand.ts';
import { resumeOrder } from '../../activities/orders/resume-order.ts';
import { Problem } from '../../activities/problem.ts';
import { basketList, readBasketLines } from '../../database/read-models/baskets.ts';
import { bookingFileList, readFileOperations } from '../../database/read-models/booking-files.ts';
import { orderList } from '../../database/read-models/orders.ts';
import { rightFor } from '../../rules/options/rights.ts';
import { listRoute, oneRoute } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { payRight, presentBasket } from './presenter.ts';
import {
  AbandonBody,
  BasketAnswerBody,
  BasketBody,
  BasketRowBody,
  BookingFileBody,
  FileOperationBody,
  OrderBody,
  PayBody,
  PaymentAnswerBody,
  ResumeBody,
} from './schema.ts';

const right = 'orders.orders:read';
const tags = ['orders'];
const Id = z.strictObject({ id: z.uuid() });

const orders = { path: '/api/orders', right, row: OrderBody, tags } as const;
const files = { path: '/api/booking-files', right, row: BookingFileBody, tags } as const;
const baskets = { path: '/api/baskets', right, row: BasketRowBody, tags } as const;

const operations = defineRoute({
  method: 'get',
  path: '/api/booking-files/{id}/operations',
  summary: 'The operations of a file, counter-operations too, as they were written',
  tags,
  right,
  params: Id,
  answers: { 200: z.array(FileOperationBody) },
  handle: async ({ params, read }) => {
    const found = await read((db, scope) => readFileOperations(db, scope, params.id));
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

const basket = defineRoute({
  method: 'get',
  path: '/api/baskets/{id}',
  summary: 'One basket: what is in it, until when, and what may be done with it',
  tags,
  right,
  params: Id,
  answers: { 200: BasketBody },
  handle: async ({ params, read, session, locale }) => {
    const found = await read(async (db, scope) => {
      const row = await basketList.one(db, scope, params.id);
      return row && { row, lines: await readBasketLines(db, scope, params.id) };
    });
    if (found === null) throw new Problem('request.notFound');
    return presentBasket(found.row, found.lines, { session, locale });
  },
});

const resume = defineRoute({
  method: 'post',
  path: '/api/orders/{id}/resume',
  summary:
    'Load the validated and firm options of an order into a basket, locked until it is paid or abandoned',
  tags,
  right: rightFor('resume'),
  params: Id,
  body: ResumeBody,
  answers: { 200: BasketAnswerBody },
  handle: ({ params, body, ifMatch, caller }) =>
    resumeOrder(caller(), { ...body, orderId: params.id, version: ifMatch }),
});

const pay = defineRoute({
  method: 'post',
  path: '/api/baskets/{id}/pay-by-hand',
  summary: 'Sell what is in a basket, whole or in part, for a payment written down by hand',
  tags,
  right: payRight,
  params: Id,
  body: PayBody,
  answers: { 200: PaymentAnswerBody },
  handle: ({ params, body, ifMatch, caller }) =>
    payByHand(caller(), { ...body, basketId: params.id, version: ifMatch }),
});

const abandon = defineRoute({
  method: 'post',
  path: '/api/baskets/{id}/abandon',
  summary: 'Abandon a basket: its options are validated or firm as before',
  tags,
  right: rightFor('resume'),
  params: Id,
  body: AbandonBody,
  answers: { 200: BasketAnswerBody },
  handle: ({ params, body, ifMatch, caller }) =>
    abandonBasket(caller(), { ...body, basketId: params.id, version: ifMatch }),
});

/** Orders and files, changed by the verbs of options and baskets only; and the baskets orders are resumed in. */
export const orderRoutes: readonly Route[] = [
  listRoute(orderList, orders),
  oneRoute(orderList, orders),
  resume,
  listRoute(bookingFileList, files),
  oneRoute(bookingFileList, files),
  operations,
  listRoute(basketList, baskets),
  basket,
  pay,
  abandon,
];
