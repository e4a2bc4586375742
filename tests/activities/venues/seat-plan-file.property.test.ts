import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSeatPlan } from '../../../activities/venues/seat-plan-file/read-seat-plan.ts';
import { writeSeatPlan } from '../../../activities/venues/seat-plan-file/write-seat-plan.ts';
import { bytesOf } from './support/plan-files.ts';

const label = fc.stringMatching(/^[A-Za-z0-9É-ù'"\\ ]{0,12}$/).map((text) => text.trim());
const coordinate = fc.double({ min: -5_000, max: 5_000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const flags = fc.record(
  {
    gapBefore: fc.boolean(),
    wheelchair: fc.boolean(),
    companion: fc.boolean(),
    restrictedView: fc.boolean(),
    aisle: fc.boolean(),
  },
  { requiredKeys: [] },
);

const area = fc.record({
  shape: fc.constantFrom('rectangle', 'circle', 'ellipse', 'polygon', 'text'),
  position: point,
  rotation: fc.integer({ min: -360, max: 360 }),
  color: fc.oneof(colour, fc.constant('transparent')),
  border_color: colour,
  rectangle: fc.record({ width: fc.integer({ min: 0, max: 900 }), height: fc.integer({ min: 0, max: 900 }) }),
  circle: fc.record({ radius: fc.double({ min: 0, max: 90, noNaN: true }) }),
  ellipse: fc.record({ radius: fc.record({ x: fc.nat(90), y: fc.nat(90) }) }),
  polygon: fc.record({ points: fc.array(point, { maxLength: 6 }) }),
  text: fc.record({ text: label, position: point, size: fc.integer({ min: 1, max: 90 }), color: colour }),
});

/** Files as other programs and we ourselves might write them; guids and numbers stand once. */
const file = fc
  .record({
    name: label.filter((text) => text !== ''),
    categories: fc.uniqueArray(fc.record({ name: label.filter((text) => text !== ''), color: colour }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ name }) => name,
    }),
    zones: fc.array(
      fc.record({
        name: fc.oneof(label, fc.constantFrom('PLATEA', 'BALCON')),
        zone_id: fc.option(label),
        position: point,
        rows: fc.array(
          fc.record({
            row_number: label,
            position: point,
            placet: fc.option(fc.record({ block: label })),
            seats: fc.array(fc.record({ position: point, category: fc.nat(3), placet: fc.option(flags) }), {
              maxLength: 8,
            }),
          }),
          { maxLength: 5 },
        ),
        areas: fc.array(area, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    size: fc.option(fc.record({ width: fc.nat(10_000), height: fc.nat(10_000) })),
    placet: fc.option(fc.record({ ordered: fc.boolean() })),
  })
  .map((plan) => {
    let count = 0;
    return {
      ...plan,
      zones: plan.zones.map((zone) => ({
        ...zone,
        rows: zone.rows.map((row) => ({
          ...row,
          seats: row.seats.map(({ category, ...seat }) => {
            count += 1;
            const { name } = plan.categories[category % plan.categories.length]!;
            return { ...seat, category: name, seat_guid: `guid ${count}`, seat_number: `${count}` };
          }),
        })),
      })),
    };
  })
  .filter(({ zones }) => zones.some(({ rows }) => rows.some(({ seats }) => seats.length > 0)));

describe('a plan that was read', () => {
  it('is the same again when it is written and read, whatever it was', () => {
    fc.assert(
      fc.property(file, (given) => {
        const plan = readSeatPlan(bytesOf(given));
        expect(readSeatPlan(bytesOf(writeSeatPlan(plan)))).toEqual(plan);
      }),
    );
  });

  it('counts places from 1 without a gap, and runs that only rise, in every row', () => {
    fc.assert(
      fc.property(file, (given) => {
        const { seats } = readSeatPlan(bytesOf(given));
        const rows = Map.groupBy(seats, ({ zone, block, rowLabel }) =>
          JSON.stringify([zone, block, rowLabel]),
        );
        for (const row of rows.values()) {
          expect(row.map(({ place }) => place)).toEqual(row.map((_, index) => index + 1));
          expect(row.map(({ run }) => run)).toEqual(row.map(({ run }) => run).toSorted((a, b) => a - b));
          expect(new Set(row.map(({ rowOrder }) => rowOrder)).size).toBe(1);
        }
      }),
    );
  });
});
