import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { free, moveBetween, newStockRow, overBy, taken } from '../../../rules/stock/counters.ts';
import { applyWithPool, poolSize, type StockCategoryRow } from '../../../rules/stock/pool.ts';
import { must } from '../support/must.ts';
import { modelRuns, stepsPerRun } from '../support/steps.ts';

const category = (pool: number): StockCategoryRow => ({
  capacity: 100,
  assigned: 100,
  pool,
  lent: 0,
  poolCeiling: pool,
});
const hold = (quantity: number) => moveBetween('nothing', 'held', quantity, true);
const release = (quantity: number) => moveBetween('held', 'nothing', quantity, true);

describe('overbooking of the whole capacity', () => {
  it('is a percentage of it, in whole places', () => {
    expect(poolSize(5, 150)).toBe(7);
  });

  it('lends a row what a placement lacks, and takes it back at the release', () => {
    const lent = applyWithPool(category(10), newStockRow(50), hold(53));
    if (lent === 'insufficient') throw new Error('the pool had 10');
    expect([lent.category.lent, lent.row.overbooking, free(lent.row)]).toEqual([3, 3, 0]);
    const back = applyWithPool(lent.category, lent.row, release(2));
    if (back === 'insufficient') throw new Error('giving back always passes');
    expect([back.category.lent, back.row.overbooking]).toEqual([1, 1]);
  });

  it('lends nothing it has not', () => {
    expect(applyWithPool(category(2), newStockRow(50), hold(53))).toBe('insufficient');
  });

  it('covers options only: a confirmation stays within the row’s capacity', () => {
    const lent = applyWithPool(category(10), newStockRow(50), hold(53));
    if (lent === 'insufficient') throw new Error('the pool had 10');
    const { category: at, row } = lent;
    expect(applyWithPool(at, row, moveBetween('held', 'ordered', 50, true))).not.toBe('insufficient');
    expect(applyWithPool(at, row, moveBetween('held', 'ordered', 51, true))).toBe('insufficient');
  });

  it('keeps its books over a long random life of two rows', () => {
    const steps = fc.record({
      row: fc.constantFrom(0, 1),
      take: fc.boolean(),
      amount: fc.integer({ min: 1, max: 15 }),
    });
    const life = fc.tuple(
      fc.nat(12),
      fc.array(steps, { minLength: stepsPerRun, maxLength: stepsPerRun, size: 'max' }),
    );
    fc.assert(
      fc.property(life, ([pool, story]) => {
        let at = category(pool);
        const rows = [newStockRow(30), newStockRow(20)];
        for (const step of story) {
          const row = rows[step.row]!;
          const room = free(row) + at.pool - at.lent;
          const after = applyWithPool(
            at,
            row,
            step.take ? hold(step.amount) : release(Math.min(step.amount, row.held)),
          );
          must(
            (after === 'insufficient') === (step.take && step.amount > room),
            'refused only for want of places',
          );
          if (after === 'insufficient') continue;
          at = after.category;
          rows[step.row] = after.row;
          must(
            at.lent === rows.reduce((sum, each) => sum + each.overbooking, 0),
            'lent is what the rows have',
          );
          must(at.lent <= at.pool, 'lent <= pool');
          for (const each of rows) {
            must(overBy(each) === 0, 'no row is over');
            must(
              each.overbooking === Math.max(0, taken(each) - each.capacity),
              'no row keeps what it does not need',
            );
          }
        }
      }),
      { numRuns: modelRuns },
    );
  });
});
