import { describe, expect, it } from '@jest/globals';
import { readSeatPlan } from '../../activities/venues/seat-plan-file/read-seat-plan.ts';
import { writeSeatPlan } from '../../activities/venues/seat-plan-file/write-seat-plan.ts';
import { italianHouse } from '../../migrations/seeders/demo/plans/italian-house.ts';
import { modernHall } from '../../migrations/seeders/demo/plans/modern-hall.ts';
import type { PlanSeat, SeatPlanDraft } from '../../rules/venues/plan-seat.ts';
import { seatLabel } from '../../rules/venues/seat-label.ts';

const rowOf = ({ seats }: SeatPlanDraft, zone: string, block: string, label: string) =>
  seats.filter((seat) => seat.zone === zone && seat.block === block && seat.rowLabel === label);
const numbers = (seats: readonly PlanSeat[]) => seats.map(({ number }) => Number(number));
const runsOf = (seats: readonly PlanSeat[]) =>
  [...Map.groupBy(seats, ({ run }) => run).values()].map((run) => numbers(run));
const countBy = (plan: SeatPlanDraft, part: (seat: PlanSeat) => string) =>
  Object.fromEntries([...Map.groupBy(plan.seats, part)].map(([name, seats]) => [name, seats.length]));

describe.each([
  ['the Italian house', italianHouse],
  ['the modern hall', modernHall],
])('%s', (_name, make) => {
  it('is a plan that imports without a fault, the same every time, and with no two seats in one place', () => {
    const plan = make();
    expect(readSeatPlan(new TextEncoder().encode(JSON.stringify(writeSeatPlan(plan))))).toEqual(plan);
    expect(make()).toEqual(plan);
    const close = plan.seats.flatMap((seat, index) =>
      plan.seats.slice(index + 1).filter(({ x, y }) => Math.hypot(x - seat.x, y - seat.y) < 35),
    );
    expect(close).toEqual([]);
    for (const { x, y } of plan.seats) {
      expect(x > 0 && x < plan.width && y > 500 && y < plan.height).toBe(true);
    }
  });
});

describe('the Italian house', () => {
  const plan = italianHouse();

  it('has 900 seats on four levels, in every category of its venue', () => {
    expect(countBy(plan, ({ zone }) => zone)).toEqual({
      PLATEA: 312,
      'PREMIER BALCON': 188,
      'SECOND BALCON': 184,
      PARADIS: 216,
    });
    expect(Object.keys(countBy(plan, ({ category }) => category)).sort()).toEqual([
      ...['CARRE-OR', 'CAT1', 'CAT2', 'CAT3', 'PMR1', 'PMR2', 'VISIB'],
    ]);
    expect(plan.seats.filter(({ wheelchair }) => wheelchair)).toHaveLength(8);
    expect(plan.seats.filter(({ companion }) => companion)).toHaveLength(4);
  });

  it('numbers odd to the left and even to the right: 1 and 2 part in the stalls and sit together in the balcony', () => {
    const stalls = rowOf(plan, 'PLATEA', '', '1');
    expect(runsOf(stalls)).toEqual([
      [17, 15, 13, 11, 9, 7, 5, 3, 1],
      [2, 4, 6, 8, 10, 12, 14, 16, 18],
    ]);
    expect(stalls.filter(({ aisle }) => aisle).map(({ number }) => number)).toEqual(['1', '2']);
    const balcony = rowOf(plan, 'PREMIER BALCON', 'FACE', '1');
    expect(runsOf(balcony)).toEqual([
      [23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24],
    ]);
    expect(runsOf(rowOf(plan, 'SECOND BALCON', 'FACE', '1')).map((run) => run.length)).toEqual([5, 14, 5]);
  });

  it('prints labels as people read them', () => {
    const [first] = rowOf(plan, 'PLATEA', '', '3');
    expect(first && seatLabel('fr', first)).toBe('PLATEA - Rang 3 - Place 19');
    const [box] = rowOf(plan, 'PREMIER BALCON', 'JARDIN', 'Loge 1');
    expect(box && seatLabel('en', box)).toBe('PREMIER BALCON - JARDIN - Loge 1 - Seat 9');
  });
});

describe('the modern hall', () => {
  const plan = modernHall();

  it('has 2,006 seats, its rows split by two aisles', () => {
    expect(countBy(plan, ({ zone }) => zone)).toEqual({ PARTERRE: 1_282, BALCON: 724 });
    expect(runsOf(rowOf(plan, 'PARTERRE', '', 'A')).map((run) => run.length)).toEqual([10, 20, 10]);
  });

  it('misses ten seats in three rows, which parts those beside them', () => {
    const rows = ['U', 'V', 'W'].map((label) => runsOf(rowOf(plan, 'PARTERRE', '', label)));
    for (const runs of rows) {
      expect(runs).toHaveLength(4);
      const [left, right] = [runs[1]?.at(-1) ?? 0, runs[2]?.[0] ?? 0];
      expect(right - left).toBe(11);
    }
  });

  it('has wheelchair bays with a companion beside each', () => {
    const row = rowOf(plan, 'PARTERRE', '', 'P');
    expect(row.filter(({ wheelchair }) => wheelchair)).toHaveLength(8);
    expect(row.filter(({ companion }) => companion)).toHaveLength(8);
    for (const [index, { wheelchair, run }] of row.entries()) {
      if (!wheelchair) continue;
      const beside = [row[index - 1], row[index + 1]].filter((seat) => seat?.companion && seat.run === run);
      expect(beside.length).toBeGreaterThan(0);
    }
    expect(runsOf(row)).toHaveLength(3);
  });
});
