import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceBulkRun } from '../../../activities/options/bulk/advance-run.ts';
import { retryBulkRun } from '../../../activities/options/bulk/retry-run.ts';
import { startBulkRun } from '../../../activities/options/bulk/start-run.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { processId } from '../../../rules/processes.ts';
import { taskQueues } from '../../../workflows/contracts/task-queues.ts';
import type { bulkStory } from '../../../workflows/options/bulk-story.workflow.ts';
import { recordHistory } from '../support/record-history.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

let machine: TimeMachine;

beforeAll(async () => {
  machine = await openTimeMachine({ capacity: 200 });
});
afterAll(() => machine.close());

type RunRow = { state: string; total: number; done: number; failed: number; attempt: number };

async function runRow(id: string): Promise<RunRow> {
  const { rows } = await machine.owner.query<RunRow>(
    'select state, total, done, failed, attempt from bulk_run where id = $1',
    [id],
  );
  return rows[0]!;
}

async function asked(quantity: number, contactId = machine.house.individualId, day = 0) {
  const { house } = machine;
  return {
    contactId,
    performanceId: house.performanceIds[day]!,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
  };
}

async function tell(bulkRunId: string): Promise<void> {
  const { house, temporal } = machine;
  await temporal.client.workflow.execute<typeof bulkStory>('bulkStory', {
    workflowId: processId.bulk(bulkRunId),
    taskQueue: taskQueues.stories,
    args: [{ bulkRunId, institutionId: house.institutionId }],
  });
}

describe('the story of a verb on a large selection', () => {
  it('validates all of it, one order for each contact, and tries again what failed', async () => {
    const { house, owner } = machine;
    const placed: string[] = [];
    for (let at = 0; at < 60; at += 1) {
      const contactId = at % 2 === 0 ? house.individualId : house.structureId;
      placed.push((await placeDirectly(house.caller(), await asked(1, contactId, at % 3 === 0 ? 1 : 0))).id);
    }
    const refused = await requestOption(house.caller(), await asked(2));
    await refuseOption(house.caller(), { optionId: refused.id });
    const waiting = await requestOption(house.caller(), await asked(3));
    const items = [...placed, refused.id, waiting.id].map((id) => ({ id }));
    const start = () =>
      startBulkRun(house.caller('validate-all'), { verb: 'validate', kind: 'seats', items, words: {} });
    const { bulkRunId } = await start();
    expect(await start()).toEqual({ bulkRunId });

    // a portion done twice at once counts once
    const once = () => advanceBulkRun(house.caller(), { bulkRunId, isLastTry: false });
    await Promise.allSettled([once(), once()]);
    expect((await runRow(bulkRunId)).failed).toBe(0);
    await tell(bulkRunId);
    await recordHistory(machine, processId.bulk(bulkRunId), 'bulk-validates');
    expect(await runRow(bulkRunId)).toEqual({ state: 'done', total: 62, done: 62, failed: 1, attempt: 1 });
    const { rows: orders } = await owner.query(
      `select d.contact_id as contact, count(*)::int as options from seat_option o join customer_order d on d.id = o.order_id
       where o.state = 'confirmed' group by d.id, d.contact_id order by options`,
    );
    expect(orders.map(({ options }) => options)).toEqual([30, 30]);
    const { rows: failures } = await owner.query(
      `select option_id as id, answer ->> 'code' as code from bulk_item where run_id = $1 and state = 'failed'`,
      [bulkRunId],
    );
    expect(failures).toEqual([{ id: waiting.id, code: 'option.state' }]);

    await refuseOption(house.caller(), { optionId: waiting.id });
    await retryBulkRun(house.caller(), { id: bulkRunId });
    await tell(bulkRunId);
    expect(await runRow(bulkRunId)).toEqual({ state: 'done', total: 62, done: 62, failed: 0, attempt: 2 });
    const { rows: declined } = await owner.query(
      `select count(*)::int as n from seat_option where state = 'declined'`,
    );
    expect(declined[0]).toEqual({ n: 2 });
    await expect(retryBulkRun(house.caller(), { id: bulkRunId })).rejects.toMatchObject({
      code: 'record.inUse',
    });
  });

  it('has the rights its operator has while it works', async () => {
    const { house, owner } = machine;
    const { id } = await requestOption(house.caller(), await asked(1));
    const run = { verb: 'refuse' as const, kind: 'seats' as const, items: [{ id }], words: {} };
    const { bulkRunId } = await startBulkRun(house.caller(), run);
    await owner.query('update operator set disabled_at = now() where id = $1', [house.operatorId]);
    await tell(bulkRunId);
    await owner.query('update operator set disabled_at = null where id = $1', [house.operatorId]);
    expect(await runRow(bulkRunId)).toMatchObject({ state: 'done', failed: 1 });
    const { rows } = await owner.query('select state from seat_option where id = $1', [id]);
    expect(rows[0]?.state).toBe('requested');
  });
});
