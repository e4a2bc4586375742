import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { releasePlanRecords } from '../../../activities/records/kinds/release-plans.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { stepDueAt } from '../../../rules/stock/release-steps.ts';
import { taskQueues } from '../../../workflows/contracts/task-queues.ts';
import type { contingentRelease } from '../../../workflows/upkeep/upkeep.workflow.ts';
import { recordHistory } from '../support/record-history.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

let machine: TimeMachine;

beforeAll(async () => {
  machine = await openTimeMachine({ contingents: ['GROUPES', 'PUBLIC'], timeZone: 'America/New_York' });
});
afterAll(() => machine.close());

/** What the schedule starts every five minutes. */
async function look(name: string) {
  await machine.temporal.client.workflow.execute<typeof contingentRelease>('contingentRelease', {
    workflowId: name,
    taskQueue: taskQueues.stories,
  });
}

async function released(): Promise<string[]> {
  const { rows } = await machine.owner.query(
    `select days_before as days, quantity, actor_name as actor from contingent_release
     order by released_at, days_before desc`,
  );
  return rows.map(({ days, quantity, actor }) => `J-${days}: ${quantity} by ${actor}`);
}

describe('the schedule contingent-release', () => {
  it('releases each step when its day begins at the venue, late after an outage, and never twice', async () => {
    const { house } = machine;
    const [performanceId] = house.performanceIds;
    const { rows } = await machine.owner.query<{ at: string }>(
      `select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from performance where id = $1`,
      [performanceId],
    );
    const dueOn = (days: number) => stepDueAt(rows[0]!.at, 'America/New_York', days, 'start-of-day');
    await createRecord(house.caller(), releasePlanRecords, {
      name: 'Groupes scolaires',
      performanceId: performanceId!,
      fromContingentId: house.contingentIds[0]!,
      toContingentId: house.contingentIds[1]!,
      steps: [
        { days: 30, keep: 120 },
        { days: 14, keep: 40 },
        { days: 7, keep: 0 },
      ],
    });
    await look('release-before');
    expect(await released()).toEqual([]);
    await machine.travelTo(dueOn(30));
    await look('release-on-the-day');
    await recordHistory(machine, 'release-on-the-day', 'contingent-release');
    expect(await released()).toEqual(['J-30: 80 by Placet']);
    await look('release-again');
    expect(await released()).toHaveLength(1);
    // nobody looked on day 14: both steps are done at the first look after it
    await machine.travelTo(dueOn(7));
    await look('release-late');
    expect(await released()).toEqual(['J-30: 80 by Placet', 'J-14: 80 by Placet', 'J-7: 40 by Placet']);
  });
});
