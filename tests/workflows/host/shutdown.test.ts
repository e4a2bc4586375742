import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunningHouse } from '../support/running-house.ts';

let running: RunningHouse;

beforeAll(async () => {
  running = await RunningHouse.open();
  await running.startWorker();
}, 60_000);
afterAll(() => running.close(), 60_000);

describe('a worker that is asked to stop', () => {
  it('lets a conversation end that takes a moment', async () => {
    running.smtp.behave('hold');
    await running.confirm(1);
    await running.smtp.message();
    const stopped = running.stopWorker();
    running.smtp.release();
    await stopped;
    expect((await running.letters()).map(({ state }) => state)).toEqual(['sent']);
  }, 60_000);

  it('gives up one that hangs, within 15 seconds; the letter leaves later under the same Message-ID', async () => {
    await running.startWorker();
    await running.confirm(1);
    await running.smtp.message(() => running.smtp.messages.length === 2);
    const began = performance.now();
    await running.stopWorker();
    expect(performance.now() - began).toBeLessThan(15_000);
    running.smtp.behave('accept');
    await running.startWorker();
    const letters = await running.allSettled();
    expect(letters.map(({ state }) => state)).toEqual(['sent', 'sent']);
    const [, hung, again] = running.smtp.messages;
    expect(again!.messageId).toBe(hung!.messageId);
    expect(again!.raw.equals(hung!.raw)).toBe(true);
  }, 60_000);
});
