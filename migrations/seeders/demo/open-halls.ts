import { configurationRecords } from '../../../activities/records/kinds/logical-configurations.ts';
import { performanceRecords } from '../../../activities/records/kinds/performances.ts';
import { spaceRecords } from '../../../activities/records/kinds/spaces.ts';
import { changeRecord, createRecord } from '../../../activities/records/write-record.ts';
import { importSeatPlan } from '../../../activities/venues/import-seat-plan.ts';
import { writeSeatPlan } from '../../../activities/venues/seat-plan-file/write-seat-plan.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import { type DemoHall, demoHalls } from './demo-halls.ts';

/** Makes the demo's halls: a space in each venue, its plan imported as a file, its configuration, valid. */
export async function openHalls(
  caller: (key: string) => VerbCaller,
  database: Database,
  institutionId: string,
): Promise<void> {
  for (const hall of demoHalls) {
    const venueId = await database.read(institutionId, (db) =>
      db.selectFrom('venue').select('id').where('code', '=', hall.venue).executeTakeFirstOrThrow(),
    );
    const space = await createRecord(caller(`space/${hall.code}`), spaceRecords, {
      venueId: venueId.id,
      code: hall.code,
      name: hall.name,
    });
    const { id } = await createRecord(caller(`configuration/${hall.code}`), configurationRecords, {
      spaceId: space.id,
      ...hall.configuration,
      state: 'valid',
      ...('plan' in hall
        ? { numbered: true, planId: await planIn(caller, space.id, hall) }
        : { numbered: false, capacities: await capacitiesIn(database, institutionId, venueId.id, hall) }),
    });
    if ('events' in hall) await nameIn(caller, database, institutionId, hall.events, id);
  }
}

async function planIn(
  caller: (key: string) => VerbCaller,
  spaceId: string,
  hall: Extract<DemoHall, { plan: unknown }>,
): Promise<string | null> {
  const bytes = new TextEncoder().encode(JSON.stringify(writeSeatPlan(hall.plan())));
  const { planId } = await importSeatPlan(caller(`plan/${hall.code}`), { spaceId, bytes, dryRun: false });
  return planId;
}

async function capacitiesIn(
  database: Database,
  institutionId: string,
  venueId: string,
  { capacities }: Extract<DemoHall, { capacities: unknown }>,
): Promise<{ seatCategoryId: string; capacity: number }[]> {
  const categories = await database.read(institutionId, (db) =>
    db
      .selectFrom('seat_category')
      .select(['id', 'code'])
      .where('venue_id', '=', venueId)
      .orderBy('rank')
      .execute(),
  );
  return categories.map(({ id, code }) => ({ seatCategoryId: id, capacity: capacities[code] ?? 0 }));
}

/** The performances of these events are played in the configuration. */
async function nameIn(
  caller: (key: string) => VerbCaller,
  database: Database,
  institutionId: string,
  events: readonly string[],
  configurationId: string,
): Promise<void> {
  const performances = await database.read(institutionId, (db) =>
    db
      .selectFrom('performance as p')
      .innerJoin('show_event as e', 'e.id', 'p.event_id')
      .select(['p.id', 'p.external_id'])
      .where('e.code', 'in', [...events])
      .orderBy('p.external_id')
      .execute(),
  );
  for (const { id, external_id } of performances) {
    await changeRecord(caller(`configuration of ${external_id}`), performanceRecords, {
      id,
      version: null,
      values: { configurationId },
    });
  }
}
