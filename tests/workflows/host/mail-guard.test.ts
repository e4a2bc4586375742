import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lettersInDoubt } from '../../../activities/mail-guard/letters-in-doubt.ts';
import { releaseMail } from '../../../activities/mail-guard/release-mail.ts';
import { eventually } from '../support/eventually.ts';
import { RunningHouse } from '../support/running-house.ts';

let running: RunningHouse;

beforeAll(async () => {
  running = await RunningHouse.open();
}, 60_000);
afterAll(() => running.close(), 60_000);

const mark = async () =>
  (
    await running.ask<{ mail_mark: number; mail_mark_letter: number; held_reason: string | null }>(
      'select mail_mark, mail_mark_letter, held_reason from worker_mark',
    )
  )[0]!;

/** The stories of these letters have ended: whatever would be sent has been sent. */
const heldBack = (reason: string) =>
  eventually('all mail is held', async () => ((await mark()).held_reason === reason ? true : null));

const sent = () => running.smtp.messages.map(({ messageId }) => messageId);

describe('the mail guard', () => {
  it('lets the mail of a new house go, its mark moved beforehand', async () => {
    await running.startWorker();
    await running.confirm(3);
    await running.allSettled();
    expect(await mark()).toMatchObject({ mail_mark: 1, mail_mark_letter: 100, held_reason: null });
    expect(sent()).toHaveLength(3);
  });

  it('moves its mark when a worker starts', async () => {
    await running.stopWorker();
    await running.startWorker();
    await running.confirm(1);
    await running.allSettled();
    expect((await mark()).mail_mark).toBe(2);
  });

  it('holds the mail of a database that was put back, until a person releases it', async () => {
    await running.stopWorker();
    await running.confirm(2); // owed in the backup, sent after it
    const backup = await running.backUp();
    await running.startWorker();
    await running.allSettled();
    const before = sent();
    expect(before).toHaveLength(6);
    await running.stopWorker();
    await running.restore(backup);
    await running.startWorker();
    await heldBack('moved');
    await running.confirm(1); // work goes on
    const doubtful = await lettersInDoubt(running.house.database);
    expect(doubtful.letters.map(({ number }) => number)).toEqual([5, 6]);
    const states = (await running.letters()).map(({ state }) => state);
    expect(states).toEqual(['sent', 'sent', 'sent', 'sent', 'owed', 'owed', 'owed']);
    expect(sent()).toEqual(before);

    const [gone] = doubtful.letters;
    const mistyped = { withoutLetterIds: [gone!.id, randomUUID()] };
    await expect(releaseMail(running.house.caller(), mistyped)).rejects.toMatchObject({
      code: 'request.notFound',
    });
    expect((await mark()).held_reason).toBe('moved');
    await releaseMail(running.house.caller(), { withoutLetterIds: [gone!.id], reason: 'it had arrived' });
    const letters = await eventually('the rest is sent', async () => {
      const all = await running.letters();
      return all.every(({ state }) => state === 'sent' || state === 'superseded') ? all : null;
    });
    expect(letters.map(({ state }) => state).slice(4)).toEqual(['superseded', 'sent', 'sent']);
    const after = sent().slice(before.length);
    expect(after.sort()).toEqual([letters[5]!.message_id, letters[6]!.message_id].sort());
    expect(before).toContain(letters[5]!.message_id); // the same letter, under the same Message-ID
    expect((await mark()).held_reason).toBeNull();
  }, 60_000);

  it('sees rows that were put back inside the same database, also while the worker runs', async () => {
    const [old] = await running.ask<{ mail_mark: number }>('select mail_mark from worker_mark');
    await running.stopWorker();
    await running.startWorker();
    await running.confirm(1);
    await running.allSettled();
    expect((await mark()).mail_mark).toBe(old!.mail_mark + 1);
    const before = sent();
    await running.ask('update worker_mark set mail_mark = $1', [old!.mail_mark]);
    await running.confirm(1);
    await heldBack('older');
    expect(sent()).toEqual(before);
    await running.stopWorker();
    await running.startWorker(); // it stays so
    expect((await mark()).held_reason).toBe('older');
    expect(sent()).toEqual(before);
    await releaseMail(running.house.caller(), {});
    await running.allSettled();
    expect(sent()).toHaveLength(before.length + 1);
  }, 60_000);
});
