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
  /** limit - taken, with what its pool can still lend. */
  free: number;
};

/** The line's contingent, or null when the channel has none for its performance and category. */
export type ContingentChoice = { lineId: string; contingentId: string | null };

export function chooseContingents(
  lines: readonly ContingentLine[],
  candidates: readonly ContingentCandidate[],
): ContingentChoice[] {
  const rooms = candidates.map((candidate) => ({ ...candidate }));
  return lines.map((line) => {
    const open = rooms.filter(
      (room) => room.performanceId === line.performanceId && room.seatCategoryId === line.seatCategoryId,
    );
    const chosen = line.contingentId
      ? open.find((room) => room.contingentId === line.contingentId)
      : best(open, line.quantity);
    if (chosen === undefined) return { lineId: line.lineId, contingentId: line.contingentId ?? null };
    chosen.free -= line.quantity;
    return { lineId: line.lineId, contingentId: chosen.contingentId };
  });
}

function best(open: readonly ContingentCandidate[], quantity: number): ContingentCandidate | undefined {
  const roomy = open.filter((room) => room.free >= quantity);
  const [first] =
    roomy.length > 0
      ? roomy.toSorted((a, b) => a.rank - b.rank || b.free - a.free || byId(a, b))
      : open.toSorted((a, b) => b.free - a.free || a.rank - b.rank || byId(a, b));
  return first;
}

function byId(a: ContingentCandidate, b: ContingentCandidate): number {
  return a.contingentId < b.contingentId ? -1 : 1;
}
