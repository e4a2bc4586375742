import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startImpact } from '../../../activities/authorisation/impact.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { ruleSetRecords } from '../../../activities/records/kinds/rule-sets.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { processId } from '../../../rules/processes.ts';
import type { impactStory } from '../../../workflows/authorisation/impact-story.workflow.ts';
import { taskQueues } from '../../../workflows/contracts/task-queues.ts';
import { recordHistory } from '../support/record-history.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

let machine: TimeMachine;

beforeAll(async () => {
  machine = await openTimeMachine();
});
afterAll(() => machine.close());

describe('the story of an impact', () => {
  it('replays what was decided and leaves the version simulated', async () => {
    const { house, temporal } = machine;
    await requestOption(house.caller(), {
      contactId: house.structureId,
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 30 }],
    });
    const { id } = await createRecord(house.caller(), ruleSetRecords, {
      organisationId: house.organisationId,
      rules: [
        {
          code: 'vingt',
          name: 'Au plus 20 places par option',
          scope: 'all',
          moments: ['request'],
          outcome: 'refuse',
          priority: 0,
          conditions: { all: [{ fact: 'option.places', operator: 'greaterThan', value: 20 }] },
        },
      ],
    });
    const { impactId } = await startImpact(house.caller(), { id, requests: 10 });
    const workflowId = processId.impact(impactId);
    await temporal.client.workflow.execute<typeof impactStory>('impactStory', {
      workflowId,
      taskQueue: taskQueues.stories,
      args: [{ impactId, institutionId: house.institutionId }],
    });
    await recordHistory(machine, workflowId, 'impact');
    const { rows } = await machine.owner.query(
      `select i.state, i.done, i.counts ->> 'becomeRefused' as refused, s.state as version
       from rule_impact i join rule_set s on s.id = i.rule_set_id where i.id = $1`,
      [impactId],
    );
    expect(rows).toEqual([{ state: 'done', done: 2, refused: '2', version: 'simulated' }]);
  });
});
