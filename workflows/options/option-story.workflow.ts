import {
  condition,
  continueAsNew,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { lookAgain } from '../contracts/look-again.ts';
import type { OptionActivities, OptionStoryInput } from '../contracts/option-activities.ts';

const { observeOption: observe, meetOption: meet } = proxyLocalActivities<OptionActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/**
 * The story of an option: it looks when something is next due, sleeps until then or until called, and has the duty
 * met. It ends when nothing is waited for, and starts again at the next wake-up.
 */
export async function optionStory({ optionId, institutionId }: OptionStoryInput): Promise<void> {
  let stale = true;
  setHandler(lookAgain, () => {
    stale = true;
  });
  while (stale) {
    stale = false; // before looking, never after
    const { nextAt } = await observe({ optionId, institutionId }); // null: nothing is waited for
    if (nextAt === null) continue; // ends, unless called meanwhile
    const called = await condition(() => stale, Math.max(1, Date.parse(nextAt) - Date.now()));
    if (!called) {
      await meet({ optionId, institutionId, dueAt: nextAt, now: new Date().toISOString() });
      stale = true;
    }
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof optionStory>({ optionId, institutionId });
    }
  }
}
