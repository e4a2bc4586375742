import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../../activities/problem.ts';
import { planLimits } from '../../../activities/venues/seat-plan-file/plan-limits.ts';
import { readSeatPlan } from '../../../activities/venues/seat-plan-file/read-seat-plan.ts';
import { bytesOf, plainPlan, plainPlanOf } from './support/plan-files.ts';

/** The one answer to a bad file: its code, and its faults by place. */
function refusal(value: unknown) {
  try {
    readSeatPlan(bytesOf(value));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, details } = error;
    return {
      code,
      values: details.values,
      faults: details.errors?.map(({ path, code: fault }) => `${path} ${fault}`),
    };
  }
  throw new Error('the file was taken');
}

/** The plain plan with something in it replaced. */
function changed(change: (plan: ReturnType<typeof plainPlan>) => unknown) {
  const plan = plainPlan();
  change(plan);
  return plan;
}

const rowOf = (plan: ReturnType<typeof plainPlan>, index: number) => plan.zones[0]!.rows[index]!;

describe('a plan of another program', () => {
  it('is read without any attribute of ours: places, gaps and positions come from where the seats stand', () => {
    const plan = readSeatPlan(bytesOf(plainPlan()));
    expect(plan).toMatchObject({ name: 'Salle simple', width: 800, height: 600 });
    expect(plan.layout.zones).toEqual([{ name: 'PLATEA', externalId: 'platea' }]);
    expect(plan.layout.categories).toEqual([
      { name: 'CAT1', colour: '#b71c1c' },
      { name: 'CAT2', colour: '#1155aa' },
    ]);
    expect(plan.layout.areas).toEqual([
      expect.objectContaining({
        shape: 'rectangle',
        x: 100,
        y: 0,
        width: 400,
        fill: '#cccccc',
        border: null,
      }),
    ]);
    expect(plan.seats).toHaveLength(12);
    const first = plan.seats.filter(({ rowOrder }) => rowOrder === 1);
    expect(first.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(first.map(({ run }) => run)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(first.map(({ aisle }) => aisle)).toEqual([false, false, true, true, false, false]);
    expect(first.map(({ x, y }) => [x, y])[3]).toEqual([350, 50]);
  });

  it('has its seats from left to right, however the file lists them', () => {
    const plan = readSeatPlan(bytesOf(changed((given) => rowOf(given, 0).seats.reverse())));
    expect(plan.seats.slice(0, 6).map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('has one row where the file splits it in two', () => {
    const plan = readSeatPlan(
      bytesOf(
        changed((given) => {
          const [row] = given.zones[0]!.rows;
          const half = { ...row!, seats: row!.seats.splice(2) };
          given.zones[0]!.rows.push(half);
        }),
      ),
    );
    const first = plan.seats.filter(({ rowLabel }) => rowLabel === '1');
    expect(first.map(({ place, run }) => [place, run])).toEqual([
      ...[
        [1, 1],
        [2, 1],
        [3, 2],
        [4, 3],
        [5, 3],
        [6, 3],
      ],
    ]);
    expect(new Set(first.map(({ rowOrder }) => rowOrder))).toEqual(new Set([1]));
  });

  it('keeps our attributes when it has them', () => {
    const plan = readSeatPlan(
      bytesOf(
        changed((given) =>
          Object.assign(rowOf(given, 0).seats[0]!, {
            placet: { wheelchair: true, restrictedView: true, companion: false },
          }),
        ),
      ),
    );
    expect(plan.seats[0]).toMatchObject({ wheelchair: true, restrictedView: true, companion: false });
  });
});

describe('a bad file', () => {
  it('that is no JSON says where it stops being readable', () => {
    const broken = JSON.stringify(plainPlan(), null, 1).replace('"zones": [', '"zones": [,');
    const line = broken.split('\n').findIndex((text) => text.includes('[,')) + 1;
    expect(refusal(broken)).toMatchObject({ code: 'plan.unreadable', values: { line } });
    expect(refusal('')).toMatchObject({ code: 'plan.unreadable', values: { line: 1, column: 1 } });
    expect(() => readSeatPlan(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toThrow('plan.unreadable');
  });

  it('with a duplicate guid, an unknown category, a number twice in a row, names the place of each', () => {
    const plan = changed((given) => {
      rowOf(given, 1).seats[2]!.seat_guid = '1-3';
      rowOf(given, 0).seats[4]!.category = 'CAT9';
      given.categories.push({ name: 'CAT1', color: '#000000' });
    });
    expect(refusal(plan)).toEqual({
      code: 'plan.invalid',
      values: { count: 3, max: 100 },
      faults: [
        'categories[2].name field.duplicate',
        'zones[0].rows[0].seats[4].category plan.categoryUnknown',
        'zones[0].rows[1].seats[2].seat_guid plan.guidTwice',
      ],
    });
    const twice = changed((given) => {
      rowOf(given, 0).seats[1]!.seat_number = '1';
    });
    expect(refusal(twice).faults).toEqual(['zones[0].rows[0].seats[1].seat_number plan.labelTwice']);
  });

  it('of another shape names what is missing or of the wrong kind', () => {
    expect(refusal([]).faults).toEqual([' field.type']);
    expect(refusal({ zones: 'x' }).faults).toEqual([
      'name field.required',
      'categories field.required',
      'zones field.type',
    ]);
    const plan = changed((given) => {
      Object.assign(rowOf(given, 0).seats[0]!, { position: { x: '12', y: 3e9 }, seat_guid: '' });
      Object.assign(rowOf(given, 1), { seats: null });
      Object.assign(given.categories[1]!, { color: 'red' });
    });
    expect(refusal(plan).faults).toEqual(['categories[1].color field.format']);
    plan.categories[1]!.color = '#ff0000';
    expect(refusal(plan).faults).toEqual([
      'zones[0].rows[0].seats[0].seat_guid field.tooShort',
      'zones[0].rows[0].seats[0].position.x field.type',
      'zones[0].rows[0].seats[0].position.y field.tooLarge',
      'zones[0].rows[1].seats field.type',
    ]);
    const hidden = changed((given) => {
      rowOf(given, 0).seats[0]!.seat_number = 'A\u0000';
    });
    expect(refusal(hidden).faults).toEqual(['zones[0].rows[0].seats[0].seat_number field.format']);
  });

  it('without a seat is told so', () => {
    const plan = changed((given) => {
      given.zones[0]!.rows = [];
    });
    expect(refusal(plan).faults).toEqual(['zones plan.noSeat']);
  });

  it('lists a hundred faults and no more', () => {
    const plan = plainPlanOf(5_000);
    plan.categories = [];
    const { faults, values } = refusal(plan);
    expect(faults).toHaveLength(planLimits.faults);
    expect(values).toEqual({ count: 100, max: 100 });
  });

  it('with 100,000 seats, too deep, or of 200 MB is refused before it is read', () => {
    expect(refusal(plainPlanOf(100_000))).toMatchObject({
      code: 'plan.tooManySeats',
      values: { max: 30_000 },
    });
    expect(refusal(plainPlanOf(30_001))).toMatchObject({ code: 'plan.tooManySeats' });
    expect(refusal(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).code).toBe('plan.tooDeep');
    expect(refusal(`[${'[],'.repeat(6_000_000)}[]]`).code).toBe('plan.tooManySeats');
    expect(() => readSeatPlan(new Uint8Array(200 * 1024 * 1024))).toThrow('plan.tooLarge');
  });

  it('is taken up to the most seats', () => {
    expect(readSeatPlan(bytesOf(plainPlanOf(30_000))).seats).toHaveLength(30_000);
  });
});
