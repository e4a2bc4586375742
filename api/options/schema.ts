import { z } from 'zod';
import { lineRoles, productKinds } from '../../rules/catalogue/product-kinds.ts';
import { optionStates, optionVerbs } from '../../rules/options/life.ts';
import { ToldDecision } from './told-decision.ts';

/** Upper bound of places on one line. */
export const maxPlaces = 10_000;
/** Upper bound of seats named for one line. */
export const maxSeats = 1_000;
/** Upper bound of lines in one option. */
export const maxLines = 50;

export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
export const motive = z.string().trim().min(1).max(2000);
const remark = z.string().trim().max(4000);

/** The motive of a verb, and the wish to go on after a warning. */
export const verbBody = {
  reason: motive.nullish(),
  override: z.strictObject({ reason: motive }).nullish(),
};

export const requestFields = {
  contactId: id,
  performanceId: id,
  fallbackPerformanceIds: z.array(id).max(3).nullish(),
  lines: z
    .array(
      z.strictObject({
        seatCategoryId: id,
        quantity: z.int().min(1).max(maxPlaces),
        minimumQuantity: z.int().min(1).max(maxPlaces).nullish(),
        audienceSubcategoryId: id.nullish(),
      }),
    )
    .min(1)
    .max(maxLines),
  acceptsUpgrade: z.boolean().nullish(),
  remark: remark.nullish(),
  internalRemark: remark.nullish(),
  channelId: id.nullish(),
  ...verbBody,
};

/** A request, or with `place` a direct placement. */
export const NewOption = z.strictObject({
  ...requestFields,
  place: z.boolean().nullish(),
  confirmationDueAt: instant.nullish(),
});

/** A request as it should read from now on. */
export const ChangedOption = z.strictObject(requestFields);

/** What a verb without words of its own takes. */
export const VerbBody = z.strictObject(verbBody);

/** What is granted. */
export const PlaceBody = z.strictObject({
  performanceId: id.nullish(),
  lines: z
    .array(
      z.strictObject({
        lineId: id,
        quantity: z.int().min(0).max(maxPlaces),
        seatCategoryId: id.nullish(),
        contingentId: id.nullish(),
        audienceSubcategoryId: id.nullish(),
        seatIds: z.array(id).max(maxSeats).nullish().meta({
          description:
            'Numbered seats of the performance, at most as many as the quantity. Left out, the line keeps the seats it has as far as they fit, and the other places are a quantity without seats; empty, it has none.',
        }),
      }),
    )
    .min(1)
    .max(maxLines)
    .nullish(),
  seats: z.enum(['best']).nullish().meta({
    description:
      'Lines that name no seats have the best free ones beside those they keep, chosen and taken under one lock.',
  }),
  remainder: z.enum(['drop', 'wait']).nullish(),
  confirmationDueAt: instant.nullish(),
  ...verbBody,
});

/** Which ways to seat an option are asked for. */
export const ProposalsBody = z.strictObject({
  performanceId: id.nullish().meta({ description: 'Left out: the choices of the option, in their order' }),
  k: z.int().min(1).max(10).nullish(),
  lines: z
    .array(
      z.strictObject({
        lineId: id,
        quantity: z.int().min(1).max(maxPlaces),
        seatCategoryId: id.nullish(),
        contingentId: id.nullish(),
      }),
    )
    .min(1)
    .max(maxLines)
    .nullish(),
});

/** A validation, with another payment date when one was agreed. */
export const ConfirmBody = z.strictObject({
  paymentDueAt: instant.nullish(),
  bookingFileId: id.nullish().meta({
    description:
      'An open file of the contact the order goes into; left out: the file of the option, or a new one',
  }),
  insured: z.boolean().nullish().meta({ description: 'The order is released whole or not at all' }),
  ...verbBody,
});

/** A copy of a request, for this audience subcategory on every line. */
export const DuplicateBody = z.strictObject({ audienceSubcategoryId: id.nullish(), ...verbBody });

/** Until when, as agreed: the answer of a placed option, the payment of a validated one. */
export const ExtendBody = z.strictObject({ dueAt: instant, ...verbBody });

/** A reason in the reader’s language. */
export const TellReason = z.object({
  code: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const AllowedAction = z.object({
  verb: z.enum(optionVerbs),
  allowed: z.boolean(),
  reasons: z.array(TellReason),
});

const SeatLabel = z.object({ id, label: z.string() });

const Placed = z.object({
  id,
  performanceId: id,
  seatCategoryId: id,
  contingentId: id,
  audienceSubcategoryId: id.nullable(),
  quantity: z.int(),
  takesStock: z.boolean(),
  priceCents: z.int().nullable(),
  seats: z.array(SeatLabel),
  seatRows: z
    .array(z.string())
    .meta({ description: 'The seats told row by row: first and last of neighbours' }),
});

const AnswerLine = z.object({
  id,
  performanceId: id,
  productLineId: id.nullable(),
  seatCategoryId: id,
  audienceSubcategoryId: id.nullable(),
  requestedQuantity: z.int(),
  minimumQuantity: z.int().nullable(),
  placed: z.array(Placed),
});

/** The ways to seat each line, best first, and why; without any, what is left on each date. */
export const LineProposalsBody = z
  .object({
    lineId: id,
    seatCategoryId: id,
    quantity: z.int(),
    proposals: z.array(
      z.object({ performanceId: id, seats: z.array(SeatLabel), reasons: z.array(TellReason) }),
    ),
    left: z.array(z.object({ performanceId: id, reasons: z.array(TellReason) })),
  })
  .meta({ id: 'SeatProposals' });

/** What every verb answers. */
export const OptionAnswerBody = z
  .object({
    id,
    organisationId: id,
    number: z.int(),
    kind: z.enum(['seats', 'product']),
    product: z.object({ id, quantity: z.int() }).nullable(),
    twin: z
      .object({ id, number: z.int(), state: z.enum(optionStates), verb: z.enum(optionVerbs).nullable() })
      .nullable()
      .meta({ description: 'The twin, and the verb proposed for it' }),
    state: z.enum(optionStates),
    version: z.int(),
    lines: z.array(AnswerLine),
    allowedActions: z.array(AllowedAction),
    confirmationDueAt: z.string().nullable(),
    confirmationDueRule: z.string().nullable(),
    paymentDueAt: z.string().nullable(),
    orderId: id.nullable(),
    basketId: id.nullish().meta({ description: 'The basket it is in while that is open' }),
    warnings: z.array(TellReason),
  })
  .meta({ id: 'OptionAnswer' });

/** A row of the list of options. */
export const OptionRowBody = z
  .object({
    id,
    number: z.int(),
    version: z.int(),
    kind: z.enum(['seats', 'product']),
    productId: id.nullable(),
    productKind: z.enum(productKinds).nullable(),
    productName: z.string().nullable(),
    productQuantity: z.int().nullable().meta({ description: 'Units of the product' }),
    state: z.enum(optionStates),
    origin: z.enum(['request', 'direct']),
    refusedFrom: z.enum(['requested', 'placed']).nullable(),
    lapsedFrom: z.enum(['requested', 'placed', 'confirmed']).nullable(),
    organisationId: id,
    contactId: id,
    contactName: z.string(),
    contactNumber: z.int(),
    structureId: id.nullable(),
    structureName: z.string().nullable(),
    provenance: z.string().nullable(),
    channelId: id,
    channelName: z.string(),
    performanceId: id,
    eventId: id,
    eventName: z.string(),
    eventCode: z.string(),
    venueName: z.string(),
    startsAt: z.string(),
    timeZone: z.string(),
    guide: z.string().nullable(),
    position: z.int().nullable(),
    requestedQuantity: z.int(),
    placedQuantity: z.int(),
    requestedAt: z.string(),
    placedAt: z.string().nullable(),
    confirmationDueAt: z.string().nullable(),
    overdue: z.boolean().nullable(),
    orderId: id.nullable(),
    orderNumber: z.int().nullable(),
    paymentDueAt: z.string().nullable(),
    insured: z.boolean().nullable().meta({ description: 'Of its order' }),
    bookingFileId: id.nullable(),
    bookingFileNumber: z.int().nullable(),
    twinNumber: z.int().nullable().meta({ description: 'The option it is linked with' }),
    basketId: id.nullable().meta({ description: 'The basket it is in while that is open' }),
  })
  .meta({ id: 'OptionRow' });

/** One option whole: its row, what was asked for beside what was granted, and what may be done with it. */
export const OptionBody = OptionRowBody.extend({
  remark: z.string().nullable(),
  internalRemark: z.string().nullable(),
  noLettersReason: z.string().nullable().meta({ description: 'Why its contact is not written to about it' }),
  acceptsUpgrade: z.boolean(),
  profilePaymentOn: z.string().nullable(),
  decidedAt: z.string().nullable(),
  operatorName: z.string().nullable().meta({ description: 'The operator who acted on it last' }),
  confirmationDueRule: z.string().nullable(),
  endPolicy: z.enum(['flag', 'release']),
  duePlan: z
    .object({
      basis: z
        .object({ days: z.int(), unit: z.enum(['calendar', 'working']), shifted: z.boolean() })
        .nullable(),
      reminders: z.array(z.string()),
    })
    .nullable()
    .meta({ description: 'The days the due date was counted in, and when the contact is reminded of it' }),
  remindedAt: z.string().nullable(),
  deadlines: z.object({ minimumNoticeHours: z.int() }),
  overdueAt: z.string().nullable(),
  paymentDueRule: z.string().nullable(),
  paymentOverdueAt: z.string().nullable(),
  splitFrom: z
    .object({ id, number: z.int() })
    .nullable()
    .meta({ description: 'The option whose places that were not granted this one waits for' }),
  currency: z.string(),
  authorisation: z.unknown(),
  rulesDecision: ToldDecision.nullable(),
  contact: z.object({
    id,
    number: z.int(),
    kind: z.enum(['individual', 'structure']),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.string(),
    city: z.string().nullable(),
    postcode: z.string().nullable(),
    country: z.string().nullable(),
  }),
  choices: z.array(
    z.object({
      rank: z.int(),
      performanceId: id,
      eventName: z.string(),
      eventCode: z.string(),
      venueName: z.string(),
      startsAt: z.string(),
      timeZone: z.string(),
      cancelled: z.boolean().meta({ description: 'The performance does not take place' }),
    }),
  ),
  twin: z
    .object({ id, number: z.int(), state: z.enum(optionStates), kind: z.enum(['seats', 'product']) })
    .nullable(),
  lines: z.array(
    AnswerLine.extend({
      productLineName: z.string().nullable(),
      productLineRole: z.enum(lineRoles).nullable(),
      performanceName: z.string(),
      startsAt: z.string(),
      timeZone: z.string(),
      eventKind: z.enum(['show', 'visit', 'article']),
      guide: z.string().nullable(),
      seatCategoryCode: z.string(),
      seatCategoryName: z.string(),
      audienceSubcategoryName: z.string().nullable(),
      audienceCategoryName: z.string().nullable(),
      placed: z.array(
        Placed.extend({
          seatCategoryCode: z.string(),
          contingentName: z.string(),
          audienceSubcategoryName: z.string().nullable(),
          audienceCategoryName: z.string().nullable(),
        }),
      ),
    }),
  ),
  allowedActions: z.array(AllowedAction),
}).meta({ id: 'Option' });
