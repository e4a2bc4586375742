import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapsInRow, inRowOrder } from '../../../rules/venues/row-runs.ts';

const at = (...xs: number[]) => xs.map((x) => ({ x, y: 0 }));

describe('where a row is split', () => {
  it('is where neighbours stand apart by more than one and a half times the usual', () => {
    expect(gapsInRow(at(0, 50, 100, 150))).toEqual([false, false, false, false]);
    expect(gapsInRow(at(0, 50, 100, 210, 260))).toEqual([false, false, false, true, false]);
    expect(gapsInRow(at(0, 50, 120))).toEqual([false, false, false]);
    expect(gapsInRow(at(0, 500))).toEqual([false, false]);
    expect(gapsInRow([])).toEqual([]);
  });

  it('is seen in an upright row too, from top to bottom', () => {
    const box = [150, 0, 50, 100, 300].map((y) => ({ x: y / 10, y }));
    const ordered = inRowOrder(box);
    expect(ordered.map(({ y }) => y)).toEqual([0, 50, 100, 150, 300]);
    expect(gapsInRow(ordered)).toEqual([false, false, false, false, true]);
  });

  it('does not depend on how large the plan is drawn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 }),
        fc.integer({ min: 2, max: 9 }),
        (steps, scale) => {
          let x = 0;
          const row = at(0, ...steps.map((step) => (x += step)));
          const larger = row.map((point) => ({ x: point.x * scale, y: point.y * scale }));
          expect(gapsInRow(larger)).toEqual(gapsInRow(row));
        },
      ),
    );
  });
});
