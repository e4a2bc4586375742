import { isWhole, type LineRole, type ProductKind, type Rounding } from '../catalogue/product-kinds.ts';
import { placesOf } from './companions.ts';

/** A line of a product as an option may take it. */
export type OfferedLine = {
  readonly id: string;
  readonly role: LineRole;
  readonly quantity: number;
  readonly per: number | null;
  readonly rounding: Rounding | null;
  /** Where it may be had; one of these is taken. */
  readonly performanceIds: readonly string[];
};

/** What is said of a line; what is left out is as the product has it. */
export type LineWish = {
  readonly productLineId: string;
  readonly performanceId?: string | null;
  readonly quantity?: number | null;
};

/** A line taken: so many places at a performance. */
export type TakenLine = {
  readonly productLineId: string;
  readonly performanceId: string;
  readonly quantity: number;
};

/** What is wrong, at which of the wishes, or with the wishes as a whole when one is missing. */
export type LineFault = { readonly path: string; readonly code: string };

/**
 * The lines of an option on so many units of a product: every mandatory one whole, the optional ones that are named, and the
 * companions that go with the units. Of optional lines and companions fewer may be wished, never more. A line of a season
 * ticket that is named again is an extra choice: taken once more, at another of its performances, behind the others.
 */
export function takenLines(
  kind: ProductKind,
  lines: readonly OfferedLine[],
  units: number,
  wishes: readonly LineWish[],
): { taken: TakenLine[]; faults: LineFault[] } {
  const faults: LineFault[] = [];
  const base = lines.flatMap((line): TakenLine[] => {
    const at = wishes.findIndex(({ productLineId }) => productLineId === line.id);
    const wish = wishes[at];
    if (line.role === 'optional' && wish === undefined) return [];
    const most = mostOf(line, units);
    const quantity = wish?.quantity ?? most;
    if (quantity > most) faults.push({ path: `lines.${at}.quantity`, code: 'field.tooLarge' });
    if (line.role === 'mandatory' && quantity < most)
      faults.push({ path: `lines.${at}.quantity`, code: 'product.mandatory' });
    if (quantity === 0) return [];
    const chosen = chosenPlace(line, wish, at);
    if ('code' in chosen) faults.push(chosen);
    return 'code' in chosen ? [] : [{ productLineId: line.id, quantity, ...chosen }];
  });
  const taken = [...base];
  for (const [at, wish] of wishes.entries()) {
    const line = lines.find(({ id }) => id === wish.productLineId);
    if (line === undefined) faults.push({ path: `lines.${at}.productLineId`, code: 'field.reference' });
    else if (wishes.slice(0, at).some(({ productLineId }) => productLineId === line.id)) {
      const extra = extraChoice(kind, line, units, wish, taken, `lines.${at}`);
      if ('code' in extra) faults.push(extra);
      else taken.push(extra);
    }
  }
  return { taken, faults };
}

/** A line that may be taken more than once: one that is chosen, of a season ticket. */
export function hasExtraChoices(
  kind: ProductKind,
  { role, performanceIds }: Pick<OfferedLine, 'role' | 'performanceIds'>,
): boolean {
  return kind === 'season-ticket' && role !== 'companion' && performanceIds.length > 1;
}

/**
 * One more choice of a line that is taken already (seed 004, « Choix supplémentaire dans l'abonnement »): at a performance of
 * the line that is not taken yet, for all units or fewer of them; or what is wrong with it.
 */
export function extraChoice(
  kind: ProductKind,
  line: OfferedLine,
  units: number,
  wish: LineWish,
  taken: readonly { readonly productLineId: string | null; readonly performanceId: string }[],
  path: string,
): TakenLine | LineFault {
  const performanceId = wish.performanceId ?? null;
  if (performanceId !== null && !line.performanceIds.includes(performanceId))
    return { path: `${path}.performanceId`, code: 'field.reference' };
  if (!hasExtraChoices(kind, line)) return { path: `${path}.productLineId`, code: 'field.duplicate' };
  if (performanceId === null) return { path: `${path}.performanceId`, code: 'product.choice' };
  if (taken.some((each) => each.productLineId === line.id && each.performanceId === performanceId))
    return { path: `${path}.performanceId`, code: 'field.duplicate' };
  const most = mostOf(line, units);
  const quantity = wish.quantity ?? most;
  if (quantity < 1) return { path: `${path}.quantity`, code: 'field.tooSmall' };
  if (quantity > most) return { path: `${path}.quantity`, code: 'field.tooLarge' };
  return { productLineId: line.id, performanceId, quantity };
}

/** Where a line is taken: as wished, else where alone it may be had. */
function chosenPlace(
  { performanceIds }: OfferedLine,
  wish: LineWish | undefined,
  at: number,
): { performanceId: string } | LineFault {
  const only = performanceIds.length === 1 ? performanceIds[0] : undefined;
  const performanceId = wish?.performanceId ?? only;
  const path = at < 0 ? 'lines' : `lines.${at}.performanceId`;
  if (performanceId === undefined) return { path, code: 'product.choice' };
  return performanceIds.includes(performanceId) ? { performanceId } : { path, code: 'field.reference' };
}

/** The most places of a line that so many units give. */
function mostOf({ role, quantity, per, rounding }: OfferedLine, units: number): number {
  const ratio = per === null || rounding === null ? null : { per, rounding };
  return placesOf(units, { role, quantity, ratio });
}

/** A line that is granted, with the line of the product it is of. */
export type GrantedLine = {
  readonly line: OfferedLine;
  readonly quantity: number;
  /** An extra choice: it goes beside what the product is made of. */
  readonly extra: boolean;
};

/** Those of an option's lines, told in their order, that are extra choices: their line of the product came before. */
export function extraLines<Line extends { readonly productLineId: string | null }>(
  lines: readonly Line[],
): ReadonlySet<Line> {
  const first = new Set<string>();
  return new Set(
    lines.filter(({ productLineId }) => {
      if (productLineId === null) return false;
      if (first.has(productLineId)) return true;
      first.add(productLineId);
      return false;
    }),
  );
}

/** What a line is when it is given back: seats and extra choices go alone, whatever line of the product they are of. */
export function roleGivenBack<Line extends { readonly productLineId: string | null }>(
  lines: readonly Line[],
  line: Line,
  role: LineRole | null,
): LineRole {
  return role === null || extraLines(lines).has(line) ? 'optional' : role;
}

/**
 * Where a grant breaks a product: of season tickets and packages the mandatory lines are granted for the same number of
 * units, all of them; companions, optional lines and extra choices never go beyond those units. Answers the places of the
 * faults.
 */
export function brokenGrants(kind: ProductKind, granted: readonly GrantedLine[]): number[] {
  const units = grantedUnits(granted);
  return granted.flatMap(({ line, quantity, extra }, at) => {
    if (line.role !== 'mandatory' || extra) return quantity > mostOf(line, Math.ceil(units)) ? [at] : [];
    const whole =
      !isWhole(kind) || (Number.isInteger(units) && quantity === mostOf(line, units) && units > 0);
    return whole ? [] : [at];
  });
}

/** The units a grant comes to: those of its first mandatory line. */
function grantedUnits(granted: readonly GrantedLine[]): number {
  const first = granted.find(({ line, extra }) => line.role === 'mandatory' && !extra);
  return first === undefined ? 0 : first.quantity / first.line.quantity;
}
