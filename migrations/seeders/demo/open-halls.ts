import { configurationRecords } from '../../../activities/records/kinds/logical-configurations.ts';
import { performanceRecords } from '../../../activities/records/kinds/performances.ts';
import { spaceRecords } from '../../../activities/records/kinds/spaces.ts';
import { changeRecord, createRecord } from '../../../activities/records/write-record.ts';
import { blockSeats } from '../../../activities/stock/block-seats.ts';
import { openSeats } from '../../../activities/stock/open-seats.ts';
import { importSeatPlan } from '../../../activities/venues/import-seat-plan.ts';
import { writeSeatPlan } from '../../../activities/venues/seat-plan-file/write-seat-plan.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import type { DemoClock } from './demo-clock.ts';
import { type DemoBlock, type DemoHall, demoHalls } from './demo-halls.ts';
import { demoPerformances } from './demo-programme.ts';

/**
 * Makes the demo's halls: a space in each venue, its plan imported as a file, its configuration, valid. Of performances
 * that are sold seat by seat the seats are opened, and a few blocked.
 */
export async function openHalls(
  caller: (key: string) => VerbCaller,
  database: Database,
  institutionId: string,
  clock: DemoClock,
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
    const places =
      'plan' in hall
        ? { numbered: true, planId: await planIn(caller, space.id, hall) }
        : { numbered: false, capacities: await capacitiesIn(database, institutionId, venueId.id, hall) };
    let configurationId = '';
    for (const configuration of hall.configurations) {
      const made = await createRecord(
        caller(`configuration/${hall.code}/${configuration.code}`),
        configurationRecords,
        { spaceId: space.id, ...configuration, state: 'valid', ...places },
      );
      configurationId = made.id;
    }
    const played = await playedIn(database, institutionId, hall, clock);
    for (const performance of played) {
      await nameIn(caller, performance, configurationId);
      if ('plan' in hall) await openIn(caller, database, institutionId, performance, hall.blocked);
    }
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

interface Played {
  id: string;
  externalId: string;
}

/** The performances that are played in a hall's configuration. */
async function playedIn(
  database: Database,
  institutionId: string,
  hall: DemoHall,
  clock: DemoClock,
): Promise<Played[]> {
  const names = demoPerformances(clock)
    .filter(({ event, numbered }) =>
      'plan' in hall ? numbered && event.venue === hall.venue : hall.events.includes(event.code),
    )
    .map(({ externalId }) => externalId);
  return database.read(institutionId, (db) =>
    db
      .selectFrom('performance')
      .select('id')
      .select((row) => row.ref('external_id').$notNull().as('externalId'))
      .where('external_id', 'in', names)
      .orderBy('external_id')
      .execute(),
  );
}

async function nameIn(
  caller: (key: string) => VerbCaller,
  { id, externalId }: Played,
  configurationId: string,
): Promise<void> {
  await changeRecord(caller(`configuration of ${externalId}`), performanceRecords, {
    id,
    version: null,
    values: { configurationId },
  });
}

async function openIn(
  caller: (key: string) => VerbCaller,
  database: Database,
  institutionId: string,
  { id, externalId }: Played,
  blocked: readonly DemoBlock[],
): Promise<void> {
  await openSeats(caller(`seats of ${externalId}`), { performanceId: id, version: null });
  for (const { category, contingent, seats, reason } of blocked) {
    const found = await database.read(institutionId, (db) =>
      db
        .selectFrom('performance_seat')
        .innerJoin('stock', 'stock.id', 'performance_seat.stock_id')
        .innerJoin('seat_category', 'seat_category.id', 'stock.seat_category_id')
        .innerJoin('contingent', 'contingent.id', 'stock.contingent_id')
        .select('performance_seat.seat_id as id')
        .where('performance_seat.performance_id', '=', id)
        .where('seat_category.code', '=', category)
        .where('contingent.code', '=', contingent)
        .orderBy('performance_seat.seat_id')
        .limit(seats)
        .execute(),
    );
    await blockSeats(caller(`block/${externalId}/${category}`), {
      performanceId: id,
      seatIds: found.map((seat) => seat.id),
      reason,
    });
  }
}
