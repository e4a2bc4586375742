import { proxyActivities } from '@temporalio/workflow';
import type { UpkeepActivities } from '../contracts/upkeep-activities.ts';

const { reconcile: wakeOverdue } = proxyActivities<UpkeepActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { maximumAttempts: 3 }, // the next minute tries again
});

const { checkAllGauges } = proxyActivities<UpkeepActivities>({
  startToCloseTimeout: '50 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { maximumAttempts: 3 },
});

const { releaseContingents } = proxyActivities<UpkeepActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { maximumAttempts: 3 }, // the next look tries again
});

/** Each minute: rows that are overdue wake their stories, whatever happened to their wake-ups. */
export async function reconcile(): Promise<void> {
  await wakeOverdue();
}

/** Every five minutes: what contingents keep too long is released. It looks at what is due now, whatever came before. */
export async function contingentRelease(): Promise<void> {
  await releaseContingents({ now: new Date().toISOString() });
}

/** Each hour: every stock row is recounted. */
export async function gaugeCheck(): Promise<void> {
  await checkAllGauges();
}
