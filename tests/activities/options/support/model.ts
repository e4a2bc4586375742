import { nextState, type OptionState, type RefusedFrom } from '../../../../rules/options/life.ts';
import { chooseContingents } from '../../../../rules/stock/choose-contingent.ts';
import {
  apply,
  free,
  moveBetween,
  type StockMove,
  type StockRow,
  sumMoves,
} from '../../../../rules/stock/counters.ts';
import type { ActingVerb } from './verbs.ts';

/** Places granted on a line: in which performance, category and contingent. */
export type Grant = {
  lineId: string;
  performance: number;
  category: number;
  contingent: number;
  quantity: number;
  takesStock: boolean;
  /** Numbered seats named for the places. */
  seats: readonly string[];
};

export type ModelOption = {
  id: string;
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  performance: number;
  lines: { id: string; category: number; quantity: number }[];
  /** Live, or as they were before they were given back. */
  grants: Grant[];
  letters: string[];
  flagged: boolean;
};

/** What a placement asks for: lines by position, a contingent where one is named, and the seats of each line where they are. */
export type PlaceWish = {
  performance: number;
  quantities: number[] | null;
  contingent: number | null;
  /** Null: nothing is said of seats, each line keeps those it has. */
  seats: readonly (readonly string[])[] | null;
  /** Which of the seats it has a line keeps when it becomes smaller. */
  keep: (own: readonly string[], quantity: number) => readonly string[];
};

const key = ({ performance, category, contingent }: Pick<Grant, 'performance' | 'category' | 'contingent'>) =>
  `${performance}/${category}/${contingent}`;

/** What the pure rules say about a whole house: the state table, the guarded rows, the choice of a contingent, the letters. */
export class Model {
  readonly rows: Map<string, StockRow>;
  readonly deducts: readonly boolean[];
  readonly options: ModelOption[] = [];
  /** Who holds each taken seat. */
  readonly seats = new Map<string, ModelOption>();

  constructor(rows: Map<string, StockRow>, deducts: readonly boolean[]) {
    this.rows = rows;
    this.deducts = deducts;
  }

  /** Does a verb that decides about an option as it stands; answers the code it must refuse with, or null. */
  decide(option: ModelOption, verb: Exclude<ActingVerb, 'change' | 'place'>): string | null {
    const from = option.state;
    const to = nextState(from, verb, option.refusedFrom);
    if (to === null) return 'option.state';
    if (verb === 'cancel-refusal' && to === 'placed') {
      const refused = this.#take(option, option.grants);
      if (refused === null) option.refusedFrom = null;
      return refused;
    }
    if (from === 'placed' || from === 'confirmed') {
      const effect = to === 'placed' ? 'held' : to === 'confirmed' ? 'ordered' : 'nothing';
      const moves = option.grants.map((grant) => ({
        row: key(grant),
        move: moveBetween(from === 'placed' ? 'held' : 'ordered', effect, grant.quantity, grant.takesStock),
      }));
      const holds = ({ takesStock }: Grant) => effect === 'ordered' || (effect === 'held' && takesStock);
      const wanted = option.grants.filter(holds).flatMap(({ seats }) => seats);
      if (wanted.some((seat) => this.#isTaken(seat, option))) return 'stock.insufficient';
      if (!this.#move(moves)) return 'stock.insufficient';
      this.#hold(option, wanted);
    }
    if (verb === 'refuse') option.refusedFrom = from === 'placed' ? 'placed' : 'requested';
    if (verb === 'cancel-refusal') option.refusedFrom = null;
    option.state = to;
    option.flagged = false;
    tell(option, from, verb);
    return null;
  }

  /** Places an option, or changes its placement. */
  place(option: ModelOption, wish: PlaceWish): string | null {
    if (nextState(option.state, 'place', option.refusedFrom) === null) return 'option.state';
    const granted = option.lines.flatMap((line, at) => {
      const quantity =
        wish.quantities === null ? line.quantity : (wish.quantities[at % wish.quantities.length] ?? 0);
      if (quantity === 0) return [];
      if (wish.seats !== null) return [{ line, quantity, kept: null, seats: wish.seats[at] ?? [] }];
      const kept = this.#live(option).find(
        ({ lineId, performance, category, seats }) =>
          lineId === line.id &&
          performance === wish.performance &&
          category === line.category &&
          seats.some((seat) => !this.#isTaken(seat, option)),
      );
      const own = (kept?.seats ?? []).filter((seat) => !this.#isTaken(seat, option));
      return [{ line, quantity, kept: kept ?? null, seats: wish.keep(own, quantity) }];
    });
    if (granted.length === 0) return 'request.invalid';
    const named = granted.flatMap(({ seats }) => seats);
    if (new Set(named).size < named.length) return 'request.invalid';
    const { performance } = wish;
    const rooms = [0, 1].flatMap((category) =>
      [0, 1].flatMap((contingent) => {
        const row = this.rows.get(key({ performance, category, contingent }));
        const own = this.#live(option)
          .filter((grant) => grant.takesStock && key(grant) === key({ performance, category, contingent }))
          .reduce((sum, grant) => sum + grant.quantity, 0);
        return row === undefined ? [] : [{ category, contingent, free: free(row) + own }];
      }),
    );
    const left = rooms.map((room) => ({
      ...room,
      free:
        room.free -
        granted
          .filter(({ line, kept }) => line.category === room.category && kept?.contingent === room.contingent)
          .reduce((sum, { seats }) => sum + seats.length, 0),
    }));
    const unseated = granted.flatMap(({ line, quantity, kept, seats }) => {
      const more = kept === null ? quantity : quantity - seats.length;
      const home = left.find(
        (room) => room.category === line.category && room.contingent === kept?.contingent,
      );
      const contingent = home !== undefined && home.free >= more ? home.contingent : wish.contingent;
      return more === 0 ? [] : [{ line, quantity: more, contingent }];
    });
    const chosen = chooseContingents(
      unseated.map(({ line, quantity, contingent }) => ({
        lineId: line.id,
        performanceId: String(performance),
        seatCategoryId: String(line.category),
        quantity,
        contingentId: contingent === null ? null : String(contingent),
      })),
      left.map((room) => ({
        contingentId: String(room.contingent),
        performanceId: String(performance),
        seatCategoryId: String(room.category),
        rank: room.contingent,
        free: room.free,
      })),
    );
    return this.#take(
      option,
      granted.flatMap(({ line, quantity, kept, seats }) => {
        const grant = { lineId: line.id, performance, category: line.category };
        const takesStock = this.deducts[performance] ?? true;
        const drawn = Number(chosen.find((choice) => choice.lineId === line.id)?.contingentId);
        const seated = kept === null ? 0 : seats.length;
        const parts = [
          { ...grant, contingent: kept?.contingent ?? drawn, quantity: seated, takesStock, seats },
          { ...grant, contingent: drawn, quantity: quantity - seated, takesStock, seats: [] },
        ];
        if (kept === null) return [{ ...grant, contingent: drawn, quantity, takesStock, seats }];
        return parts.filter((part) => part.quantity > 0);
      }),
    );
  }

  #live(option: ModelOption): Grant[] {
    return option.state === 'placed' ? option.grants : [];
  }

  #take(option: ModelOption, grants: Grant[]): string | null {
    const moves = [
      ...this.#live(option).map((grant) => ({
        row: key(grant),
        move: moveBetween('held', 'nothing', grant.quantity, grant.takesStock),
      })),
      ...grants.map((grant) => ({
        row: key(grant),
        move: moveBetween('nothing', 'held', grant.quantity, grant.takesStock),
      })),
    ];
    if (grants.some(({ seats }) => seats.some((seat) => this.#isTaken(seat, option))))
      return 'stock.insufficient';
    if (!this.#move(moves)) return 'stock.insufficient';
    this.#hold(
      option,
      grants.filter(({ takesStock }) => takesStock).flatMap(({ seats }) => seats),
    );
    option.grants = grants;
    option.performance = grants[0]?.performance ?? option.performance;
    option.state = 'placed';
    option.flagged = false;
    return null;
  }

  #isTaken(seat: string, option: ModelOption): boolean {
    const holder = this.seats.get(seat);
    return holder !== undefined && holder !== option;
  }

  /** The option holds these seats from now on, and no other. */
  #hold(option: ModelOption, seats: readonly string[]): void {
    for (const [seat, holder] of this.seats) if (holder === option) this.seats.delete(seat);
    for (const seat of seats) this.seats.set(seat, option);
  }

  /** All moves or none. */
  #move(moves: readonly { row: string; move: StockMove }[]): boolean {
    const after = new Map<string, StockRow>();
    for (const [row, parts] of Map.groupBy(moves, (each) => each.row)) {
      const before = this.rows.get(row);
      if (before === undefined) return false;
      const next = apply(before, sumMoves(parts.map((part) => part.move)));
      if (next === 'insufficient') return false;
      after.set(row, next);
    }
    for (const [row, next] of after) this.rows.set(row, next);
    return true;
  }
}

/** What the contact is told, as `kind state`: a letter that is no longer true does not leave, or is corrected. */
function tell(option: ModelOption, from: OptionState, verb: ActingVerb): void {
  const said = option.letters;
  const supersede = (...kinds: string[]) => {
    for (const [at, letter] of said.entries()) {
      if (kinds.some((kind) => letter === `${kind} owed`)) said[at] = letter.replace('owed', 'superseded');
    }
  };
  if (verb === 'confirm' || verb === 'confirm-refusal') {
    supersede('confirmation', 'refusal', 'correction');
    said.push(verb === 'confirm' ? 'confirmation owed' : 'refusal owed');
  }
  if (verb === 'cancel-confirmation' || (verb === 'lapse' && from === 'confirmed')) {
    supersede('confirmation', 'refusal');
    const heard = said.findLast((letter) => letter.endsWith(' sent'));
    if (heard === 'confirmation sent' || heard === 'refusal sent') said.push('correction owed');
  }
}
