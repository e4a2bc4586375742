import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import type { List } from '../../database/read-models/list.ts';
import { bookingFileList, orderList } from '../../database/read-models/orders.ts';
import { listRoute } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';

const right = 'orders.orders:read';
const tags = ['orders'];
const id = z.uuid();

const OrderBody = z
  .object({
    id,
    number: z.int(),
    state: z.enum(['open', 'cancelled']),
    organisationId: id,
    contactId: id,
    contactName: z.string(),
    bookingFileId: id,
    optionIds: z.array(id),
    totalCents: z.int(),
    paymentDueAt: z.string().nullable(),
    paymentDueRule: z.string().nullable(),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Order' });

const BookingFileBody = z
  .object({
    id,
    number: z.int(),
    organisationId: id,
    contactId: id,
    contactName: z.string(),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'BookingFile' });

function oneRoute<Row extends z.ZodType>(
  list: List<z.output<Row>>,
  path: string,
  summary: string,
  row: Row,
): Route {
  return defineRoute({
    method: 'get',
    path: `${path}/{id}`,
    summary,
    tags,
    right,
    params: z.strictObject({ id }),
    answers: { 200: row },
    handle: async ({ params, read }) => {
      const found = await read((db, scope) => list.one(db, scope, params.id));
      if (found === null) throw new Problem('request.notFound');
      return found;
    },
  });
}

/** Orders and files, read only: they change by the verbs of options. */
export const orderRoutes: readonly Route[] = [
  listRoute(orderList, { path: '/api/orders', right, row: OrderBody, tags }),
  oneRoute(orderList, '/api/orders', 'One order with its options', OrderBody),
  listRoute(bookingFileList, { path: '/api/booking-files', right, row: BookingFileBody, tags }),
  oneRoute(bookingFileList, '/api/booking-files', 'One file', BookingFileBody),
];
