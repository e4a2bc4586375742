import { sql } from 'kysely';
import type { ReleasedPart } from '../../database/entities/stock/contingent-release.ts';
import { contingentReleaseList } from '../../database/read-models/contingent-releases.ts';
import type { Queries } from '../../database/schema.ts';
import { Problem } from '../problem.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import {
  freeOf,
  holdPerformance,
  type LockedPlaces,
  lockPlaces,
  type Shift,
  type Shifted,
  shiftPlaces,
} from './shift-places.ts';

/** The release to take back, as it was seen, and why. */
export interface TakeBackInput {
  releaseId: string;
  version: number | null;
  reason?: string | null;
}

type Release = NonNullable<Awaited<ReturnType<typeof contingentReleaseList.one>>>;

/**
 * Takes a release back (verb `take-back-release`): what of it is still free where it went returns, numbered seats as
 * they were released. Once only; the step stays done, so that nobody releases it again by itself.
 * @throws Problem `request.notFound`, `record.version`, `release.takenBack`, `release.nothingFree`, `performance.past`.
 */
export async function takeBackRelease(
  caller: VerbCaller,
  input: TakeBackInput,
): Promise<{ quantity: number; released: number }> {
  return runVerb(caller, 'take-back-release', input, async (verb) => {
    const kind = { table: 'contingent_release', list: contingentReleaseList } as const;
    const { releaseId: id, version } = input;
    // the performance first, as releasing does
    const seen = await contingentReleaseList.one(verb.db, scopeOf(caller), id);
    if (seen === null) throw new Problem('request.notFound');
    const performance = await holdPerformance(verb, seen.performanceId);
    if (performance === null) throw new Problem('request.notFound');
    const release = await lockRecord(verb, kind, scopeOf(caller), { id, version });
    if (release.takenBackAt !== null) throw new Problem('release.takenBack');
    if (performance.startsAt <= verb.now) throw new Problem('performance.past');
    const places = await lockPlaces(verb, performance);
    const shifted = await shiftPlaces(verb, places, shiftsBack(release, places));
    const quantity = shifted.reduce((sum, part) => sum + part.quantity, 0);
    if (quantity === 0) throw new Problem('release.nothingFree');
    await verb.db
      .updateTable('contingent_release')
      .set({ taken_back_at: verb.now, taken_back_by: verb.actor.name, taken_back_quantity: quantity })
      .set({ parts: sql<ReleasedPart[]>`${JSON.stringify(partsBack(release, shifted))}::jsonb` })
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    verb.record({
      verb: 'take-back-release',
      subjectType: 'performance',
      subjectId: performance.id,
      organisationId: performance.organisationId,
      before: { contingentId: release.toContingentId },
      after: {
        contingentId: release.fromContingentId,
        quantity,
        places: shifted.map(({ seatCategoryId, quantity: part, seats }) => ({
          seatCategoryId,
          quantity: part,
          seats,
        })),
        releaseId: id,
      },
      reason: input.reason ?? null,
    });
    return { quantity, released: release.quantity };
  });
}

function shiftsBack(release: Release, places: LockedPlaces): Shift[] {
  return release.parts.flatMap(({ seatCategoryId, quantity, seats }) => {
    const row = places.rows.find(
      (each) => each.seatCategoryId === seatCategoryId && each.contingentId === release.toContingentId,
    );
    const free = row === undefined ? 0 : freeOf(places, row);
    if (row === undefined || free === 0) return [];
    const named = new Set(seats?.map(({ id }) => id));
    const back =
      seats === null
        ? null
        : places.hall
            .filter(
              ({ id, stockId, claimId }) => named.has(id) && stockId === row.stockId && claimId === null,
            )
            .map(({ id }) => id)
            .slice(0, free);
    const moved = back === null ? Math.min(quantity, free) : back.length;
    if (moved === 0) return [];
    const { toContingentId: fromContingentId, fromContingentId: toContingentId } = release;
    return [{ seatCategoryId, fromContingentId, toContingentId, quantity: moved, seatIds: back }];
  });
}

/** What came back of each category: a plan in percent goes on from what is really away (`release-steps.ts`). */
function partsBack(release: Release, shifted: readonly Shifted[]): ReleasedPart[] {
  return release.parts.map((part) => ({
    ...part,
    takenBack: shifted
      .filter(({ seatCategoryId }) => seatCategoryId === part.seatCategoryId)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

/** How many places of a release could be taken back as things stand; nothing is locked. */
export async function placesToTakeBack(db: Queries, release: Release): Promise<number> {
  const rows = await db
    .selectFrom('stock')
    .select(['id', 'seat_category_id as seatCategoryId', 'capacity'])
    .select(({ eb }) =>
      eb(
        'held',
        '+',
        eb('ordered', '+', eb('sold', '+', eb('blocked', '+', eb('allotted', '+', eb.ref('recalling'))))),
      ).as('taken'),
    )
    .where('performance_id', '=', release.performanceId)
    .where('contingent_id', '=', release.toContingentId)
    .execute();
  const free = await db
    .selectFrom('performance_seat')
    .select(['seat_id as seatId', 'stock_id as stockId'])
    .where('performance_id', '=', release.performanceId)
    .where('claim_id', 'is', null)
    .execute();
  const freeIn = new Map(free.map(({ seatId, stockId }) => [seatId, stockId]));
  return release.parts.reduce((sum, { seatCategoryId, quantity, seats }) => {
    const row = rows.find((each) => each.seatCategoryId === seatCategoryId);
    if (row === undefined) return sum;
    const there = seats === null ? quantity : seats.filter(({ id }) => freeIn.get(id) === row.id).length;
    return sum + Math.max(0, Math.min(there, row.capacity - Number(row.taken)));
  }, 0);
}
