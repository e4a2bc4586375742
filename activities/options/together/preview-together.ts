import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Reason } from '../../../rules/messages/reason.ts';
import { type MassDate, type MassRoom, type MassWish, poolOf } from '../../../rules/seating/mass-wish.ts';
import type { SeatReason } from '../../../rules/seating/reasons.ts';
import { Problem } from '../../problem.ts';
import { seatSettings } from '../../stock/hall.ts';
import type { Verb, VerbCaller } from '../../verb.ts';
import { type PerformanceFacts, seenFacts } from '../performance-facts.ts';
import { type LimitBook, ListRules, reasonsOf } from './list-rules.ts';
import {
  type ListedOption,
  type ListedPerformance,
  listedOptions,
  listedPerformances,
} from './listed-options.ts';
import { lookingVerb } from './looking.ts';
import { type SeatingQuestion, seatInProcess } from './seat-in-process.ts';
import type { SeatedGrant } from './seating-messages.ts';

/** Options read, or told, between two turns of whoever else is served. */
const portion = 100;

/** Options of one list. */
export const mostTogether = 1_000;

/** What is asked: which options, and the motive of going on after warnings of the rules. */
export interface TogetherQuestion {
  ids: readonly string[];
  override?: { reason: string } | null;
}

/** Why a date of an option, or the option itself where no date is named, says no. */
export interface NotPlaced {
  performanceId: string | null;
  /** A warning of the rules: whoever may goes on with a motive. */
  warned?: boolean;
  reasons: readonly (SeatReason | { code: string; values: Reason['values'] })[];
}

/** What would become of one option. */
export interface TogetherItem {
  id: string;
  /** Null for an option out of reach. */
  option: Pick<
    ListedOption,
    'number' | 'version' | 'contactName' | 'structureName' | 'requestedQuantity'
  > | null;
  placement: {
    performanceId: string;
    choice: number;
    upgraded: boolean;
    grants: readonly SeatedGrant[];
    reasons: readonly SeatReason[];
  } | null;
  /** Where it is not placed, why. */
  obstacles: readonly NotPlaced[];
}

/** What would be placed of a list: nothing is taken yet. */
export interface TogetherPreview {
  /** Who asked first first; options out of reach last. */
  items: TogetherItem[];
  /** Performances the options ask for, with the free places before and after. */
  performances: (Omit<ListedPerformance, 'stock' | 'hall'> & { free: number; left: number })[];
  totals: { options: number; seats: number; placed: number; filled: number };
  /** No placement of these options can fill more places than this, by their numbers. */
  bound: number;
}

/**
 * Proposes how to place a list of options so that most places are filled, and takes nothing: each option whole, on its
 * first choice or a fallback date, upgraded where it accepts that, with seats where the performance is numbered; or why
 * not. State, prices, limits and rules are asked as the placement of one option asks them, of the same moment for all.
 * The same list in any order has the same answer while nothing changes.
 * @throws Problem `bulk.tooMany` | `request.invalid` for an option named twice | `placement.busy` | `placement.tooLong`
 */
export async function previewTogether(
  caller: VerbCaller,
  { ids, override = null }: TogetherQuestion,
  signal?: AbortSignal,
): Promise<TogetherPreview> {
  if (ids.length > mostTogether) throw new Problem('bulk.tooMany', { values: { max: mostTogether } });
  const read = await caller.database.snapshot(caller.institutionId, async (db) => {
    const { rows } = await sql<{ now: Date | string }>`select now() as now`.execute(db);
    const verb = lookingVerb(caller, db, new Date(rows[0]?.now ?? Date.now()).toISOString());
    const options = await inPortions(ids, (some) => listedOptions(db, caller, some));
    options.sort((one, other) => one.number - other.number);
    const dates = [...new Set(options.flatMap(({ performanceIds }) => performanceIds))];
    const performances = await listedPerformances(db, caller, dates);
    return { options, performances, ...(await rulings(verb, options, performances, override, signal)) };
  });
  return told(ids, read, await seatInProcess(questionOf(read), signal));
}

/** What becomes of a list, a few of it at a time: others are served in between. */
async function inPortions<Item, Made>(
  list: readonly Item[],
  make: (some: readonly Item[]) => Made[] | Promise<Made[]>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < list.length; at += portion) {
    made.push(...(await make(list.slice(at, at + portion))));
    await setImmediate();
  }
  return made;
}

interface Ruled {
  wishes: MassWish[];
  obstacles: ReadonlyMap<string, NotPlaced[]>;
  limits: LimitBook;
}

/** What the rules leave of each option: its dates, or why not; others are answered between two options. */
async function rulings(
  verb: Verb,
  options: readonly ListedOption[],
  performances: readonly ListedPerformance[],
  override: { reason: string } | null,
  signal?: AbortSignal,
): Promise<Ruled> {
  const rules = new ListRules(verb, override);
  const byId = new Map(performances.map((each) => [each.id, each]));
  const obstacles = new Map<string, NotPlaced[]>();
  const wishes: MassWish[] = [];
  const rooms = new Map<string, readonly MassRoom[]>();
  for (const option of options) {
    const against: NotPlaced[] = [];
    const dates: MassDate[] = [];
    let isolated: PerformanceFacts | null = null;
    for (const [choice, performanceId] of option.performanceIds.entries()) {
      const performance = byId.get(performanceId);
      if (performance === undefined) {
        against.push({ ...notFound, performanceId });
        continue;
      }
      const facts = await seenFacts(verb, { ...option.live, performanceId, stock: performance.stock });
      const above = upgradesOf(option, performance);
      const ruling = await rules.ruling(option, facts, above);
      if ('problem' in ruling) {
        const warned = ruling.problem.code === 'authorisation.warned';
        against.push({ performanceId, warned, reasons: reasonsOf(ruling.problem) });
        continue;
      }
      isolated = facts;
      const key = `${performanceId}/${option.live.channelId}`;
      const drawn = rooms.get(key) ?? facts.stock.map(roomOf);
      rooms.set(key, drawn);
      dates.push({
        performanceId,
        choice,
        lines: option.lines.map(({ id: lineId, requestedQuantity: quantity, seatCategoryId }) => ({
          lineId,
          quantity,
          seatCategoryId,
          above: ruling.upgrades.has(lineId) ? (above.get(lineId) ?? []) : [],
        })),
        rooms: drawn,
        takesStock: facts.deductsAvailability,
        limits: ruling.limits,
      });
    }
    obstacles.set(option.id, against);
    if (isolated !== null) {
      const quantity = option.lines.reduce((sum, line) => sum + line.requestedQuantity, 0);
      wishes.push({
        id: option.id,
        number: option.number,
        quantity,
        settings: seatSettings(isolated),
        dates,
      });
    }
    await setImmediate();
    signal?.throwIfAborted();
  }
  return { wishes, obstacles, limits: rules.limits };
}

function roomOf({
  stockId,
  contingentId,
  seatCategoryId,
  rank,
}: PerformanceFacts['stock'][number]): MassRoom {
  return { stockId, contingentId, seatCategoryId, rank };
}

/** Of each line that may be upgraded, the categories immediately above on a performance: one as a rule. */
function upgradesOf(
  { acceptsUpgrade, lines }: ListedOption,
  { categories }: ListedPerformance,
): Map<string, string[]> {
  if (!acceptsUpgrade) return new Map();
  return new Map(
    lines.map(({ id, seatCategoryId }) => {
      const rank = categories.find((each) => each.id === seatCategoryId)?.rank ?? 0;
      const better = categories.filter((each) => each.rank < rank).map((each) => each.rank);
      const next = Math.max(0, ...better);
      return [id, categories.filter((each) => each.rank === next).map((each) => each.id)];
    }),
  );
}

function questionOf({
  performances,
  wishes,
  limits,
}: Ruled & { performances: ListedPerformance[] }): SeatingQuestion {
  const free = new Map<string, number>();
  const spare = new Map<string, number>();
  for (const { id, stock } of performances) {
    for (const [stockId, , seatCategoryId, places, , lent] of stock) {
      free.set(stockId, places);
      if (lent !== null) spare.set(poolOf(id, seatCategoryId), lent);
    }
  }
  const halls = new Map(performances.flatMap(({ id, hall }) => (hall === null ? [] : [[id, hall] as const])));
  return { wishes, free, spare, limits, halls };
}

async function told(
  ids: readonly string[],
  {
    options,
    performances,
    obstacles,
  }: Ruled & { options: ListedOption[]; performances: ListedPerformance[] },
  { placed, unplaced, filled, bound }: Awaited<ReturnType<typeof seatInProcess>>,
): Promise<TogetherPreview> {
  const placements = new Map(placed.map((each) => [each.id, each]));
  const left = new Map(unplaced.map((each) => [each.id, each.left]));
  const known = new Set(options.map(({ id }) => id));
  const tell = (option: ListedOption): TogetherItem => {
    const { id, number, version, contactName, structureName, requestedQuantity } = option;
    const placement = placements.get(id) ?? null;
    return {
      id,
      option: { number, version, contactName, structureName, requestedQuantity },
      placement,
      obstacles:
        placement === null ? inOrder(option, [...(obstacles.get(id) ?? []), ...(left.get(id) ?? [])]) : [],
    };
  };
  const items = await inPortions(options, (some) => some.map(tell));
  const lost = [...new Set(ids.map((id) => id.toLowerCase()))].filter((id) => !known.has(id)).sort();
  const taken = takenOf(items);
  return {
    items: [
      ...items,
      ...lost.map((id): TogetherItem => ({ id, option: null, placement: null, obstacles: [notFound] })),
    ],
    performances: performances.map(({ stock, hall: _hall, ...performance }) => {
      const free = freeOf(stock);
      return { ...performance, free, left: free - (taken.get(performance.id) ?? 0) };
    }),
    totals: {
      options: items.length + lost.length,
      seats: items.reduce((sum, { option }) => sum + (option?.requestedQuantity ?? 0), 0),
      placed: placed.length,
      filled,
    },
    bound,
  };
}

const notFound: NotPlaced = { performanceId: null, reasons: [{ code: 'request.notFound', values: {} }] };

/** The reasons in the order of the option's choices; the same for all of them is said once. */
function inOrder({ performanceIds }: ListedOption, obstacles: readonly NotPlaced[]): NotPlaced[] {
  const place = ({ performanceId }: NotPlaced) => performanceIds.indexOf(performanceId ?? '');
  const ordered = obstacles.toSorted((one, other) => place(one) - place(other));
  const words = new Set(ordered.map(({ reasons }) => JSON.stringify(reasons)));
  const [first] = ordered;
  return words.size === 1 && first !== undefined && ordered.length > 1
    ? [{ ...first, performanceId: null }]
    : ordered;
}

function takenOf(items: readonly TogetherItem[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { placement } of items) {
    if (placement === null) continue;
    const { performanceId, grants } = placement;
    const quantity = grants.reduce((sum, grant) => sum + grant.quantity, 0);
    taken.set(performanceId, (taken.get(performanceId) ?? 0) + quantity);
  }
  return taken;
}

/** What is free on a performance; what a pool lends counts once for its category. */
function freeOf(stock: ListedPerformance['stock']): number {
  const pools = new Map(stock.map(([, , seatCategoryId, , , spare]) => [seatCategoryId, spare ?? 0]));
  const own = stock.reduce((sum, [, , , free]) => sum + Math.max(0, free), 0);
  return [...pools.values()].reduce((sum, spare) => sum + Math.max(0, spare), own);
}
