import { type NotNull, type RawBuilder, type SqlBool, sql } from 'kysely';
import { productKinds } from '../../rules/catalogue/product-kinds.ts';
import { optionStates } from '../../rules/options/life.ts';
import type { OptionKind } from '../../rules/options/rights.ts';
import type { Queries } from '../schema.ts';
import { type Alternatives, defineList, type Once } from './list.ts';
import { isNumber } from './list-conditions.ts';
import { choice, day, flag, instant, integer, text, uuid } from './list-fields.ts';
import { contactIdsWith, hasContactWord, hasEventWord, performanceIdsWith } from './list-words.ts';

/** A row of the list of options: the columns of the placement screen. */
export type OptionListRow = Awaited<ReturnType<ReturnType<typeof optionRows>['execute']>>[number];

/** What a list knows of an option by itself. */
const ownRows = (kind: OptionKind) =>
  sql`(select *, (state = 'placed' and confirmation_due_at <= now()) as overdue, state = 'resumed' as resumed
    from seat_option where kind = ${sql.lit(kind)}) as seat_option`;

/** What is known of an option by its performance: performances are few, and options are found by theirs in an index. */
const ofPerformance = { key: 'performance.id', of: 'seat_option.performance_id' };
const ofEvent = {
  ...ofPerformance,
  from: 'performance join show_event on show_event.id = performance.event_id',
};

/** What both lists of options may be asked. */
const fields = {
  number: integer('seat_option.number', { searched: true }),
  state: choice('seat_option.state', optionStates),
  organisationId: uuid('seat_option.organisation_id'),
  contactId: uuid('seat_option.contact_id'),
  structureId: uuid('seat_option.structure_id', { nullable: true }),
  performanceId: uuid('seat_option.performance_id'),
  eventId: uuid('performance.event_id', { among: { ...ofPerformance, from: 'performance', few: true } }),
  seasonId: uuid('show_event.season_id', { among: ofEvent }),
  activityId: uuid('show_event.activity_id', { among: ofEvent }),
  channelId: uuid('seat_option.channel_id'),
  orderId: uuid('seat_option.order_id', { nullable: true }),
  bookingFileId: uuid('seat_option.booking_file_id', { nullable: true }),
  basketId: uuid('seat_option.basket_id', { nullable: true }),
  overdue: flag('seat_option.overdue'),
  resumed: flag('seat_option.resumed'),
  requestedAt: instant('seat_option.requested_at'),
  confirmationDueAt: instant('seat_option.confirmation_due_at', { nullable: true }),
  startsAt: instant('seat_option.performance_starts_at'),
  contactName: text('contact.name', { searched: true }),
  eventName: text('show_event.name', { searched: true }),
};

/** Options on seats with the names people know them by. An option past its due date that still holds is overdue. */
export const optionList = defineList({
  name: 'options',
  table: 'seat_option',
  sort: ['requestedAt', 'DESC'],
  fields,
  rows: (db: Queries) => optionRows(db, 'seats'),
  hasWord: (word) => sql<SqlBool>`(${hasContactWord(word)} or ${hasEventWord(word)} or ${hasNumber(word)})`,
  foundBy,
  own: ownRows('seats'),
  near: sql`${ownRows('seats')} left join contact on contact.id = seat_option.contact_id
    left join performance on performance.id = seat_option.performance_id
    left join show_event on show_event.id = performance.event_id`,
  present: (row) => row,
});

/** Options on products. A visit's date and time are those of its venue's clock. */
export const productOptionList = defineList({
  name: 'product-options',
  table: 'seat_option',
  sort: ['requestedAt', 'DESC'],
  fields: {
    ...fields,
    productId: uuid('seat_option.product_id'),
    productKind: choice('product.kind', productKinds),
    productName: text('product.name', { searched: true }),
    visitOn: day('performance.visit_on'),
    visitAt: text('performance.visit_at'),
  },
  rows: (db: Queries) => optionRows(db, 'product'),
  own: ownRows('product'),
  present: (row) => row,
});

/** The list of each kind of option. */
export const optionListOf = { seats: optionList, product: productOptionList } as const satisfies Record<
  OptionKind,
  typeof optionList
>;

/** Joined by `left join` so that a count leaves them out; the keys are there, and so are their rows. */
interface Joined {
  contactName: NotNull;
  contactNumber: NotNull;
  channelName: NotNull;
  eventId: NotNull;
  eventName: NotNull;
  eventCode: NotNull;
  venueName: NotNull;
  startsAt: NotNull;
  timeZone: NotNull;
}

function hasNumber(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`seat_option.number = ${isNumber(word) ? Number(word) : null}::int`;
}

/** As many different combinations of words as events have are told apart. */
const mostCombinations = 8;

/**
 * Each word is in its contact or in its event, or is its number. Events are few: which words they have is asked first, so
 * that what remains of the words is looked up among the contacts at once. What asks for least comes first: the first that has
 * too many rows ends the search.
 */
async function foundBy(db: Queries, words: readonly string[], once: Once): Promise<Alternatives> {
  const { rows: events } = await sql<{
    known: string[];
  }>`select known from event_words(${[...words]}::text[])`.execute(db);
  const asked = (sought: readonly string[]) =>
    sql<SqlBool>`seat_option.contact_id = any(${once(contactIdsWith(sought))}::uuid[])`;
  const performed = (sought: readonly string[]) =>
    sql<SqlBool>`seat_option.performance_id = any(${once(performanceIdsWith(sought))}::uuid[])`;
  const inEither = (word: string) => any([asked([word]), performed([word])]);
  if (events.length > mostCombinations)
    return [all(words.map((word) => any([inEither(word), hasNumber(word)])))];
  const played = events.flatMap(({ known }) => (known.length === words.length ? performed(known) : []));
  const shared = events.flatMap(({ known }) => {
    const rest = words.filter((word) => !known.includes(word));
    return rest.length === 0 ? [] : all([performed(known), asked(rest)]);
  });
  const numbered = words.filter(isNumber).map((number) => {
    const rest = words.filter((word) => word !== number);
    return all([hasNumber(number), ...rest.map(inEither)]);
  });
  return [...played, asked(words), ...shared, ...numbered];
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function any(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

function optionRows(db: Queries, kind: OptionKind) {
  const options = db
    .selectFrom('seat_option')
    .selectAll()
    .where('kind', '=', kind)
    .select(sql<boolean>`(state = 'placed' and confirmation_due_at <= now())`.as('overdue'))
    .select(sql<boolean>`state = 'resumed'`.as('resumed'))
    .as('seat_option');
  const performances = db
    .selectFrom('performance')
    .selectAll()
    .select([
      sql<string>`(starts_at at time zone time_zone)::date`.as('visit_on'),
      sql<string>`to_char(starts_at at time zone time_zone, 'HH24:MI')`.as('visit_at'),
    ])
    .as('performance');
  return db
    .selectFrom(options)
    .leftJoin('contact', 'contact.id', 'seat_option.contact_id')
    .leftJoin('contact as structure', 'structure.id', 'seat_option.structure_id')
    .leftJoin(performances, (join) => join.onRef('performance.id', '=', 'seat_option.performance_id'))
    .leftJoin('product', 'product.id', 'seat_option.product_id')
    .leftJoin('show_event', 'show_event.id', 'performance.event_id')
    .leftJoin('venue', 'venue.id', 'performance.venue_id')
    .leftJoin('sales_channel', 'sales_channel.id', 'seat_option.channel_id')
    .leftJoin('customer_order', 'customer_order.id', 'seat_option.order_id')
    .leftJoin('booking_file', 'booking_file.id', 'seat_option.booking_file_id')
    .leftJoin('seat_option as twin', 'twin.id', 'seat_option.twin_of')
    .leftJoin('option_choice', (join) =>
      join
        .onRef('option_choice.option_id', '=', 'seat_option.id')
        .onRef('option_choice.performance_id', '=', 'seat_option.performance_id'),
    )
    .select([
      'seat_option.id',
      'seat_option.number',
      'seat_option.version',
      'seat_option.kind',
      'seat_option.product_id as productId',
      'seat_option.product_quantity as productQuantity',
      'product.kind as productKind',
      'product.name as productName',
      'seat_option.state',
      'seat_option.origin',
      'seat_option.refused_from as refusedFrom',
      'seat_option.lapsed_from as lapsedFrom',
      'seat_option.organisation_id as organisationId',
      'seat_option.contact_id as contactId',
      'contact.name as contactName',
      'contact.number as contactNumber',
      'structure.name as structureName',
      'seat_option.structure_id as structureId',
      'seat_option.channel_id as channelId',
      'sales_channel.name as channelName',
      'seat_option.performance_id as performanceId',
      'show_event.id as eventId',
      'show_event.name as eventName',
      'show_event.code as eventCode',
      'venue.name as venueName',
      'performance.starts_at as startsAt',
      'performance.time_zone as timeZone',
      'performance.guide',
      'option_choice.rank as position',
      'seat_option.requested_quantity as requestedQuantity',
      'seat_option.placed_quantity as placedQuantity',
      'seat_option.requested_at as requestedAt',
      'seat_option.placed_at as placedAt',
      'seat_option.confirmation_due_at as confirmationDueAt',
      'seat_option.overdue',
      'seat_option.order_id as orderId',
      'customer_order.number as orderNumber',
      'customer_order.payment_due_at as paymentDueAt',
      'customer_order.insured',
      'seat_option.booking_file_id as bookingFileId',
      'booking_file.number as bookingFileNumber',
      'twin.number as twinNumber',
      'seat_option.basket_id as basketId',
    ])
    .select(
      sql<string | null>`nullif(concat_ws(' ', contact.country, contact.postcode), '')`.as('provenance'),
    )
    .$narrowType<Joined>();
}
