import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setStock } from '../../../activities/catalogue/set-stock.ts';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { seasonActivityRecords } from '../../../activities/records/kinds/seasons.ts';
import { changeRecord } from '../../../activities/records/write-record.ts';
import { blockSeats } from '../../../activities/stock/block-seats.ts';
import { cancelExternalSale } from '../../../activities/stock/cancel-external-sale.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { moveSeats } from '../../../activities/stock/move-seats.ts';
import { recordExternalSale } from '../../../activities/stock/record-external-sale.ts';
import { unblockSeats } from '../../../activities/stock/unblock-seats.ts';
import {
  apply,
  free,
  newStockRow,
  type StockCounter,
  type StockMove,
  type StockRow,
} from '../../../rules/stock/counters.ts';
import {
  applyToCategory,
  type Overbooking,
  overbook,
  type StockCategoryRow,
} from '../../../rules/stock/pool.ts';
import { Stage, type Theatre } from '../options/support/stage.ts';
import { refusal } from '../options/support/verbs.ts';

const stepsPerStory = 60;

/** Steps through the database: however many pure ones are asked for, these end within half an hour. */
const mostSteps = 20_000;
const steps = Math.min(mostSteps, Number(process.env.PLACET_TEST_STEPS ?? 300));
const stories = Math.ceil((2 * steps) / stepsPerStory);

const contingents = ['PUBLIC', 'GROUPS'] as const;
const acts = [
  ...[
    'place',
    'place',
    'place',
    'place',
    'modify',
    'modify',
    'refuse',
    'reopen',
    'withdraw',
    'confirm',
    'confirm',
  ],
  ...['cancel-confirmation', 'block', 'unblock', 'move', 'lower', 'raise', 'sale', 'cancel-sale', 'overbook'],
] as const;

const step = fc.record({
  act: fc.constantFrom(...acts),
  at: fc.nat(2),
  row: fc.nat(1),
  which: fc.nat(97),
  quantity: fc.integer({ min: 1, max: 9 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A row over its limit has no room, whatever the pool of its category lends: the other contingent has. */
const overItsLimit: Step[] = [
  { act: 'place', at: 2, row: 0, which: 0, quantity: 1 },
  { act: 'lower', at: 2, row: 0, which: 0, quantity: 1 },
  { act: 'raise', at: 2, row: 1, which: 0, quantity: 4 },
  { act: 'place', at: 2, row: 0, which: 0, quantity: 1 },
];

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

type Option = { id: string; lineId: string; at: number; row: number; quantity: number; state: string };
type Sale = { id: string; at: number; row: number; quantity: number };
type House = {
  id: string;
  activityId: string;
  setting: Overbooking;
  category: StockCategoryRow;
  rows: StockRow[];
};

/** Three performances by quantity as the pure rules have them: plain, a share of each contingent, a pool. */
class Story {
  readonly performances: House[] = [];
  readonly options: Option[] = [];
  readonly sales: Sale[] = [];
  contactId = '';
  told = 0;

  static async begin(capacities: readonly [number, number]): Promise<Story> {
    const story = new Story();
    story.contactId = await stage.contact();
    const settings: Overbooking[] = [
      { basis: 'quota', percent: 0 },
      { basis: 'quota', percent: 30 },
      { basis: 'capacity', percent: 20 },
    ];
    for (const [nth, setting] of settings.entries()) {
      // an activity of its own: another grace makes another one
      made += 1;
      const id = await stage.performance(house, {
        activity: {
          overbookingAllowed: true,
          overbookingBasis: setting.basis,
          overbookingPercent: setting.percent,
          confirmationDaysAfterPlacement: 1 + (made % 300),
          graceHours: nth + Math.floor(made / 300),
        },
        stock: contingents.map((contingent, at) => ({ contingent, capacity: capacities[at]! })),
      });
      const { rows } = await stage.owner.query<{ id: string }>(
        'select e.activity_id as id from performance p join show_event e on e.id = p.event_id where p.id = $1',
        [id],
      );
      const capacity = capacities[0] + capacities[1];
      const bare = { capacity, assigned: capacity, pool: 0, lent: 0, poolCeiling: 0 };
      const standing = overbook(
        bare,
        capacities.map((each) => newStockRow(each)),
        setting,
      );
      story.performances.push({ id, activityId: rows[0]!.id, setting, ...standing });
    }
    return story;
  }

  async play({ act, at, row, which, quantity }: Step): Promise<void> {
    const performance = this.performances[at]!;
    const options = (...states: string[]) => this.options.filter(({ state }) => states.includes(state));
    const picked = (some: readonly Option[]) => some[which % Math.max(1, some.length)];
    const where = {
      performanceId: performance.id,
      seatCategoryId: house.categories.CAT1,
      contingentId: stage.contingents[contingents[row]!],
    };
    switch (act) {
      case 'place': {
        // the channel draws from the contingent with room: the model is told which, and judges the rest
        const before = { category: performance.category, rows: performance.rows };
        const lines = [{ seatCategoryId: house.categories.CAT1, quantity }];
        const placing = placeDirectly(stage.caller(), {
          contactId: this.contactId,
          performanceId: performance.id,
          lines,
        });
        const said = await refusal(placing);
        const fits = [0, 1].filter((each) => fitsIn(before, each, quantity));
        expect(said).toBe(fits.length > 0 ? null : 'stock.insufficient');
        if (said !== null) return;
        const { id, lines: answered } = await placing;
        const chosen = Object.values(contingents).findIndex(
          (code) => stage.contingents[code] === answered[0]!.placed[0]!.contingentId,
        );
        expect(chosen).toBe(fits[0]);
        this.move(at, [[chosen, { held: quantity }]]);
        this.options.push({ id, lineId: answered[0]!.id, at, row: chosen, quantity, state: 'placed' });
        return;
      }
      case 'modify': {
        const option = picked(options('placed'));
        if (option === undefined) return;
        const { contingentId } = where;
        const moves: [number, StockMove][] =
          option.row === row
            ? [[row, { held: quantity - option.quantity }]]
            : [
                [option.row, { held: -option.quantity }],
                [row, { held: quantity }],
              ];
        const lines = [{ lineId: option.lineId, quantity, contingentId }];
        const done = await this.expects(
          option.at,
          moves,
          placeOption(stage.caller(), { optionId: option.id, lines }),
        );
        if (done) Object.assign(option, { row, quantity });
        return;
      }
      case 'refuse':
      case 'withdraw': {
        const option = picked(options('placed'));
        if (option === undefined) return;
        const verb = act === 'refuse' ? refuseOption : withdrawOption;
        const gives = verb(stage.caller(), { optionId: option.id });
        expect(await this.expects(option.at, [[option.row, { held: -option.quantity }]], gives)).toBe(true);
        option.state = act === 'refuse' ? 'refused' : 'withdrawn';
        return;
      }
      case 'reopen':
        return this.pass(picked(options('refused')), {}, 'held', 'placed', (caller) =>
          cancelRefusal(...caller),
        );
      case 'confirm':
        return this.pass(picked(options('placed')), 'held', 'ordered', 'confirmed', (caller) =>
          confirmOption(...caller),
        );
      case 'cancel-confirmation':
        return this.pass(picked(options('confirmed')), 'ordered', 'held', 'placed', (caller) =>
          cancelConfirmation(...caller),
        );
      case 'block':
        await this.expects(
          at,
          [[row, { blocked: quantity }]],
          blockSeats(stage.caller(), { ...where, quantity, reason: 'Régie' }),
        );
        return;
      case 'unblock': {
        const { blocked } = performance.rows[row]!;
        const some = Math.min(blocked, quantity);
        if (some === 0) return;
        const back = unblockSeats(stage.caller(), { ...where, quantity: some, reason: 'Régie' });
        expect(await this.expects(at, [[row, { blocked: -some }]], back)).toBe(true);
        return;
      }
      case 'sale': {
        this.told += 1;
        const recording = recordExternalSale(stage.caller(), {
          ...where,
          quantity,
          seller: 'Gare',
          reference: String(this.told),
          reason: 'Fait',
        });
        expect(await this.expects(at, [[row, { sold: quantity, externalSale: true }]], recording)).toBe(true);
        this.sales.push({ id: (await recording).externalSaleId, at, row, quantity });
        return;
      }
      case 'cancel-sale': {
        const [sale] = this.sales.splice(which % Math.max(1, this.sales.length), 1);
        if (sale === undefined) return;
        const performanceId = this.performances[sale.at]!.id;
        const back = cancelExternalSale(stage.caller(), {
          performanceId,
          externalSaleId: sale.id,
          reason: 'Erreur',
        });
        expect(await this.expects(sale.at, [[sale.row, { sold: -sale.quantity }]], back)).toBe(true);
        return;
      }
      case 'lower':
      case 'raise': {
        const by = act === 'raise' ? quantity : -Math.min(quantity, performance.rows[row]!.capacity);
        const { seatCategoryId, contingentId } = where;
        const capacity = performance.rows[row]!.capacity + by;
        await setStock(stage.caller(), {
          performanceId: performance.id,
          version: null,
          cells: [{ seatCategoryId, contingentId, capacity }],
        });
        this.resize(at, [[row, by]]);
        return;
      }
      case 'move': {
        const from = performance.rows[row]!;
        const fits = movable(from, quantity, performance.setting);
        const { seatCategoryId, contingentId } = where;
        const moving = moveSeats(stage.caller(), {
          performanceId: performance.id,
          seatCategoryId,
          fromContingentId: contingentId,
          toContingentId: stage.contingents[contingents[1 - row]!],
          quantity,
        });
        expect(await refusal(moving)).toBe(fits ? null : 'stock.insufficient');
        if (!fits) return;
        this.resize(at, [
          [row, -quantity],
          [1 - row, quantity],
        ]);
        return;
      }
      case 'overbook': {
        const basis = which % 2 === 0 ? 'quota' : 'capacity';
        const percent = (which % 5) * 10;
        await changeRecord(stage.caller(), seasonActivityRecords, {
          id: performance.activityId,
          version: null,
          values: { overbookingBasis: basis, overbookingPercent: percent },
        });
        performance.setting = { basis, percent };
        this.resize(at, []);
        return;
      }
    }
  }

  /** An option that goes from one counter to another. */
  async pass(
    option: Option | undefined,
    from: StockCounter | Record<string, never>,
    to: StockCounter,
    state: string,
    verb: (input: [ReturnType<Stage['caller']>, { optionId: string }]) => Promise<unknown>,
  ): Promise<void> {
    if (option === undefined) return;
    const { quantity } = option;
    const move = { ...(typeof from === 'string' ? { [from]: -quantity } : {}), [to]: quantity };
    const done = await this.expects(
      option.at,
      [[option.row, move]],
      verb([stage.caller(), { optionId: option.id }]),
    );
    if (done) option.state = state;
  }

  /** The verb says what the rules say; answers whether it was done. */
  async expects(at: number, moves: [number, StockMove][], work: Promise<unknown>): Promise<boolean> {
    const done = this.move(at, moves);
    expect(await refusal(work)).toBe(done ? null : 'stock.insufficient');
    return done;
  }

  move(at: number, moves: readonly [number, StockMove][]): boolean {
    const performance = this.performances[at]!;
    const after = applyToCategory(
      performance.category,
      moves.map(([row, move]) => ({ row: performance.rows[row]!, move })),
    );
    if (after === 'insufficient') return false;
    performance.category = after.category;
    for (const [nth, [row]] of moves.entries())
      performance.rows = performance.rows.map((each, index) => (index === row ? after.rows[nth]! : each));
    return true;
  }

  resize(at: number, changes: readonly [number, number][]): void {
    const performance = this.performances[at]!;
    for (const [row, by] of changes) {
      const next = apply(performance.rows[row]!, { capacity: by });
      if (next === 'insufficient') throw new Error('a capacity may always be changed');
      performance.rows = performance.rows.map((each, index) => (index === row ? next : each));
    }
    const capacity = performance.rows.reduce((sum, row) => sum + row.capacity, 0);
    const category = { ...performance.category, capacity, assigned: capacity };
    Object.assign(performance, overbook(category, performance.rows, performance.setting));
  }

  async compare(): Promise<void> {
    for (const { id, category, rows } of this.performances) {
      const found = await stage.owner.query(
        `select t.capacity, overbooking, held, ordered, sold, blocked, allotted, recalling, tentative, ceiling,
           firm_ceiling as "firmCeiling"
         from stock t join contingent c on c.id = t.contingent_id where performance_id = $1 order by c.code desc`,
        [id],
      );
      expect(found.rows).toEqual(rows);
      const above = await stage.owner.query(
        `select capacity, assigned, pool, lent, pool_ceiling as "poolCeiling" from stock_category
         where performance_id = $1 and seat_category_id = $2`,
        [id, house.categories.CAT1],
      );
      expect(above.rows).toEqual([category]);
    }
  }

  async check(): Promise<void> {
    for (const { id } of this.performances)
      expect((await checkGauges(stage.caller(), { performanceId: id })).drift).toEqual([]);
  }
}

let made = 0;

function fitsIn(at: Pick<House, 'category' | 'rows'>, row: number, quantity: number): boolean {
  return applyToCategory(at.category, [{ row: at.rows[row]!, move: { held: quantity } }]) !== 'insufficient';
}

function movable(from: StockRow, quantity: number, { basis, percent }: Overbooking): boolean {
  const capacity = from.capacity - quantity;
  const overbooking = basis === 'quota' ? Math.floor((percent * capacity) / 100) : from.overbooking;
  const { ordered, sold, blocked } = from;
  return capacity >= ordered + sold + blocked && free({ ...from, capacity, overbooking }) >= 0;
}

describe('the verbs on the stock of three performances', () => {
  it(
    'leave it as the pure rules say after every step, and the gauge check agrees',
    async () => {
      const capacities = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
      const story = fc.array(step, { minLength: 1, maxLength: stepsPerStory, size: 'max' });
      await fc.assert(
        fc.asyncProperty(capacities, story, async (places, told) => {
          const played = await Story.begin(places);
          for (const each of told) {
            await played.play(each);
            await played.compare();
          }
          await played.check();
        }),
        { numRuns: stories, examples: [[[1, 1], overItsLimit]] },
      );
    },
    24 * 3_600_000,
  );

  it('is found out when the database loses a guard', async () => {
    // a pool that never hears of what comes back
    const { rows } = await stage.owner.query<{ source: string }>(
      `select pg_get_functiondef('move_stock_apart'::regproc) as source`,
    );
    const { source } = rows[0]!;
    const broken = source.replace('if kept <> t.overbooking then', 'if kept > t.overbooking then');
    expect(broken).not.toBe(source);
    await stage.owner.query(broken);
    try {
      const story = await Story.begin([2, 2]);
      story.performances[2]!.setting = { basis: 'capacity', percent: 20 };
      const over: Step[] = [
        { act: 'overbook', at: 2, row: 0, which: 9, quantity: 1 },
        { act: 'place', at: 2, row: 0, which: 0, quantity: 3 },
        { act: 'withdraw', at: 2, row: 0, which: 0, quantity: 1 },
      ];
      const found = (async () => {
        for (const each of over) {
          await story.play(each);
          await story.compare();
        }
      })();
      await expect(found).rejects.toThrow('lent');
      await expect(story.check()).rejects.toThrow('lent');
    } finally {
      await stage.owner.query(source);
    }
  });
});
