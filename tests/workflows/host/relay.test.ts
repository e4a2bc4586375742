import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceError } from '@temporalio/client';
import pg from 'pg';
import { type Relay, startRelay } from '../../../workflows/host/relay.ts';
import type { WakeUp } from '../../../workflows/host/wake-up.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { quietLog } from '../support/bundle.ts';
import { eventually } from '../support/eventually.ts';

const institution = '00000000-0000-4000-8000-000000000001';

let test: TestDatabase;
let owner: pg.Client;
let relay: Relay | null = null;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
});
afterEach(async () => {
  await relay?.stop();
  relay = null;
  await owner.query('delete from graphile_worker._private_jobs');
});
afterAll(async () => {
  await owner.end();
  await test.drop();
});

const wake = (process: string) => owner.query('select wake($1, $2)', [process, institution]);

/** Delivers as it is told, and remembers what it delivered. */
function start(
  deliver: (wakeUp: WakeUp) => Promise<void> = () => Promise.resolve(),
  more: { patienceMs?: number } = {},
) {
  const delivered: string[] = [];
  const outages: unknown[] = [];
  const alerts: unknown[] = [];
  const log = quietLog();
  relay = startRelay({
    ...more,
    databaseUrl: test.url,
    deliver: async (wakeUp) => {
      await deliver(wakeUp);
      delivered.push(wakeUp.process);
    },
    outage: (error) => outages.push(error),
    log: Object.assign(log.child({}), { error: (line: unknown) => alerts.push(line) }),
  });
  return { delivered, outages, alerts };
}

const unavailable = () =>
  new ServiceError('no answer', {
    cause: Object.assign(new Error('gone'), { code: 14, details: '', metadata: {} }),
  });

describe('the relay', () => {
  it('delivers a wake-up as soon as it is committed', async () => {
    const { delivered } = start();
    await wake('option/1');
    await eventually('it is delivered', () => (delivered.length === 1 ? true : null));
    expect(delivered).toEqual(['option/1']);
  });

  it('coalesces the wake-ups of one process while they wait', async () => {
    for (let each = 0; each < 5; each += 1) await wake('option/2');
    const { delivered } = start();
    await wake('option/3');
    await eventually('all are delivered', () => (delivered.length >= 2 ? true : null));
    expect(delivered.sort()).toEqual(['option/2', 'option/3']);
  });

  it('delivers once more what is woken while its wake-up is being delivered', async () => {
    const underWay = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { delivered } = start(() => {
      underWay.resolve();
      return goOn.promise;
    });
    await wake('option/4');
    await underWay.promise;
    await wake('option/4');
    goOn.resolve();
    await eventually('both are delivered', () => (delivered.length === 2 ? true : null));
  });

  it('stops at the first sign of an outage; started again it has everything due at once', async () => {
    for (let each = 0; each < 20; each += 1) await wake(`letter/${each}`);
    const down = start(() => Promise.reject(unavailable()));
    await eventually('the outage is told', () => (down.outages.length > 0 ? true : null));
    await relay?.stop();
    expect(down.outages).toHaveLength(1);
    expect(down.alerts).toEqual([]);
    await owner.query(
      "update graphile_worker._private_jobs set attempts = 10, run_at = now() + interval '6 hours' where locked_at is null",
    );
    const { delivered } = start();
    await eventually('all are delivered', () => (delivered.length === 20 ? true : null));
  });

  it('raises an alert for what it cannot deliver, and goes on with the rest', async () => {
    const { delivered, alerts } = start(({ process }) =>
      process === 'nonsense' ? Promise.reject(new Error('No story carries nonsense.')) : Promise.resolve(),
    );
    await wake('nonsense');
    await wake('option/5');
    await eventually('the rest is delivered', () => (delivered.includes('option/5') ? true : null));
    await eventually('an alert is raised', () => (alerts.length > 0 ? true : null));
    expect(alerts[0]).toMatchObject({ alert: 'relay.undeliverable', payload: { process: 'nonsense' } });
    expect(delivered).not.toContain('nonsense');
  });

  it('takes over what a relay that died had taken', async () => {
    await wake('option/6');
    await owner.query(
      "update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now() - interval '9 seconds'",
    );
    const { delivered } = start();
    await eventually('it is delivered', () => (delivered.includes('option/6') ? true : null));
  });

  it('comes back after PostgreSQL has ended its connections', async () => {
    const { delivered } = start();
    await wake('option/7');
    await eventually('it is delivered', () => (delivered.includes('option/7') ? true : null));
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'placet relay'",
    );
    await wake('option/8');
    await eventually('it is delivered', () => (delivered.includes('option/8') ? true : null));
  });

  it('leaves a runner behind that gives no sign of life, and goes on with another', async () => {
    const held = new Set<string>();
    const { delivered } = start(
      ({ process }) => {
        if (!process.startsWith('option/held')) return Promise.resolve();
        held.add(process);
        return new Promise(() => undefined);
      },
      { patienceMs: 700 },
    );
    for (let each = 0; each < 6; each += 1) await wake(`option/held-${each}`);
    await eventually('every hand is full', () => (held.size === 6 ? true : null));
    await wake('option/9');
    await eventually('it is delivered', () => (delivered.includes('option/9') ? true : null));
  });
});
