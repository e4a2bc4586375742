import type { Reason } from '../messages/reason.ts';

/**
 * What applying a template of contingents would change on one performance. Each share says what its contingent has of a
 * category afterwards; what is left goes to the template's rest; contingents nobody names keep what they have. Applied
 * as a whole or not at all: what stands in the way is told in full.
 */

/** What one contingent shall have of one category: exactly one of the three. */
export interface TemplateShare {
  seatCategoryId: string;
  contingentId: string;
  quantity: number | null;
  /** Of the places the performance has in the category, rounded down. */
  percent: number | null;
  seatIds: readonly string[] | null;
}

/** What a performance has in one category and contingent. */
export interface TemplateRow {
  seatCategoryId: string;
  contingentId: string;
  capacity: number;
  /** Held, ordered, sold, blocked: all that somebody has. */
  taken: number;
}

/** A numbered seat that a template names, or that stands in a contingent whose seats it names. */
export interface TemplateSeat {
  id: string;
  seatCategoryId: string;
  contingentId: string;
  free: boolean;
}

/** Places that go from one contingent to another: these seats, or so many. */
export interface TemplateMove {
  seatCategoryId: string;
  fromContingentId: string;
  toContingentId: string;
  quantity: number;
  seatIds: readonly string[] | null;
}

/** A capacity before and after. */
export interface TemplateChange {
  seatCategoryId: string;
  contingentId: string;
  before: number;
  after: number;
}

/** In the order in which they are to be done; nothing moves where there is a reason against it. */
export interface TemplatePlan {
  moves: TemplateMove[];
  changes: TemplateChange[];
  reasons: Reason[];
}

/** How people call categories and contingents. */
export type NameOf = (id: string) => string;

type Amounts = Map<string, number>;

/** What of a performance a template looks at. */
export interface TemplateState {
  numbered: boolean;
  rows: readonly TemplateRow[];
  /** At least those named and those of contingents whose seats are named. */
  seats: readonly TemplateSeat[];
}

/** The moves a template asks for, what they change, and what stands in their way. */
export function planTemplate(
  template: { restContingentId: string; shares: readonly TemplateShare[] },
  state: TemplateState,
  nameOf: NameOf,
): TemplatePlan {
  const plans = [...Map.groupBy(template.shares, ({ seatCategoryId }) => seatCategoryId)].map(
    ([seatCategoryId, shares]) =>
      planCategory({
        seatCategoryId,
        shares,
        rest: template.restContingentId,
        numbered: state.numbered,
        rows: state.rows.filter((row) => row.seatCategoryId === seatCategoryId),
        seats: state.seats.filter((seat) => seat.seatCategoryId === seatCategoryId),
        nameOf,
      }),
  );
  const reasons = plans.flatMap((plan) => plan.reasons);
  return {
    moves: reasons.length > 0 ? [] : plans.flatMap((plan) => plan.moves),
    changes: plans.flatMap((plan) => plan.changes),
    reasons,
  };
}

interface Category {
  seatCategoryId: string;
  shares: readonly TemplateShare[];
  rest: string;
  numbered: boolean;
  rows: readonly TemplateRow[];
  seats: readonly TemplateSeat[];
  nameOf: NameOf;
}

function planCategory(category: Category): TemplatePlan {
  const { seatCategoryId, rows, nameOf, rest, numbered } = category;
  const total = rows.reduce((sum, { capacity }) => sum + capacity, 0);
  const names = { seatCategory: nameOf(seatCategoryId) };
  if (total === 0) return refused([{ code: 'template.noStock', values: names }]);
  if (!numbered && category.shares.some(({ seatIds }) => seatIds !== null))
    return refused([{ code: 'template.noSeats', values: names }]);
  const targets: Amounts = new Map(
    category.shares.map((share) => [share.contingentId, wantedOf(share, total)]),
  );
  const kept = rows.filter(({ contingentId }) => contingentId !== rest && !targets.has(contingentId));
  const wanted = [...targets.values(), ...kept.map(({ capacity }) => capacity)].reduce(
    (sum, n) => sum + n,
    0,
  );
  if (wanted > total)
    return refused([{ code: 'template.tooMany', values: { ...names, wanted, capacity: total } }]);
  targets.set(rest, total - wanted);
  const before: Amounts = new Map(rows.map(({ contingentId, capacity }) => [contingentId, capacity]));
  const named = namedMoves(category);
  const moves = [...named.moves, ...countedMoves(category, before, targets, named.moves)];
  const changes = [...targets].flatMap(([contingentId, after]) => {
    const had = before.get(contingentId) ?? 0;
    return had === after ? [] : [{ seatCategoryId, contingentId, before: had, after }];
  });
  const reasons = [...named.reasons, ...heldReasons(category, targets)];
  return reasons.length === 0 ? { moves, changes, reasons } : { moves: [], changes, reasons };
}

function refused(reasons: Reason[]): TemplatePlan {
  return { moves: [], changes: [], reasons };
}

function wantedOf({ quantity, percent, seatIds }: TemplateShare, total: number): number {
  if (seatIds !== null) return seatIds.length;
  return quantity ?? Math.floor(((percent ?? 0) * total) / 100);
}

/** Nobody loses what they hold: a contingent keeps at least what is taken of it. */
function heldReasons({ rows, nameOf, seatCategoryId }: Category, targets: Amounts): Reason[] {
  return rows.flatMap(({ contingentId, taken, capacity }) => {
    const after = targets.get(contingentId) ?? capacity;
    if (after >= capacity || after >= taken) return [];
    const values = { contingent: nameOf(contingentId), seatCategory: nameOf(seatCategoryId), taken, after };
    return [{ code: 'template.held', values }];
  });
}

/** Named seats go to their contingent; what else stands there goes to the rest. All of them must be free. */
function namedMoves(category: Category): { moves: TemplateMove[]; reasons: Reason[] } {
  const { seatCategoryId, shares, seats, rest, nameOf } = category;
  const goals = new Map<string, string>();
  for (const { contingentId, seatIds } of shares) for (const id of seatIds ?? []) goals.set(id, contingentId);
  const byNames = new Set(
    shares.filter(({ seatIds }) => seatIds !== null).map(({ contingentId }) => contingentId),
  );
  const known = new Set(seats.map(({ id }) => id));
  const missing = [...goals.keys()].filter((id) => !known.has(id)).length;
  const leaving = seats.flatMap((seat) => {
    const goal = goals.get(seat.id) ?? (byNames.has(seat.contingentId) ? rest : seat.contingentId);
    return goal === seat.contingentId ? [] : [{ seat, goal }];
  });
  const taken = leaving.filter(({ seat }) => !seat.free).length;
  const values = { seatCategory: nameOf(seatCategoryId) };
  const reasons: Reason[] = [];
  if (missing > 0) reasons.push({ code: 'template.seatsUnknown', values: { ...values, count: missing } });
  if (taken > 0) reasons.push({ code: 'template.seatsTaken', values: { ...values, count: taken } });
  const grouped = Map.groupBy(leaving, ({ seat, goal }) => `${seat.contingentId}/${goal}`);
  const moves = [...grouped.values()].flatMap((group): TemplateMove[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        seatCategoryId,
        fromContingentId: first.seat.contingentId,
        toContingentId: first.goal,
        quantity: group.length,
        seatIds: group.map(({ seat }) => seat.id),
      },
    ];
  });
  return { moves, reasons };
}

/** What the named seats leave to do: surplus to the rest, then from the rest to who lacks. */
function countedMoves(
  { seatCategoryId, rest }: Category,
  before: Amounts,
  targets: Amounts,
  named: readonly TemplateMove[],
): TemplateMove[] {
  const now = new Map(before);
  for (const { fromContingentId, toContingentId, quantity } of named) {
    now.set(fromContingentId, (now.get(fromContingentId) ?? 0) - quantity);
    now.set(toContingentId, (now.get(toContingentId) ?? 0) + quantity);
  }
  const moves = [...targets].flatMap(([contingentId, after]): TemplateMove[] => {
    const by = after - (now.get(contingentId) ?? 0);
    if (contingentId === rest || by === 0) return [];
    const [fromContingentId, toContingentId] = by > 0 ? [rest, contingentId] : [contingentId, rest];
    return [{ seatCategoryId, fromContingentId, toContingentId, quantity: Math.abs(by), seatIds: null }];
  });
  return moves.toSorted(
    (one, other) => Number(one.fromContingentId === rest) - Number(other.fromContingentId === rest),
  );
}
