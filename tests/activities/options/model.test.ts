import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meetOption } from '../../../activities/options/meet-option.ts';
import type { RequestInput } from '../../../activities/options/new-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { nextActionAt } from '../../../rules/options/deadlines.ts';
import { type SeatMap, seatMap } from '../../../rules/seating/seat-map.ts';
import { seatsToKeep } from '../../../rules/seating/seats-to-keep.ts';
import { newStockRow, quotaOverbooking, type StockRow } from '../../../rules/stock/counters.ts';
import { audit } from './support/audit.ts';
import { Model, type ModelOption } from './support/model.ts';
import { inDays, Stage, type Theatre } from './support/stage.ts';
import { acts, refusal } from './support/verbs.ts';

/** Longest random story; half of it on average, so twice as many stories make the wanted number of steps. */
const stepsPerStory = 80;
const stories = Math.ceil((2 * Number(process.env.PLACET_TEST_STEPS ?? 800)) / stepsPerStory);

const deciding = [
  'refuse',
  'cancel-refusal',
  'confirm',
  'cancel-confirmation',
  'confirm-refusal',
  'lapse',
  'withdraw',
] as const;

/** Three performances with numbered seats: one plain, one overbooked by a quarter and flagging, one whose options deduct nothing. */
const kinds = [
  { activity: {}, percent: 0, deducts: true },
  {
    activity: { overbookingAllowed: true, overbookingPercent: 25, endPolicy: 'flag' as const },
    percent: 25,
    deducts: true,
  },
  { activity: { deductsAvailability: false }, percent: 0, deducts: false },
];
const contingents = ['PUBLIC', 'GROUPS'] as const;
const categories = ['CAT1', 'CAT2'] as const;

const performance = fc.nat(kinds.length - 1);
const lines = fc.array(fc.record({ category: fc.nat(1), quantity: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 3,
});
const asked = fc.record({ contact: fc.nat(1), performance, lines, file: fc.boolean() });
const which = fc.nat(27);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('request' as const), asked }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('direct' as const), asked }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change' as const), which, asked }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      which,
      performance: fc.option(performance),
      quantities: fc.option(fc.array(fc.nat(9), { minLength: 1, maxLength: 3 })),
      contingent: fc.option(fc.nat(1)),
      seats: fc.option(fc.nat(13)),
    }),
  },
  { weight: 18, arbitrary: fc.record({ do: fc.constantFrom(...deciding), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('mail' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('time' as const), which }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

/** One story: the house as PostgreSQL has it, beside the model. */
class Story {
  readonly model: Model;
  readonly performances: string[];
  readonly contacts: string[];
  readonly files: string[];
  /** The seats of each performance, by `CAT1/PUBLIC`. */
  readonly seats: Map<string, string[]>[];
  now: string;

  private constructor(
    model: Model,
    performances: string[],
    contacts: string[],
    files: string[],
    seats: Map<string, string[]>[],
    now: string,
  ) {
    this.model = model;
    this.performances = performances;
    this.contacts = contacts;
    this.files = files;
    this.seats = seats;
    this.now = now;
  }

  static async begin(capacities: readonly number[]): Promise<Story> {
    const rows = new Map<string, StockRow>();
    const performances: string[] = [];
    const seats: Map<string, string[]>[] = [];
    for (const [at, kind] of kinds.entries()) {
      const stock = categories.flatMap((category, c) =>
        contingents.map((contingent, k) => ({ category, contingent, capacity: capacities[c * 2 + k]! })),
      );
      for (const [row, { capacity }] of stock.entries()) {
        const overbooking = quotaOverbooking(kind.percent, capacity);
        rows.set(`${at}/${Math.floor(row / 2)}/${row % 2}`, newStockRow(capacity, overbooking));
      }
      const id = await stage.performance(house, { activity: kind.activity, stock });
      performances.push(id);
      seats.push(await stage.numberSeats(house, id));
    }
    const contacts = [await stage.contact(), await stage.contact()];
    const files = await Promise.all(
      contacts.map((contact_id) =>
        stage.insert('booking_file', { organisation_id: house.organisationId, contact_id }),
      ),
    );
    const model = new Model(
      rows,
      kinds.map((kind) => kind.deducts),
    );
    return new Story(model, performances, contacts, files, seats, new Date().toISOString());
  }

  /** Each step a minute after the one before. */
  caller() {
    this.now = new Date(Date.parse(this.now) + 60_000).toISOString();
    return stage.caller({ now: this.now });
  }

  async play(step: Step): Promise<void> {
    switch (step.do) {
      case 'request':
      case 'direct':
        return this.#ask(step.do, step.asked);
      case 'change':
        return this.#with(step.which, (option) => this.#change(option, step.asked));
      case 'place':
        return this.#with(step.which, (option) => this.#place(option, step));
      case 'mail':
        return this.#with(step.which, (option) => this.#mail(option));
      case 'time':
        return this.#with(step.which, (option) => this.#time(option));
      default:
        return this.#with(step.which, async (option) => {
          const said = await refusal(
            acts[step.do](this.caller(), { optionId: option.id }, this.#input(option)),
          );
          expect(said).toBe(this.model.decide(option, step.do));
        });
    }
  }

  async #with(which: number, act: (option: ModelOption) => Promise<void>): Promise<void> {
    // mostly one that still lives, now and then one whose life is over
    const { options } = this.model;
    const alive = options.filter(({ state }) => state !== 'withdrawn' && state !== 'lapsed');
    const some = which % 7 === 0 ? options : alive;
    const option = some[which % Math.max(1, some.length)];
    if (option !== undefined) await act(option);
  }

  #request({ contact, performance, lines }: Asked): RequestInput {
    return {
      contactId: this.contacts[contact]!,
      performanceId: this.performances[performance]!,
      lines: lines.map(({ category, quantity }) => ({
        seatCategoryId: house.categories[categories[category]!],
        quantity,
      })),
    };
  }

  #input(option: ModelOption): RequestInput {
    const { performance, lines } = option;
    return this.#request({ contact: 0, performance, lines, file: false });
  }

  async #ask(how: 'request' | 'direct', asked: Asked): Promise<void> {
    const option: ModelOption = {
      id: '',
      state: 'requested',
      refusedFrom: null,
      performance: asked.performance,
      lines: asked.lines.map((line, at) => ({ id: String(at), ...line })),
      grants: [],
      letters: [],
      flagged: false,
    };
    const wish = {
      performance: asked.performance,
      quantities: null,
      contingent: null,
      seats: null,
      keep: () => [],
    };
    const expected = how === 'direct' ? this.model.place(option, wish) : null;
    const ask = how === 'direct' ? placeDirectly : requestOption;
    const asking = ask(this.caller(), this.#request(asked));
    expect(await refusal(asking)).toBe(expected);
    if (expected !== null) return;
    const answer = await asking;
    rename(option, answer.id, answer.lines);
    this.model.options.push(option);
    if (!asked.file) return;
    // options of one file come with the screens of files; until then the row says it
    await stage.owner.query('update seat_option set booking_file_id = $2 where id = $1', [
      option.id,
      this.files[asked.contact],
    ]);
  }

  async #change(option: ModelOption, asked: Asked): Promise<void> {
    const changing = acts.change(this.caller(), { optionId: option.id }, this.#request(asked));
    const said = await refusal(changing);
    expect(said).toBe(option.state === 'requested' ? null : 'option.state');
    if (said !== null) return;
    option.performance = asked.performance;
    option.lines = asked.lines.map((line, at) => ({ id: String(at), ...line }));
    rename(option, option.id, (await changing).lines);
  }

  async #place(option: ModelOption, step: Extract<Step, { do: 'place' }>): Promise<void> {
    const { quantities } = step;
    const performance = step.performance ?? option.performance;
    const contingent = step.seats === null ? step.contingent : (step.contingent ?? 0);
    const named = quantities !== null || contingent !== null;
    const lines = option.lines.map((line, at) => {
      const quantity = quantities === null ? line.quantity : quantities[at % quantities.length]!;
      return {
        lineId: line.id,
        quantity,
        contingentId: contingent === null ? null : stage.contingents[contingents[contingent]!],
        seatIds: this.#seats(step.seats, { performance, category: line.category, contingent, quantity, at }),
      };
    });
    const seats = named ? lines.map(({ seatIds }) => seatIds) : null;
    const keep = (own: readonly string[], quantity: number) =>
      seatsToKeep(this.#map(performance, option), own, quantity);
    const expected = this.model.place(option, { performance, quantities, contingent, seats, keep });
    const placing = placeOption(this.caller(), {
      optionId: option.id,
      performanceId: this.performances[performance]!,
      reason: 'Au choix du contact',
      ...(named ? { lines } : {}),
    });
    expect(await refusal(placing)).toBe(expected);
  }

  /** The seats of a performance, each contingent of a category in a row of its own; those of the option are free. */
  #map(performance: number, option: ModelOption): SeatMap {
    const rows = [...(this.seats[performance] ?? [])];
    return seatMap(
      rows.flatMap(([row, ids]) =>
        ids.map((id, at) => ({
          id,
          zone: row,
          block: '',
          rowOrder: 1,
          place: at + 1,
          run: 1,
          x: (at + 1) * 50,
          y: 0,
          seatCategoryId: row,
          categoryRank: 1,
          contingentId: row,
          state: [undefined, option].includes(this.model.seats.get(id))
            ? ('free' as const)
            : ('taken' as const),
          wheelchair: false,
          companion: false,
          restrictedView: false,
        })),
      ),
    );
  }

  /** So many seats of a row as there are, from one of them on; those of the next line begin further on. */
  #seats(
    first: number | null,
    {
      performance,
      category,
      contingent,
      quantity,
      at,
    }: { performance: number; category: number; contingent: number | null; quantity: number; at: number },
  ): string[] {
    if (first === null) return [];
    const row = this.seats[performance]!.get(`${categories[category]}/${contingents[contingent ?? 0]}`)!;
    const start = (first + 4 * at) % row.length;
    return [...row.slice(start), ...row.slice(0, start)].slice(0, quantity);
  }

  /** The oldest letter the option owes leaves. */
  async #mail(option: ModelOption): Promise<void> {
    const at = option.letters.findIndex((letter) => letter.endsWith(' owed'));
    const letter = (await stage.letters(option.id))[at];
    if (letter === undefined) return;
    await stage.letterIs(letter.id, 'sent');
    option.letters[at] = `${letter.kind} sent`;
  }

  /** The clock goes on to what is due next on the option, unless its performance is near. */
  async #time(option: ModelOption): Promise<void> {
    const { next_action_at } = await stage.option(option.id);
    if (next_action_at === null || next_action_at.getTime() > Date.parse(inDays(50))) return;
    const dueAt = next_action_at.toISOString();
    if (Date.parse(dueAt) > Date.parse(this.now)) this.now = dueAt;
    const { outcome } = await meetOption({ ...this.caller(), now: this.now }, { optionId: option.id, dueAt });
    if (option.performance === 1) {
      expect(outcome).toBe('flagged');
      option.flagged = true;
    } else {
      expect([outcome, this.model.decide(option, 'lapse')]).toEqual(['lapsed', null]);
    }
  }

  /** PostgreSQL and the model say the same, and nothing is at odds with anything else. */
  async compare(): Promise<void> {
    expect(await audit(stage.owner, this.performances)).toEqual([]);
    for (const [at, performanceId] of this.performances.entries()) {
      for (const row of await stage.stock(performanceId)) {
        const key = `${at}/${categories.indexOf(row.category)}/${contingents.indexOf(row.contingent)}`;
        const { held, ordered, tentative, ceiling, firmCeiling } = this.model.rows.get(key)!;
        expect([key, row]).toEqual([
          key,
          expect.objectContaining({ held, ordered, tentative, ceiling, firmCeiling }),
        ]);
      }
    }
    const holders = [...this.model.seats].map(([seat, { id }]) => [seat, id] as const);
    expect(await stage.holders(this.performances)).toEqual(new Map(holders));
    for (const option of this.model.options) {
      const row = await stage.option(option.id);
      expect([option.id, row.state, row.refused_from, row.overdue_at !== null]).toEqual([
        option.id,
        option.state,
        option.refusedFrom,
        option.flagged,
      ]);
      expect((await stage.letters(option.id)).map((letter) => `${letter.kind} ${letter.state}`)).toEqual(
        option.letters,
      );
      const due = nextActionAt({
        state: option.state,
        endPolicy: row.end_policy,
        confirmationDueAt: row.confirmation_due_at?.toISOString() ?? null,
        overdueFlaggedAt: row.overdue_at?.toISOString() ?? null,
        performanceStartsAt: row.performance_starts_at.toISOString(),
        graceHours: row.grace_hours,
        reminders: [],
        remindedAt: null,
        refusalDueAt: row.next_action_at?.toISOString() ?? null,
        expiresAt: row.performance_starts_at.toISOString(),
      });
      expect(row.next_action_at?.toISOString() ?? null).toBe(due?.at ?? null);
    }
  }
}

/** The ids PostgreSQL gave. */
function rename(option: ModelOption, id: string, lines: readonly { id: string }[]): void {
  option.id = id;
  for (const [at, line] of option.lines.entries()) {
    const known = lines[at]!.id;
    for (const grant of option.grants) if (grant.lineId === line.id) grant.lineId = known;
    line.id = known;
  }
}

describe('a house whose contacts do whatever they like', () => {
  it(
    'stands as the pure rules say after every step',
    async () => {
      const capacities = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 4, maxLength: 4 });
      const steps = fc.array(step, { minLength: 1, maxLength: stepsPerStory, size: 'max' });
      await fc.assert(
        fc.asyncProperty(capacities, steps, async (places, story) => {
          const played = await Story.begin(places);
          for (const step of story) {
            await played.play(step);
            await played.compare();
          }
        }),
        { numRuns: stories },
      );
    },
    24 * 3_600_000,
  );
});
