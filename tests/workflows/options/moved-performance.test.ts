import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelPerformance } from '../../../activities/catalogue/cancel-performance.ts';
import {
  type PerformanceChange,
  previewChange,
} from '../../../activities/catalogue/changing/performance-preview.ts';
import { movePerformance } from '../../../activities/catalogue/move-performance.ts';
import { holdMail } from '../../../activities/mail-guard/hold-mail.ts';
import { releaseMail } from '../../../activities/mail-guard/release-mail.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { eventually } from '../support/eventually.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

const day = 86_400_000;
const inDays = (days: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 + days * day).toISOString();

let machine: TimeMachine;

beforeAll(async () => {
  machine = await openTimeMachine({
    activity: {
      endPolicy: 'release',
      confirmationDaysAfterPlacement: null,
      confirmationDaysBeforePerformance: 10,
    },
  });
  machine.startRelay();
});
afterAll(() => machine.close());

async function optionOf(id: string) {
  const { rows } = await machine.owner.query<{ state: string; due: Date | null; next: Date | null }>(
    'select state, confirmation_due_at as due, next_action_at as next from seat_option where id = $1',
    [id],
  );
  return rows[0]!;
}

const place = async (performanceId: string) => {
  const { house } = machine;
  const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 3 }];
  const { id } = await placeDirectly(house.caller(), { contactId: house.individualId, performanceId, lines });
  return id;
};

async function preview(change: PerformanceChange) {
  const { database, institutionId } = machine.house;
  return database.read(institutionId, (db) =>
    previewChange(db, { institutionId, organisationIds: 'all' }, change),
  );
}

async function moved(performanceId: string, startsAt: string) {
  const shown = await preview({ verb: 'move-performance', performanceId, startsAt });
  await movePerformance(machine.house.caller(), {
    performanceId,
    version: shown.version,
    startsAt,
    preview: shown.fingerprint,
  });
  return shown;
}

const sent = (optionIds: readonly string[], kind: string) =>
  eventually(`${optionIds.length} letters have left`, async () => {
    const { rows } = await machine.owner.query<{ count: number }>(
      `select count(*)::int from letter where option_id = any($1) and kind = $2 and state = 'sent'`,
      [optionIds, kind],
    );
    return rows[0]!.count === optionIds.length ? true : null;
  });

describe('the deadlines of a performance that moves', () => {
  it('come earlier only once the letter that says so has left, and act then', async () => {
    const { performanceId } = machine.house;
    const optionId = await place(performanceId);
    const told = (await optionOf(optionId)).due!;
    await holdMail(machine.house.caller(), { reason: 'no letter leaves now' });
    const shown = await moved(performanceId, inDays(30));
    expect(shown).toMatchObject({ broughtForward: 1, postponed: 0 });
    const { due } = shown.options[0]!;
    const earlier = due.told!.dueAt;
    expect(Date.parse(due.now!)).toBeLessThan(told.getTime()); // never after the performance
    expect(Date.parse(earlier)).toBeLessThan(Date.parse(due.now!));
    await machine.travelTo(new Date(Date.parse(earlier) + 3_600_000).toISOString());
    await eventually('the story sleeps until the performance', async () =>
      (await optionOf(optionId)).next!.toISOString() === due.now ? true : null,
    );
    expect((await optionOf(optionId)).state).toBe('placed');

    await releaseMail(machine.house.caller(), {});
    await sent([optionId], 'performance-moved');
    await eventually('the option lapses', async () =>
      (await optionOf(optionId)).state === 'lapsed' ? true : null,
    );
    const { rows } = await machine.owner.query<{ verb: string; after: { confirmationDueAt?: string } }>(
      'select verb, after from history where subject_id = $1 order by at, id',
      [optionId],
    );
    expect(rows.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['place-directly', 'move-performance', 'bring-forward', 'lapse']),
    );
    const forward = rows.find(({ verb }) => verb === 'bring-forward');
    expect(forward!.after.confirmationDueAt).toBe(earlier);
  });
});

describe('a cancelled performance', () => {
  it('sends one letter to the contact of each of its options, and no more', async () => {
    const { house } = machine;
    const performanceId = house.performanceIds[1]!;
    const options: string[] = [];
    for (let at = 0; at < 6; at += 1) options.push(await place(performanceId));
    for (let at = 0; at < 4; at += 1) {
      const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 2 }];
      const { id } = await requestOption(house.caller(), {
        contactId: house.structureId,
        performanceId,
        lines,
      });
      options.push(id);
    }
    const before = machine.smtp.messages.length;
    const shown = await preview({ verb: 'cancel-performance', performanceId });
    await cancelPerformance(house.caller(), {
      performanceId,
      version: shown.version,
      preview: shown.fingerprint,
      reason: 'Artiste souffrant',
    });
    await sent(options, 'performance-cancelled');
    expect(machine.smtp.messages.length - before).toBe(shown.letters);
    expect(await checkGauges(house.caller(), { performanceId })).toMatchObject({ drift: [] });
  });
});
