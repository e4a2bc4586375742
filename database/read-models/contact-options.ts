import { sql } from 'kysely';
import type { OptionState } from '../../rules/options/life.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** An option as its contact may know it; `state` is told by `contactStatus`, never as it is. */
export interface ContactOptionRow {
  id: string;
  number: number;
  version: number;
  kind: 'seats' | 'product';
  state: OptionState;
  /** The letter that tells of the waiting list has left. */
  waitingLetterSent: boolean;
  /** Of a product, its own name. */
  eventName: string;
  venueName: string;
  startsAt: string;
  timeZone: string;
  requestedAt: string;
  requestedQuantity: number;
  placedQuantity: number;
  paymentDueAt: string | null;
}

/** One of them, whole. */
export interface ContactOptionDetail extends ContactOptionRow {
  performanceId: string;
  acceptsUpgrade: boolean;
  remark: string | null;
  orderNumber: number | null;
  choices: {
    performanceId: string;
    eventName: string;
    startsAt: string;
    timeZone: string;
    venueName: string;
    cancelled: boolean;
  }[];
  lines: {
    seatCategoryId: string;
    seatCategoryName: string;
    requestedQuantity: number;
    granted: number;
  }[];
}

/** Where a page ended. */
export interface ContactOptionsCursor {
  requestedAt: string;
  id: string;
}

/** What remains of a partial placement is an option of its own; its contact learns of it by the letter. */
const told = sql`(seat_option.split_from_id is null
  or seat_option.state in ('confirmed', 'firm', 'resumed', 'declined', 'lapsed', 'withdrawn', 'cancelled')
  or exists (select from letter l where l.option_id = seat_option.id and l.kind = 'waiting' and l.state in ('sent', 'bounced')))`;

/** Options of one holder: made for the structure by whichever relay, else by the person for themselves. */
const own = (
  holderId: string,
) => sql`${told} and coalesce(seat_option.structure_id, seat_option.contact_id) = ${holderId}::uuid
  and (seat_option.structure_id = ${holderId}::uuid or seat_option.contact_id = ${holderId}::uuid)`;

const rowOf = (
  scope: Scope,
) => sql`seat_option.id, seat_option.number, seat_option.version, seat_option.kind, seat_option.state,
  exists (select from letter l where l.option_id = seat_option.id and l.kind = 'waiting' and l.state in ('sent', 'bounced')) as "waitingLetterSent",
  coalesce(product.name, ${toldName(scope, 'show_event', 'e')}) as "eventName", v.name as "venueName", p.starts_at as "startsAt", p.time_zone as "timeZone",
  seat_option.requested_at as "requestedAt", seat_option.requested_quantity as "requestedQuantity",
  seat_option.placed_quantity as "placedQuantity", d.payment_due_at as "paymentDueAt"`;

/** Until it is answered an option stands for its first choice, whichever the house has in mind. */
const joined = sql`seat_option
  join performance p on p.id = case when seat_option.state in ('confirmed', 'firm', 'resumed') then seat_option.performance_id
    else coalesce((select x.performance_id from option_choice x where x.option_id = seat_option.id and x.rank = 0),
      seat_option.performance_id) end
  join show_event e on e.id = p.event_id
  join venue v on v.id = p.venue_id left join customer_order d on d.id = seat_option.order_id
  left join product on product.id = seat_option.product_id`;

/** A page of a holder's own options, the newest request first. */
export async function readContactOptions(
  db: Queries,
  scope: Scope,
  asked: { holderId: string; after: ContactOptionsCursor | null; limit: number },
): Promise<ContactOptionRow[]> {
  const { holderId, after, limit } = asked;
  const further =
    after === null
      ? sql``
      : sql`and (seat_option.requested_at, seat_option.id) < (${after.requestedAt}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<ContactOptionRow>`
    select ${rowOf(scope)} from ${joined}
    where ${scoped(scope, 'seat_option')} and ${own(holderId)} ${further}
    order by seat_option.requested_at desc, seat_option.id desc limit ${limit}`.execute(db);
  return rows;
}

/** One of a holder's own options; null when it is not there, or somebody else's. */
export async function readContactOption(
  db: Queries,
  scope: Scope,
  { holderId, id }: { holderId: string; id: string },
): Promise<ContactOptionDetail | null> {
  const { rows } = await sql<ContactOptionDetail>`
    select ${rowOf(scope)}, p.id as "performanceId", seat_option.accepts_upgrade as "acceptsUpgrade",
      seat_option.remark, d.number as "orderNumber",
      coalesce((select json_agg(json_build_object('performanceId', cp.id, 'eventName', ${toldName(scope, 'show_event', 'ce')},
          'startsAt', to_char(cp.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'timeZone', cp.time_zone,
          'venueName', cv.name, 'cancelled', cp.state = 'cancelled') order by x.rank)
        from option_choice x join performance cp on cp.id = x.performance_id join show_event ce on ce.id = cp.event_id
        join venue cv on cv.id = cp.venue_id where x.option_id = seat_option.id), '[]') as choices,
      coalesce((select json_agg(json_build_object('seatCategoryId', l.seat_category_id,
          'seatCategoryName', ${toldName(scope, 'seat_category', 'k')}, 'requestedQuantity', l.requested_quantity,
          'granted', coalesce((select sum(m.quantity) from claim m where m.line_id = l.id and m.counter <> 'released'), 0))
          order by l.position)
        from option_line l join seat_category k on k.id = l.seat_category_id where l.option_id = seat_option.id), '[]') as lines
    from ${joined}
    where seat_option.id = ${id} and ${scoped(scope, 'seat_option')} and ${own(holderId)}`.execute(db);
  return rows[0] ?? null;
}
