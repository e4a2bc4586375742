import {
  type MassDate,
  type MassGrant,
  type MassLine,
  type MassRoom,
  type MassStock,
  type MassWish,
  poolOf,
} from './mass-wish.ts';
import { everyWayOn, type Proposal, proposeOn } from './proposals.ts';
import { because, type SeatReason } from './reasons.ts';
import { withTaken } from './seat-map.ts';
import { largestGroup } from './weights.ts';
import type { SeatSettings, SeatWish } from './wish.ts';

/** One way to place an option whole on one date, and what is left after it. */
export type Way = Readonly<{
  date: MassDate;
  grants: readonly MassGrant[];
  upgraded: boolean;
  reasons: readonly SeatReason[];
  after: MassStock;
}>;

/** What a date is asked for: one of the channel's settings, and how many ways are wanted. */
export type DateQuestion = Readonly<{
  date: MassDate;
  settings: SeatSettings;
  most: number;
  /** Every way on the map, not only the best ones: of halls small enough. */
  every?: boolean;
}>;

/** The date is said once for all lines, and ways of a list are not ranked. */
const saidElsewhere = /^(choice|rank|after)\./;

/** Ways for each category step of a line. */
const waysInStep = 2;

/**
 * The ways to place an option on a date, best first, `most` at most: by numbers where the performance has no map, else on
 * the map and by numbers too, for a place held without a seat counts. Lines are served in their order; ways differ in the
 * first of them only.
 */
export function waysOn(stock: MassStock, question: DateQuestion): Way[] {
  const { date } = question;
  const within = withinLimits(stock, date);
  if (within === null) return [];
  const start: Way = { date, grants: [], upgraded: false, reasons: [], after: within };
  let ways: readonly Way[] = [start];
  for (const [place, line] of date.lines.entries()) {
    const most = place === 0 ? question.most : 1;
    ways = ways.flatMap((way) => waysOfLine(way, line, { ...question, most }));
  }
  return ways.map((way) => ({ ...way, reasons: [choiceReason(date), ...way.reasons] }));
}

/** The stock once a date has taken its share of its limits; null where one of them does not allow it. */
function withinLimits(stock: MassStock, { limits }: MassDate): MassStock | null {
  if (limits.length === 0) return stock;
  const left = new Map(stock.limits);
  for (const { limit, quantity } of limits) {
    const places = (left.get(limit) ?? 0) - quantity;
    if (places < 0) return null;
    left.set(limit, places);
  }
  return { ...stock, limits: left };
}

function choiceReason({ choice }: MassDate): SeatReason {
  return choice === 0 ? because('choice.first') : because('choice.fallback', { rank: choice });
}

function waysOfLine(way: Way, line: MassLine, question: DateQuestion): Way[] {
  const map = way.after.maps.get(way.date.performanceId);
  return map === undefined || !way.date.takesStock
    ? byQuantity(way, line, question.most)
    : onTheMap(way, line, question);
}

/** As asked, then upgraded; in each category from the contingents with room, lowest rank first, then the freest. */
function byQuantity(way: Way, line: MassLine, most: number): Way[] {
  const { date, after } = way;
  const { performanceId, takesStock } = date;
  const ways = [[line.seatCategoryId], line.above].flatMap((categories, step) =>
    roomsOf(date, categories)
      .map((room) => ({ room, free: freeOf(after, performanceId, room) }))
      .filter(({ free }) => !takesStock || free >= line.quantity)
      .toSorted(
        (one, other) =>
          one.room.rank - other.room.rank ||
          other.free - one.free ||
          compare(one.room.contingentId, other.room.contingentId),
      )
      .map(({ room }): Way => {
        const { contingentId, seatCategoryId } = room;
        const { lineId, quantity } = line;
        return {
          date,
          grants: [...way.grants, { lineId, quantity, seatCategoryId, contingentId, seatIds: null }],
          upgraded: way.upgraded || step > 0,
          reasons: [...way.reasons, because(step > 0 ? 'category.upgraded' : 'category.kept')],
          after: takesStock ? withDrawn(after, performanceId, room, quantity) : after,
        };
      }),
  );
  return ways.slice(0, most);
}

function onTheMap(way: Way, line: MassLine, { settings, most, every = false }: DateQuestion): Way[] {
  const { date, after } = way;
  const map = after.maps.get(date.performanceId);
  if (map === undefined || line.quantity > largestGroup || !hasRoom(after, date, line)) return [];
  const ask = every ? everyWayOn : proposeOn;
  const proposals = ask(map, wishOf(after, date, line), settings, {
    choice: date.choice,
    performanceId: date.performanceId,
    most,
    mostInStep: Math.min(most, waysInStep),
  });
  return proposals.flatMap((proposal) => seated(way, line, proposal) ?? []);
}

/** The line as the seat engine is asked for it: from the contingents that still have a free place. */
export function wishOf(stock: MassStock, date: MassDate, line: MassLine): SeatWish {
  const open = roomsOf(date, [line.seatCategoryId, ...line.above]).filter(
    (room) => freeOf(stock, date.performanceId, room) > 0,
  );
  return {
    performanceIds: [date.performanceId],
    quantity: line.quantity,
    seatCategoryId: line.seatCategoryId,
    contingentIds: [...new Set(open.map(({ contingentId }) => contingentId))],
    acceptsUpgrade: line.above.length > 0,
    oneCategory: true,
  };
}

/** Whether the numbers alone allow the line in one of its categories. */
function hasRoom(stock: MassStock, date: MassDate, { quantity, seatCategoryId, above }: MassLine): boolean {
  return [[seatCategoryId], above].some(
    (categories) => placesIn(stock, date, categories) >= quantity && categories.length > 0,
  );
}

/** Free places of some categories on a date, what their pools lend included. */
export function placesIn(stock: MassStock, date: MassDate, categories: readonly string[]): number {
  const own = roomsOf(date, categories).reduce(
    (sum, { stockId }) => sum + Math.max(0, stock.free.get(stockId) ?? 0),
    0,
  );
  return categories.reduce((sum, category) => sum + spareOf(stock, date.performanceId, category), own);
}

/** A proposal as a way; null where its contingents' numbers do not allow it. */
function seated(way: Way, line: MassLine, proposal: Proposal): Way | null {
  const { date } = way;
  const { performanceId } = date;
  const map = way.after.maps.get(performanceId);
  if (map === undefined) return null;
  const [first] = proposal.seatIds;
  const seatCategoryId = categoryOf(way.after, performanceId, first) ?? line.seatCategoryId;
  let after: MassStock = {
    ...way.after,
    maps: new Map([...way.after.maps, [performanceId, withTaken(map, proposal.seatIds)]]),
  };
  const contingents = Map.groupBy(
    proposal.seatIds,
    (id) => map.seats[map.indexOf.get(id) ?? -1]?.contingentId,
  );
  for (const [contingentId, seats] of contingents) {
    const room = date.rooms.find(
      (each) => each.contingentId === contingentId && each.seatCategoryId === seatCategoryId,
    );
    if (room === undefined || freeOf(after, performanceId, room) < seats.length) return null;
    after = withDrawn(after, performanceId, room, seats.length);
  }
  const { lineId, quantity } = line;
  return {
    date,
    grants: [
      ...way.grants,
      { lineId, quantity, seatCategoryId, contingentId: null, seatIds: proposal.seatIds },
    ],
    upgraded: way.upgraded || proposal.score.category > 0,
    reasons: [...way.reasons, ...proposal.reasons.filter(({ code }) => !saidElsewhere.test(code))],
    after,
  };
}

function categoryOf(stock: MassStock, performanceId: string, seatId: string | undefined): string | undefined {
  const map = stock.maps.get(performanceId);
  return map?.seats[map.indexOf.get(seatId ?? '') ?? -1]?.seatCategoryId;
}

function roomsOf({ rooms }: MassDate, categories: readonly string[]): MassRoom[] {
  return rooms.filter(({ seatCategoryId }) => categories.includes(seatCategoryId));
}

function spareOf(stock: MassStock, performanceId: string, seatCategoryId: string): number {
  return Math.max(0, stock.spare.get(poolOf(performanceId, seatCategoryId)) ?? 0);
}

/** What a line may draw from a stock row, what its pool lends included. */
function freeOf(stock: MassStock, performanceId: string, { stockId, seatCategoryId }: MassRoom): number {
  return (stock.free.get(stockId) ?? 0) + spareOf(stock, performanceId, seatCategoryId);
}

/** What the row lacks is borrowed from its pool. */
function withDrawn(
  stock: MassStock,
  performanceId: string,
  { stockId, seatCategoryId }: MassRoom,
  quantity: number,
): MassStock {
  const own = stock.free.get(stockId) ?? 0;
  const borrowed = Math.min(spareOf(stock, performanceId, seatCategoryId), Math.max(0, quantity - own));
  const pool = poolOf(performanceId, seatCategoryId);
  return {
    ...stock,
    free: new Map([...stock.free, [stockId, own + borrowed - quantity]]),
    spare:
      borrowed === 0
        ? stock.spare
        : new Map([...stock.spare, [pool, (stock.spare.get(pool) ?? 0) - borrowed]]),
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The first way there is, as an option by itself is proposed: strictest settings first, its dates in their order. */
export function firstWay(stock: MassStock, { settings, dates }: MassWish): Way | null {
  for (const each of settings) {
    for (const date of dates) {
      const [way] = waysOn(stock, { date, settings: each, most: 1 });
      if (way !== undefined) return way;
    }
  }
  return null;
}
