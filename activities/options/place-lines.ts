import { statement } from '../../database/statement.ts';
import { type Decision, keptDecision } from '../../rules/authorisation/decide.ts';
import { type DuePlan, duePlan, nextActionAt } from '../../rules/options/deadlines.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { newId } from '../new-id.ts';
import { requireServed } from '../records/require-served.ts';
import { moveStock } from '../stock/move-stock.ts';
import { holdSeats, seatsOf } from '../stock/seats.ts';
import type { Verb } from '../verb.ts';
import { assertAgreedDate } from './agreed-date.ts';
import { askPlacement } from './ask-placement.ts';
import type { ContactLock } from './contact-lock.ts';
import { drawLines } from './draw-lines.ts';
import { type LineGrant, settleGrants } from './granted-lines.ts';
import type { OptionRow } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { type GrantedPlaces, type OptionLines, withPlaced } from './option-lines.ts';
import type { PerformanceFacts } from './performance-facts.ts';
import { placementDue } from './placement-due.ts';
import { type DrawnGrant, lockLines, type SeatedLines } from './seated-lines.ts';
import { productOf, twinProposal } from './twin-proposal.ts';

/** A placement about to happen on a locked (or just made) option. */
export interface Placement {
  option: Pick<
    OptionRow,
    | 'id'
    | 'number'
    | 'kind'
    | 'product_id'
    | 'product_quantity'
    | 'twin_of'
    | 'organisation_id'
    | 'origin'
    | 'confirmation_due_at'
    | 'confirmation_due_rule'
    | 'due_plan'
    | 'reminded_at'
    | 'refused_from'
    | 'version'
    | 'order_id'
    | 'profile_payment_on'
  >;
  lines: OptionLines;
  facts: PerformanceFacts;
  /** Named lines only; null grants everything as requested. */
  wishes: readonly LineGrant[] | null;
  /** `best`: lines that name no seats have theirs chosen. */
  seats: 'best' | null;
  /** An exact instant agreed with the contact. */
  agreedAt: string | null;
  override: { reason: string } | null;
  /** Whether the contact may still be locked, where a limit applies. */
  lock: ContactLock;
}

/** What a placement wrote, and how the option stands after it. */
export interface PlacementResult {
  answer: OptionAnswer;
  ruleVersion: string;
}

/**
 * Places an option: asks the rules, settles prices, draws from the contingents, sets the due date, takes the seats.
 * Seats it held before are given back in the same move, so that a change needs only the difference.
 * @throws Problem `performance.past` | `authorisation.refused` | `authorisation.warned` | `price.missing` |
 *   `contingent.none` | `contingent.notForChannel` | `deadline.agreedPast` | `stock.insufficient` and those of
 *   `lockLines`.
 */
export async function placeLines(verb: Verb, placement: Placement): Promise<PlacementResult> {
  const { lines, facts } = placement;
  const due = dueDate(verb, placement);
  const grants = settleGrants(lines.lines, facts, placement.wishes);
  const prices = grants.map((grant) => grant.audienceSubcategoryId);
  await requireServed(verb, 'audience_subcategory', prices);
  const decision = await askPlacement(verb, placement, {
    performances: [facts],
    counted: { performance: facts, lines: grants },
    categoryIds: grants.map((grant) => grant.seatCategoryId),
    collides: due.collides,
  });
  const live = lines.granted.filter((places) => places.counter !== 'released');
  const seated = await lockLines(verb, {
    performanceId: facts.performanceId,
    wishes: placement.wishes,
    best: placement.seats === 'best',
    isolated: facts,
    grants,
    live,
    stock: facts.stock,
  });
  const drawn = await drawLines(verb, facts, live, grants, seated);
  const granted = drawn.map((each) => heldPlaces(facts, each));
  return completePlacement(verb, placement, { due, decision, live, seated, granted });
}

/** Places held for a grant at a performance. */
export function heldPlaces(facts: PerformanceFacts, { grant, room, seats }: DrawnGrant): GrantedPlaces {
  return {
    id: newId(),
    lineId: grant.lineId,
    stockId: room.stockId,
    counter: 'held',
    performanceId: facts.performanceId,
    seatCategoryId: grant.seatCategoryId,
    contingentId: room.contingentId,
    audienceSubcategoryId: grant.audienceSubcategoryId,
    quantity: grant.quantity,
    takesStock: facts.deductsAvailability,
    priceCents: grant.priceCents,
    seats,
  };
}

/** Everything a placement was decided on, and what it grants. */
export interface DecidedPlacement {
  due: ReturnType<typeof dueDate>;
  decision: Decision;
  /** What the option held before. */
  live: readonly GrantedPlaces[];
  seated: Pick<SeatedLines, 'held'>;
  granted: readonly GrantedPlaces[];
}

/** Writes a placement: its seats, its claims, the option's row, and last the stock. */
export async function completePlacement(
  verb: Verb,
  placement: Placement,
  { due, decision, live, seated, granted }: DecidedPlacement,
): Promise<PlacementResult> {
  const { option, lines, facts } = placement;
  moveSeats(verb, seated, granted);
  if (lines.granted.length > 0) dropClaims(verb, option.id);
  moveStock(verb, [
    ...live.map((places) => ({
      stockId: places.stockId,
      move: places.takesStock ? { held: -places.quantity } : { tentative: -places.quantity },
    })),
    ...granted.map((places) => ({
      stockId: places.stockId,
      move: places.takesStock ? { held: places.quantity } : { tentative: places.quantity },
    })),
  ]);
  // a reminder of another date is no longer true
  if (option.reminded_at !== null && due.remindedAt === null)
    await supersedeLetters(verb, option.id, ['reminder']);
  const version = writePlacement(verb, placement, due, granted, decision);
  return {
    ruleVersion: decision.ruleSetVersion,
    answer: {
      id: option.id,
      organisationId: option.organisation_id,
      number: option.number,
      kind: option.kind,
      product: productOf(option),
      twin: await twinProposal(verb, option, 'place'),
      state: 'placed',
      refusedFrom: option.refused_from,
      version,
      lines: withPlaced(lines.lines, granted),
      confirmationDueAt: due.dueAt,
      confirmationDueRule: due.rule,
      paymentDueAt: null,
      orderId: option.order_id,
      firstPerformanceStartsAt: facts.startsAt,
      timeZone: facts.timeZone,
      warnings: decision.reasons,
      at: verb.now,
    },
  };
}

/** The due date of a placement, with its plan of reminders. */
export function dueDate(
  verb: Verb,
  { option, facts, agreedAt }: Pick<Placement, 'option' | 'facts' | 'agreedAt'>,
) {
  assertAgreedDate(verb, agreedAt, facts.startsAt, option);
  const { origin, profile_payment_on: profilePaymentOn, confirmation_due_at: currentDueAt } = option;
  const due = placementDue(verb.now, { origin, profilePaymentOn, currentDueAt }, facts, agreedAt);
  const { dueAt, rule } = due;
  // a date that is kept is still the one its rule gave, with its reminders
  if (rule === 'kept') {
    const { confirmation_due_rule, due_plan, reminded_at } = option;
    return { ...due, rule: confirmation_due_rule ?? rule, plan: due_plan, remindedAt: reminded_at };
  }
  return { ...due, dueAt, plan: duePlan(due, facts.deadlines, facts.timeZone, verb.now), remindedAt: null };
}

/** Seats the option held go back; those named for places that take stock are held from now on. */
function moveSeats(verb: Verb, { held }: Pick<SeatedLines, 'held'>, granted: readonly GrantedPlaces[]): void {
  const taken = seatsOf(granted.filter(({ takesStock }) => takesStock));
  const kept = new Set(taken.map(({ performanceId, seatId }) => `${performanceId}/${seatId}`));
  const freed = held
    .filter(({ performanceId, seatId }) => !kept.has(`${performanceId}/${seatId}`))
    .map(({ performanceId, seatId }) => ({ performanceId, seatId, claimId: null }));
  holdSeats(verb, [...freed, ...taken]);
}

function claimRows(granted: readonly GrantedPlaces[]) {
  return granted.map((places) => ({
    id: places.id,
    line_id: places.lineId,
    stock_id: places.stockId,
    performance_id: places.performanceId,
    seat_category_id: places.seatCategoryId,
    contingent_id: places.contingentId,
    audience_subcategory_id: places.audienceSubcategoryId,
    quantity: places.quantity,
    takes_stock: places.takesStock,
    price_cents: places.priceCents,
    ...(places.seats === null ? {} : { seats: places.seats }),
  }));
}

function dropClaims(verb: Verb, optionId: string): void {
  verb.write(
    verb.db.deleteFrom('claim').where('source_id', '=', optionId).where('source_type', '=', 'option'),
  );
}

/** The option's row and its claims, in one statement; answers the row's version. */
function writePlacement(
  verb: Verb,
  { option, facts }: Placement,
  due: { dueAt: string; rule: string; plan: DuePlan | null; remindedAt: string | null },
  granted: readonly GrantedPlaces[],
  decision: Decision,
): number {
  const next = nextActionAt({
    state: 'placed',
    endPolicy: facts.endPolicy,
    confirmationDueAt: due.dueAt,
    overdueFlaggedAt: null,
    performanceStartsAt: facts.startsAt,
    graceHours: facts.graceHours,
    reminders: due.plan?.reminders ?? [],
    remindedAt: due.remindedAt,
    refusalDueAt: null,
    expiresAt: null,
  });
  const version = option.version + 1;
  const quantity = granted.reduce((sum, places) => sum + places.quantity, 0);
  verb.write(
    statement`with placed as (
        update seat_option set state = 'placed', refused_from = ${option.refused_from},
          performance_id = ${facts.performanceId}, performance_starts_at = ${facts.startsAt},
          placed_quantity = ${quantity}, placed_at = ${verb.now}, decided_at = null,
          confirmation_due_at = ${due.dueAt}, confirmation_due_rule = ${due.rule}, end_policy = ${facts.endPolicy},
          grace_hours = ${facts.graceHours}, due_plan = ${due.plan === null ? null : JSON.stringify(due.plan)}::jsonb,
          reminded_at = ${due.remindedAt}, overdue_at = null, next_action_at = ${next?.at ?? null},
          authorisation = ${keptDecision(decision)}, version = ${version}
        where id = ${option.id} returning id, institution_id)
      insert into claim (id, institution_id, source_type, source_id, line_id, stock_id, performance_id,
        seat_category_id, contingent_id, audience_subcategory_id, quantity, counter, takes_stock, price_cents, seats)
      select c.id, placed.institution_id, 'option', placed.id, line_id, stock_id, performance_id, seat_category_id,
        contingent_id, audience_subcategory_id, quantity, 'held', takes_stock, price_cents, seats
      from placed, json_populate_recordset(null::claim, ${JSON.stringify(claimRows(granted))}::json) c`,
  );
  return version;
}
