import { z } from 'zod';
import { performanceList } from '../../../database/read-models/performances.ts';
import type { Queries } from '../../../database/schema.ts';
import { Problem } from '../../problem.ts';
import { requireConfiguration } from '../../venues/require-configuration.ts';
import { Instant } from '../fields.ts';
import { ownedBy } from '../owned-by.ts';
import { defineRecord } from '../record-kind.ts';

const fields = {
  eventId: z.uuid(),
  venueId: z.uuid(),
  configurationId: z
    .uuid()
    .nullable()
    .meta({ description: 'A valid logical configuration of a space of the venue' }),
  startsAt: Instant,
  state: z.enum(['open', 'closed', 'cancelled']),
  externalId: z.string().trim().min(1).max(200).nullable(),
};

const endedStates = ['lapsed', 'declined', 'withdrawn', 'cancelled'] as const;

/**
 * Performances, on the clock of their venue. One with live options is neither moved nor cancelled nor changes its venue
 * here: their deadlines, seats and letters would not follow. A cancelled one is not reopened (`performance.state`). The configuration is one of the venue's that is valid and has
 * in each category what the performance has, where its stock is open; it stays once the seats are open.
 */
export const performanceRecords = defineRecord({
  subject: 'performance',
  table: 'performance',
  fields: z.strictObject(fields),
  required: ['eventId', 'venueId', 'startsAt'],
  fixed: ['eventId'],
  references: { eventId: 'show_event', venueId: 'venue', configurationId: 'logical_configuration' },
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      eventCode: z.string(),
      eventName: z.string(),
      timeZone: z.string(),
      venueName: z.string(),
      configurationName: z.string().nullable(),
      seasonId: z.uuid(),
      activityId: z.uuid(),
      bookable: z.boolean(),
      ...fields,
      version: z.int(),
    })
    .meta({ id: 'Performance' }),
  list: performanceList,
  derive: async ({ db }, values, before) => {
    if (before?.state === 'cancelled' && 'state' in values) throw new Problem('performance.state');
    const moves = 'startsAt' in values || 'venueId' in values || values.state === 'cancelled';
    if (before !== null && moves) await requireNoLiveOption(db, before.id);
    const after = { ...before, ...values };
    if (before !== null && 'configurationId' in values) await requireSeatsClosed(db, before.id);
    if ('configurationId' in values || 'venueId' in values) await requireConfiguration(db, after);
    return {
      ...(before === null ? await ownedBy(db, 'show_event', values.eventId) : {}),
      ...(typeof values.venueId === 'string' ? await clockOf(db, values.venueId) : {}),
    };
  },
});

async function clockOf(db: Queries, venueId: string): Promise<{ time_zone: string }> {
  return db.selectFrom('venue').select('time_zone').where('id', '=', venueId).executeTakeFirstOrThrow();
}

async function requireSeatsClosed(db: Queries, performanceId: unknown): Promise<void> {
  if (typeof performanceId !== 'string') return;
  const open = await db
    .selectFrom('performance_seat')
    .select((row) => row.cast<number>(row.fn.countAll(), 'integer').as('count'))
    .where('performance_id', '=', performanceId)
    .executeTakeFirstOrThrow();
  if (open.count === 0) return;
  throw new Problem('record.inUse', {
    reasons: [{ code: 'performance.seatsOpen', values: { count: open.count } }],
  });
}

/** The performance is locked: no option can be requested for it before this change has ended. */
export async function requireNoLiveOption(db: Queries, performanceId: unknown): Promise<void> {
  if (typeof performanceId !== 'string') return;
  const live = await db
    .selectFrom('seat_option')
    .select((row) => row.cast<number>(row.fn.countAll(), 'integer').as('count'))
    .where('performance_id', '=', performanceId)
    .where('state', 'not in', endedStates)
    .executeTakeFirstOrThrow();
  const count = live.count > 0 ? live.count : await productsAt(db, performanceId);
  if (count === 0) return;
  throw new Problem('record.inUse', { reasons: [{ code: 'performance.liveOptions', values: { count } }] });
}

/** Live options on products with a line at the performance, where they stand for an earlier one. */
async function productsAt(db: Queries, performanceId: string): Promise<number> {
  const { count } = await db
    .selectFrom('seat_option')
    .select((row) => row.cast<number>(row.fn.countAll(), 'integer').as('count'))
    .where('kind', '=', 'product')
    .where('state', 'not in', endedStates)
    .where((row) =>
      row.exists(
        row
          .selectFrom('option_line')
          .select('option_line.id')
          .whereRef('option_line.option_id', '=', 'seat_option.id')
          .where('option_line.performance_id', '=', performanceId),
      ),
    )
    .executeTakeFirstOrThrow();
  return count;
}
