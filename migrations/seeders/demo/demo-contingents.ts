import { contingentTemplateRecords } from '../../../activities/records/kinds/contingent-templates.ts';
import { releasePlanRecords } from '../../../activities/records/kinds/release-plans.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { dueSteps } from '../../../activities/stock/due-steps.ts';
import { releasePlaces } from '../../../activities/stock/release-places.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import type { DemoClock } from './demo-clock.ts';

/** The event whose groups give back what they do not take; never one of those that visitors fill. */
const releasedEvent = 'ECUME';

/** Who makes templates and plans, and who has their time met; each call under a key of its own. */
export interface ContingentStage {
  database: Database;
  institutionId: string;
  clock: DemoClock;
  office(key: string, now: string): VerbCaller;
  time(key: string, now: string): VerbCaller;
}

/**
 * One template of the large hall, and one plan of stepped release, whose steps that are due by today were done on their
 * days.
 */
export async function dealContingents(stage: ContingentStage): Promise<void> {
  const { database, institutionId, clock, office, time } = stage;
  const { venue, event, contingents, categories } = await known(stage);
  await createRecord(office('template', clock.at(-120, '10:00')), contingentTemplateRecords, {
    venueId: venue,
    configurationId: null,
    restContingentId: contingents('TOUT-PUBLIC'),
    code: 'SEMAINE',
    name: 'Soirs de semaine',
    shares: [
      share(categories('CAT1'), contingents('COLLECTIVITES'), { quantity: 140 }),
      share(categories('CAT1'), contingents('SERVITUDES'), { quantity: 6 }),
      share(categories('CAT2'), contingents('COLLECTIVITES'), { percent: 50 }),
      share(categories('CAT3'), contingents('COLLECTIVITES'), { percent: 60 }),
    ],
  });
  const plan = await createRecord(office('release-plan', clock.at(-120, '10:10')), releasePlanRecords, {
    name: 'Collectivités, retour au public',
    activityId: null,
    eventId: event,
    performanceId: null,
    fromContingentId: contingents('COLLECTIVITES'),
    toContingentId: contingents('TOUT-PUBLIC'),
    seatCategoryId: null,
    keepUnit: 'places',
    moment: 'start-of-day',
    active: true,
    steps: [
      { days: 30, keep: 300 },
      { days: 14, keep: 200 },
      { days: 7, keep: 100 },
    ],
  });
  const due = await database.read(institutionId, (db) =>
    dueSteps(db, clock.at(0, '00:00'), { planId: plan.id, limit: 100 }),
  );
  for (const { performanceId, planId, days, dueAt } of due)
    await releasePlaces(time(`release/${performanceId}/${days}`, dueAt), {
      performanceId,
      planId,
      days,
      dueAt,
    });
}

function share(seatCategoryId: string, contingentId: string, amount: object) {
  return { seatCategoryId, contingentId, quantity: null, percent: null, seatIds: null, ...amount };
}

async function known({ database, institutionId }: ContingentStage) {
  return database.read(institutionId, async (db) => {
    const venue = await db
      .selectFrom('venue')
      .select('id')
      .where('code', '=', 'GRANDE-SALLE')
      .executeTakeFirstOrThrow();
    const event = await db
      .selectFrom('show_event')
      .select('id')
      .where('code', '=', releasedEvent)
      .executeTakeFirstOrThrow();
    const contingents = await db.selectFrom('contingent').select(['id', 'code']).execute();
    const categories = await db
      .selectFrom('seat_category')
      .select(['id', 'code'])
      .where('venue_id', '=', venue.id)
      .execute();
    return {
      venue: venue.id,
      event: event.id,
      contingents: finder(contingents),
      categories: finder(categories),
    };
  });
}

function finder(records: readonly { id: string; code: string }[]): (code: string) => string {
  return (code) => {
    const found = records.find((record) => record.code === code);
    if (found === undefined) throw new RangeError(`the demo has no ${code}`);
    return found.id;
  };
}
