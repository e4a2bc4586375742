import { categoriesAbove, type SeatMap } from './seat-map.ts';
import type { SeatSettings, SeatWish } from './wish.ts';

/** The seats of one date a wish may have at one step: as asked (0), one category better (1), or partly (2). */
export type Stage = Readonly<{
  map: SeatMap;
  wish: SeatWish;
  settings: SeatSettings;
  category: 0 | 1 | 2;
  categories: ReadonlySet<string>;
  isolatedAllowed: boolean;
}>;

/** The steps of a wish on a date; those beyond the first only where an upgrade is accepted and exists. */
export function stagesOf(
  map: SeatMap,
  wish: SeatWish,
  settings: SeatSettings,
  isolatedAllowed: boolean,
): [Stage, ...Stage[]] {
  const asked = new Set([wish.seatCategoryId]);
  const base = { map, wish, settings, isolatedAllowed };
  const first: Stage = { ...base, category: 0, categories: asked };
  const above = wish.acceptsUpgrade ? categoriesAbove(map, wish.seatCategoryId) : new Set<string>();
  if (above.size === 0) return [first];
  const upgraded: Stage = { ...base, category: 1, categories: above };
  if (wish.oneCategory === true) return [first, upgraded];
  return [first, upgraded, { ...base, category: 2, categories: new Set([...asked, ...above]) }];
}

/** Every seat a wish may have on a date, whether its group sits in one category or in two. */
export function widestStage(map: SeatMap, wish: SeatWish, settings: SeatSettings): Stage {
  const stages = stagesOf(map, { ...wish, oneCategory: false }, settings, true);
  return stages.at(-1) ?? stages[0];
}
