import { sql } from 'kysely';
import { type AffectedRow, readAffected } from '../../../database/read-models/affected-options.ts';
import { performanceList } from '../../../database/read-models/performances.ts';
import type { Scope } from '../../../database/read-models/scoped.ts';
import type { Queries } from '../../../database/schema.ts';
import { compareInstants, normalInstant } from '../../../rules/options/calendar.ts';
import type { OptionState } from '../../../rules/options/life.ts';
import {
  cancelOutcomes,
  moveOutcomes,
  type OptionOutcome,
} from '../../../rules/options/performance-change.ts';
import { Problem } from '../../problem.ts';
import { inputHash } from '../../verb.ts';

/** What is about to be done to a performance. */
export type PerformanceChange =
  | { verb: 'cancel-performance'; performanceId: string }
  | { verb: 'move-performance'; performanceId: string; startsAt: string };

/** One option a change concerns, before and after. Dates are instants in UTC. */
export interface PreviewedOption extends Omit<OptionOutcome, 'id'> {
  id: string;
  number: number;
  contactId: string;
  contactName: string;
  structureName: string | null;
  requestedQuantity: number;
  placedQuantity: number;
  /** Places of it on other performances that go back too. */
  elsewhere: number;
  letter: boolean;
  /** False when the letter has to be printed: the contact has no e-mail. */
  mailable: boolean;
  orderId: string | null;
  orderNumber: number | null;
}

/** Who is affected by a change of a performance, and how. */
export interface PerformancePreview {
  performanceId: string;
  version: number;
  verb: PerformanceChange['verb'];
  startsAt: { before: string; after: string };
  timeZone: string;
  /** Names exactly what was previewed; the verb is told it, and refuses when something else would be done now. */
  fingerprint: string;
  total: number;
  states: { before: OptionState; after: OptionState; options: number; places: number }[];
  letters: number;
  /** Letters that have to be printed. */
  printed: number;
  orders: number;
  /** Places that go back to the stock, of this performance and of others. */
  placesBack: number;
  postponed: number;
  broughtForward: number;
  /** The first options, in the order of their numbers. */
  options: PreviewedOption[];
}

/** A change worked out on the options as they stand, for the preview and for the verb alike. */
export interface DrawnChange {
  performance: NonNullable<Awaited<ReturnType<typeof performanceList.one>>>;
  concerned: { option: AffectedRow; outcome: OptionOutcome }[];
  preview: PerformancePreview;
}

/** Options a preview names one by one. */
const mostPreviewed = 200;

/**
 * Works out what a change makes of every live option of a performance. Behind the locks of a verb this is what is done.
 * @throws Problem `request.notFound`, `performance.state`, `request.invalid` (`startsAt`: `start.past`, `start.same`).
 */
export async function drawChange(
  db: Queries,
  scope: Scope,
  change: PerformanceChange,
  now: string,
): Promise<DrawnChange> {
  const performance = await performanceList.one(db, scope, change.performanceId);
  if (performance === null) throw new Problem('request.notFound');
  if (performance.state === 'cancelled') throw new Problem('performance.state');
  const options = await readAffected(db, scope, [performance.id]);
  const outcomes = await outcomesOf(db, performance, options, change, now);
  const byId = new Map(options.map((option) => [option.id, option]));
  const concerned = outcomes.flatMap((outcome) => {
    const option = byId.get(outcome.id);
    return option === undefined ? [] : [{ option, outcome }];
  });
  return { performance, concerned, preview: previewOf(performance, concerned, change) };
}

/**
 * What a change would do now; nothing is done.
 * @throws Problem those of `drawChange`.
 */
export async function previewChange(
  db: Queries,
  scope: Scope,
  change: PerformanceChange,
): Promise<PerformancePreview> {
  const { rows } = await sql<{ now: string }>`select date_trunc('milliseconds', now()) as now`.execute(db);
  const drawn = await drawChange(db, scope, change, normalInstant(rows[0]?.now ?? ''));
  return drawn.preview;
}

async function outcomesOf(
  db: Queries,
  performance: DrawnChange['performance'],
  options: readonly AffectedRow[],
  change: PerformanceChange,
  now: string,
): Promise<OptionOutcome[]> {
  if (change.verb === 'cancel-performance') return cancelOutcomes(options);
  const { startsAt } = change;
  const wrong = compareInstants(startsAt, now) <= 0 ? 'start.past' : null;
  const same = compareInstants(startsAt, performance.startsAt) === 0 ? 'start.same' : null;
  const code = wrong ?? same;
  if (code !== null) throw new Problem('request.invalid', { errors: [{ path: 'startsAt', code }] });
  const days = await db
    .selectFrom('season_activity')
    .select(['confirmation_days_after_placement as daysAfterPlacement'])
    .select(['confirmation_days_before_performance as daysBeforePerformance'])
    .where('id', '=', performance.activityId)
    .executeTakeFirstOrThrow();
  return moveOutcomes(
    options,
    { startsAt: normalInstant(startsAt), timeZone: performance.timeZone, ...days },
    now,
  );
}

function previewOf(
  performance: DrawnChange['performance'],
  concerned: DrawnChange['concerned'],
  change: PerformanceChange,
): PerformancePreview {
  const cancels = change.verb === 'cancel-performance';
  const options = concerned.map(previewed);
  const { id: performanceId, version, timeZone } = performance;
  const before = normalInstant(performance.startsAt);
  const dates = options.flatMap(({ due, payment }) => [{ due, payment }]);
  return {
    performanceId,
    version,
    verb: change.verb,
    startsAt: { before, after: cancels ? before : normalInstant(change.startsAt) },
    timeZone,
    fingerprint: inputHash(change.verb, {
      performanceId,
      version,
      change,
      options: concerned.map(({ option, outcome }) => ({ version: option.version, ...outcome })),
    }),
    total: options.length,
    states: statesOf(options),
    letters: options.length,
    printed: options.filter(({ mailable }) => !mailable).length,
    orders: new Set(options.flatMap(({ orderId }) => orderId ?? [])).size,
    placesBack: cancels ? sum(options.map(({ placedQuantity }) => placedQuantity)) : 0,
    postponed: dates.filter(({ due, payment }) => isLater(due) || isLater(payment)).length,
    broughtForward: dates.filter(({ due, payment }) => isEarlier(due) || isEarlier(payment)).length,
    options: options.slice(0, mostPreviewed),
  };
}

function previewed({ option, outcome }: DrawnChange['concerned'][number]): PreviewedOption {
  return {
    ...outcome,
    number: option.number,
    contactId: option.contactId,
    contactName: option.contactName,
    structureName: option.structureName,
    requestedQuantity: option.requestedQuantity,
    placedQuantity: option.placedQuantity,
    elsewhere: option.elsewhere,
    letter: true,
    mailable: option.mailable,
    orderId: option.order?.id ?? null,
    orderNumber: option.orderNumber,
  };
}

function statesOf(options: readonly PreviewedOption[]): PerformancePreview['states'] {
  return [...Map.groupBy(options, ({ before }) => before)].map(([before, each]) => ({
    before,
    after: each[0]?.after ?? before,
    options: each.length,
    places: sum(each.map((option) => option.placedQuantity || option.requestedQuantity)),
  }));
}

function isLater({ before, now }: OptionOutcome['due']): boolean {
  return before !== null && now !== null && compareInstants(now, before) > 0;
}

function isEarlier({ before, now, told }: OptionOutcome['due']): boolean {
  const after = told?.dueAt ?? now;
  return before !== null && after !== null && compareInstants(after, before) < 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
