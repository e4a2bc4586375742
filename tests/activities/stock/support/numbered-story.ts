import { expect } from '@jest/globals';
import { previewChange } from '../../../../activities/catalogue/changing/performance-preview.ts';
import { movePerformance } from '../../../../activities/catalogue/move-performance.ts';
import { setStock } from '../../../../activities/catalogue/set-stock.ts';
import { cancelConfirmation } from '../../../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../../activities/options/confirm-option.ts';
import { lapseOption } from '../../../../activities/options/lapse-option.ts';
import type { OptionAnswer } from '../../../../activities/options/option-answer.ts';
import { placeOption } from '../../../../activities/options/place-option.ts';
import { refuseOption } from '../../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../../activities/options/request-option.ts';
import { withdrawOption } from '../../../../activities/options/withdraw-option.ts';
import { releasePlanRecords } from '../../../../activities/records/kinds/release-plans.ts';
import { seasonActivityRecords } from '../../../../activities/records/kinds/seasons.ts';
import { changeRecord, createRecord } from '../../../../activities/records/write-record.ts';
import { blockSeats } from '../../../../activities/stock/block-seats.ts';
import { cancelExternalSale } from '../../../../activities/stock/cancel-external-sale.ts';
import { checkGauges } from '../../../../activities/stock/check-gauges.ts';
import { dueSteps } from '../../../../activities/stock/due-steps.ts';
import { moveSeats } from '../../../../activities/stock/move-seats.ts';
import { recordExternalSale } from '../../../../activities/stock/record-external-sale.ts';
import { releasePlaces } from '../../../../activities/stock/release-places.ts';
import { takeBackRelease } from '../../../../activities/stock/take-back-release.ts';
import { unblockSeats } from '../../../../activities/stock/unblock-seats.ts';
import { audit } from '../../options/support/audit.ts';
import { inDays, type Stage, type Theatre } from '../../options/support/stage.ts';
import { refusal } from '../../options/support/verbs.ts';

/** What a story does, as often as it stands here. */
export const acts = [
  ...['place', 'place', 'place', 'place', 'place', 'modify', 'modify', 'modify', 'modify'],
  ...['refuse', 'reopen', 'withdraw', 'lapse', 'confirm', 'confirm', 'cancel-confirmation'],
  ...[
    'block',
    'unblock',
    'move',
    'lower',
    'raise',
    'release',
    'take-back',
    'overbook',
    'sale',
    'cancel-sale',
  ],
  'move-performance',
] as const;

export interface Step {
  act: (typeof acts)[number];
  at: number;
  row: number;
  which: number;
  quantity: number;
}

const contingents = ['PUBLIC', 'GROUPS'] as const;

/** With numbers and without; plain, with a share of each contingent to overbook, with a pool. */
const kinds = [
  { numbered: true, percent: 0, basis: 'quota' },
  { numbered: true, percent: 30, basis: 'quota' },
  { numbered: false, percent: 30, basis: 'quota' },
  { numbered: false, percent: 20, basis: 'capacity' },
] as const;

/** Acts that may leave a row with more than it may hold; no other may. */
const mayExceed: readonly Step['act'][] = ['sale', 'lower', 'overbook'];

type Performance = { id: string; activityId: string; numbered: boolean };
type Option = { id: string; lineId: string; at: number; state: string; quantity: number; seats: string[] };
type Row = {
  id: string;
  contingentId: string;
  capacity: number;
  free: number;
  over: number;
  firmOver: number;
};
type Seat = { id: string; contingentId: string; claimId: string | null };

type Look = { rows: Row[][]; options: Map<string, string> };

let made = 0;

/** A house with performances of every kind, and what was done with them; the database is asked what is so. */
export class NumberedStory {
  readonly #stage: Stage;
  readonly #house: Theatre;
  readonly #performances: Performance[] = [];
  readonly #options: Option[] = [];
  readonly #sales: { id: string; at: number }[] = [];
  readonly #blocks: { at: number; row: number; quantity: number; seatIds: string[] | null }[] = [];
  #contactId = '';
  /** As things stood after the step before. */
  #seen: Look | null = null;
  #told = 0;

  private constructor(stage: Stage, house: Theatre) {
    this.#stage = stage;
    this.#house = house;
  }

  static async begin(stage: Stage, house: Theatre, capacities: readonly number[]): Promise<NumberedStory> {
    const story = new NumberedStory(stage, house);
    story.#contactId = await stage.contact();
    for (const kind of kinds) {
      made += 1; // an activity of its own: other days make another one
      const id = await stage.performance(house, {
        startsAt: inDays(60),
        activity: {
          overbookingAllowed: true,
          overbookingBasis: kind.basis,
          overbookingPercent: kind.percent,
          confirmationDaysAfterPlacement: 1 + (made % 300),
          graceHours: Math.floor(made / 300),
        },
        stock: contingents.map((contingent, at) => ({ contingent, capacity: capacities[at]! })),
      });
      if (kind.numbered) await stage.numberSeats(house, id);
      const { rows } = await stage.owner.query<{ id: string }>(
        'select e.activity_id as id from performance p join show_event e on e.id = p.event_id where p.id = $1',
        [id],
      );
      story.#performances.push({ id, activityId: rows[0]!.id, numbered: kind.numbered });
      await createRecord(stage.caller(), releasePlanRecords, {
        name: 'Libération',
        performanceId: id,
        fromContingentId: stage.contingents.GROUPS,
        toContingentId: stage.contingents.PUBLIC,
        keepUnit: 'percent',
        steps: [60, 30, 0].map((keep, at) => ({ days: 50 - 10 * at, keep })),
      });
    }
    return story;
  }

  /** Does a step, and looks whether everything that must be so still is. */
  async play(step: Step): Promise<void> {
    const before = this.#seen ?? (await this.#look());
    const touched = await this.#do(step);
    const after = await this.#look();
    this.#seen = after;
    for (const [at, rows] of after.rows.entries())
      for (const row of rows) {
        const was = before.rows[at]?.find(({ id }) => id === row.id);
        if (mayExceed.includes(step.act)) continue;
        // a row over its limit only shrinks
        expect([step.act, row.over]).toEqual([step.act, Math.min(row.over, was?.over ?? 0)]);
        expect([step.act, row.firmOver]).toEqual([step.act, Math.min(row.firmOver, was?.firmOver ?? 0)]);
      }
    for (const [option, places] of before.options)
      if (option !== touched) expect([step.act, after.options.get(option)]).toEqual([step.act, places]);
    const faults = await audit(
      this.#stage.owner,
      this.#performances.map(({ id }) => id),
      'stock',
    );
    // over its limit a row may be
    expect(faults.filter((fault) => !/: taken \d+ of/.test(fault))).toEqual([]);
  }

  /** The recount of the product finds no difference. */
  async check(): Promise<void> {
    for (const { id } of this.#performances)
      expect((await checkGauges(this.#stage.caller(), { performanceId: id })).drift).toEqual([]);
  }

  /** What stands in the database: rows by performance, and what each option holds, seat by seat. */
  async #look(): Promise<Look> {
    const ids = this.#performances.map(({ id }) => id);
    const { rows } = await this.#stage.owner.query<Row & { at: string }>(
      `select t.performance_id as at, t.id, t.contingent_id as "contingentId", t.capacity,
         t.capacity + t.overbooking - taken as free, greatest(0, taken - t.capacity - t.overbooking) as over,
         greatest(0, firm - t.capacity) as "firmOver"
       from stock t, lateral (select ordered + sold + blocked + allotted + recalling as firm,
         held + ordered + sold + blocked + allotted + recalling as taken) sums
       where t.performance_id = any($1)`,
      [ids],
    );
    const claims = await this.#stage.owner.query<{ option: string; places: string }>(
      `select c.source_id as option, string_agg(format('%s %s %s', c.stock_id, c.counter,
           (select string_agg(s.seat_id::text, ',' order by s.seat_id) from performance_seat s where s.claim_id = c.id)),
         ';' order by c.id) || sum(c.quantity) as places
       from claim c where c.performance_id = any($1) and c.source_type = 'option' and c.counter <> 'released' group by 1`,
      [ids],
    );
    return {
      rows: ids.map((id) => rows.filter(({ at }) => at === id)),
      options: new Map(claims.rows.map(({ option, places }) => [option, places])),
    };
  }

  async #seats({ id }: Performance): Promise<Seat[]> {
    const { rows } = await this.#stage.owner.query<Seat>(
      `select s.seat_id as id, t.contingent_id as "contingentId", s.claim_id as "claimId"
       from performance_seat s join stock t on t.id = s.stock_id where s.performance_id = $1 order by s.seat_id`,
      [id],
    );
    return rows;
  }

  async #row(at: number, contingentId: string): Promise<Row> {
    return (await this.#look()).rows[at]!.find((each) => each.contingentId === contingentId)!;
  }

  #pick(which: number, ...states: string[]): Option | undefined {
    const some = this.#options.filter(({ state }) => states.includes(state));
    return some[which % Math.max(1, some.length)];
  }

  /** Does a step; answers the option it is about. */
  async #do({ act, at, row, which, quantity }: Step): Promise<string | null> {
    const performance = this.#performances[at]!;
    const caller = () => this.#stage.caller();
    const contingentId = this.#stage.contingents[contingents[row]!];
    const where = {
      performanceId: performance.id,
      seatCategoryId: this.#house.categories.CAT1,
      contingentId,
    };
    switch (act) {
      case 'place':
        return this.#place(performance, { at, contingentId, which, quantity });
      case 'modify':
        return this.#modify(this.#pick(which, 'placed'), which, quantity);
      case 'refuse':
      case 'withdraw':
      case 'lapse': {
        const verb = { refuse: refuseOption, withdraw: withdrawOption, lapse: lapseOption }[act];
        const option = this.#pick(which, ...(act === 'lapse' ? ['placed', 'confirmed'] : ['placed']));
        if (option === undefined) return null;
        // whatever the row holds: giving back always goes
        expect(await refusal(verb(caller(), { optionId: option.id }))).toBeNull();
        option.state = act === 'refuse' ? 'refused' : 'gone';
        await this.#nobodyGets(option);
        return option.id;
      }
      case 'cancel-confirmation': {
        const option = this.#pick(which, 'confirmed');
        if (option === undefined) return null;
        expect(await refusal(cancelConfirmation(caller(), { optionId: option.id }))).toBeNull();
        option.state = 'placed';
        return option.id;
      }
      case 'confirm':
      case 'reopen': {
        const option = this.#pick(which, act === 'confirm' ? 'placed' : 'refused');
        if (option === undefined) return null;
        const verb = act === 'confirm' ? confirmOption : cancelRefusal;
        const said = await refusal(verb(caller(), { optionId: option.id }));
        expect([null, 'stock.insufficient']).toContain(said);
        if (said === null) option.state = act === 'confirm' ? 'confirmed' : 'placed';
        return option.id;
      }
      case 'block': {
        const seats = performance.numbered
          ? await this.#choose(performance, contingentId, which, quantity)
          : [];
        const wanted =
          seats.length > 0 ? { performanceId: performance.id, seatIds: ids(seats) } : { ...where, quantity };
        const said = await refusal(blockSeats(caller(), { ...wanted, reason: 'Régie' }));
        if (seats.some(({ claimId }) => claimId !== null)) expect(said).toBe('stock.insufficient');
        if (said === null)
          this.#blocks.push({
            at,
            row,
            quantity: seats.length || quantity,
            seatIds: seats.length > 0 ? ids(seats) : null,
          });
        return null;
      }
      case 'unblock': {
        const [block] = this.#blocks.splice(which % Math.max(1, this.#blocks.length), 1);
        if (block === undefined) return null;
        const performanceId = this.#performances[block.at]!.id;
        const back = {
          ...where,
          performanceId,
          contingentId: this.#stage.contingents[contingents[block.row]!],
          quantity: block.quantity,
        };
        const wanted = block.seatIds === null ? back : { performanceId, seatIds: block.seatIds };
        expect(await refusal(unblockSeats(caller(), { ...wanted, reason: 'Régie' }))).toBeNull();
        return null;
      }
      case 'move': {
        const to = this.#stage.contingents[contingents[1 - row]!];
        const moving = { ...where, fromContingentId: contingentId, toContingentId: to };
        const { contingentId: _one, ...input } = moving;
        const seats = which % 2 === 0 ? await this.#choose(performance, contingentId, which, quantity) : [];
        const wanted = seats.length > 0 ? { seatIds: ids(seats) } : { quantity };
        const said = await refusal(moveSeats(caller(), { ...input, ...wanted }));
        if (seats.some(({ claimId }) => claimId !== null)) expect(said).toBe('stock.insufficient');
        expect([null, 'stock.insufficient']).toContain(said);
        return null;
      }
      case 'lower':
      case 'raise': {
        const { capacity } = await this.#row(at, contingentId);
        const next = act === 'raise' ? capacity + quantity : Math.max(0, capacity - quantity);
        const { seatCategoryId } = where;
        const said = await refusal(
          setStock(caller(), {
            performanceId: performance.id,
            version: null,
            cells: [{ seatCategoryId, contingentId, capacity: next }],
          }),
        );
        // an empty row cannot be lowered: nothing is asked then
        expect(said).toBe(performance.numbered && next !== capacity ? 'stock.numbered' : null);
        return null;
      }
      case 'release': {
        const now = inDays(10 + (which % 20));
        const [step] = await this.#stage.database.read(this.#stage.institutionId, (db) =>
          dueSteps(db, now, { performanceId: performance.id, limit: 1 }),
        );
        if (step === undefined) return null;
        const { performanceId, planId, days, dueAt } = step;
        const done = await releasePlaces(this.#stage.caller({ now }), { performanceId, planId, days, dueAt });
        expect(done.done).toBe('released');
        return null;
      }
      case 'take-back': {
        const { rows } = await this.#stage.owner.query<{ id: string }>(
          'select id from contingent_release where performance_id = $1 and taken_back_at is null order by id',
          [performance.id],
        );
        const releaseId = rows[which % Math.max(1, rows.length)]?.id;
        if (releaseId === undefined) return null;
        const said = await refusal(takeBackRelease(caller(), { releaseId, version: null }));
        expect([null, 'release.nothingFree']).toContain(said);
        return null;
      }
      case 'overbook': {
        await changeRecord(caller(), seasonActivityRecords, {
          id: performance.activityId,
          version: null,
          values: {
            overbookingBasis: kinds[at]!.basis,
            overbookingPercent: (which % 5) * 10,
          },
        });
        return null;
      }
      case 'sale': {
        this.#told += 1;
        const seats = which % 2 === 0 ? await this.#choose(performance, contingentId, which, quantity) : [];
        const { performanceId } = where;
        const sale = await recordExternalSale(caller(), {
          ...(seats.length > 0 ? { performanceId, seatIds: ids(seats) } : { ...where, quantity }),
          seller: 'Gare',
          reference: String(this.#told),
          reason: 'Fait',
        });
        this.#sales.push({ id: sale.externalSaleId, at });
        return null;
      }
      case 'cancel-sale': {
        const [sale] = this.#sales.splice(which % Math.max(1, this.#sales.length), 1);
        if (sale === undefined) return null;
        const performanceId = this.#performances[sale.at]!.id;
        const back = { performanceId, externalSaleId: sale.id, reason: 'Erreur' };
        expect(await refusal(cancelExternalSale(caller(), back))).toBeNull();
        return null;
      }
      case 'move-performance': {
        const startsAt = inDays(60 + (which % 30));
        const change = { verb: act, performanceId: performance.id, startsAt };
        const scope = { institutionId: this.#stage.institutionId, organisationIds: 'all' as const };
        const shown = await this.#stage.database.read(scope.institutionId, (db) =>
          previewChange(db, scope, change),
        );
        const input = { performanceId: performance.id, version: null, startsAt, preview: shown.fingerprint };
        await movePerformance(caller(), input);
        return null;
      }
    }
  }

  /** Seats of a contingent from one of them on, whoever has them. */
  async #choose(
    performance: Performance,
    contingentId: string,
    which: number,
    quantity: number,
  ): Promise<Seat[]> {
    const seats = (await this.#seats(performance)).filter((seat) => seat.contingentId === contingentId);
    const from = which % Math.max(1, seats.length);
    return [...seats.slice(from), ...seats.slice(0, from)].slice(0, quantity);
  }

  /** By number, on seats that are named, or on the best there are. */
  async #place(
    performance: Performance,
    { at, contingentId, which, quantity }: Pick<Step, 'at' | 'which' | 'quantity'> & { contingentId: string },
  ): Promise<string | null> {
    const how = performance.numbered ? (['named', 'best', 'named', 'number'] as const)[which % 4]! : 'number';
    const seats = how === 'named' ? await this.#choose(performance, contingentId, which, quantity) : [];
    const { free } = await this.#row(at, contingentId);
    const open = (await this.#seats(performance)).filter(
      (seat) => seat.contingentId === contingentId && seat.claimId === null,
    );
    const caller = this.#stage.caller();
    const { id, lines } = await requestOption(this.#stage.caller(), {
      contactId: this.#contactId,
      performanceId: performance.id,
      lines: [{ seatCategoryId: this.#house.categories.CAT1, quantity }],
    });
    const lineId = lines[0]!.id;
    const line = { lineId, quantity, contingentId, ...(how === 'named' ? { seatIds: ids(seats) } : {}) };
    const placing = placeOption(caller, {
      optionId: id,
      lines: [line],
      ...(how === 'best' ? { seats: 'best' as const } : {}),
    });
    const said = await refusal(placing);
    const taken = seats.some(({ claimId }) => claimId !== null);
    const fits = free >= quantity && !taken && (how !== 'best' || open.length >= quantity);
    // a pool may lend what a row lacks; the engine may find no way to sit that leaves nobody alone
    if (!fits && at !== 3) expect([how, said]).toEqual([how, 'stock.insufficient']);
    if (fits && how !== 'best') expect([how, said]).toEqual([how, null]);
    if (said !== null) return id;
    const held = seatsOf(await placing);
    if (how === 'named') expect(held.toSorted()).toEqual(ids(seats).toSorted());
    if (how === 'best') expect(ids(open)).toEqual(expect.arrayContaining(held));
    expect(held).toHaveLength(how === 'best' ? quantity : seats.length);
    this.#options.push({ id, lineId, at, state: 'placed', quantity, seats: held });
    return id;
  }

  /** Another quantity and not a word of seats: those it has stay, as far as they fit; fewer places always go. */
  async #modify(option: Option | undefined, which: number, quantity: number): Promise<string | null> {
    if (option === undefined) return null;
    const best = this.#performances[option.at]!.numbered && which % 2 === 0;
    const changing = placeOption(this.#stage.caller(), {
      optionId: option.id,
      lines: [{ lineId: option.lineId, quantity }],
      ...(best ? { seats: 'best' as const } : {}),
    });
    const said = await refusal(changing);
    expect([null, 'stock.insufficient']).toContain(said);
    if (quantity <= option.quantity && !best) expect(said).toBeNull();
    if (said !== null) return option.id;
    const held = seatsOf(await changing);
    const mine = held.filter((id) => option.seats.includes(id));
    if (!best || quantity <= option.seats.length)
      expect(mine).toHaveLength(Math.min(option.seats.length, quantity));
    if (best) expect(held).toHaveLength(quantity);
    const fewer = quantity < option.quantity;
    Object.assign(option, { quantity, seats: held });
    if (fewer) await this.#nobodyGets(option);
    return option.id;
  }

  /** What was given back to a row that is still full goes to nobody. */
  async #nobodyGets({ at }: Option): Promise<void> {
    if (at === 3) return; // there a pool may lend
    const { id: performanceId } = this.#performances[at]!;
    for (const contingentId of Object.values(this.#stage.contingents)) {
      const row = (await this.#look()).rows[at]!.find((each) => each.contingentId === contingentId);
      if (row === undefined || row.free > 0) continue;
      const line = { seatCategoryId: this.#house.categories.CAT1, quantity: 1 };
      const asked = { contactId: this.#contactId, performanceId, lines: [line] };
      const { id, lines } = await requestOption(this.#stage.caller(), asked);
      const placing = placeOption(this.#stage.caller(), {
        optionId: id,
        lines: [{ lineId: lines[0]!.id, quantity: 1, contingentId }],
      });
      expect(await refusal(placing)).toBe('stock.insufficient');
      return;
    }
  }
}

function ids(seats: readonly { id: string }[]): string[] {
  return seats.map(({ id }) => id);
}

function seatsOf({ lines }: Pick<OptionAnswer, 'lines'>): string[] {
  return lines.flatMap(({ placed }) => placed.flatMap(({ seats }) => ids(seats ?? [])));
}
