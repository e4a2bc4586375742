import type { Decided } from './decide-option.ts';
import type { LineGrant } from './granted-lines.ts';

/** What had been granted before it was given back, line by line, with the seats that were named. */
export function asGranted({ lines }: Pick<Decided, 'lines'>): LineGrant[] {
  return [...Map.groupBy(lines.granted, ({ lineId }) => lineId)].flatMap(([lineId, parts]) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { performanceId, seatCategoryId, contingentId, audienceSubcategoryId } = first;
    const seatIds = parts.flatMap(({ seats }) => (seats ?? []).map(({ id }) => id));
    return {
      lineId,
      performanceId,
      quantity: parts.reduce((sum, part) => sum + part.quantity, 0),
      seatCategoryId,
      // seats may have gone to another contingent meanwhile: then the places are drawn from there
      contingentId: seatIds.length === 0 ? contingentId : null,
      audienceSubcategoryId,
      seatIds,
    };
  });
}
