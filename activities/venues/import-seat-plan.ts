import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Scope } from '../../database/read-models/scoped.ts';
import { spaceList } from '../../database/read-models/spaces.ts';
import type { Queries } from '../../database/schema.ts';
import type { SeatPlanDraft } from '../../rules/venues/plan-seat.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { insertSeats } from './insert-seats.ts';
import { readSeatPlan } from './seat-plan-file/read-seat-plan.ts';

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
 * @throws Problem `request.notFound` for the space and what `readSeatPlan` refuses with.
 */
export async function importSeatPlan(
  caller: VerbCaller,
  input: { spaceId: string; bytes: Uint8Array; dryRun: boolean },
): Promise<SeatPlanImport> {
  const { spaceId, bytes, dryRun } = input;
  const draft = readSeatPlan(bytes);
  const digest = digestOf(draft);
  const scope = scopeOf(caller);
  if (dryRun) {
    return caller.database.read(caller.institutionId, async (db) => {
      if ((await spaceList.one(db, scope, spaceId)) === null) throw new Problem('request.notFound');
      return (await planned(db, scope, spaceId, draft, digest)).answer;
    });
  }
  return runVerb(caller, 'import-seat-plan', { spaceId, digest }, async (verb) => {
    // the second of two imports sees what the first has made
    const space = await lockRecord(verb, { table: 'space', list: spaceList }, scope, {
      id: spaceId,
      version: null,
    });
    const { answer, lastRevision } = await planned(verb.db, scope, spaceId, draft, digest);
    if (answer.outcome === 'unchanged') return answer;
    const planId = newId();
    await verb.db
      .insertInto('seat_plan')
      .values({
        id: planId,
        institution_id: verb.institutionId,
        organisation_id: space.organisationId,
        space_id: spaceId,
        name: draft.name,
        revision: answer.revision,
        digest,
        seat_count: draft.seats.length,
        width: draft.width,
        height: draft.height,
        layout: sql`${JSON.stringify(draft.layout)}::jsonb`,
        imported_at: verb.now,
      })
      .execute();
    await insertSeats(verb, planId, draft.seats);
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

/** Two files that say the same have the same digest, however they are written. */
function digestOf(draft: SeatPlanDraft): string {
  return createHash('sha256').update(JSON.stringify(draft)).digest('base64url');
}

async function planned(
  db: Queries,
  scope: Scope,
  spaceId: string,
  draft: SeatPlanDraft,
  digest: string,
): Promise<{ answer: SeatPlanImport; lastRevision: number | null }> {
  const last = await db
    .selectFrom('seat_plan')
    .select(['id', 'revision', 'digest'])
    .where('space_id', '=', spaceId)
    .where('institution_id', '=', scope.institutionId)
    .where('name', '=', draft.name)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  const same = last?.digest === digest;
  const before = last === undefined || same ? [] : await guidsOf(db, last.id);
  const now = new Set(draft.seats.map(({ guid }) => guid));
  const kept = before.filter((guid) => now.has(guid)).length;
  const bySeat = (part: (seat: SeatPlanDraft['seats'][number]) => string) => Map.groupBy(draft.seats, part);
  const [zones, categories] = [bySeat(({ zone }) => zone), bySeat(({ category }) => category)];
  return {
    lastRevision: last?.revision ?? null,
    answer: {
      outcome: last === undefined ? 'created' : same ? 'unchanged' : 'revised',
      planId: same ? (last?.id ?? null) : null,
      name: draft.name,
      revision: same ? last.revision : (last?.revision ?? 0) + 1,
      seatCount: draft.seats.length,
      zones: draft.layout.zones.map(({ name }) => ({ name, seats: zones.get(name)?.length ?? 0 })),
      categories: draft.layout.categories.map(({ name, colour }) => ({
        name,
        colour,
        seats: categories.get(name)?.length ?? 0,
      })),
      wheelchairs: draft.seats.filter(({ wheelchair }) => wheelchair).length,
      seatsAdded: same ? 0 : now.size - kept,
      seatsRemoved: before.length - kept,
    },
  };
}

async function guidsOf(db: Queries, planId: string): Promise<string[]> {
  const rows = await db.selectFrom('seat').select('guid').where('plan_id', '=', planId).execute();
  return rows.map(({ guid }) => guid);
}
