/**
 * Which contingent each line draws from when nobody chose (design section 9, `/place`): of those the channel may draw
 * from, the lowest rank with room for the line, else the freest. Lines are served in order, each seeing what those
 * before it took, so that two lines of one category do not count the same places twice.
 */

export type ContingentLine = {
  lineId: string;
  performanceId: string;
  seatCategoryId: string;
  quantity: number;
  /** The operator's own choice: kept, and counted before the lines after it. */
  contingentId?: string | null;
};

/** A contingent the channel may draw from, for one performance and seat category. */
export type ContingentCandidate = {
  contingentId: string;
  performanceId: string;
  seatCategoryId: string;
  /** Lowest is drawn first. */
  rank: number;
  /** limit - taken of the row itself. */
  free: number;
  /** What the pool over all contingents of the category still lends; null or left out where there is none. */
  spare?: number | null;
  /** Places above its limit: the pool lends these first, before it lends any more. */
  over?: number;
};

/** The line's contingent, or null when the channel has none for its performance and category. */
export type ContingentChoice = { lineId: string; contingentId: string | null };

/** Places that can be had of a contingent: its own, and what the pool lends beyond what the contingent is over its limit. */
export function reachOf({ free, spare, over }: Pick<ContingentCandidate, 'free' | 'spare' | 'over'>): number {
  return free + Math.max(0, (spare ?? 0) - (over ?? 0));
}

export function chooseContingents(
  lines: readonly ContingentLine[],
  candidates: readonly ContingentCandidate[],
): ContingentChoice[] {
  const pools = new Map(candidates.map((each) => [categoryOf(each), { left: Math.max(0, each.spare ?? 0) }]));
  const rooms = candidates.map((each) => new Place(each, pools.get(categoryOf(each)) ?? { left: 0 }));
  return lines.map((line) => {
    const open = rooms.filter(({ candidate }) => categoryOf(candidate) === categoryOf(line));
    const chosen = line.contingentId
      ? open.find(({ candidate }) => candidate.contingentId === line.contingentId)
      : best(open, line.quantity);
    if (chosen === undefined) return { lineId: line.lineId, contingentId: line.contingentId ?? null };
    chosen.take(line.quantity);
    return { lineId: line.lineId, contingentId: chosen.candidate.contingentId };
  });
}

/** A contingent while lines are served: what is left of its own, and of the pool it shares. */
class Place {
  readonly candidate: ContingentCandidate;
  readonly #pool: { left: number };
  #own: number;
  #over: number;

  constructor(candidate: ContingentCandidate, pool: { left: number }) {
    this.candidate = candidate;
    this.#pool = pool;
    this.#own = candidate.free;
    this.#over = candidate.over ?? 0;
  }

  get free(): number {
    return reachOf({ free: this.#own, spare: this.#pool.left, over: this.#over });
  }

  take(quantity: number): void {
    const lacking = Math.max(0, quantity - this.#own);
    const repaid = lacking === 0 ? 0 : Math.min(this.#pool.left, this.#over);
    const borrowed = Math.min(this.#pool.left - repaid, lacking);
    this.#pool.left -= repaid + borrowed;
    this.#over -= repaid;
    this.#own += borrowed - quantity;
  }
}

function categoryOf({
  performanceId,
  seatCategoryId,
}: Pick<ContingentLine, 'performanceId' | 'seatCategoryId'>): string {
  return `${performanceId}/${seatCategoryId}`;
}

function best(open: readonly Place[], quantity: number): Place | undefined {
  const roomy = open.filter((room) => room.free >= quantity);
  const [first] =
    roomy.length > 0
      ? roomy.toSorted((a, b) => a.candidate.rank - b.candidate.rank || b.free - a.free || byId(a, b))
      : open.toSorted((a, b) => b.free - a.free || a.candidate.rank - b.candidate.rank || byId(a, b));
  return first;
}

function byId(a: Place, b: Place): number {
  return a.candidate.contingentId < b.candidate.contingentId ? -1 : 1;
}
