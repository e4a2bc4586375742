import { sql } from 'kysely';
import { processId } from '../../rules/processes.ts';
import { oweLetter } from '../letters/owe-letter.ts';
import { newId } from '../new-id.ts';
import type { Decided } from '../options/decide-option.ts';
import type { Verb } from '../verb.ts';
import type { LockedBasket } from './lock-basket.ts';
import type { RestClaim } from './sold-option.ts';

/** An option made of what is left of another, with its line for each line of that one. */
export interface RestOption {
  id: string;
  /** What its letters and operations come from. */
  historyId: string;
  lineIds: ReadonlyMap<string, string>;
}

/**
 * Makes an option of what is left of one that is sold in part (verb `split`): in the state that one had, in the same order
 * and file, for the same contact and dates. What was requested stays with the first; this one asks for what is left.
 */
export async function splitRest(
  verb: Verb,
  { option, lines }: Decided,
  rests: readonly RestClaim[],
  { order }: LockedBasket,
): Promise<RestOption> {
  const id = newId();
  const quantity = rests.reduce((sum, { part }) => sum + part.rest, 0);
  await sql`
    insert into seat_option (id, institution_id, organisation_id, origin, contact_id, structure_id, channel_id, state,
      performance_id, performance_starts_at, requested_quantity, placed_quantity, accepts_upgrade, remark,
      internal_remark, requested_at, placed_at, decided_at, confirmation_due_at, confirmation_due_rule,
      profile_payment_on, end_policy, grace_hours, booking_file_id, order_id, split_from_id, no_letters_reason, authorisation)
    select ${id}, institution_id, organisation_id, origin, contact_id, structure_id, channel_id, ${option.state},
      performance_id, performance_starts_at, ${quantity}::int, ${quantity}::int, accepts_upgrade, remark,
      internal_remark, requested_at, placed_at, ${verb.now}, confirmation_due_at, confirmation_due_rule,
      profile_payment_on, end_policy, grace_hours, ${order.booking_file_id}, ${order.id}, id,
      no_letters_reason, authorisation
    from seat_option where id = ${option.id}`.execute(verb.db);
  await sql`
    insert into option_choice (id, institution_id, option_id, performance_id, rank)
    select uuidv7(), institution_id, ${id}, performance_id, rank from option_choice
    where option_id = ${option.id}`.execute(verb.db);
  const byLine = Map.groupBy(rests, ({ part }) => part.places.lineId);
  const lineIds = new Map([...byLine.keys()].map((lineId) => [lineId, newId()]));
  for (const [lineId, parts] of byLine) {
    const left = parts.reduce((sum, { part }) => sum + part.rest, 0);
    await sql`
      insert into option_line (id, institution_id, option_id, position, performance_id, seat_category_id,
        audience_subcategory_id, requested_quantity)
      select ${lineIds.get(lineId) ?? null}::uuid, institution_id, ${id}, position, performance_id, seat_category_id,
        audience_subcategory_id, ${left}::int
      from option_line where id = ${lineId}`.execute(verb.db);
  }
  const historyId = verb.record({
    verb: 'split',
    subjectType: 'option',
    subjectId: id,
    organisationId: option.organisation_id,
    after: {
      state: option.state,
      orderId: order.id,
      splitFrom: option.number,
      lines: lines.lines.flatMap((line) => {
        const placed = (byLine.get(line.id) ?? []).map(({ part: { places, rest, restSeats } }) => {
          const { lineId: _line, stockId: _stock, counter: _counter, ...told } = places;
          return { ...told, quantity: rest, seats: restSeats.length === 0 ? null : restSeats };
        });
        const requestedQuantity = placed.reduce((sum, each) => sum + each.quantity, 0);
        return placed.length === 0
          ? []
          : [{ ...line, id: lineIds.get(line.id), requestedQuantity, minimumQuantity: null, placed }];
      }),
    },
  });
  verb.wake(processId.option(id));
  return { id, historyId, lineIds };
}

/** The contact is told what is left to be paid: its confirmation, in an order that says until when. */
export async function tellRest(verb: Verb, rest: RestOption, orderId: string): Promise<void> {
  await oweLetter(verb, {
    kind: 'confirmation',
    optionId: rest.id,
    orderId,
    causeHistoryId: rest.historyId,
  });
}
