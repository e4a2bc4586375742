import { sql } from 'kysely';
import type { Scope } from '../../database/read-models/scoped.ts';
import { spaceList } from '../../database/read-models/spaces.ts';
import type { Queries } from '../../database/schema.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { insertSeats } from './insert-seats.ts';
import type { PackedPlan } from './seat-plan-file/pack-plan.ts';
import { readPackedPlan } from './seat-plan-file/read-packed-plan.ts';

/** What an import did, or would do. */
export interface SeatPlanImport {
  /** `created`: the first of its name in the space; `revised`: the next revision; `unchanged`: the newest says the same. */
  outcome: 'created' | 'revised' | 'unchanged';
  /** The plan; null when it was only tried and does not exist. */
  planId: string | null;
  name: string;
  revision: number;
  seatCount: number;
  zones: { name: string; seats: number }[];
  categories: { name: string; colour: string; seats: number }[];
  wheelchairs: number;
  /** Against the revision before, by guid. */
  seatsAdded: number;
  seatsRemoved: number;
}

/**
 * Imports a seat plan into a space (verb `import-seat-plan`), all of it or nothing. The name in the file is the plan's:
 * a changed file is its next revision and leaves the older ones as they are, under their configurations; the same file
 * again changes nothing.
 * @throws Problem `request.notFound` for the space and what `readPackedPlan` refuses with.
 */
export async function importSeatPlan(
  caller: VerbCaller,
  input: { spaceId: string; bytes: Uint8Array; dryRun: boolean },
): Promise<SeatPlanImport> {
  const { spaceId, bytes, dryRun } = input;
  const plan = await readPackedPlan(bytes);
  const { digest } = plan;
  const scope = scopeOf(caller);
  if (dryRun) {
    return caller.database.read(caller.institutionId, async (db) => {
      if ((await spaceList.one(db, scope, spaceId)) === null) throw new Problem('request.notFound');
      return (await planned(db, scope, spaceId, plan)).answer;
    });
  }
  return runVerb(caller, 'import-seat-plan', { spaceId, digest }, async (verb) => {
    // the second of two imports sees what the first has made
    const space = await lockRecord(verb, { table: 'space', list: spaceList }, scope, {
      id: spaceId,
      version: null,
    });
    const { answer, lastRevision } = await planned(verb.db, scope, spaceId, plan);
    if (answer.outcome === 'unchanged') return answer;
    const planId = newId();
    await verb.db
      .insertInto('seat_plan')
      .values({
        id: planId,
        institution_id: verb.institutionId,
        organisation_id: space.organisationId,
        space_id: spaceId,
        name: plan.name,
        revision: answer.revision,
        digest,
        seat_count: plan.seatCount,
        width: plan.width,
        height: plan.height,
        layout: sql`${plan.layout}::jsonb`,
        imported_at: verb.now,
      })
      .execute();
    await insertSeats(verb, planId, plan);
    const { name, seatCount, revision, seatsAdded, seatsRemoved } = answer;
    verb.record({
      verb: 'import-seat-plan',
      subjectType: 'seat-plan',
      subjectId: planId,
      organisationId: space.organisationId,
      ...(lastRevision === null ? {} : { before: { revision: lastRevision } }),
      after: { name, revision, seatCount, seatsAdded, seatsRemoved },
    });
    return { ...answer, planId };
  });
}

async function planned(
  db: Queries,
  scope: Scope,
  spaceId: string,
  { name, digest, seatCount, zones, categories, wheelchairs, guids }: PackedPlan,
): Promise<{ answer: SeatPlanImport; lastRevision: number | null }> {
  const last = await db
    .selectFrom('seat_plan')
    .select(['id', 'revision', 'digest', 'seat_count'])
    .where('space_id', '=', spaceId)
    .where('institution_id', '=', scope.institutionId)
    .where('name', '=', name)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  const same = last?.digest === digest;
  const before = last === undefined || same ? 0 : last.seat_count;
  const kept = before === 0 ? 0 : await countKept(db, last?.id ?? '', guids);
  return {
    lastRevision: last?.revision ?? null,
    answer: {
      outcome: last === undefined ? 'created' : same ? 'unchanged' : 'revised',
      planId: same ? (last?.id ?? null) : null,
      name,
      revision: same ? last.revision : (last?.revision ?? 0) + 1,
      seatCount,
      zones,
      categories,
      wheelchairs,
      seatsAdded: same ? 0 : seatCount - kept,
      seatsRemoved: before - kept,
    },
  };
}

/** How many seats of a plan have one of these guids. */
async function countKept(db: Queries, planId: string, guids: string): Promise<number> {
  const { kept } = await db
    .selectFrom('seat')
    .select((eb) => eb.fn.countAll<string>().as('kept'))
    .where('plan_id', '=', planId)
    .where('guid', 'in', sql<string>`(select unnest(${guids}::text[]))`)
    .executeTakeFirstOrThrow();
  return Number(kept);
}
