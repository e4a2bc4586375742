import { choosePrice } from '../../rules/prices/choose-price.ts';
import { chooseContingents } from '../../rules/stock/choose-contingent.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { AnsweredLine } from './option-answer.ts';
import type { PerformanceFacts } from './performance-facts.ts';
import type { Room } from './room.ts';

/** What an operator grants on one line; what is left out is as requested. */
export interface LineGrant {
  lineId: string;
  quantity: number;
  /** Of a product's line: another of its choices. */
  performanceId?: string | null;
  seatCategoryId?: string | null;
  contingentId?: string | null;
  audienceSubcategoryId?: string | null;
  /**
   * Numbered seats, at most as many as the quantity. Left out, the line keeps the seats it has as far as they fit, the
   * other places are a quantity without seats; empty, it has none.
   */
  seatIds?: readonly string[] | null;
  /** Of what is placed again: the contingents its places without a seat came from, and go back to. */
  unseated?: readonly PartOfContingent[];
}

/** Places of a line in one contingent. */
export interface PartOfContingent {
  contingentId: string;
  quantity: number;
}

/** A grant with everything settled but the contingent. */
export interface SettledGrant {
  lineId: string;
  quantity: number;
  seatCategoryId: string;
  contingentId: string | null;
  audienceSubcategoryId: string;
  priceCents: number;
  unseated: readonly PartOfContingent[] | null;
}

/**
 * Settles what is granted: as requested where nothing is said, only the named lines where lines are named (0 drops
 * one), at the price the design's order gives.
 * @throws Problem `request.invalid` with the line at fault, `price.missing`.
 */
export function settleGrants(
  lines: readonly AnsweredLine[],
  facts: PerformanceFacts,
  wishes: readonly LineGrant[] | null,
): SettledGrant[] {
  const wanted = wishes ?? lines.map((line) => ({ lineId: line.id, quantity: line.requestedQuantity }));
  const errors = grantErrors(lines, facts, wanted);
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  return wanted.flatMap((wish) => {
    const line = lines.find((candidate) => candidate.id === wish.lineId);
    if (line === undefined || wish.quantity === 0) return [];
    return [settle(line, wish, facts)];
  });
}

function settle(line: AnsweredLine, wish: LineGrant, facts: PerformanceFacts): SettledGrant {
  const seatCategoryId = wish.seatCategoryId ?? line.seatCategoryId;
  const price = choosePrice({
    seatCategoryId,
    lineSubcategoryId: wish.audienceSubcategoryId ?? line.audienceSubcategoryId,
    contactCategoryId: facts.contactCategoryId,
    collectivityTypeCategoryId: facts.typeCategoryId,
    channelCategoryId: facts.channelCategoryId,
    optionDefaults: facts.optionDefaults,
    grid: facts.grid,
  });
  if (price === 'price.missing') {
    const category = facts.categories.find((each) => each.id === seatCategoryId);
    throw new Problem('price.missing', { values: { seatCategory: category?.name ?? null } });
  }
  return {
    lineId: line.id,
    quantity: wish.quantity,
    seatCategoryId,
    contingentId: wish.contingentId ?? null,
    audienceSubcategoryId: price.subcategoryId,
    priceCents: price.priceCents,
    unseated: wish.unseated ?? null,
  };
}

function grantErrors(
  lines: readonly AnsweredLine[],
  facts: PerformanceFacts,
  wishes: readonly LineGrant[],
): FieldError[] {
  const errors = wishes.flatMap((wish, at): FieldError[] => {
    const line = lines.find((candidate) => candidate.id === wish.lineId);
    if (line === undefined) return [{ path: `lines.${at}.lineId`, code: 'field.reference' }];
    if (wishes.findIndex((other) => other.lineId === wish.lineId) < at) {
      return [{ path: `lines.${at}.lineId`, code: 'field.invalid' }];
    }
    const category = wish.seatCategoryId ?? line.seatCategoryId;
    const known = facts.categories.some((each) => each.id === category);
    return known ? [] : [{ path: `lines.${at}.seatCategoryId`, code: 'field.reference' }];
  });
  const nothing = wishes.every((wish) => wish.quantity === 0);
  return nothing ? [...errors, { path: 'lines', code: 'field.tooSmall' }] : errors;
}

/** True when a line leaves a choice between contingents, so that choosing and taking must happen under one lock. */
export function contested(grants: readonly SettledGrant[], rooms: readonly Room[]): boolean {
  return grants.some(
    (grant) =>
      grant.contingentId === null &&
      grant.unseated === null &&
      rooms.filter((room) => room.seatCategoryId === grant.seatCategoryId).length > 1,
  );
}

/**
 * The stock row each grant is drawn from.
 * @throws Problem `contingent.notForChannel` for a contingent the channel may not draw from, `contingent.none`.
 */
export function drawFrom(
  performanceId: string,
  grants: readonly SettledGrant[],
  rooms: readonly Room[],
): { grant: SettledGrant; room: Room }[] {
  const chosen = chooseContingents(
    grants.map((grant) => ({ ...grant, performanceId })),
    rooms.map((room) => ({ ...room, performanceId })),
  );
  return grants.map((grant, at) => {
    const choice = chosen[at];
    const room = rooms.find(
      (each) => each.contingentId === choice?.contingentId && each.seatCategoryId === grant.seatCategoryId,
    );
    if (room === undefined) {
      throw new Problem(grant.contingentId === null ? 'contingent.none' : 'contingent.notForChannel');
    }
    return { grant, room };
  });
}
