import {
  apply,
  firm,
  free,
  limit,
  moveBetween,
  newStockRow,
  overBy,
  type StockCounter,
  type StockMove,
  type StockRow,
  stockCounters,
  sumMoves,
  taken,
} from '../../../../rules/stock/counters.ts';
import {
  applyToCategory,
  isPooled,
  type Overbooking,
  overbook,
  type StockCategoryRow,
  spare,
} from '../../../../rules/stock/pool.ts';
import { must } from '../../support/must.ts';

/** What is under test; a mutation puts something else in its place. */
export type StockRules = {
  applyToCategory: typeof applyToCategory;
  overbook: typeof overbook;
  /** May a claim be given a seat that this one holds? */
  seatIsFree(holder: Claim | null, asking: Claim): boolean;
};

export const stockRules: StockRules = {
  applyToCategory,
  overbook,
  seatIsFree: (holder, asking) => holder === null || holder === asking,
};

/** Places of one source in one row. */
export type Claim = {
  source: 'option' | 'offer' | 'block' | 'external-sale' | 'distributor-sale';
  category: number;
  row: number;
  quantity: number;
  counter: StockCounter | 'released';
  takesStock: boolean;
  /** Named seats; held while the claim takes stock. */
  seats: number[];
};

/** One performance x category: what its rows and claims say, and its numbered seats where it has some. */
type Category = {
  numbered: boolean;
  setting: Overbooking;
  stock: StockCategoryRow;
  rows: StockRow[];
  seats: { row: number; holder: Claim | null }[];
};

export const acts = [
  ...[
    'place',
    'place',
    'place',
    'place-seated',
    'place-seated',
    'place-tentative',
    'modify',
    'modify',
    'modify-seated',
  ],
  ...[
    'refuse',
    'lapse',
    'withdraw',
    'reopen',
    'confirm',
    'confirm',
    'confirm',
    'cancel-confirmation',
    'cancel',
    'resume',
  ],
  ...[
    'offer',
    'accept',
    'decline',
    'block',
    'block-seats',
    'unblock',
    'move-contingent',
    'release-contingent',
    'lower',
  ],
  ...[
    'raise',
    'overbook',
    'external-sale',
    'external-seats',
    'cancel-external-sale',
    'allot',
    'recall',
    'give-back-allotted',
  ],
  ...['sell-allotted'],
];

/** One random command: what, where, of which claim, and how many. */
export type Step = { act: number; where: number; which: number; quantity: number };

const contingents = 3;

/** Three performances of two categories: plain, a share of each contingent, a pool; by quantity and numbered by turns. */
export class StockHouse {
  readonly categories: Category[];
  readonly claims: Claim[] = [];
  readonly #rules: StockRules;

  constructor(capacities: readonly number[], rules: StockRules = stockRules) {
    this.#rules = rules;
    const settings: Overbooking[] = [
      { basis: 'quota', percent: 0 },
      { basis: 'quota', percent: 25 },
      { basis: 'capacity', percent: 20 },
    ];
    this.categories = settings.flatMap((setting) =>
      [false, true].map((numbered): Category => {
        const rows = capacities.map((capacity) => newStockRow(capacity));
        const capacity = capacities.reduce((sum, each) => sum + each, 0);
        const bare = { capacity, assigned: capacity, pool: 0, lent: 0, poolCeiling: 0 };
        const { category: stock, rows: overbooked } = overbook(bare, rows, setting);
        const seats = numbered
          ? capacities.flatMap((count, row) => Array.from({ length: count }, () => ({ row, holder: null })))
          : [];
        return { numbered, setting, stock, rows: overbooked, seats };
      }),
    );
  }

  /** Does one command; throws when a rule answers otherwise than a recount of the claims, or an invariant is broken. */
  step({ act, where, which, quantity }: Step): void {
    const at = where % this.categories.length;
    const row = Math.floor(where / this.categories.length) % contingents;
    const touched = this.#act(acts[act % acts.length] ?? 'place', at, row, which, quantity);
    for (const each of touched) this.check(each);
  }

  #act(act: string, at: number, row: number, which: number, quantity: number): number[] {
    const category = this.#category(at);
    const seats = category.numbered ? someSeats(category, row, which, quantity) : [];
    const claim = (source: Claim['source'], more: Partial<Claim> = {}): Claim => ({
      source,
      category: at,
      row,
      quantity,
      counter: 'released',
      takesStock: true,
      seats: [],
      ...more,
    });
    switch (act) {
      case 'place':
        return this.#enter(claim('option'), 'held');
      case 'place-seated':
        return this.#enter(claim('option', { seats }), 'held');
      case 'place-tentative':
        return this.#enter(claim('option', { takesStock: false, seats }), 'held');
      case 'offer':
        return this.#enter(claim('offer'), 'held');
      case 'block':
        return this.#enter(claim('block'), 'blocked');
      case 'block-seats':
        return this.#enter(claim('block', { seats, quantity: Math.max(1, seats.length) }), 'blocked');
      case 'allot':
        return this.#enter(claim('distributor-sale'), 'allotted');
      case 'external-sale':
        return this.#externalSale(claim('external-sale'));
      case 'external-seats':
        return this.#externalSale(claim('external-sale', { seats }));
      case 'modify':
        return this.#modify(which, at, row, quantity, []);
      case 'modify-seated':
        return this.#modify(which, at, row, quantity, seats);
      case 'move-contingent':
        return this.#moveContingent(at, row, (row + 1 + (which % (contingents - 1))) % contingents, quantity);
      case 'release-contingent':
        return this.#moveContingent(at, row, (row + 1) % contingents, Math.max(0, free(this.#row(at, row))));
      case 'lower':
        return this.#resize(at, row, -quantity);
      case 'raise':
        return this.#resize(at, row, quantity);
      case 'overbook':
        return this.#overbook(at, {
          basis: which % 2 === 0 ? 'quota' : 'capacity',
          percent: (which % 5) * 10,
        });
      default:
        return this.#treat(act, which);
    }
  }

  /** Commands on a claim that stands. */
  #treat(act: string, which: number): number[] {
    const to = (
      from: Claim['counter'],
      sources: readonly Claim['source'][],
      next: StockCounter | 'released',
    ): number[] => {
      const found = this.#pick(which, (each) => each.counter === from && sources.includes(each.source));
      return found === null ? [] : this.#pass(found, next);
    };
    switch (act) {
      case 'refuse':
      case 'lapse':
      case 'withdraw': {
        const found = this.#pick(which, ({ source, counter }) => source === 'option' && isHeld(counter));
        return found === null ? [] : this.#pass(found, 'released');
      }
      case 'reopen': {
        const found = this.#pick(
          which,
          ({ source, counter }) => source === 'option' && counter === 'released',
        );
        return found === null ? [] : this.#pass(found, held(found));
      }
      case 'confirm': {
        const found = this.#pick(which, ({ source, counter }) => source === 'option' && isHeld(counter));
        return found === null ? [] : this.#pass(found, 'ordered');
      }
      case 'cancel-confirmation': {
        const found = this.#pick(
          which,
          ({ source, counter }) => source === 'option' && counter === 'ordered',
        );
        return found === null ? [] : this.#pass(found, held(found));
      }
      case 'cancel':
        return to('ordered', ['option'], 'released');
      case 'resume':
        return to('ordered', ['option'], 'sold');
      case 'accept': {
        // the places are taken already: the claim changes its source, no rule is asked
        const found = this.#pick(which, ({ source, counter }) => source === 'offer' && counter === 'held');
        if (found !== null) found.source = 'option';
        return [];
      }
      case 'decline':
        return to('held', ['offer'], 'released');
      case 'unblock':
        return to('blocked', ['block'], 'released');
      case 'cancel-external-sale':
        return to('sold', ['external-sale'], 'released');
      case 'recall':
        return to('allotted', ['distributor-sale'], 'recalling');
      case 'give-back-allotted':
        return to('recalling', ['distributor-sale'], 'released');
      case 'sell-allotted':
        return to('allotted', ['distributor-sale'], 'sold');
      default:
        throw new RangeError(`no such command: ${act}`);
    }
  }

  #enter(claim: Claim, to: StockCounter): number[] {
    const touched = this.#pass(claim, to === 'held' ? held(claim) : to);
    if (claim.counter !== 'released') this.claims.push(claim);
    return touched;
  }

  /** A fact: seats that somebody else has stay theirs, and its places are taken whatever the limit. */
  #externalSale(claim: Claim): number[] {
    const { seats } = this.#category(claim.category);
    claim.seats = claim.seats.filter((seat) => seats[seat]?.holder === null);
    const before = this.#row(claim.category, claim.row);
    must(
      this.#move(claim.category, [{ row: claim.row, move: { sold: claim.quantity, externalSale: true } }]),
      'a fact is recorded',
    );
    must(this.#row(claim.category, claim.row).sold === before.sold + claim.quantity, 'all of it');
    claim.counter = 'sold';
    this.claims.push(claim);
    this.#hold(claim);
    return [claim.category];
  }

  /** A claim goes from one counter to another, if stock and seats let it. */
  #pass(claim: Claim, to: StockCounter | 'released'): number[] {
    const takes = takesSeats(to);
    if (takes && !claim.seats.every((seat) => this.#mayTake(seat, claim))) return [claim.category];
    const move: StockMove = sumMoves([
      claim.counter === 'released' ? {} : { [claim.counter]: -claim.quantity },
      to === 'released' ? {} : { [to]: claim.quantity },
    ]);
    if (claim.source === 'option' && isOptionCounter(claim.counter) && isOptionCounter(to)) {
      const asRuled = moveBetween(effect(claim.counter), effect(to), claim.quantity, claim.takesStock);
      must(JSON.stringify(sumMoves([asRuled])) === JSON.stringify(move), 'an option moves as its life says');
    }
    if (!this.#decide(claim.category, [{ row: claim.row, move }])) return [claim.category];
    if (takesSeats(claim.counter) && !takes) this.#letGo(claim);
    claim.counter = to;
    if (takes) this.#hold(claim);
    return [claim.category];
  }

  /** Another place for an option: what it gives back and what it takes are judged together. */
  #modify(which: number, at: number, row: number, quantity: number, seats: number[]): number[] {
    const claim = this.#pick(which, ({ source, counter }) => source === 'option' && isHeld(counter));
    if (claim === null || claim.counter === 'released') return [];
    const next: Claim = { ...claim, category: at, row, quantity, seats };
    const mayTake = ({ holder }: { holder: Claim | null }) => this.#rules.seatIsFree(holder, claim);
    const wanted = seats.flatMap((seat) => this.#category(at).seats[seat] ?? []);
    if (claim.takesStock && !wanted.every(mayTake)) return [at];
    const gives = { row: claim.row, move: { [claim.counter]: -claim.quantity } };
    const takes = { row, move: { [claim.counter]: quantity } };
    if (claim.category !== at) {
      const before = this.#category(claim.category);
      const kept = { stock: before.stock, rows: [...before.rows] };
      must(this.#move(claim.category, [gives]), 'giving back always passes');
      if (!this.#decide(at, [takes])) {
        before.stock = kept.stock;
        before.rows = kept.rows;
        return [claim.category, at];
      }
    } else if (
      !this.#decide(
        at,
        claim.row === row ? [{ row, move: sumMoves([gives.move, takes.move]) }] : [gives, takes],
      )
    ) {
      return [at];
    }
    const touched = [claim.category, at];
    this.#letGo(claim);
    Object.assign(claim, next);
    if (takesSeats(claim.counter)) this.#hold(claim);
    return touched;
  }

  /** Free places go to another contingent; of a numbered category the seats with them. */
  #moveContingent(at: number, from: number, to: number, quantity: number): number[] {
    const category = this.#category(at);
    const loser = this.#row(at, from);
    const overbooking =
      category.setting.basis === 'quota'
        ? Math.floor((category.setting.percent * (loser.capacity - quantity)) / 100)
        : loser.overbooking;
    const keeps = loser.capacity - quantity;
    if (quantity === 0 || keeps < firm(loser) || keeps + overbooking < taken(loser)) return [];
    const going = category.seats
      .filter(({ row, holder }) => row === from && holder === null)
      .slice(0, quantity);
    if (category.numbered && going.length < quantity) return [];
    for (const seat of going) seat.row = to;
    this.#replace(at, from, done(apply(loser, { capacity: -quantity })));
    this.#replace(at, to, done(apply(this.#row(at, to), { capacity: quantity })));
    return this.#overbook(at, category.setting);
  }

  /** A row has another capacity, whatever is taken of it; never of numbered seats. */
  #resize(at: number, row: number, by: number): number[] {
    const category = this.#category(at);
    const before = this.#row(at, row);
    if (category.numbered || before.capacity + by < 0) return [];
    this.#replace(at, row, done(apply(before, { capacity: by })));
    const { capacity, assigned } = category.stock;
    category.stock = { ...category.stock, capacity: capacity + by, assigned: assigned + by };
    return this.#overbook(at, category.setting);
  }

  #overbook(at: number, setting: Overbooking): number[] {
    const category = this.#category(at);
    const before = category.rows;
    const { category: stock, rows } = this.#rules.overbook(category.stock, before, setting);
    for (const [index, row] of rows.entries())
      must(
        stockCounters.every((name) => row[name] === before[index]?.[name]),
        'a setting takes and gives no place',
      );
    category.stock = stock;
    category.rows = rows;
    category.setting = setting;
    return [at];
  }

  /** Asks the rules, and the recount whether they are right to grant or to refuse. */
  #decide(at: number, moves: readonly { row: number; move: StockMove }[]): boolean {
    const expected = this.#room(at, moves);
    const granted = this.#move(at, moves);
    must(granted || !expected, 'refused while there is room');
    must(!granted || expected, 'granted where there is no room');
    return granted;
  }

  #move(at: number, moves: readonly { row: number; move: StockMove }[]): boolean {
    const category = this.#category(at);
    const before = category.rows;
    const after = this.#rules.applyToCategory(
      category.stock,
      moves.map(({ row, move }) => ({ row: this.#row(at, row), move })),
    );
    if (after === 'insufficient') return false;
    const external = moves.some(({ move }) => move.externalSale === true);
    const rows = [...before];
    for (const [index, { row }] of moves.entries()) {
      const next = after.rows[index];
      if (next === undefined) continue;
      if (!external) unlifted(this.#row(at, row), next);
      rows[row] = next;
    }
    category.stock = after.category;
    category.rows = rows;
    return true;
  }

  /** Whether the claims leave room for the moves: counted anew, not from the counters. */
  #room(at: number, moves: readonly { row: number; move: StockMove }[]): boolean {
    const { stock, rows } = this.#category(at);
    const by = (move: StockMove, names: readonly StockCounter[]) =>
      names.reduce((sum, name) => sum + (move[name] ?? 0), 0);
    const lacks = moves.map(({ row, move }) => {
      const counted = this.recount(at, row);
      const moreFirm = by(move, firmCounters);
      const moreTaken = moreFirm + by(move, ['held']);
      const isTaken = takenOf(counted) + moreTaken;
      const { capacity = 0, overbooking = 0 } = rows[row] ?? {};
      return {
        tooFirm: moreFirm > 0 && takenOf(counted) - counted.held + moreFirm > capacity,
        lacking: moreTaken > 0 ? Math.max(0, isTaken - capacity - overbooking) : 0,
        returned: moreTaken > 0 ? 0 : Math.max(0, overbooking - Math.max(0, isTaken - capacity)),
      };
    });
    if (lacks.some(({ tooFirm }) => tooFirm)) return false;
    const lacking = lacks.reduce((sum, each) => sum + each.lacking, 0);
    const returned = lacks.reduce((sum, each) => sum + each.returned, 0);
    return lacking === 0 || lacking <= (isPooled(stock) ? spare(stock) + returned : 0);
  }

  /** The counters of a row as its claims add up. */
  recount(at: number, row: number): Record<StockCounter, number> {
    const counted = { held: 0, ordered: 0, sold: 0, blocked: 0, allotted: 0, recalling: 0, tentative: 0 };
    for (const claim of this.claims)
      if (claim.category === at && claim.row === row && claim.counter !== 'released')
        counted[claim.counter] += claim.quantity;
    return counted;
  }

  /** Every promise of the design about one category of one performance. */
  check(at: number): void {
    const { numbered, setting, stock, rows, seats } = this.#category(at);
    for (const [index, row] of rows.entries()) {
      const counted = this.recount(at, index);
      for (const name of stockCounters) {
        must(row[name] >= 0, `${name} is not negative`);
        must(row[name] === counted[name], `${name} is what the claims add up to`);
      }
      must(taken(row) === takenOf(counted), 'taken is the sum of its counters');
      must(taken(row) <= row.ceiling && row.ceiling === Math.max(limit(row), taken(row)), 'the ceiling');
      must(
        firm(row) <= row.firmCeiling && row.firmCeiling === Math.max(row.capacity, firm(row)),
        'the firm ceiling',
      );
      if (setting.basis === 'quota')
        must(row.overbooking === Math.floor((setting.percent * row.capacity) / 100), 'a share of the row');
      else
        must(row.overbooking <= Math.max(0, taken(row) - row.capacity), 'no row keeps what it does not need');
      if (numbered)
        must(seats.filter((seat) => seat.row === index).length === row.capacity, 'as many seats as capacity');
    }
    const sum = (of: (row: StockRow) => number) => rows.reduce((total, row) => total + of(row), 0);
    must(stock.assigned <= stock.capacity, 'assigned <= capacity');
    must(stock.assigned === sum(({ capacity }) => capacity), 'assigned is what the rows have');
    must(
      stock.pool === (setting.basis === 'quota' ? 0 : Math.floor((setting.percent * stock.capacity) / 100)),
      'the pool',
    );
    must(
      stock.lent === (setting.basis === 'quota' ? 0 : sum(({ overbooking }) => overbooking)),
      'lent is what the rows have',
    );
    must(
      stock.lent <= stock.poolCeiling && stock.poolCeiling === Math.max(stock.pool, stock.lent),
      'the pool ceiling',
    );
    if (numbered) this.#checkSeats(at, seats);
  }

  #checkSeats(at: number, seats: Category['seats']): void {
    const named = new Map<number, Claim>();
    for (const claim of this.claims) {
      if (claim.category !== at || claim.counter === 'released' || !takesSeats(claim.counter)) continue;
      must(claim.seats.length <= claim.quantity, 'no more seats than places');
      for (const seat of claim.seats) {
        must(!named.has(seat), 'one holder per seat');
        must(seats[seat]?.row === claim.row, 'a seat counts in the row of its claim');
        named.set(seat, claim);
      }
    }
    for (const [seat, { holder }] of seats.entries())
      must((named.get(seat) ?? null) === holder, 'a seat is held by the claim that names it');
  }

  #mayTake(seat: number, claim: Claim): boolean {
    const found = this.#category(claim.category).seats[seat];
    return found !== undefined && found.row === claim.row && this.#rules.seatIsFree(found.holder, claim);
  }

  #hold(claim: Claim): void {
    for (const seat of claim.seats) {
      const found = this.#category(claim.category).seats[seat];
      if (found !== undefined) found.holder = claim;
    }
  }

  #letGo(claim: Claim): void {
    for (const seat of this.#category(claim.category).seats) if (seat.holder === claim) seat.holder = null;
  }

  #pick(which: number, suits: (claim: Claim) => boolean): Claim | null {
    const some = this.claims.filter(suits);
    return some[which % Math.max(1, some.length)] ?? null;
  }

  #category(at: number): Category {
    const found = this.categories[at];
    if (found === undefined) throw new RangeError(`no such category: ${at}`);
    return found;
  }

  #row(at: number, row: number): StockRow {
    const found = this.#category(at).rows[row];
    if (found === undefined) throw new RangeError(`no such row: ${row}`);
    return found;
  }

  #replace(at: number, row: number, next: StockRow): void {
    const category = this.#category(at);
    category.rows = category.rows.map((each, index) => (index === row ? next : each));
  }
}

const firmCounters = ['ordered', 'sold', 'blocked', 'allotted', 'recalling'] as const;

function takenOf({
  held,
  ordered,
  sold,
  blocked,
  allotted,
  recalling,
}: Record<StockCounter, number>): number {
  return held + ordered + sold + blocked + allotted + recalling;
}

function isHeld(counter: Claim['counter']): counter is 'held' | 'tentative' {
  return counter === 'held' || counter === 'tentative';
}

function held({ takesStock }: Claim): 'held' | 'tentative' {
  return takesStock ? 'held' : 'tentative';
}

function takesSeats(counter: Claim['counter']): boolean {
  return counter !== 'released' && counter !== 'tentative';
}

type OptionCounter = 'held' | 'tentative' | 'ordered' | 'sold' | 'released';

function isOptionCounter(counter: Claim['counter']): counter is OptionCounter {
  return counter === 'released' || isHeld(counter) || counter === 'ordered' || counter === 'sold';
}

function effect(counter: OptionCounter) {
  switch (counter) {
    case 'released':
      return 'nothing' as const;
    case 'tentative':
      return 'held' as const;
    default:
      return counter;
  }
}

/** So many seats of a row from one of them on, taken or not. */
function someSeats({ seats }: Category, row: number, which: number, quantity: number): number[] {
  const own = seats.flatMap((seat, index) => (seat.row === row ? [index] : []));
  if (own.length === 0) return [];
  const start = which % own.length;
  return [...own.slice(start), ...own.slice(0, start)].slice(0, quantity);
}

/** The trigger of the database: nothing but a sale made elsewhere lifts a ceiling; nothing is taken over the limit. */
function unlifted(before: StockRow, after: StockRow): void {
  must(after.ceiling <= Math.max(limit(after), before.ceiling), 'the ceiling is not lifted');
  must(after.firmCeiling <= Math.max(after.capacity, before.firmCeiling), 'the firm ceiling is not lifted');
  if (taken(after) > taken(before)) must(overBy(after) === 0, 'nothing is taken over the limit');
  if (firm(after) > firm(before))
    must(firm(after) <= after.capacity, 'nothing is promised over the capacity');
}

function done(row: StockRow | 'insufficient'): StockRow {
  if (row === 'insufficient') throw new Error('a capacity may always be changed');
  return row;
}
