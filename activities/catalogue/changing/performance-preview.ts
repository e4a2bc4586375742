import { sql } from 'kysely';
import { type AffectedRow, readAffected } from '../../../database/read-models/affected-options.ts';
import { performanceList } from '../../../database/read-models/performances.ts';
import type { Scope } from '../../../database/read-models/scoped.ts';
import type { Queries } from '../../../database/schema.ts';
import { compareInstants, normalInstant } from '../../../rules/options/calendar.ts';
import type { OptionPlaces } from '../../../rules/options/configuration-change/places.ts';
import { holdsStock, type OptionState } from '../../../rules/options/life.ts';
import {
  cancelOutcomes,
  configurationLetter,
  configurationOutcomes,
  moveOutcomes,
  type OptionOutcome,
} from '../../../rules/options/performance-change.ts';
import { placesAt } from '../../../rules/options/standing-lines.ts';
import { Problem } from '../../problem.ts';
import { inputHash } from '../../verb.ts';
import { type ConfigurationPreview, configurationPreview } from './configuration-preview.ts';
import { type DrawnConfiguration, drawConfiguration } from './configuration-state.ts';

/** What is about to be done to a performance. */
export type PerformanceChange =
  | { verb: 'cancel-performance'; performanceId: string }
  | { verb: 'move-performance'; performanceId: string; startsAt: string }
  | { verb: 'change-configuration'; performanceId: string; configurationId: string };

/** One option a change concerns, before and after. Dates are instants in UTC. */
export interface PreviewedOption extends Omit<OptionOutcome, 'id' | 'first'> {
  id: string;
  number: number;
  contactId: string;
  contactName: string;
  structureName: string | null;
  requestedQuantity: number;
  placedQuantity: number;
  /** Places of it that go back, of this performance and of others. */
  placesBack: number;
  /** Places of it on other performances that go back too. */
  elsewhere: number;
  letter: boolean;
  /** False when the letter has to be printed: the contact has no e-mail. */
  mailable: boolean;
  orderId: string | null;
  orderNumber: number | null;
  /** What becomes of its places under another configuration; null where that is not asked. */
  places: Omit<OptionPlaces, 'id'> | null;
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
  /** Options that only lose their places there and go on. */
  parts: number;
  postponed: number;
  broughtForward: number;
  /** What another configuration does; null where that is not asked. */
  configuration: ConfigurationPreview | null;
  /** The first options, in the order of their numbers. */
  options: PreviewedOption[];
}

/** An option a change concerns, and what becomes of it. */
export interface ConcernedOption {
  option: AffectedRow;
  outcome: OptionOutcome;
  /** Of another configuration only. */
  places: OptionPlaces | null;
}

/** A change worked out on the options as they stand, for the preview and for the verb alike. */
export interface DrawnChange {
  performance: NonNullable<Awaited<ReturnType<typeof performanceList.one>>>;
  concerned: ConcernedOption[];
  /** Of another configuration only. */
  configuration: DrawnConfiguration | null;
  preview: PerformancePreview;
}

/** Options a preview names one by one. */
const mostPreviewed = 200;

/**
 * Works out what a change makes of every live option a performance reaches. Behind the locks of a verb this is what is done.
 * @throws Problem `request.notFound`, `performance.state`, `request.invalid` (`startsAt`: `start.past`, `start.same`), and
 *   those of `drawConfiguration`.
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
  const configuration =
    change.verb === 'change-configuration'
      ? await drawConfiguration(db, scope, performance, options, { ...change, now })
      : null;
  const outcomes = await outcomesOf(db, performance, options, change, configuration, now);
  const byId = new Map(options.map((option) => [option.id, option]));
  const placesOf = new Map(configuration?.outcome.options.map((places) => [places.id, places]));
  const concerned = outcomes.flatMap((outcome) => {
    const option = byId.get(outcome.id);
    return option === undefined ? [] : [{ option, outcome, places: placesOf.get(outcome.id) ?? null }];
  });
  const preview = previewOf(performance, concerned, change, configuration);
  return { performance, concerned, configuration, preview };
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
  configuration: DrawnConfiguration | null,
  now: string,
): Promise<OptionOutcome[]> {
  if (change.verb === 'cancel-performance') return cancelOutcomes(options, performance.id);
  if (change.verb === 'change-configuration')
    return configurationOutcomes(options, configuration?.outcome.options ?? []);
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
  const move = { startsAt: normalInstant(startsAt), timeZone: performance.timeZone, ...days };
  return moveOutcomes(options, new Map([[performance.id, move]]), now);
}

function previewOf(
  performance: DrawnChange['performance'],
  concerned: DrawnChange['concerned'],
  change: PerformanceChange,
  configuration: DrawnConfiguration | null,
): PerformancePreview {
  const options = concerned.map((each) => previewed(each, performance.id));
  const { id: performanceId, version, timeZone } = performance;
  const before = normalInstant(performance.startsAt);
  const dates = options.flatMap(({ due, payment }) => [{ due, payment }]);
  return {
    performanceId,
    version,
    verb: change.verb,
    startsAt: { before, after: change.verb === 'move-performance' ? normalInstant(change.startsAt) : before },
    timeZone,
    fingerprint: inputHash(change.verb, {
      performanceId,
      version,
      change,
      options: concerned.map(({ option, outcome }) => ({ version: option.version, ...outcome })),
      ...(configuration === null
        ? {}
        : { configurationVersion: configuration.target.version, outcome: configuration.outcome }),
    }),
    total: options.length,
    states: statesOf(options),
    letters: options.filter(({ letter }) => letter).length,
    printed: options.filter(({ letter, mailable }) => letter && !mailable).length,
    orders: new Set(options.flatMap(({ orderId }) => orderId ?? [])).size,
    placesBack: sum(options.map((option) => option.placesBack)),
    parts: options.filter(({ scope }) => scope === 'part').length,
    postponed: dates.filter(({ due, payment }) => isLater(due) || isLater(payment)).length,
    broughtForward: dates.filter(({ due, payment }) => isEarlier(due) || isEarlier(payment)).length,
    configuration:
      configuration === null
        ? null
        : configurationPreview(
            performance,
            configuration,
            concerned.flatMap(({ option, places }) => (places === null ? [] : [{ option, places }])),
          ),
    options: options.slice(0, mostPreviewed),
  };
}

function previewed(
  { option, outcome: { first: _first, ...outcome }, places }: ConcernedOption,
  performanceId: string,
): PreviewedOption {
  const { placedQuantity } = option;
  const here = placesAt(option, performanceId);
  const ends = holdsStock(outcome.before) !== 'nothing' && holdsStock(outcome.after) === 'nothing';
  const lost = outcome.scope === 'part' ? here : 0;
  return {
    ...outcome,
    number: option.number,
    contactId: option.contactId,
    contactName: option.contactName,
    structureName: option.structureName,
    requestedQuantity: option.requestedQuantity,
    placedQuantity,
    placesBack: ends ? placedQuantity : lost,
    elsewhere: ends ? placedQuantity - here : 0,
    letter: places === null || configurationLetter(option, places) !== null,
    mailable: option.mailable,
    orderId: option.order?.id ?? null,
    orderNumber: option.orderNumber,
    places: places === null ? null : withoutId(places),
  };
}

function withoutId({ id: _id, ...places }: OptionPlaces): Omit<OptionPlaces, 'id'> {
  return places;
}

/** In the order of their states, as the options come; those that end apart from those that stay. */
function statesOf(options: readonly PreviewedOption[]): PerformancePreview['states'] {
  const byStates = Map.groupBy(options, ({ before, after }) => `${before}/${after}`);
  return [...byStates.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const places = sum(each.map((option) => option.placedQuantity || option.requestedQuantity));
    return [{ before: first.before, after: first.after, options: each.length, places }];
  });
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
