import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { scheduleIds } from '../../rules/processes.ts';
import { taskQueues } from '../contracts/task-queues.ts';
import type * as stories from '../index.ts';

/** One run at a time; runs missed while Temporal was down are not made up for: the next one looks at everything. */
const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' } as const;

const schedules: ScheduleOptions[] = [
  {
    scheduleId: scheduleIds.reconcile,
    spec: { intervals: [{ every: '1 minute' }] },
    policies,
    action: startOf('reconcile'),
  },
  {
    scheduleId: scheduleIds.gaugeCheck,
    spec: { intervals: [{ every: '1 hour', offset: '7 minutes' }] },
    policies,
    action: startOf('gaugeCheck'),
  },
  {
    scheduleId: scheduleIds.contingentRelease,
    spec: { intervals: [{ every: '5 minutes', offset: '30 seconds' }] },
    policies,
    action: startOf('contingentRelease'),
  },
];

function startOf(workflowType: keyof typeof stories): ScheduleOptions['action'] {
  return { type: 'startWorkflow', workflowType, taskQueue: taskQueues.stories, args: [] };
}

/** Makes the schedules what they should be, whatever they are; safe to do at every start. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const schedule of schedules) {
    try {
      await client.schedule.create(schedule);
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      const { spec, action } = schedule;
      await client.schedule
        .getHandle(schedule.scheduleId)
        .update(({ state }) => ({ spec, action, policies, state }));
    }
  }
}
