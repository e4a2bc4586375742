import type { OpenCategories, OpenEvent, OwnOption } from './ask.ts';

/** The first choice and three fallback dates; empty where none is named. */
export const ranks = [0, 1, 2, 3] as const;

/** The form as it stands. */
export interface Wish {
  event: OpenEvent | null;
  /** A performance by rank, '' for none. */
  choices: readonly string[];
  /** What was typed, by seat category. */
  quantities: Readonly<Record<string, string>>;
  acceptsUpgrade: boolean;
  remark: string;
}

export const emptyWish: Wish = {
  event: null,
  choices: ranks.map(() => ''),
  quantities: {},
  acceptsUpgrade: false,
  remark: '',
};

/** The form filled in with a request as it is; what its event no longer offers stays among the dates to choose from. */
export function wishOf(option: OwnOption, event: OpenEvent): Wish {
  const known = new Set(event.performances.map(({ id }) => id));
  const others = option.choices
    .filter(({ performanceId }) => !known.has(performanceId))
    .map(({ performanceId: id, startsAt, timeZone, venueName }) => ({ id, startsAt, timeZone, venueName }));
  return {
    event: { ...event, performances: [...event.performances, ...others] },
    choices: ranks.map((rank) => option.choices[rank]?.performanceId ?? ''),
    quantities: Object.fromEntries(
      option.lines.map(({ seatCategoryId, requestedQuantity }) => [
        seatCategoryId,
        String(requestedQuantity),
      ]),
    ),
    acceptsUpgrade: option.acceptsUpgrade,
    remark: option.remark ?? '',
  };
}

type Category = OpenCategories['categories'][number];

/** What is wrong in the form. */
export type WishFault = 'event' | 'first' | 'twice' | 'nothing' | 'number' | 'few';

/** Faults by field: `event`, `choice-0` to `choice-3`, `places`, and a seat category's id; in the order of the form. */
export function faultsOf(wish: Wish, categories: readonly Category[]): Map<string, WishFault> {
  const faults = new Map<string, WishFault>();
  if (wish.event === null) faults.set('event', 'event');
  for (const rank of ranks) {
    const chosen = wish.choices[rank] ?? '';
    if (rank === 0 && chosen === '' && wish.event !== null) faults.set('choice-0', 'first');
    if (chosen !== '' && wish.choices.indexOf(chosen) < rank) faults.set(`choice-${rank}`, 'twice');
  }
  const asked = categories.filter(({ id }) => (wish.quantities[id] ?? '').trim() !== '');
  for (const { id, minimum } of asked) {
    const typed = (wish.quantities[id] ?? '').trim();
    if (!/^\d{1,4}$/.test(typed)) faults.set(id, 'number');
    else if (Number(typed) > 0 && Number(typed) < minimum) faults.set(id, 'few');
  }
  if (categories.length > 0 && placesOf(wish, categories) === 0 && !asked.some(({ id }) => faults.has(id)))
    faults.set('places', 'nothing');
  return faults;
}

/** The places asked for altogether. */
export function placesOf({ quantities }: Wish, categories: readonly Category[]): number {
  return categories.reduce((sum, { id }) => {
    const typed = (quantities[id] ?? '').trim();
    return sum + (/^\d{1,4}$/.test(typed) ? Number(typed) : 0);
  }, 0);
}

/** What is sent to the house. */
export function bodyOf(wish: Wish, categories: readonly Category[]) {
  const [performanceId = '', ...fallbacks] = wish.choices;
  const remark = wish.remark.trim();
  return {
    performanceId,
    fallbackPerformanceIds: fallbacks.filter((id) => id !== ''),
    lines: categories
      .map(({ id }) => ({ seatCategoryId: id, quantity: Number((wish.quantities[id] ?? '').trim()) }))
      .filter(({ quantity }) => quantity > 0),
    acceptsUpgrade: wish.acceptsUpgrade,
    remark: remark === '' ? null : remark,
  };
}
