import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivitySettings } from '../../../activities/catalogue/writing/programme-input.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { meetOption } from '../../../activities/options/meet-option.ts';
import { observeOption } from '../../../activities/options/observe-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

async function placed(activity: Partial<ActivitySettings>) {
  const performanceId = await stage.performance(house, { activity, stock: [{ capacity: 10 }] });
  const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 4 }];
  const input = { contactId: await stage.contact(), performanceId, lines };
  const { id: optionId, firstPerformanceStartsAt } = await placeDirectly(stage.caller(), input);
  return { optionId, performanceId, startsAt: firstPerformanceStartsAt };
}

const nextAt = async (optionId: string): Promise<string> => {
  const observed = await observeOption(stage.database, stage.institutionId, optionId);
  return observed.nextAt!;
};

const meet = (optionId: string, dueAt: string, now = dueAt) => {
  const actor = {
    ...stage.caller().actor,
    type: 'process' as const,
    id: `option/${optionId}`,
    name: 'Placet',
  };
  return meetOption({ ...stage.caller({ actor }), now }, { optionId, dueAt });
};

const before = (instant: string, ms = 1) => new Date(Date.parse(instant) - ms).toISOString();

describe('what time does to a placed option', () => {
  it('releases its seats at the due date, not a millisecond before, and once', async () => {
    const { optionId, performanceId } = await placed({ endPolicy: 'release' });
    const dueAt = await nextAt(optionId);
    expect(await meet(optionId, dueAt, before(dueAt))).toEqual({ outcome: 'notDue' });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 4 });
    expect(await meet(optionId, dueAt)).toEqual({ outcome: 'lapsed' });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 0 });
    expect(await meet(optionId, dueAt)).toEqual({ outcome: 'notDue' });
    expect(await observeOption(stage.database, stage.institutionId, optionId)).toEqual({ nextAt: null });
    expect((await stage.history(optionId)).at(-1)).toMatchObject({ verb: 'lapse', actor: 'Placet' });
    expect(await stage.option(optionId)).toMatchObject({ state: 'lapsed', placed_quantity: 0 });
  });

  it('flags it as overdue under the other policy, and releases it only at the performance', async () => {
    const { optionId, performanceId, startsAt } = await placed({ endPolicy: 'flag' });
    const dueAt = await nextAt(optionId);
    expect(await meet(optionId, dueAt)).toEqual({ outcome: 'flagged' });
    const flagged = await stage.option(optionId);
    expect(flagged.overdue_at?.toISOString()).toBe(dueAt);
    expect(await stage.counted(performanceId)).toMatchObject({ held: 4 });
    expect(await nextAt(optionId)).toBe(startsAt);
    expect(await meet(optionId, startsAt)).toEqual({ outcome: 'lapsed' });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 0 });
  });

  it('leaves an overdue option to an operator, who may still confirm it', async () => {
    const { optionId } = await placed({ endPolicy: 'flag' });
    const dueAt = await nextAt(optionId);
    await meet(optionId, dueAt);
    const after = new Date(Date.parse(dueAt) + 3_600_000).toISOString();
    await confirmOption(stage.caller({ now: after }), { optionId });
    expect(await stage.option(optionId)).toMatchObject({
      state: 'confirmed',
      overdue_at: null,
      next_action_at: null,
    });
  });

  it('waits for the grace after the due date', async () => {
    const { optionId } = await placed({ endPolicy: 'release', graceHours: 48 });
    const { confirmation_due_at } = await stage.option(optionId);
    const dueAt = await nextAt(optionId);
    expect(Date.parse(dueAt) - confirmation_due_at!.getTime()).toBe(48 * 3_600_000);
    expect(await meet(optionId, confirmation_due_at!.toISOString(), dueAt)).toEqual({ outcome: 'notDue' });
    expect(await meet(optionId, dueAt)).toEqual({ outcome: 'lapsed' });
  });

  it('does nothing when the due date has moved since the story looked', async () => {
    const { optionId, performanceId } = await placed({ endPolicy: 'release' });
    const dueAt = await nextAt(optionId);
    const agreed = new Date(Date.parse(dueAt) + 86_400_000).toISOString();
    await placeOption(stage.caller(), { optionId, confirmationDueAt: agreed, reason: 'Prolongée' });
    expect(await meet(optionId, dueAt)).toEqual({ outcome: 'notDue' });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 4 });
    expect(await meet(optionId, agreed)).toEqual({ outcome: 'lapsed' });
  });

  it('has one winner against a confirmation at the same instant', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { optionId, performanceId } = await placed({ endPolicy: 'release' });
      const dueAt = await nextAt(optionId);
      const confirm = () => refusal(confirmOption(stage.caller({ now: dueAt }), { optionId }));
      const lapse = () => meet(optionId, dueAt);
      const [said, met] =
        round % 2 === 0
          ? await Promise.all([confirm(), lapse()])
          : (await Promise.all([lapse(), confirm()])).toReversed();
      const { state } = await stage.option(optionId);
      const counted = await stage.counted(performanceId);
      if (state === 'confirmed') {
        expect([said, met]).toEqual([null, { outcome: 'notDue' }]);
        expect(counted).toMatchObject({ held: 0, ordered: 4 });
      } else {
        expect([state, said, met]).toEqual(['lapsed', 'option.state', { outcome: 'lapsed' }]);
        expect(counted).toMatchObject({ held: 0, ordered: 0 });
        expect(await stage.letters(optionId)).toEqual([]);
      }
    }
  });

  it('never fails on an option that is not there', async () => {
    const nobody = stage.institutionId;
    expect(await observeOption(stage.database, stage.institutionId, nobody)).toEqual({ nextAt: null });
    expect(await meet(nobody, new Date().toISOString())).toEqual({ outcome: 'notDue' });
  });
});
