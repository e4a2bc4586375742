import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { free, newStockRow, overBy, type StockRow, taken } from '../../../rules/stock/counters.ts';
import { applyToCategory, overbook } from '../../../rules/stock/pool.ts';
import { modelRuns, stepsPerRun } from '../support/steps.ts';
import { acts, type Step, StockHouse, type StockRules, stockRules } from './support/stock-house.ts';

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.nat(acts.length - 1),
  where: fc.nat(17),
  which: fc.nat(997),
  quantity: fc.integer({ min: 1, max: 9 }),
});
const life = fc.tuple(
  fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }),
  fc.array(step, { minLength: stepsPerRun, maxLength: stepsPerRun, size: 'max' }),
);

/** Plays a story, looked at after each step; what breaks a promise throws. */
function play(
  capacities: readonly number[],
  story: readonly Step[],
  rules: StockRules,
  look: (house: StockHouse) => void = () => undefined,
): void {
  const house = new StockHouse(capacities, rules);
  for (const each of story) {
    house.step(each);
    look(house);
  }
  for (const at of house.categories.keys()) house.check(at);
}

const sound = (rules: StockRules) =>
  fc.property(life, ([capacities, story]) => {
    play(capacities, story, rules);
  });

describe('the stock of several performances, numbered and by quantity', () => {
  it('keeps every promise whatever is done in whatever order', () => {
    fc.assert(sound(stockRules), { numRuns: modelRuns });
  }, 3_600_000);

  it('is met in all its states on the way', () => {
    const met = new Set<string>();
    const look = ({ categories, claims }: StockHouse) => {
      for (const { stock, rows } of categories) {
        if (stock.lent > 0) met.add('lent');
        if (stock.lent > stock.pool) met.add('lent above the pool');
        for (const row of rows) {
          if (overBy(row) > 0) met.add('over the limit');
          if (row.sold > row.capacity) met.add('sold above the capacity');
        }
      }
      for (const { counter, source, seats } of claims) {
        met.add(counter);
        met.add(source);
        if (seats.length > 0) met.add('seats');
      }
    };
    fc.assert(
      fc.property(life, ([capacities, story]) => {
        play(capacities, story, stockRules, look);
      }),
      { numRuns: 200 },
    );
    expect([...met].sort()).toEqual([
      'allotted',
      'block',
      'blocked',
      'distributor-sale',
      'external-sale',
      'held',
      'lent',
      'lent above the pool',
      'offer',
      'option',
      'ordered',
      'over the limit',
      'recalling',
      'released',
      'seats',
      'sold',
      'sold above the capacity',
      'tentative',
    ]);
  });
});

/** Rules with one guard taken away, or one answer bent. */
const mutations: Record<string, Partial<StockRules>> = {
  'nobody asks the limit': {
    applyToCategory: (category, moves) =>
      applyToCategory(
        category,
        moves.map(({ row, move }) => ({ row, move: { ...move, externalSale: true } })),
      ),
  },
  'nobody asks the capacity for what is promised for good': {
    applyToCategory: (category, moves) => {
      const said = applyToCategory(category, moves);
      const passes = moves.every(({ row, move }) => (move.held ?? 0) < 0 && taken(row) <= row.ceiling);
      return said === 'insufficient' && passes
        ? applyToCategory(
            category,
            moves.map(({ row, move }) => ({ row, move: { ...move, externalSale: true } })),
          )
        : said;
    },
  },
  'a row over its limit gives nothing back': {
    applyToCategory: (category, moves) =>
      moves.some(({ row }) => overBy(row) > 0) ? 'insufficient' : applyToCategory(category, moves),
  },
  'a pool forgets what it has lent': {
    applyToCategory: (category, moves) => {
      const after = applyToCategory(category, moves);
      return after === 'insufficient' ? after : { ...after, category };
    },
  },
  'a pool never gets back what it has lent': {
    applyToCategory: (category, moves) => {
      const after = applyToCategory(category, moves);
      if (after === 'insufficient') return after;
      return {
        ...after,
        category: { ...after.category, lent: Math.max(category.lent, after.category.lent) },
      };
    },
  },
  'a lowered pool takes back what is held': {
    overbook: (category, rows, setting) => {
      const after = overbook(category, rows, setting);
      return {
        ...after,
        category: { ...after.category, lent: Math.min(after.category.lent, after.category.pool) },
      };
    },
  },
  'a seat is given to two': { seatIsFree: () => true },
  'tentative places are counted as held': {
    applyToCategory: (category, moves) =>
      applyToCategory(
        category,
        moves.map(({ row, move }) => {
          const { tentative = 0, ...others } = move;
          return { row, move: tentative > 0 ? { ...others, held: (others.held ?? 0) + tentative } : move };
        }),
      ),
  },
};

describe('the model finds', () => {
  it.each(Object.keys(mutations))('that %s', (name) => {
    const found = fc.check(sound({ ...stockRules, ...mutations[name] }), {
      numRuns: 1_000,
      endOnFailure: true,
    });
    expect(found.failed).toBe(true);
  });
});

/** Options hold more than a row, or a pool, has: places one by one, then the setting or the capacity is lowered. */
const overQuota = fc.record({
  capacities: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })),
  basis: fc.constantFrom('quota' as const, 'capacity' as const),
  percent: fc.integer({ min: 0, max: 100 }),
  lowerTo: fc.integer({ min: 0, max: 100 }),
  shrinkBy: fc.nat(20),
  external: fc.nat(6),
  holds: fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 20 }),
  given: fc.array(fc.tuple(fc.nat(997), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 20 }),
});
type OverQuota = typeof overQuota extends fc.Arbitrary<infer Value> ? Value : never;

type Standing = { category: Parameters<typeof overbook>[0]; rows: StockRow[]; holds: [number, number][] };

function overfilled({ capacities, basis, percent, lowerTo, shrinkBy, external, holds }: OverQuota): Standing {
  const capacity = capacities[0] + capacities[1];
  const bare = { capacity, assigned: capacity, pool: 0, lent: 0, poolCeiling: 0 };
  let at = overbook(bare, [newStockRow(capacities[0]), newStockRow(capacities[1])], { basis, percent });
  const held: [number, number][] = [];
  const move = (row: number, moves: Record<string, number | boolean>) => {
    const after = applyToCategory(at.category, [{ row: at.rows[row]!, move: moves }]);
    if (after === 'insufficient') return false;
    at = {
      category: after.category,
      rows: at.rows.map((each, index) => (index === row ? after.rows[0]! : each)),
    };
    return true;
  };
  for (const [row, quantity] of holds) if (move(row, { held: quantity })) held.push([row, quantity]);
  if (external > 0) move(0, { sold: external, externalSale: true });
  const [first, second] = at.rows;
  const shrunk = { ...first!, capacity: Math.max(0, first!.capacity - shrinkBy) };
  const lost = first!.capacity - shrunk.capacity;
  const { category } = at;
  const lowered = { ...category, capacity: capacity - lost, assigned: capacity - lost };
  return {
    ...overbook(lowered, [shrunk, second!], { basis, percent: Math.min(percent, lowerTo) }),
    holds: held,
  };
}

/** The most that somebody else could be given now, whichever of both rows they ask first. */
function mostFor(category: Standing['category'], rows: readonly StockRow[]): number {
  const orders = [[0, 1] as const, [1, 0] as const];
  return Math.max(
    ...orders.map((order) => {
      let [at, total] = [category, 0];
      for (const index of order) {
        let row = rows[index]!;
        for (;;) {
          const next = applyToCategory(at, [{ row, move: { held: 1 } }]);
          if (next === 'insufficient') break;
          [at, row, total] = [next.category, rowOf(next), total + 1];
        }
      }
      return total;
    }),
  );
}

function rowOf(after: ReturnType<typeof applyToCategory>): StockRow {
  if (after === 'insufficient') throw new Error('it was granted');
  return after.rows[0]!;
}

describe('a hold above the quota', () => {
  it('that is lowered or deleted gives its seats to nobody else', () => {
    fc.assert(
      fc.property(overQuota, (wish) => {
        let { category, rows, holds } = overfilled(wish);
        for (const [which, quantity] of wish.given) {
          const index = which % Math.max(1, holds.length);
          const hold = holds[index];
          if (hold === undefined) return;
          const [at, has] = hold;
          const gives = Math.min(quantity, has);
          const before = mostFor(category, rows);
          // what the row has over its limit, and what it borrowed of a pool that lends more than it holds
          const borrowed = Math.min(rows[at]!.overbooking, Math.max(0, category.lent - category.pool));
          const excess = Math.max(0, -free(rows[at]!)) + borrowed;
          const after = applyToCategory(category, [{ row: rows[at]!, move: { held: -gives } }]);
          if (after === 'insufficient') throw new Error('giving back always passes');
          category = after.category;
          rows = rows.map((row, i) => (i === at ? after.rows[0]! : row));
          // what is over the quota is gone first; only the rest may be had by others
          const most = mostFor(category, rows);
          if (most > before + Math.max(0, gives - excess))
            throw new Error(`${most} after ${before}, ${gives} over ${excess}`);
          holds = holds.map((each, i) => (i === index ? [at, has - gives] : each));
          holds = holds.filter(([, left]) => left > 0);
        }
      }),
      { numRuns: Math.max(1_000, modelRuns) },
    );
  });

  it('is released always, also where row, pool or both are over their limit', () => {
    let over = 0;
    fc.assert(
      fc.property(overQuota, (wish) => {
        let { category, rows, holds } = overfilled(wish);
        for (const [at, quantity] of holds) {
          if (overBy(rows[at]!) > 0 || category.lent > category.pool) over += 1;
          const after = applyToCategory(category, [{ row: rows[at]!, move: { held: -quantity } }]);
          if (after === 'insufficient') throw new Error('a release was refused');
          category = after.category;
          rows = rows.map((row, i) => (i === at ? after.rows[0]! : row));
        }
        if (rows.some(({ held }) => held > 0)) throw new Error('something stayed held');
        if (wish.external === 0 && category.lent > 0) throw new Error('something stayed lent');
      }),
      { numRuns: Math.max(1_000, modelRuns) },
    );
    expect(over).toBeGreaterThan(0);
  });
});
