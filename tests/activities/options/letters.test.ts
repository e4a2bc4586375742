import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../../activities/options/confirm-refusal.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Stage, type Theatre } from './support/stage.ts';

let stage: Stage;
let house: Theatre;
let performanceId: string;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
beforeEach(async () => {
  performanceId = await stage.performance(house, { stock: [{ capacity: 100 }] });
  await stage.wakeUps();
});
afterAll(() => stage.close());

const input = async (contact: Record<string, unknown> = {}) => ({
  contactId: await stage.contact(contact),
  performanceId,
  lines: [{ seatCategoryId: house.categories.CAT1, quantity: 12 }],
});

async function placed(contact: Record<string, unknown> = {}) {
  const { id } = await placeDirectly(stage.caller(), await input(contact));
  return { optionId: id };
}

async function sent(optionId: string): Promise<void> {
  const last = (await stage.letters(optionId)).findLast((letter) => letter.state === 'owed');
  await stage.letterIs(last!.id, 'sent');
}

describe('the letters an option owes', () => {
  it('are one confirmation, because of one line of its history, and its story is woken', async () => {
    const option = await placed();
    await stage.wakeUps();
    const confirmed = await confirmOption(stage.caller(), option);
    const [letter] = await stage.letters(option.optionId);
    expect(await stage.told(option.optionId)).toEqual(['confirmation owed']);
    const history = await stage.history(option.optionId);
    expect(history.find((row) => row.id === letter?.causeHistoryId)).toMatchObject({ verb: 'confirm' });
    expect(await stage.wakeUps()).toEqual([
      `letter/${letter!.id}`,
      `option/${option.optionId}`,
      `reservation/${confirmed.orderId}`,
    ]);
    expect(await stage.lastSnapshot(option.optionId)).toMatchObject({
      locale: 'fr',
      contact: { name: 'Maëlle Tardieu', email: 'maelle.tardieu@example.test' },
      option: { number: confirmed.number },
      order: { totalCents: 30_000, paymentDueAt: confirmed.paymentDueAt },
      lines: [{ seatCategory: 'CAT1', quantity: 12, priceCents: 2500, amountCents: 30_000 }],
      corrects: null,
    });
  });

  it('are owed also to a contact without e-mail', async () => {
    const option = await placed({ email: null });
    await confirmOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual(['confirmation owed']);
  });

  it('are superseded when the validation is cancelled before they leave', async () => {
    const option = await placed();
    await confirmOption(stage.caller(), option);
    await stage.wakeUps();
    await cancelConfirmation(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual(['confirmation superseded']);
    const [letter] = await stage.letters(option.optionId);
    expect(await stage.wakeUps()).toContain(`letter/${letter!.id}`);
  });

  it.each(['sending', 'sent'] as const)(
    'are corrected when the validation is cancelled while they are %s',
    async (state) => {
      const option = await placed();
      await confirmOption(stage.caller(), option);
      const [letter] = await stage.letters(option.optionId);
      await stage.letterIs(letter!.id, state);
      await cancelConfirmation(stage.caller(), { ...option, reason: 'Erreur de date' });
      expect(await stage.told(option.optionId)).toEqual([`confirmation ${state}`, 'correction owed']);
      expect(await stage.lastSnapshot(option.optionId)).toMatchObject({
        reason: 'Erreur de date',
        corrects: { kind: 'confirmation' },
      });
    },
  );

  it('are not corrected when the contact never got them', async () => {
    const option = await placed();
    await confirmOption(stage.caller(), option);
    const [letter] = await stage.letters(option.optionId);
    await stage.letterIs(letter!.id, 'failed');
    await cancelConfirmation(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual(['confirmation failed']);
  });

  it('are a second, right one after confirm, cancel, confirm', async () => {
    const option = await placed();
    const first = await confirmOption(stage.caller(), option);
    await cancelConfirmation(stage.caller(), option);
    const second = await confirmOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual(['confirmation superseded', 'confirmation owed']);
    expect(second.state).toBe('confirmed');
    expect(second.orderId).not.toBe(first.orderId);
    const snapshot = await stage.lastSnapshot(option.optionId);
    const { rows } = await stage.owner.query<{ number: number; total_cents: number }>(
      'select number, total_cents from customer_order where id = $1',
      [second.orderId],
    );
    expect(snapshot.order).toMatchObject({ number: rows[0]?.number, totalCents: rows[0]?.total_cents });
  });

  it('are three when the first had left: what was true, that it is not, what is true now', async () => {
    const option = await placed();
    await confirmOption(stage.caller(), option);
    await sent(option.optionId);
    await cancelConfirmation(stage.caller(), option);
    await sent(option.optionId);
    await confirmOption(stage.caller(), option);
    await cancelConfirmation(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual([
      'confirmation sent',
      'correction sent',
      'confirmation superseded',
    ]);
  });

  it('do not take back what is true again: a correction that has not left is superseded', async () => {
    const option = await placed();
    await confirmOption(stage.caller(), option);
    await sent(option.optionId);
    await cancelConfirmation(stage.caller(), option);
    await confirmOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual([
      'confirmation sent',
      'correction superseded',
      'confirmation owed',
    ]);
    await cancelConfirmation(stage.caller(), option);
    expect((await stage.told(option.optionId)).slice(2)).toEqual([
      'confirmation superseded',
      'correction owed',
    ]);
  });

  it('are one correction when the option lapses before it has left', async () => {
    const option = await placed();
    await confirmOption(stage.caller(), option);
    await sent(option.optionId);
    await cancelConfirmation(stage.caller(), option);
    await lapseOption(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual(['confirmation sent', 'correction owed']);
  });

  it('are a correction of what was heard last, whatever was decided and taken back since', async () => {
    const option = await placed();
    await confirmOption(stage.caller(), option);
    await sent(option.optionId);
    await cancelConfirmation(stage.caller(), option);
    await refuseOption(stage.caller(), option);
    await confirmRefusal(stage.caller(), option);
    await cancelConfirmation(stage.caller(), option);
    expect(await stage.told(option.optionId)).toEqual([
      'confirmation sent',
      'correction superseded',
      'refusal superseded',
      'correction owed',
    ]);
    expect(await stage.lastSnapshot(option.optionId)).toMatchObject({ corrects: { kind: 'confirmation' } });
  });

  it('are a correction when a confirmed option lapses after its letter', async () => {
    const option = await placed();
    await confirmOption(stage.caller(), option);
    await sent(option.optionId);
    await lapseOption(stage.caller(), { ...option, reason: 'Impayée' });
    expect(await stage.told(option.optionId)).toEqual(['confirmation sent', 'correction owed']);
  });
});

describe('the letters of a refusal', () => {
  it('say nothing while the refusal is pending, then speak once, with the motive', async () => {
    const { id: optionId } = await requestOption(stage.caller(), await input());
    await refuseOption(stage.caller(), { optionId, reason: 'Motif interne' });
    expect(await stage.told(optionId)).toEqual([]);
    await confirmRefusal(stage.caller(), { optionId, reason: 'La séance est complète' });
    expect(await stage.told(optionId)).toEqual(['refusal owed']);
    expect(await stage.lastSnapshot(optionId)).toMatchObject({
      reason: 'La séance est complète',
      order: null,
      lines: [{ quantity: 12, priceCents: null }],
    });
  });

  it('are superseded before they leave and corrected after', async () => {
    const { id: optionId } = await requestOption(stage.caller(), await input());
    await refuseOption(stage.caller(), { optionId });
    await confirmRefusal(stage.caller(), { optionId });
    await cancelConfirmation(stage.caller(), { optionId });
    expect(await stage.told(optionId)).toEqual(['refusal superseded']);
    await confirmRefusal(stage.caller(), { optionId });
    await sent(optionId);
    await cancelConfirmation(stage.caller(), { optionId });
    expect(await stage.told(optionId)).toEqual(['refusal superseded', 'refusal sent', 'correction owed']);
    expect(await stage.lastSnapshot(optionId)).toMatchObject({ corrects: { kind: 'refusal' } });
  });
});
