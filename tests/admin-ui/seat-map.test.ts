import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterStrokes, changedSeats, paintsOf } from '../../admin-ui/halls/paint-strokes.ts';
import { fitView, onPlan, panned, revealing, zoomed } from '../../admin-ui/seat-map/map-view.ts';
import { countKinds } from '../../admin-ui/seat-map/seat-counts.ts';
import {
  type MapPlan,
  seatAt,
  seatGeometry,
  seatsInLasso,
  seatsInRectangle,
} from '../../admin-ui/seat-map/seat-geometry.ts';
import { seatAfterKey, seatsBetween, toggled } from '../../admin-ui/seat-map/seat-moves.ts';
import { seatShapes, shapeOf, shapesPath } from '../../admin-ui/seat-map/seat-shapes.ts';
import { seatWords } from '../../admin-ui/seat-map/seat-words.ts';
import { italianHouse } from '../../migrations/seeders/demo/plans/italian-house.ts';
import { modernHall } from '../../migrations/seeders/demo/plans/modern-hall.ts';
import type { SeatPlanDraft } from '../../rules/venues/plan-seat.ts';

/** A plan as the API tells it, its seats named by their printed place. */
function told({ width, height, layout, seats }: SeatPlanDraft): MapPlan {
  const keyOf = (seat: { zone: string; block: string; rowLabel: string }) =>
    JSON.stringify([seat.zone, seat.block, seat.rowLabel]);
  const keys = [...new Set(seats.map(keyOf))];
  const rows = keys.map((key) => seats.find((seat) => keyOf(seat) === key)!);
  return {
    width,
    height,
    layout,
    rows: rows.map(({ zone, block, rowLabel: label, rowOrder: order }) => ({ zone, block, label, order })),
    seats: {
      id: seats.map(({ guid }) => guid),
      row: seats.map((seat) => keys.indexOf(keyOf(seat))),
      number: seats.map(({ number }) => number),
      x: seats.map(({ x }) => x),
      y: seats.map(({ y }) => y),
      attributes: seats.map((seat) => (seat.wheelchair ? 1 : 0) + (seat.companion ? 2 : 0)),
    },
  };
}

const house = seatGeometry(told(italianHouse()));
const hall = seatGeometry(told(modernHall()));
const named = (id: string) => house.seats.find((seat) => seat.id === id)!.index;
const nameOf = (index: number | null) => (index === null ? null : house.seats[index]!.id);
const led = (id: string, key: string, ctrlKey = false) =>
  nameOf(seatAfterKey(house, named(id), { key, ctrlKey }));

describe('the geometry of a map', () => {
  it('knows rows, blocks and how far seats stand apart', () => {
    expect(house.seats).toHaveLength(900);
    expect(house.pitch).toBeGreaterThan(45);
    expect(house.pitch).toBeLessThan(60);
    expect(house.blocks.map(({ zone, block }) => `${zone}/${block}`)).toEqual([
      'PLATEA/',
      'PREMIER BALCON/FACE',
      'PREMIER BALCON/JARDIN',
      'PREMIER BALCON/COUR',
      'SECOND BALCON/FACE',
      'SECOND BALCON/JARDIN',
      'SECOND BALCON/COUR',
      'PARADIS/FACE',
      'PARADIS/JARDIN',
      'PARADIS/COUR',
    ]);
  });

  it('finds the seat under a finger, and none beside', () => {
    for (const seat of hall.seats) {
      expect(seatAt(hall, { x: seat.x + 8, y: seat.y - 8 }, 30)?.index).toBe(seat.index);
    }
    expect(seatAt(hall, { x: -500, y: -500 }, 30)).toBeNull();
  });

  it('takes the seats of a rectangle, whichever corner comes first', () => {
    const all = seatsInRectangle(hall, { x: 0, y: 0 }, { x: 9_999, y: 9_999 });
    expect(all).toHaveLength(2_006);
    const corners = fc.record({
      x: fc.integer({ min: 0, max: 4_000 }),
      y: fc.integer({ min: 0, max: 5_200 }),
    });
    fc.assert(
      fc.property(corners, corners, (one, other) => {
        const found = new Set(seatsInRectangle(hall, one, other));
        expect(seatsInRectangle(hall, other, one)).toEqual([...found]);
        for (const { index, x, y } of hall.seats) {
          const inside = (x - one.x) * (x - other.x) <= 0 && (y - one.y) * (y - other.y) <= 0;
          expect(found.has(index)).toBe(inside);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes the seats a lasso goes around, also where it turns inwards', () => {
    const corners = (points: number[][]) => points.map(([x = 0, y = 0]) => ({ x, y }));
    const square = corners([
      [1_000, 803],
      [2_200, 803],
      [2_200, 1_303],
      [1_000, 1_303],
    ]);
    expect(seatsInLasso(house, square)).toEqual(seatsInRectangle(house, square[0]!, square[2]!));
    const hollow = corners([
      [1_000, 803],
      [2_200, 803],
      [2_200, 1_303],
      [1_600, 803],
      [1_000, 1_303],
    ]);
    expect(seatsInLasso(house, hollow).length).toBeLessThan(seatsInLasso(house, square).length);
    expect(seatsInLasso(house, square.slice(0, 2))).toEqual([]);
  });
});

describe('the keys of a map', () => {
  it('go along a row and across the aisle', () => {
    expect(led('PLATEA/3/5', 'ArrowRight')).toBe('PLATEA/3/3');
    expect(led('PLATEA/3/1', 'ArrowRight')).toBe('PLATEA/3/2');
    expect(led('PLATEA/3/2', 'ArrowLeft')).toBe('PLATEA/3/1');
    expect(led('PLATEA/3/5', 'End')).toBe('PLATEA/3/20');
    expect(led('PLATEA/3/5', 'Home')).toBe('PLATEA/3/19');
  });

  it('go to the row in front and behind, as they stand in the hall', () => {
    expect(led('PLATEA/4/7', 'ArrowUp')).toBe('PLATEA/3/7');
    expect(led('PLATEA/4/7', 'ArrowDown')).toBe('PLATEA/5/7');
    expect(led('PLATEA/14/7', 'ArrowDown')).toMatch(/^PREMIER BALCON\/FACE\/1\//);
    expect(led('PLATEA/1/7', 'ArrowUp')).toBe('PLATEA/1/7');
  });

  it('go along a row that stands upright from top to bottom', () => {
    expect(led('PARADIS/JARDIN/1/35', 'ArrowDown')).toBe('PARADIS/JARDIN/1/33');
    expect(led('PARADIS/JARDIN/1/33', 'ArrowRight')).toMatch(/^SECOND BALCON\/JARDIN\//);
  });

  it('reach every row by the page keys, and both ends of the hall', () => {
    expect(led('PLATEA/4/7', 'PageDown')).toBe('PLATEA/5/7');
    const met = new Set<number>();
    let at = named('PLATEA/1/17');
    for (let page = 0; page < house.rows.length; page += 1) {
      met.add(house.seats[at]!.row);
      at = seatAfterKey(house, at, { key: 'PageDown', ctrlKey: false }) ?? at;
    }
    expect(met.size).toBe(house.rows.length);
    expect(led('PLATEA/4/7', 'Home', true)).toBe('PLATEA/1/17');
    expect(led('PLATEA/4/7', 'End', true)).toMatch(/^PARADIS\/COUR\//);
    expect(led('PLATEA/4/7', 'x')).toBeNull();
  });

  it('never lead out of the hall, and by arrows to every seat', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
    for (const geometry of [house, hall]) {
      const met = new Set([0]);
      for (const at of met) {
        for (const key of keys) met.add(seatAfterKey(geometry, at, { key, ctrlKey: false }) ?? -1);
      }
      expect(met.size).toBe(geometry.seats.length);
      expect(met.has(-1)).toBe(false);
    }
  });

  it('extend over a row, and over a rectangle of rows', () => {
    const between = (one: string, other: string) => seatsBetween(house, named(one), named(other)).map(nameOf);
    expect(between('PLATEA/3/3', 'PLATEA/3/2')).toEqual(['PLATEA/3/3', 'PLATEA/3/1', 'PLATEA/3/2']);
    expect(between('PLATEA/3/2', 'PLATEA/3/3')).toEqual(['PLATEA/3/3', 'PLATEA/3/1', 'PLATEA/3/2']);
    expect(between('PLATEA/3/3', 'PLATEA/4/1').sort()).toEqual([
      'PLATEA/3/1',
      'PLATEA/3/3',
      'PLATEA/4/1',
      'PLATEA/4/3',
    ]);
    expect([...toggled(new Set([1, 2]), [2, 3])]).toEqual([1, 2, 3]);
    expect([...toggled(new Set([1, 2]), [2])]).toEqual([1]);
  });
});

describe('the view of a map', () => {
  const size = { width: 800, height: 600 };
  const whole = fitView(hall.box, size);

  it('begins with all of the hall, and never goes farther', () => {
    for (const { x, y } of hall.seats) {
      expect(x * whole.scale + whole.x).toBeGreaterThan(0);
      expect(y * whole.scale + whole.y).toBeLessThan(600);
    }
    expect(zoomed(whole, 0.5, { x: 10, y: 10 }, hall.box, size, hall.pitch)).toEqual(whole);
  });

  it('keeps the point one zooms at, and a seat one moves to in sight', () => {
    const point = { x: 420, y: 280 };
    const near = zoomed(whole, 3, point, hall.box, size, hall.pitch);
    expect(onPlan(near, point).x).toBeCloseTo(onPlan(whole, point).x);
    const shown = revealing(near, hall.seats[0]!, size, 40);
    expect(hall.seats[0]!.x * shown.scale + shown.x).toBeGreaterThanOrEqual(39.9);
    expect(revealing(shown, hall.seats[0]!, size, 40)).toEqual(shown);
  });

  it('is not lost by moving it away', () => {
    const near = zoomed(whole, 4, { x: 400, y: 300 }, hall.box, size, hall.pitch);
    const away = onPlan(panned(near, { x: 99_999, y: -99_999 }, hall.box, size), { x: 400, y: 300 });
    expect(away.x).toBeGreaterThanOrEqual(hall.box.left - 1);
    expect(away.y).toBeLessThanOrEqual(hall.box.bottom + 1);
  });
});

describe('the legend of a map', () => {
  it('counts each kind, and the seats without one', () => {
    const colouring = [0, 1, 1, -1, 2, 7];
    expect(countKinds(colouring, 3)).toEqual({ byKind: [1, 2, 1], none: 2 });
    expect(countKinds(colouring, 3, new Set([1, 2, 3]))).toEqual({ byKind: [0, 2, 0], none: 1 });
  });

  it('has another shape for each of nine kinds, drawn as one path', () => {
    const shapes = Array.from({ length: 9 }, (_, position) => shapeOf(position));
    expect(new Set(shapes).size).toBe(9);
    expect(shapeOf(9)).toBe(shapeOf(0));
    for (const shape of seatShapes) {
      const path = shapesPath(shape, hall.seats, 20);
      expect(path.match(/M/g)).toHaveLength(2_006);
      expect(path).not.toMatch(/NaN|undefined/);
    }
  });

  it('says a seat in words', () => {
    const text = (key: string) => key.split('.').at(-1) ?? '';
    const seat = house.seats[named('PLATEA/13/23')]!;
    const state = { kind: 'PMR2', changed: true };
    expect(seatWords({ locale: 'fr', text }, house, seat, state)).toBe(
      'PLATEA - Rang 13 - Place 23, PMR2, wheelchair, changed',
    );
    expect(seatWords({ locale: 'en', text }, house, seat, { kind: null, changed: false })).toBe(
      'PLATEA - Row 13 - Seat 23, wheelchair',
    );
  });
});

describe('strokes of paint', () => {
  const saved = ['gold', 'gold', 'blue', null];

  it('lie one over the other, and what comes back to what is saved is no change', () => {
    const strokes = [
      { seats: [0, 1, 2], categoryId: 'blue' },
      { seats: [1], categoryId: 'gold' },
      { seats: [2], categoryId: null },
    ];
    const now = afterStrokes(saved, strokes);
    expect(now).toEqual(['blue', 'gold', null, null]);
    expect([...changedSeats(saved, now)]).toEqual([0, 2]);
    expect(saved).toEqual(['gold', 'gold', 'blue', null]);
  });

  it('are sent as one paint for each category, and no more seats in one than may be', () => {
    const now = ['blue', 'blue', null, 'blue'];
    expect(paintsOf(['a', 'b', 'c', 'd'], changedSeats(saved, now), now)).toEqual([
      { seatCategoryId: 'blue', seatIds: ['a', 'b', 'd'] },
      { seatCategoryId: null, seatIds: ['c'] },
    ]);
    const many = Array.from({ length: 12_000 }, (_, seat) => `${seat}`);
    const painted = many.map(() => 'blue');
    const paints = paintsOf(many, new Set(many.keys()), painted);
    expect(paints.map(({ seatIds }) => seatIds.length)).toEqual([5_000, 5_000, 2_000]);
  });
});
