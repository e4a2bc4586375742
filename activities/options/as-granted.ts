import type { Decided } from './decide-option.ts';
import type { LineGrant } from './granted-lines.ts';

/**
 * What had been granted before it was given back, line by line: the seats that were named, and for places without one the
 * contingents they came from. Seats may have gone to another contingent meanwhile: they are drawn from where they are.
 */
export function asGranted({ lines }: Pick<Decided, 'lines'>): LineGrant[] {
  return [...Map.groupBy(lines.granted, ({ lineId }) => lineId)].flatMap(([lineId, parts]) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { performanceId, seatCategoryId, audienceSubcategoryId } = first;
    const unseated = parts.map(({ contingentId, quantity, seats }) => ({
      contingentId,
      quantity: quantity - (seats ?? []).length,
    }));
    return {
      lineId,
      performanceId,
      quantity: parts.reduce((sum, part) => sum + part.quantity, 0),
      seatCategoryId,
      audienceSubcategoryId,
      seatIds: parts.flatMap(({ seats }) => (seats ?? []).map(({ id }) => id)),
      unseated: unseated.filter(({ quantity }) => quantity > 0),
    };
  });
}
