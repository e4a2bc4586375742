import { continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { BulkActivities, BulkStoryInput } from '../contracts/bulk-activities.ts';
import { lookAgain } from '../contracts/look-again.ts';

const { advanceBulkRun } = proxyActivities<BulkActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** Does a verb on a large selection, portion by portion, until every option is answered; again when what failed is retried. */
export async function bulkStory({ bulkRunId, institutionId }: BulkStoryInput): Promise<void> {
  let stale = true;
  setHandler(lookAgain, () => {
    stale = true;
  });
  while (stale) {
    stale = false; // before looking, never after
    const { more } = await advanceBulkRun({ bulkRunId, institutionId });
    if (more) stale = true;
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof bulkStory>({ bulkRunId, institutionId });
  }
}
