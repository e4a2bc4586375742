import { cancelConfirmation } from '../../../../activities/options/cancel-confirmation.ts';
import { confirmOption } from '../../../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../../../activities/options/confirm-refusal.ts';
import { lapseOption } from '../../../../activities/options/lapse-option.ts';
import { placeOption } from '../../../../activities/options/place-option.ts';
import { refuseOption } from '../../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../../activities/options/request-option.ts';
import type { OptionState } from '../../../../rules/options/life.ts';
import type { Stage, Theatre } from '../../options/support/stage.ts';

/** The ways an option can have gone until today; each ends in a state that is built. */
const lives = [
  { name: 'requested', state: 'requested', steps: [] },
  { name: 'placed', state: 'placed', steps: ['place'] },
  { name: 'refused', state: 'refused', steps: ['refuse'] },
  { name: 'placed, then refused', state: 'refused', steps: ['place', 'refuse'] },
  { name: 'confirmed', state: 'confirmed', steps: ['place', 'confirm'] },
  {
    name: 'confirmed, then placed again',
    state: 'placed',
    steps: ['place', 'confirm', 'cancel-confirmation'],
  },
  { name: 'declined', state: 'declined', steps: ['refuse', 'confirm-refusal'] },
  { name: 'lapsed', state: 'lapsed', steps: ['place', 'lapse'] },
] as const satisfies readonly { name: string; state: OptionState; steps: readonly string[] }[];

const acts = {
  place: placeOption,
  refuse: refuseOption,
  confirm: confirmOption,
  'cancel-confirmation': cancelConfirmation,
  'confirm-refusal': confirmRefusal,
  lapse: lapseOption,
} as const;

type Life = (typeof lives)[number];

export interface Made {
  id: string;
  life: Life;
  quantity: number;
  seatCategoryId: string;
}

/** Which category the n-th option asks for, and the seats named for it; null: none are named, `best`: they are chosen. */
type Wish = { category: 'CAT1' | 'CAT2'; seats: string[] | 'best' | null };

/** Forty options of forty contacts in every built state, some without an e-mail. */
export async function fortyOptions(
  stage: Stage,
  house: Theatre,
  performanceId: string,
  wishOf: (at: number, quantity: number) => Wish,
): Promise<Made[]> {
  const options: Made[] = [];
  for (let at = 0; at < 40; at += 1) {
    const life = lives[at % lives.length]!;
    const quantity = 1 + (at % 3);
    const { category, seats } = wishOf(at, quantity);
    const seatCategoryId = house.categories[category];
    const contactId = await stage.contact(
      at % 13 === 12 ? { email: null } : { email: `c${at}@example.test` },
    );
    const lines = [{ seatCategoryId, quantity }];
    const { id, lines: asked } = await requestOption(stage.caller(), { contactId, performanceId, lines });
    const named = Array.isArray(seats) ? [{ lineId: asked[0]!.id, quantity, seatIds: seats }] : null;
    for (const step of life.steps) {
      const places = { lines: named, ...(seats === 'best' ? { seats } : {}) };
      await acts[step](stage.caller(), { optionId: id, ...(step === 'place' ? places : {}) });
    }
    options.push({ id, life, quantity, seatCategoryId });
  }
  return options;
}

/** Those that are not at their end. */
export function live(made: readonly Made[]): Made[] {
  return made.filter(({ life }) => life.state !== 'declined' && life.state !== 'lapsed');
}
