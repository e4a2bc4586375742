import { z } from 'zod';
import { bookingFileList, orderList } from '../../database/read-models/orders.ts';
import { listRoute, oneRoute } from '../http/lists.ts';
import type { Route } from '../http/route.ts';

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
    overdueAt: z
      .string()
      .nullable()
      .meta({ description: 'Since when its payment date is found to have passed' }),
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

const orders = { path: '/api/orders', right, row: OrderBody, tags } as const;
const files = { path: '/api/booking-files', right, row: BookingFileBody, tags } as const;

/** Orders and files, read only: they change by the verbs of options. */
export const orderRoutes: readonly Route[] = [
  listRoute(orderList, orders),
  oneRoute(orderList, orders),
  listRoute(bookingFileList, files),
  oneRoute(bookingFileList, files),
];
