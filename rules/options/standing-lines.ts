import type { LineRole, ProductKind } from '../catalogue/product-kinds.ts';
import { compareInstants, normalInstant } from './calendar.ts';
import type { OptionState, RefusedFrom } from './life.ts';
import { roleGivenBack } from './product-lines.ts';
import { releaseScope } from './release-part.ts';

/** A performance an option on a product stands at. `startsAt` is an instant (ISO, UTC). */
export type StandingPerformance = {
  readonly performanceId: string;
  readonly startsAt: string;
  readonly timeZone: string;
  readonly cancelled: boolean;
};

/** A line of an option on a product, with where it stands: where its places are, or where they are asked for. */
export type StandingLine = {
  readonly productLineId: string | null;
  /** Null: of no line of the product any more. */
  readonly role: LineRole | null;
  /** Null: nothing of it stands. */
  readonly at: StandingPerformance | null;
  /** Places it has. */
  readonly quantity: number;
  /** The product has it at another performance that is not cancelled. */
  readonly elsewhere: boolean;
};

/** The lines of an option on a product, in the option's order. */
export type ProductStanding = {
  readonly kind: ProductKind;
  /** It has places; else its lines stand where they are asked for. */
  readonly holds: boolean;
  readonly lines: readonly StandingLine[];
  /** How its confirmation is due, by the season. */
  readonly daysAfterPlacement: number | null;
  readonly daysBeforePerformance: number | null;
};

/** What an option is besides the lines of its product. */
export type StandingOption = {
  readonly state: OptionState;
  readonly refusedFrom: RefusedFrom | null;
  /** Null: an option on seats. */
  readonly product: ProductStanding | null;
  readonly insured: boolean;
};

/** The performance a product stands for: the earliest of those of its lines that take place; null when none does. */
export function firstStanding(lines: readonly Pick<StandingLine, 'at'>[]): StandingPerformance | null {
  const [first] = lines
    .flatMap(({ at }) =>
      at === null || at.cancelled ? [] : [{ ...at, startsAt: normalInstant(at.startsAt) }],
    )
    .toSorted(
      (one, other) =>
        compareInstants(one.startsAt, other.startsAt) || (one.performanceId < other.performanceId ? -1 : 1),
    );
  return first ?? null;
}

/** The lines of a product that do not stand at a performance. */
export function linesWithout<Line extends Pick<StandingLine, 'at'>>(
  lines: readonly Line[],
  performanceId: string,
): Line[] {
  return lines.filter(({ at }) => at?.performanceId !== performanceId);
}

/** The places an option has at a performance that reaches it: of seats all of them, of a product those of its lines there. */
export function placesAt(
  { product, placedQuantity }: Pick<StandingOption, 'product'> & { readonly placedQuantity: number },
  performanceId: string,
): number {
  if (product === null) return placedQuantity;
  if (!product.holds) return 0;
  return product.lines.reduce(
    (sum, { at, quantity }) => (at?.performanceId === performanceId ? sum + quantity : sum),
    0,
  );
}

/**
 * How far the cancellation of a performance reaches into an option: seats go whole; of a product the lines at that
 * performance, unless nothing else stands but companions, its order is insured, or a mandatory line of a season ticket or package goes
 * (« part of a package releases the package », `releaseScope`). What holds nothing yet may still be granted that line
 * elsewhere. A pending refusal of a placement reaches as far as the placement would: what its contact is told does not
 * give it away.
 */
export function cancelReach(option: StandingOption, performanceId: string): 'whole' | 'part' {
  const { product, insured, state, refusedFrom } = option;
  if (product === null) return 'whole';
  const { kind, holds, lines } = product;
  const staying = linesWithout(lines, performanceId);
  const lost = lines.filter((line) => !staying.includes(line));
  const alone = staying.filter(({ role }) => role !== 'companion');
  if (lost.length === 0 || firstStanding(alone) === null) return 'whole';
  const asHeld = holds || (state === 'refused' && refusedFrom === 'placed');
  const gone = asHeld ? lost : lost.filter(({ elsewhere }) => !elsewhere);
  const { scope } = releaseScope({
    productKind: kind,
    roles: gone.map((line) => roleGivenBack(lines, line, line.role)),
    insured,
    creditCents: 0,
    byTime: false,
  });
  return scope === 'part' ? 'part' : 'whole';
}

/** When and where on the clock a performance starts. */
type Start = { readonly startsAt: string; readonly timeZone: string };

/**
 * The performance an option stands for once others have moved: of a product the earliest of its lines as they are then. Its
 * dates follow (`follows`) when that one moved, or when another start is the earliest.
 */
export function firstMoved(
  option: Pick<StandingOption, 'product'> & {
    readonly performanceId: string;
    readonly performanceStartsAt: string;
    readonly timeZone: string;
  },
  moves: ReadonlyMap<string, Start>,
): { performanceId: string; startsAt: string; timeZone: string; follows: boolean } {
  const { product, performanceId, performanceStartsAt, timeZone } = option;
  const moved = (id: string, start: Start): Start => {
    const { startsAt, timeZone: zone } = moves.get(id) ?? start;
    return { startsAt: normalInstant(startsAt), timeZone: zone };
  };
  const lines = (product?.lines ?? []).map(({ at }) => ({
    at: at === null ? null : { ...at, ...moved(at.performanceId, at) },
  }));
  const first = firstStanding(lines) ?? {
    performanceId,
    ...moved(performanceId, { startsAt: performanceStartsAt, timeZone }),
  };
  return {
    performanceId: first.performanceId,
    startsAt: first.startsAt,
    timeZone: first.timeZone,
    follows: moves.has(first.performanceId) || compareInstants(first.startsAt, performanceStartsAt) !== 0,
  };
}
