import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { eventually } from '../support/eventually.ts';
import { recordHistory } from '../support/record-history.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

const day = 86_400_000;

type OptionRow = { state: string; overdue_at: string | null; next_action_at: Date | null };

const optionIn = async (machine: TimeMachine, id: string) => {
  const { rows } = await machine.owner.query<OptionRow>(
    'select state, overdue_at, next_action_at from seat_option where id = $1',
    [id],
  );
  return rows[0]!;
};

const verbsOf = async (machine: TimeMachine, id: string) => {
  const { rows } = await machine.owner.query<{ verb: string; actor_type: string }>(
    'select verb, actor_type from history where subject_id = $1 order by at, id',
    [id],
  );
  return rows.map(({ verb, actor_type }) => `${verb} by ${actor_type}`);
};

const heldPlaces = async (machine: TimeMachine) => {
  const { rows } = await machine.owner.query<{ held: number }>('select sum(held)::int as held from stock');
  return rows[0]!.held;
};

/** Places an option that is due in so many days, and waits until its story sleeps. */
async function placed(machine: TimeMachine, dueInDays: number, quantity = 5) {
  const { house } = machine;
  const option = await placeDirectly(house.caller(), {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
    confirmationDueAt: new Date(Date.now() + dueInDays * day).toISOString(),
  });
  return { optionId: option.id, dueAt: option.confirmationDueAt! };
}

const storySleeps = (machine: TimeMachine, optionId: string) =>
  eventually('the story sleeps', async () => {
    const history = await machine.temporal.client.workflow
      .getHandle(`option/${optionId}`)
      .fetchHistory()
      .catch(() => null);
    return history?.events?.some(({ timerStartedEventAttributes }) => timerStartedEventAttributes)
      ? true
      : null;
  });

describe('the story of an option under the policy release', () => {
  let machine: TimeMachine;
  beforeAll(async () => {
    machine = await openTimeMachine({ activity: { endPolicy: 'release' } });
    machine.startRelay();
  });
  afterAll(() => machine.close());

  it('lets it lapse at its due date, and its seats return', async () => {
    const { optionId, dueAt } = await placed(machine, 3);
    expect(await heldPlaces(machine)).toBe(5);
    await storySleeps(machine, optionId);
    await machine.travelTo(new Date(Date.parse(dueAt) - 1_000).toISOString());
    expect((await optionIn(machine, optionId)).state).toBe('placed');
    await machine.travelTo(dueAt);
    await eventually('the option lapses', async () =>
      (await optionIn(machine, optionId)).state === 'lapsed' ? true : null,
    );
    expect(await heldPlaces(machine)).toBe(0);
    expect(await verbsOf(machine, optionId)).toEqual(['place-directly by operator', 'lapse by process']);
    await machine.temporal.client.workflow.getHandle(`option/${optionId}`).result();
    await recordHistory(machine, `option/${optionId}`, 'option-lapses');
  });

  it('has one winner when a confirmation comes at the same instant', async () => {
    const options: Awaited<ReturnType<typeof placed>>[] = [];
    for (let each = 0; each < 12; each += 1) options.push(await placed(machine, 5, 1));
    for (const { optionId } of options) await storySleeps(machine, optionId);
    const last = options
      .map(({ dueAt }) => dueAt)
      .sort()
      .at(-1)!;
    const [confirmations] = await Promise.all([
      Promise.allSettled(
        options.map(({ optionId, dueAt }) =>
          confirmOption(machine.house.caller(undefined, dueAt), { optionId }),
        ),
      ),
      machine.travelTo(last),
    ]);
    for (const [index, { optionId }] of options.entries()) {
      const confirmed = confirmations[index]!.status === 'fulfilled';
      const wanted = confirmed ? 'confirmed' : 'lapsed';
      await eventually(`one winner: ${wanted}`, async () =>
        (await optionIn(machine, optionId)).state === wanted ? true : null,
      );
      expect(await verbsOf(machine, optionId)).toEqual([
        'place-directly by operator',
        confirmed ? 'confirm by operator' : 'lapse by process',
      ]);
    }
    expect((await checkGauges(machine.house.caller(), {})).drift).toEqual([]);
  });
});

describe('the story of an option under the policy flag', () => {
  let machine: TimeMachine;
  beforeAll(async () => {
    machine = await openTimeMachine({ activity: { endPolicy: 'flag' } });
    machine.startRelay();
  });
  afterAll(() => machine.close());

  it('flags it as overdue at its due date; it keeps its seats until the performance starts', async () => {
    const { optionId, dueAt } = await placed(machine, 3);
    await storySleeps(machine, optionId);
    await machine.travelTo(dueAt);
    await eventually('the option is overdue', async () => (await optionIn(machine, optionId)).overdue_at);
    expect((await optionIn(machine, optionId)).state).toBe('placed');
    expect(await heldPlaces(machine)).toBe(5);
    const { next_action_at: start } = await optionIn(machine, optionId);
    await machine.travelTo(start!.toISOString());
    await eventually('the option lapses', async () =>
      (await optionIn(machine, optionId)).state === 'lapsed' ? true : null,
    );
    expect(await verbsOf(machine, optionId)).toEqual([
      'place-directly by operator',
      'flag-overdue by process',
      'lapse by process',
    ]);
    await recordHistory(machine, `option/${optionId}`, 'option-overdue-then-lapses');
  });
});

describe('the letters of an option', () => {
  let machine: TimeMachine;
  beforeAll(async () => {
    machine = await openTimeMachine();
  });
  afterAll(() => machine.close());

  const lettersOf = async (optionId: string) => {
    const { rows } = await machine.owner.query<{ kind: string; state: string; message_id: string }>(
      'select kind, state, message_id from letter where option_id = $1 order by number',
      [optionId],
    );
    return rows;
  };
  const statesOf = async (optionId: string) =>
    (await lettersOf(optionId)).map(({ kind, state }) => `${kind} ${state}`);

  it('are superseded while owed by the verb that makes them untrue; only the last, right one leaves', async () => {
    const { optionId } = await placed(machine, 20);
    await confirmOption(machine.house.caller(), { optionId });
    await cancelConfirmation(machine.house.caller(), { optionId });
    expect(await statesOf(optionId)).toEqual(['confirmation superseded']);
    await confirmOption(machine.house.caller(), { optionId });
    machine.startRelay();
    await eventually('the second letter is sent', async () =>
      (await statesOf(optionId)).at(-1) === 'confirmation sent' ? true : null,
    );
    expect(await statesOf(optionId)).toEqual(['confirmation superseded', 'confirmation sent']);
    const [, second] = await lettersOf(optionId);
    expect(machine.smtp.messages.map(({ messageId }) => messageId)).toEqual([second!.message_id]);
  });

  it('that had left are corrected, and followed by the right one, in this order', async () => {
    const { optionId } = await placed(machine, 20);
    const before = machine.smtp.messages.length;
    for (const act of [confirmOption, cancelConfirmation, confirmOption]) {
      await act(machine.house.caller(), { optionId });
      await eventually('all letters are sent', async () =>
        (await lettersOf(optionId)).every(({ state }) => state === 'sent') ? true : null,
      );
    }
    expect(await statesOf(optionId)).toEqual(['confirmation sent', 'correction sent', 'confirmation sent']);
    const sent = machine.smtp.messages.slice(before).map(({ messageId }) => messageId);
    expect(sent).toEqual((await lettersOf(optionId)).map((letter) => letter.message_id));
    expect(new Set(sent).size).toBe(3);
    await recordHistory(machine, `option/${optionId}`, 'option-woken-often');
  });
});
