import { sql } from 'kysely';
import type { ReleasedPart } from '../../database/entities/stock/contingent-release.ts';
import { type ContingentPart, partsToRelease } from '../../rules/stock/release-steps.ts';
import { newId } from '../new-id.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { dueSteps, type WaitingStep } from './due-steps.ts';
import { stillAway } from './released-parts.ts';
import { freeOf, holdPerformance, type LockedPlaces, lockPlaces, shiftPlaces } from './shift-places.ts';

/** The step of a plan for one performance, and the instant it was looked at for. */
export interface ReleaseInput {
  performanceId: string;
  planId: string;
  days: number;
  dueAt: string;
}

/** `notDue`: not, or not any more, or done already; nothing was changed. */
export type ReleaseAnswer = { done: 'notDue' } | { done: 'released'; releaseId: string; quantity: number };

/**
 * Has a step of a plan done for a performance (verb `release-places`): what the contingent has over what it keeps goes to
 * the other one, as far as nobody has it. Done once, whatever comes of it: the row says so. It acts only when the step is
 * still due at that very instant, under the lock of the performance, by the later of the caller's clock and the database's.
 */
export async function releasePlaces(caller: VerbCaller, input: ReleaseInput): Promise<ReleaseAnswer> {
  return runVerb(caller, 'release-places', input, async (verb): Promise<ReleaseAnswer> => {
    const performance = await holdPerformance(verb, input.performanceId);
    if (performance === null) return { done: 'notDue' };
    const { performanceId, planId } = input;
    const places = await lockPlaces(verb, performance); // then look: another worker may have done it meanwhile
    const due = await dueSteps(verb.db, verb.now, { performanceId, planId, limit: 100 });
    const step = due.find(({ days, dueAt }) => days === input.days && dueAt === input.dueAt);
    if (step === undefined) return { done: 'notDue' };
    const parts = await partsOf(verb, places, step);
    const { keep, keepUnit } = step;
    const shifts = partsToRelease(parts, { keep, unit: keepUnit }).map((part) => ({
      ...part,
      fromContingentId: step.fromContingentId,
      toContingentId: step.toContingentId,
      seatIds: null,
    }));
    const releaseId = newId();
    const shifted = await shiftPlaces(verb, places, shifts);
    const released = shifted.map(({ seatCategoryId, quantity, seats }) => ({
      seatCategoryId,
      quantity,
      seats,
    }));
    const quantity = released.reduce((sum, part) => sum + part.quantity, 0);
    await keepRelease(verb, releaseId, step, released, quantity);
    verb.record({
      verb: 'release-places',
      subjectType: 'performance',
      subjectId: performance.id,
      organisationId: performance.organisationId,
      before: { contingentId: step.fromContingentId },
      after: { contingentId: step.toContingentId, quantity, places: released, releaseId },
      reason: `${step.planName} (J-${step.days})`,
    });
    return { done: 'released', releaseId, quantity };
  });
}

/** What the contingent has of each category the plan is about, and had before the plan released anything of it. */
async function partsOf(verb: Verb, places: LockedPlaces, step: WaitingStep): Promise<ContingentPart[]> {
  const { rows } = await sql<{ seatCategoryId: string; quantity: number }>`
    select part->>'seatCategoryId' as "seatCategoryId", sum(${stillAway})::int as quantity
    from contingent_release done cross join lateral jsonb_array_elements(done.parts) part
    where done.performance_id = ${step.performanceId} and done.plan_id = ${step.planId} group by 1`.execute(
    verb.db,
  );
  const before = new Map(rows.map((row) => [row.seatCategoryId, row.quantity]));
  return places.rows
    .filter((row) => row.contingentId === step.fromContingentId)
    .filter((row) => step.seatCategoryId === null || row.seatCategoryId === step.seatCategoryId)
    .map((row) => ({
      seatCategoryId: row.seatCategoryId,
      rank: row.rank,
      capacity: row.capacity,
      free: freeOf(places, row),
      base: row.capacity + (before.get(row.seatCategoryId) ?? 0),
    }));
}

async function keepRelease(
  verb: Verb,
  id: string,
  step: WaitingStep,
  parts: ReleasedPart[],
  quantity: number,
): Promise<void> {
  await verb.db
    .insertInto('contingent_release')
    .values({
      id,
      institution_id: verb.institutionId,
      organisation_id: step.organisationId,
      performance_id: step.performanceId,
      plan_id: step.planId,
      plan_name: step.planName,
      days_before: step.days,
      keep: step.keep,
      keep_unit: step.keepUnit,
      due_at: step.dueAt,
      released_at: verb.now,
      actor_name: verb.actor.name,
      from_contingent_id: step.fromContingentId,
      to_contingent_id: step.toContingentId,
      quantity,
      parts: sql<ReleasedPart[]>`${JSON.stringify(parts)}::jsonb`,
    })
    .execute();
}
