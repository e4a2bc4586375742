import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  apply,
  counterOf,
  firm,
  free,
  limit,
  moveBetween,
  newStockRow,
  overBy,
  quotaOverbooking,
  type StockMove,
  type StockRow,
  stockCounters,
  sumMoves,
  taken,
} from '../../../rules/stock/counters.ts';
import { must } from '../support/must.ts';
import { modelRuns, stepsPerRun } from '../support/steps.ts';

function done(row: StockRow, ...moves: StockMove[]): StockRow {
  return moves.reduce((at, move) => {
    const next = apply(at, move);
    if (next === 'insufficient') throw new Error(`insufficient: ${JSON.stringify(move)}`);
    return next;
  }, row);
}

const hold = (quantity: number) => moveBetween('nothing', 'held', quantity, true);
const confirm = (quantity: number) => moveBetween('held', 'ordered', quantity, true);

describe('a stock row', () => {
  it('holds up to its limit and not one more', () => {
    const full = done(newStockRow(50), hold(50));
    expect(free(full)).toBe(0);
    expect(apply(full, hold(1))).toBe('insufficient');
  });

  it('is overbooked by options only, and confirmed within the capacity only', () => {
    const row = done(newStockRow(100, quotaOverbooking(10, 100)), hold(110));
    expect(apply(row, hold(1))).toBe('insufficient');
    const ordered = done(row, confirm(100));
    expect(apply(ordered, confirm(1))).toBe('insufficient');
    expect(apply(done(newStockRow(100, 10), { sold: 100 }), { sold: 1 })).toBe('insufficient');
  });

  it('sells directly against the limit and the capacity both', () => {
    const row = done(newStockRow(100, 10), hold(105));
    expect(apply(row, { sold: 5 })).not.toBe('insufficient');
    expect(apply(row, { sold: 6 })).toBe('insufficient');
  });

  it('takes nothing for tentative places before their confirmation', () => {
    const row = done(newStockRow(10), moveBetween('nothing', 'held', 15, false));
    expect([row.tentative, free(row)]).toEqual([15, 10]);
    expect(apply(row, moveBetween('held', 'ordered', 15, false))).toBe('insufficient');
    const ordered = done(row, moveBetween('held', 'ordered', 10, false));
    expect([ordered.tentative, ordered.ordered, free(ordered)]).toEqual([5, 10, 0]);
    const back = done(ordered, moveBetween('ordered', 'held', 10, false));
    expect([back.tentative, back.ordered]).toEqual([15, 0]);
  });

  it('gives back always, also over the limit, and frees nothing until under it', () => {
    const over = done(newStockRow(20), hold(20), { capacity: -5 });
    expect([overBy(over), free(over)]).toEqual([5, -5]);
    const shrunk = done(over, moveBetween('held', 'nothing', 3, true));
    expect(overBy(shrunk)).toBe(2);
    expect(apply(shrunk, hold(1))).toBe('insufficient');
    expect(free(done(shrunk, moveBetween('held', 'nothing', 4, true)))).toBe(2);
  });

  it('cancels a confirmation without asking, also when the row is over', () => {
    const row = done(newStockRow(10), hold(10), confirm(10), { capacity: -4 });
    const back = done(row, moveBetween('ordered', 'held', 10, true));
    expect([back.held, back.ordered, overBy(back)]).toEqual([10, 0, 4]);
    expect(apply(back, confirm(7))).toBe('insufficient');
    expect(apply(back, confirm(6))).not.toBe('insufficient');
  });

  it('records a sale made elsewhere even over the limit', () => {
    const row = done(newStockRow(2), { sold: 2 }, { sold: 3, externalSale: true });
    expect([row.sold, overBy(row), row.ceiling, row.firmCeiling]).toEqual([5, 3, 5, 5]);
  });

  it('judges several moves of one row by what they come to', () => {
    const row = done(newStockRow(10), hold(10));
    const change = sumMoves([moveBetween('held', 'nothing', 4, true), hold(3), hold(1)]);
    expect(change).toEqual({});
    expect(sumMoves([{ sold: 1, externalSale: true }, { sold: 2 }])).toEqual({ sold: 3, externalSale: true });
    expect(apply(row, change)).toEqual(row);
    expect(apply(row, sumMoves([moveBetween('held', 'nothing', 4, true), hold(5)]))).toBe('insufficient');
  });

  it('never gives back what was not taken', () => {
    expect(() => apply(newStockRow(10), { held: -1 })).toThrow(RangeError);
    expect(() => apply(newStockRow(10), { held: 0.5 })).toThrow(RangeError);
    expect(() => newStockRow(-1)).toThrow(RangeError);
  });

  it('says which counter the places of an option stand in', () => {
    expect(counterOf('nothing', true)).toBeNull();
    expect([counterOf('held', true), counterOf('held', false)]).toEqual(['held', 'tentative']);
    expect([counterOf('ordered', false), counterOf('sold', true)]).toEqual(['ordered', 'sold']);
  });

  it.each([
    [10, 99, 9],
    [33, 100, 33],
    [0, 100, 0],
    [100, 7, 7],
  ])('%i %% of %i is an overbooking of %i whole places', (percent, capacity, expected) => {
    expect(quotaOverbooking(percent, capacity)).toBe(expected);
  });
});

/** A step of a random story: what moves, and by how much at most; giving back is bounded by what is there. */
const amounts = fc.integer({ min: 1, max: 25 });
const steps = fc.oneof(
  fc.record({
    kind: fc.constant('take' as const),
    counter: fc.constantFrom(...stockCounters),
    amount: amounts,
  }),
  fc.record({
    kind: fc.constant('give' as const),
    counter: fc.constantFrom(...stockCounters),
    amount: amounts,
  }),
  fc.record({
    kind: fc.constant('pass' as const),
    from: fc.constantFrom(...stockCounters),
    to: fc.constantFrom(...stockCounters),
    amount: amounts,
  }),
  fc.record({ kind: fc.constant('capacity' as const), amount: fc.integer({ min: -25, max: 25 }) }),
  fc.record({ kind: fc.constant('overbooking' as const), amount: fc.integer({ min: -5, max: 5 }) }),
  fc.record({ kind: fc.constant('external' as const), amount: amounts }),
);
type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

function moveOf(step: Step, row: StockRow): StockMove {
  switch (step.kind) {
    case 'take':
      return { [step.counter]: step.amount };
    case 'give':
      return { [step.counter]: -Math.min(step.amount, row[step.counter]) };
    case 'pass': {
      const amount = Math.min(step.amount, row[step.from]);
      return step.from === step.to ? {} : { [step.from]: -amount, [step.to]: amount };
    }
    case 'capacity':
      return { capacity: Math.max(step.amount, -row.capacity) };
    case 'overbooking':
      return { overbooking: Math.max(step.amount, -row.overbooking) };
    case 'external':
      return { sold: step.amount, externalSale: true };
  }
}

describe('a stock row in a long random life', () => {
  it('keeps every promise of the design at every step', () => {
    const life = fc.tuple(
      fc.nat(60),
      fc.nat(10),
      fc.array(steps, { minLength: stepsPerRun, maxLength: stepsPerRun, size: 'max' }),
    );
    fc.assert(
      fc.property(life, ([capacity, overbooking, story]) => {
        let row = newStockRow(capacity, overbooking);
        for (const step of story) {
          const move = moveOf(step, row);
          const next = apply(row, move);
          if (next === 'insufficient') {
            expectRightlyRefused(row, move);
          } else {
            expectSound(row, next, step.kind === 'external');
            row = next;
          }
        }
      }),
      { numRuns: modelRuns },
    );
  });
});

/** Refused only when it raises taken over the limit, or firm over the capacity. */
function expectRightlyRefused(row: StockRow, move: StockMove): void {
  const by = (names: readonly (keyof StockMove)[]) =>
    names.reduce((sum, name) => sum + Number(move[name] ?? 0), 0);
  const firmBy = by(['ordered', 'sold', 'blocked', 'allotted', 'recalling']);
  const takenBy = firmBy + by(['held']);
  const overLimit = takenBy > 0 && taken(row) + takenBy > limit(row);
  const overCapacity = firmBy > 0 && firm(row) + firmBy > row.capacity;
  must(overLimit || overCapacity, 'refused only for want of places');
}

function expectSound(before: StockRow, after: StockRow, external: boolean): void {
  for (const counter of stockCounters) must(after[counter] >= 0, `${counter} is not negative`);
  const { held, ordered, sold, blocked, allotted, recalling } = after;
  must(
    taken(after) === held + ordered + sold + blocked + allotted + recalling,
    'taken is the sum of its counters',
  );
  must(taken(after) <= after.ceiling, 'taken <= ceiling');
  must(firm(after) <= after.firmCeiling, 'firm <= firmCeiling');
  must(after.ceiling === Math.max(limit(after), taken(after)), 'ceiling = greatest(limit, taken)');
  must(after.firmCeiling === Math.max(after.capacity, firm(after)), 'firmCeiling = greatest(capacity, firm)');
  if (external) return;
  // The trigger of the database: nothing but an external sale lifts a ceiling over limit and old ceiling.
  must(after.ceiling <= Math.max(limit(after), before.ceiling), 'the ceiling is not lifted');
  must(after.firmCeiling <= Math.max(after.capacity, before.firmCeiling), 'the firm ceiling is not lifted');
  if (taken(after) > taken(before)) must(overBy(after) === 0, 'nothing is taken over the limit');
  if (firm(after) > firm(before))
    must(firm(after) <= after.capacity, 'nothing is promised over the capacity');
}
