import { limitationTableRecords } from '../../../activities/records/kinds/limitation-tables.ts';
import { optionProfileRecords } from '../../../activities/records/kinds/option-profiles.ts';
import { ruleSetRecords } from '../../../activities/records/kinds/rule-sets.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import type { DemoClock } from './demo-clock.ts';
import { type IdsByCode, idsByCode } from './ids-by-code.ts';

/** A limitation table of the demo, by codes. None covers what visitors of the demo may fill. */
interface DemoTable {
  code: string;
  name: string;
  type: string;
  activities?: string[];
  events?: string[];
  maximumPerOption?: number;
  maximumPerPerformance?: number;
  maximumPerSeason?: number;
}

/** The seed's own names. */
const tables: readonly DemoTable[] = [
  {
    code: 'OPTIONCE',
    name: 'Option pour les CE',
    type: 'CSE',
    events: ['MALADE', 'ECUME', 'ATLAS'],
    maximumPerPerformance: 120,
    maximumPerSeason: 600,
  },
  {
    code: 'OPTIONSCO',
    name: 'Option pour les scolaires',
    type: 'SCOLAIRE',
    activities: ['SCOLAIRES'],
    maximumPerPerformance: 60,
  },
  {
    code: 'OPTIONTO',
    name: 'Option pour les TO',
    type: 'TOURISME',
    events: ['ECUME', 'ATLAS'],
    maximumPerOption: 53,
    maximumPerPerformance: 106,
  },
];

/**
 * How many places works councils, schools and tour operators may hold from now on, and a profile for the festival with a
 * payment date. They come when the options of the season are made: nobody is refused backwards.
 */
export async function limitRequests(
  caller: (key: string) => VerbCaller,
  database: Database,
  clock: DemoClock,
  organisationId: string,
): Promise<void> {
  const one = await idsByCode(database, caller('limits').institutionId);
  const ids = (table: Parameters<IdsByCode>[0], codes: readonly string[]) =>
    codes.map((code) => one(table, code));
  for (const { type, activities = [], events = [], ...table } of tables) {
    await createRecord(caller(`limitation-table/${table.code}`), limitationTableRecords, {
      ...table,
      organisationId,
      familyId: one('product_family', 'ENTREE'),
      collectivityTypeIds: ids('collectivity_type', [type]),
      activityIds: ids('season_activity', activities),
      eventIds: ids('show_event', events),
      state: 'validated',
    });
  }
  await createRecord(caller('option-profile/FESTIVAL'), optionProfileRecords, {
    organisationId,
    kind: 'seats',
    code: 'FESTIVAL',
    name: 'Festival de printemps',
    names: { fr: 'Festival de printemps', en: 'Spring festival' },
    startsOn: clock.day(-90),
    endsOn: clock.day(110),
    paymentOn: clock.day(80),
    minimumQuantity: 5,
    eventIds: ids('show_event', ['CIRQUE', 'FANFARES']),
    channelIds: ids('sales_channel', ['BACK-OFFICE']),
    state: 'validated',
  });
  // a draft to play with: it decides about nothing
  await createRecord(caller('rule-set/SAMEDI'), ruleSetRecords, {
    organisationId,
    note: 'À l’étude : les samedis',
    rules: [
      {
        code: 'associations-samedi',
        name: 'Associations : un avertissement au-delà de 40 places le samedi',
        scope: 'collectivity-type',
        scopeId: one('collectivity_type', 'ASSOCIATION'),
        moments: ['request', 'placement'],
        outcome: 'warn',
        priority: 0,
        conditions: {
          all: [
            { fact: 'place.weekday', operator: 'equal', value: 'saturday' },
            { fact: 'contact.performanceTotal', operator: 'greaterThan', value: 40 },
          ],
        },
      },
    ],
  });
}
