import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { extendOption } from '../../../activities/options/extend-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { eventually } from '../support/eventually.ts';
import { recordHistory } from '../support/record-history.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

let machine: TimeMachine;
beforeAll(async () => {
  machine = await openTimeMachine({ activity: { endPolicy: 'release' } });
  const { house, owner } = machine;
  await owner.query(
    `update season_activity set payment_policy = 'release', reminder_days = '[7, 2]', refusal_days = 3 where id = $1`,
    [house.activityId],
  );
  machine.startRelay();
});
afterAll(() => machine.close());

async function placed(dueAt: string) {
  const { house } = machine;
  const { id } = await placeDirectly(house.caller(), {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: 5 }],
    confirmationDueAt: dueAt,
  });
  return id;
}

const sleeps = (workflowId: string) =>
  eventually(`${workflowId} sleeps`, async () => {
    const history = await machine.temporal.client.workflow
      .getHandle(workflowId)
      .fetchHistory()
      .catch(() => null);
    return history?.events?.some(({ timerStartedEventAttributes }) => timerStartedEventAttributes)
      ? true
      : null;
  });

const stateOf = async (optionId: string) => {
  const { rows } = await machine.owner.query<{ state: string }>(
    'select state from seat_option where id = $1',
    [optionId],
  );
  return rows[0]!.state;
};

const lettersOf = async (optionId: string) => {
  const { rows } = await machine.owner.query<{ kind: string; state: string; message_id: string | null }>(
    'select kind, state, message_id from letter where option_id = $1 order by number',
    [optionId],
  );
  return rows;
};

/** In the order time reaches them: the clock of a time machine never goes back. */
describe('what time does', () => {
  it('validates a refusal, reminds once a rung until the answer, and lapses what is not paid by its agreed date', async () => {
    const { house } = machine;
    const reminded = await placed(inDays(12));
    const refused = await placed(inDays(12));
    await refuseOption(house.caller(), { optionId: refused });
    const paid = await placed(inDays(12));
    const { orderId } = await confirmOption(house.caller(), { optionId: paid, paymentDueAt: inDays(11) });
    await sleeps(`reservation/${orderId}`);
    await extendOption(house.caller(), { optionId: paid, dueAt: inDays(14), reason: 'Convenu au téléphone' });
    await sleeps(`option/${reminded}`);
    await sleeps(`option/${refused}`);

    await machine.travelTo(inDays(5));
    await eventually('the refusal is validated', async () =>
      (await stateOf(refused)) === 'declined' ? true : null,
    );
    await machine.travelTo(inDays(6));
    await eventually('the first reminder is sent', async () => {
      const sent = (await lettersOf(reminded)).filter(
        ({ kind, state }) => kind === 'reminder' && state === 'sent',
      );
      return sent.length === 1 ? true : null;
    });
    await machine.travelTo(inDays(11.5));
    await eventually('the second reminder is sent', async () => {
      const sent = (await lettersOf(reminded)).filter(
        ({ kind, state }) => kind === 'reminder' && state === 'sent',
      );
      return sent.length === 2 ? true : null;
    });
    const letters = await lettersOf(reminded);
    expect(letters.map(({ kind }) => kind)).toEqual(['reminder', 'reminder']);
    expect(new Set(letters.map(({ message_id }) => message_id)).size).toBe(2);
    expect(await stateOf(paid)).toBe('confirmed');

    await machine.travelTo(inDays(14.1));
    await eventually('the order lapses', async () => ((await stateOf(paid)) === 'lapsed' ? true : null));
    await eventually('the unanswered option lapses', async () =>
      (await stateOf(reminded)) === 'lapsed' ? true : null,
    );
    expect((await checkGauges(house.caller(), {})).drift).toEqual([]);
    await machine.temporal.client.workflow.getHandle(`reservation/${orderId}`).result();
    await recordHistory(machine, `reservation/${orderId}`, 'reservation-extended-then-lapses');
    await machine.temporal.client.workflow.getHandle(`option/${reminded}`).result();
    await recordHistory(machine, `option/${reminded}`, 'option-reminded-then-lapses');
  });
});
