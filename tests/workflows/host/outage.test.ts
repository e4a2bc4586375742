import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectTo } from '../support/connect-to.ts';
import { eventually } from '../support/eventually.ts';
import { RunningHouse } from '../support/running-house.ts';

let running: RunningHouse;

beforeAll(async () => {
  running = await RunningHouse.open();
  await running.startWorker();
}, 60_000);
afterAll(() => running.close(), 60_000);

describe('Temporal, when it is killed', () => {
  it('lets people go on; back again it has every letter sent, once, however often the wake-ups failed', async () => {
    await running.killTemporal();
    await running.confirm(200);
    await running.ask(
      "update graphile_worker._private_jobs set attempts = 10, run_at = now() + interval '6 hours' where locked_at is null",
    );
    await running.startTemporal();
    const back = performance.now();
    const seconds = () => ((performance.now() - back) / 1000).toFixed(1);
    await running.smtp.message();
    const first = seconds();
    const letters = await running.allSettled(180_000);
    // Promised on a machine at rest: 10 s and 60 s. Told, not asserted: this machine may be busy with something else.
    process.stderr.write(`Temporal back: first letter after ${first} s, all 200 after ${seconds()} s\n`);
    const sent = running.smtp.messages.map(({ messageId }) => messageId);
    expect(new Set(sent).size).toBe(200);
    expect(new Set(sent)).toEqual(new Set(letters.map((letter) => letter.message_id)));
  }, 300_000);

  it('has every deadline back by itself when its data is gone too', async () => {
    const placed = await Promise.all(Array.from({ length: 5 }, () => running.place()));
    await running.killTemporal();
    await running.startTemporal({ empty: true });
    const { client, close } = connectTo(running.temporal);
    for (const optionId of placed) {
      await eventually(
        'the story runs again',
        () =>
          client.workflow
            .getHandle(`option/${optionId}`)
            .describe()
            .then(
              ({ status }) => (status.name === 'RUNNING' ? true : null),
              () => null,
            ),
        30_000,
      );
    }
    const schedules: string[] = [];
    for await (const { scheduleId } of client.schedule.list()) schedules.push(scheduleId);
    expect(schedules.sort()).toEqual(['contingent-release', 'gauge-check', 'reconcile']);
    await close();
    expect(await running.ask('select held_since from worker_mark')).toEqual([{ held_since: null }]);
    await running.confirm(1);
    await running.allSettled(60_000); // behind the stories of 200 orders, which were woken before
  }, 120_000);
});
