import type { RequestInput } from '../../../activities/options/new-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import type { Stage } from '../../activities/options/support/stage.ts';
import { type ActingVerb, acts } from '../../activities/options/support/verbs.ts';

const startsAt = '2034-03-10T19:00:00.000Z';
const reason = 'Convenu au téléphone';

/** What became of an option, one of each for every performance. */
const lives: readonly (readonly ActingVerb[])[] = [
  [],
  ['change'],
  ['refuse', 'wait'],
  ['place'],
  ['place', 'extend'],
  ['place', 'confirm'],
  ['place', 'confirm', 'firm'],
  ['place', 'confirm', 'resume'],
  ['place', 'confirm', 'cancel-confirmation'],
  ['refuse'],
  ['refuse', 'confirm-refusal'],
  ['place', 'refuse'],
  ['place', 'refuse', 'cancel-refusal'],
  ['withdraw'],
  ['place', 'withdraw'],
  ['place', 'lapse'],
  ['place', 'confirm', 'lapse'],
];

/** A small house with options in every state, letters on their way, sent and failed, orders and history. */
export async function playSmallHouse(stage: Stage): Promise<void> {
  const house = await stage.theatre();
  const plain = await stage.performance(house, {
    startsAt,
    stock: [{ capacity: 60 }, { category: 'CAT2', capacity: 40 }],
  });
  const numbered = await stage.performance(house, { startsAt, stock: [{ capacity: 24 }] });
  await stage.numberSeats(house, numbered);
  for (const performanceId of [plain, numbered])
    for (const [at, life] of lives.entries()) {
      const structure = { kind: 'structure', structure_type: 'community', acceptance: 'accepted' };
      const email = `contact.${at}@example.test`;
      const contactId = await stage.contact({
        name: `Contact ${at}`,
        email,
        ...(at % 5 === 0 ? structure : {}),
      });
      const asked: RequestInput = {
        contactId,
        performanceId,
        lines: [{ seatCategoryId: house.categories.CAT1, quantity: performanceId === plain ? 2 : 1 }],
      };
      const { id: optionId } = await requestOption(stage.caller(), asked);
      for (const verb of life) await acts[verb](stage.caller(), { optionId, reason }, asked);
    }
  await placeDirectly(stage.caller(), {
    contactId: stage.house.individualId,
    performanceId: plain,
    lines: [{ seatCategoryId: house.categories.CAT2, quantity: 3 }],
  });
  await stage.owner.query("update letter set state = 'sent' where state = 'owed' and number % 3 = 0");
  await stage.owner.query("update letter set state = 'failed' where state = 'owed' and number % 7 = 0");
}
