import { z } from 'zod';

const id = z.uuid();

/** Upper bounds of one request: more is for the telephone. */
const maxPlaces = 2_000;
const maxLines = 20;

const Performance = z.object({ id, startsAt: z.string(), timeZone: z.string(), venueName: z.string() });

const Event = z.object({ id, name: z.string(), performances: z.array(Performance) });

/** A page of the programme. */
export const ProgrammeBody = z
  .object({
    events: z.array(Event),
    next: z.string().nullable().meta({ description: 'Where the next page begins; null on the last' }),
  })
  .meta({ id: 'OpenProgramme' });

/** What may be asked for at a performance. */
export const CategoriesBody = z
  .object({
    event: Event,
    categories: z.array(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        minimum: z.int().meta({ description: 'Places to ask for at least' }),
      }),
    ),
  })
  .meta({ id: 'OpenCategories' });

/** A request as the contact writes it. */
export const WishBody = z.strictObject({
  performanceId: id,
  fallbackPerformanceIds: z.array(id).max(3).nullish(),
  lines: z
    .array(z.strictObject({ seatCategoryId: id, quantity: z.int().min(1).max(maxPlaces) }))
    .min(1)
    .max(maxLines),
  acceptsUpgrade: z.boolean().nullish(),
  remark: z.string().trim().max(2_000).nullish(),
});

const Status = z.enum([
  'submitted',
  'in-progress',
  'accepted',
  'waiting',
  'refused',
  'settled',
  'lapsed',
  'cancelled',
]);

const row = {
  id,
  number: z.int(),
  version: z.int(),
  status: Status,
  statusText: z.string().meta({ description: 'The state in the contact’s words' }),
  eventName: z.string(),
  venueName: z.string(),
  startsAt: z.string(),
  timeZone: z.string(),
  requestedAt: z.string(),
  places: z.int().meta({ description: 'Places granted once they are, else asked for' }),
  open: z.boolean().meta({ description: 'It may still be withdrawn' }),
  changeable: z
    .boolean()
    .meta({ description: 'It may still be changed here: products are changed by the house' }),
};

/** "Vos options". */
export const OwnOptionsBody = z
  .object({ options: z.array(z.object(row)), next: z.string().nullable() })
  .meta({ id: 'OwnOptions' });

/** One of them. */
export const OwnOptionBody = z
  .object({
    ...row,
    performanceId: id,
    acceptsUpgrade: z.boolean(),
    remark: z.string().nullable(),
    orderNumber: z.int().nullable(),
    paymentDueAt: z.string().nullable(),
    choices: z.array(
      z.object({
        performanceId: id,
        eventName: z.string(),
        startsAt: z.string(),
        timeZone: z.string(),
        venueName: z.string(),
        cancelled: z.boolean(),
      }),
    ),
    lines: z.array(
      z.object({
        seatCategoryId: id,
        seatCategoryName: z.string(),
        requestedQuantity: z.int(),
        granted: z.int().nullable().meta({ description: 'Null until the house has answered' }),
      }),
    ),
  })
  .meta({ id: 'OwnOption' });

/** What a page is asked with. */
export const PageQuery = z.strictObject({ after: z.string().max(200).optional() });

/** The programme is searched, too. */
export const ProgrammeQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });
