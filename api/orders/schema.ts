import { z } from 'zod';
import { basketStates, basketVerbs, paymentMeans, restChoices } from '../../rules/orders/basket-life.ts';

const id = z.uuid();
const motive = z.string().trim().min(1).max(2000);
const cents = z.int();
/** Upper bound of places paid on one line, and of lines and seats in one payment. */
const [maxPlaces, maxLines, maxSeats] = [10_000, 500, 1_000];

/** A row of the list of orders. */
export const OrderBody = z
  .object({
    id,
    number: z.int(),
    state: z.enum(['open', 'paid', 'cancelled']),
    organisationId: id,
    contactId: id,
    contactName: z.string(),
    contactNumber: z.int(),
    bookingFileId: id,
    bookingFileNumber: z.int(),
    basketId: id.nullable().meta({ description: 'The basket it is in while that is open' }),
    optionIds: z.array(id),
    totalCents: cents,
    paidCents: cents,
    currency: z.string(),
    paymentDueAt: z.string().nullable(),
    paymentDueRule: z.string().nullable(),
    overdueAt: z
      .string()
      .nullable()
      .meta({ description: 'Since when its payment date is found to have passed' }),
    insured: z.boolean().meta({ description: 'It is released whole or not at all' }),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Order' });

/** A row of the list of files. */
export const BookingFileBody = z
  .object({
    id,
    number: z.int(),
    state: z.enum(['open', 'paid', 'cancelled']),
    organisationId: id,
    contactId: id,
    contactName: z.string(),
    contactNumber: z.int(),
    optionCount: z.int(),
    totalCents: cents,
    paidCents: cents,
    paymentDueAt: z.string().nullable().meta({ description: 'The earliest of its open orders' }),
    insured: z.boolean().meta({ description: 'One of its orders is' }),
    currency: z.string(),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'BookingFile' });

/** A movement inside the orders of a file. */
export const FileOperationBody = z
  .object({
    id,
    at: z.string(),
    kind: z.enum(['order', 'counter']),
    orderId: id,
    orderNumber: z.int(),
    optionId: id,
    optionNumber: z.int(),
    eventName: z.string(),
    startsAt: z.string(),
    timeZone: z.string(),
    seatCategoryName: z.string(),
    audienceSubcategoryName: z.string().nullable(),
    quantity: z.int(),
    priceCents: cents,
    amountCents: cents,
  })
  .meta({ id: 'FileOperation' });

/** An order taken up again, through the organisation's back office unless a channel is named. */
export const ResumeBody = z.strictObject({ channelId: id.nullish(), reason: motive.nullish() });

/** What a verb on a basket without words of its own takes. */
export const AbandonBody = z.strictObject({ reason: motive.nullish() });

/** A payment written down by hand. */
export const PayBody = z.strictObject({
  amountCents: z.int().min(0).max(2_000_000_000).meta({ description: 'Exactly what is sold comes to' }),
  means: z.enum(paymentMeans),
  reference: z.string().trim().min(1).max(200).nullish(),
  lines: z
    .array(
      z.strictObject({
        placesId: id,
        quantity: z.int().min(0).max(maxPlaces),
        seatIds: z.array(id).max(maxSeats).nullish().meta({
          description:
            'The seats that are paid, at most as many as the quantity; left out: the first of them',
        }),
      }),
    )
    .min(1)
    .max(maxLines)
    .nullish()
    .meta({
      description: 'What is paid; left out, all of the basket. Places that are not named are not paid.',
    }),
  rest: z.enum(restChoices).nullish().meta({
    description: 'What is not paid stays validated in the order (usual), or is given back',
  }),
  reason: motive.nullish(),
});

/** What every verb on a basket answers. */
export const BasketAnswerBody = z
  .object({
    id,
    organisationId: id,
    orderId: id,
    state: z.enum(basketStates),
    openedBy: z.string(),
    openedAt: z.string(),
    abandonAt: z.string(),
    endedBy: z.string().nullable(),
    endedAt: z.string().nullable(),
    paidCents: cents,
    means: z.enum(paymentMeans).nullable(),
    reference: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'BasketAnswer' });

/** What a payment answers: the basket, and what became of the options in it. */
export const PaymentAnswerBody = BasketAnswerBody.extend({
  soldOptionIds: z.array(id),
  restOptionIds: z.array(id).meta({ description: 'Options made of what is left of those sold in part' }),
  releasedOptionIds: z.array(id),
}).meta({ id: 'PaymentAnswer' });

/** A row of the list of baskets. */
export const BasketRowBody = BasketAnswerBody.extend({
  orderNumber: z.int(),
  insured: z.boolean().meta({ description: 'Nothing of its order is given back without the rest' }),
  bookingFileId: id,
  bookingFileNumber: z.int(),
  contactId: id,
  contactName: z.string(),
  contactNumber: z.int(),
  channelName: z.string(),
  dueCents: cents.meta({ description: 'What is still to be paid in it while it is open' }),
  currency: z.string(),
  now: z.string().meta({ description: 'The clock the delay is measured by' }),
}).meta({ id: 'BasketRow' });

/** One basket whole: what is in it, and what may be done with it. */
export const BasketBody = BasketRowBody.extend({
  lines: z.array(
    z.object({
      placesId: id,
      optionId: id,
      optionNumber: z.int(),
      optionState: z.enum(['confirmed', 'firm']),
      performanceId: id,
      eventName: z.string(),
      startsAt: z.string(),
      timeZone: z.string(),
      seatCategoryName: z.string(),
      audienceSubcategoryName: z.string().nullable(),
      contingentName: z.string(),
      quantity: z.int(),
      priceCents: cents,
      seats: z.array(z.object({ id, label: z.string() })),
    }),
  ),
  allowedActions: z
    .array(z.enum(basketVerbs))
    .meta({ description: 'What its state and the reader’s rights allow' }),
}).meta({ id: 'Basket' });
