import { colourAt } from '../seat-map/kind-colours.ts';
import type { MapPlan } from '../seat-map/seat-geometry.ts';
import type { SeatShape } from '../seat-map/seat-shapes.ts';
import type { SeatKind } from '../seat-map/seat-words.ts';
import type { PerformanceSeats } from './use-performance-seats.ts';

/** What a seat of a performance is, in the order of the legend. */
export const seatStates = ['free', 'held', 'ordered', 'sold', 'blocked'] as const;
export type SeatState = (typeof seatStates)[number];

/** What the colours tell; shapes tell the state. */
export const mapViews = ['state', 'contingent', 'category'] as const;
export type MapView = (typeof mapViews)[number];

export type SeatHolder = PerformanceSeats['holders'][number];
export type SeatStock = PerformanceSeats['stock'][number];

const looks: Readonly<Record<SeatState, { shape: SeatShape; colour: string }>> = {
  free: { shape: 'circle', colour: '#1a6b3c' },
  held: { shape: 'square', colour: '#a34700' },
  ordered: { shape: 'diamond', colour: '#1255a0' },
  sold: { shape: 'hexagon', colour: '#6a1b9a' },
  blocked: { shape: 'cross', colour: '#455a64' },
};

/** The holder of a seat; undefined while it is free. */
export function holderAt({ holders, seats }: PerformanceSeats, seat: number): SeatHolder | undefined {
  return holders[seats.holder[seat] ?? -1];
}

/** The contingent and category of a seat; undefined for one that the performance does not have. */
export function stockAt({ stock, seats }: PerformanceSeats, seat: number): SeatStock | undefined {
  return stock[seats.stock[seat] ?? -1];
}

/** The state of a seat; null for one that the performance does not have. */
export function stateAt(told: PerformanceSeats, seat: number): SeatState | null {
  if (stockAt(told, seat) === undefined) return null;
  return holderAt(told, seat)?.state ?? 'free';
}

type Coloured = { kinds: SeatKind[]; colouring: number[] };

/** The seats coloured by a view; every state keeps its shape. States without a seat stay in the legend of states. */
export function colourSeats(
  told: PerformanceSeats,
  view: MapView,
  nameOf: (state: SeatState) => string,
): Coloured {
  const states = told.seats.stock.map((_, seat) => stateAt(told, seat));
  if (view === 'state') {
    return {
      kinds: seatStates.map((state) => ({ id: state, label: nameOf(state), ...looks[state] })),
      colouring: states.map((state) => (state === null ? -1 : seatStates.indexOf(state))),
    };
  }
  const groups = groupsOf(told.stock, view);
  const kinds: SeatKind[] = [];
  const known = new Map<string, number>();
  const keys = states.map((state, seat) => {
    const group = groups.of[told.seats.stock[seat] ?? -1];
    return state === null || group === undefined ? null : { group, state };
  });
  for (const [at, group] of groups.all.entries())
    for (const state of seatStates)
      if (keys.some((key) => key !== null && key.group === at && key.state === state)) {
        known.set(`${at} ${state}`, kinds.length);
        const label = `${group.name} – ${nameOf(state)}`;
        kinds.push({ id: `${group.id} ${state}`, label, colour: group.colour, shape: looks[state].shape });
      }
  return {
    kinds,
    colouring: keys.map((key) => (key === null ? -1 : (known.get(`${key.group} ${key.state}`) ?? -1))),
  };
}

function groupsOf(stock: readonly SeatStock[], view: Exclude<MapView, 'state'>) {
  const all: { id: string; name: string; colour: string }[] = [];
  const of = stock.map((row) => {
    const id = view === 'contingent' ? row.contingentId : row.seatCategoryId;
    const known = all.findIndex((group) => group.id === id);
    if (known >= 0) return known;
    const name = view === 'contingent' ? row.contingentName : row.seatCategoryName;
    const colour = view === 'category' ? row.colour : colourAt(all.length);
    return all.push({ id, name, colour }) - 1;
  });
  return { all, of };
}

/** The seats of a selection that are in one of these states, by their place in the plan. */
export function seatsInState(
  told: PerformanceSeats,
  selection: Iterable<number>,
  states: readonly SeatState[],
): number[] {
  return [...selection].filter((seat) => {
    const state = stateAt(told, seat);
    return state !== null && states.includes(state);
  });
}

/** A selection by the stock rows it lies in, as moving takes it: one category, one contingent, the ids of the seats. */
export function seatsByStock(plan: MapPlan, told: PerformanceSeats, selection: Iterable<number>) {
  const byRow = Map.groupBy(
    [...selection].filter((seat) => stockAt(told, seat) !== undefined),
    (seat) => told.seats.stock[seat] ?? -1,
  );
  return [...byRow].flatMap(([at, seats]) => {
    const row = told.stock[at];
    return row === undefined ? [] : [{ row, seatIds: seats.flatMap((seat) => plan.seats.id[seat] ?? []) }];
  });
}

/** How a state is drawn in a legend. */
export function stateLook(state: SeatState): { shape: SeatShape; colour: string } {
  return looks[state];
}
