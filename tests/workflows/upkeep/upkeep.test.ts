import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { scheduleIds } from '../../../rules/processes.ts';
import { taskQueues } from '../../../workflows/contracts/task-queues.ts';
import { ensureSchedules } from '../../../workflows/host/schedules.ts';
import type { gaugeCheck, reconcile } from '../../../workflows/upkeep/upkeep.workflow.ts';
import { startTemporalDevServer, type TestTemporal } from '../../support/temporal.ts';
import { recordHistory } from '../support/record-history.ts';
import { openStage, type Stage } from '../support/stage.ts';

let temporal: TestTemporal;
let stage: Stage;

beforeAll(async () => {
  temporal = await startTemporalDevServer();
  stage = await openStage({ temporalAddress: temporal.address, temporalNamespace: temporal.namespace });
});
afterAll(async () => {
  await stage.close();
  await temporal.stop();
});

describe('what the schedules do', () => {
  it('wakes what is overdue', async () => {
    const { house } = stage;
    const { id } = await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 1 }],
    });
    await stage.owner.query(
      "update seat_option set next_action_at = now() - interval '3 minutes' where id = $1",
      [id],
    );
    await stage.owner.query('delete from graphile_worker._private_jobs');
    await stage.temporal.client.workflow.execute<typeof reconcile>('reconcile', {
      workflowId: 'reconcile-now',
      taskQueue: taskQueues.stories,
    });
    const { rows } = await stage.owner.query<{ key: string }>('select key from graphile_worker.jobs');
    expect(rows).toEqual([{ key: `option/${id}` }]);
    await recordHistory(stage, 'reconcile-now', 'reconcile');
  });

  it('recounts every stock row', async () => {
    await stage.temporal.client.workflow.execute<typeof gaugeCheck>('gaugeCheck', {
      workflowId: 'gauge-check-now',
      taskQueue: taskQueues.stories,
    });
    const { rows } = await stage.owner.query('select rows, drift from gauge_check');
    expect(rows).toEqual([{ rows: 4, drift: [] }]);
    await recordHistory(stage, 'gauge-check-now', 'gauge-check');
  });

  it('is planned every minute, every five and every hour, without catching up on an outage', async () => {
    await ensureSchedules(stage.temporal.client);
    await ensureSchedules(stage.temporal.client);
    const described = await stage.temporal.client.schedule.getHandle(scheduleIds.reconcile).describe();
    expect(described).toMatchObject({
      policies: { overlap: 'SKIP', catchupWindow: 60_000 },
      spec: { intervals: [{ every: 60_000 }] },
    });
    const gauge = await stage.temporal.client.schedule.getHandle(scheduleIds.gaugeCheck).describe();
    expect(gauge.spec.intervals).toMatchObject([{ every: 3_600_000 }]);
    const release = await stage.temporal.client.schedule.getHandle(scheduleIds.contingentRelease).describe();
    expect(release.spec.intervals).toMatchObject([{ every: 300_000 }]);
  });
});
