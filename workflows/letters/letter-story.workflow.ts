import {
  continueAsNew,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { LetterActivities, LetterDelivery, LetterStoryInput } from '../contracts/letter-activities.ts';
import { lookAgain } from '../contracts/look-again.ts';
import { taskQueues } from '../contracts/task-queues.ts';

const { observeLetter: observe, giveUpLetter: giveUp } = proxyLocalActivities<LetterActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

const { sendLetter: send } = proxyActivities<LetterDelivery>({
  taskQueue: taskQueues.documents,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds', // a worker that was killed is noticed by its silence
  scheduleToCloseTimeout: '2 days', // as long as mail servers keep trying themselves
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '2 minutes' },
});

/**
 * The story of a letter: while it is owed it is sent, again and again as long as the mail server turns it away for
 * now. It ends when the letter is sent, failed, superseded or held with all mail, and starts again at the next wake-up.
 */
export async function letterStory({ letterId, institutionId }: LetterStoryInput): Promise<void> {
  let stale = true;
  setHandler(lookAgain, () => {
    stale = true;
  });
  while (stale) {
    stale = false; // before looking, never after
    const { owed } = await observe({ letterId, institutionId });
    if (!owed) continue; // ends, unless called meanwhile
    try {
      await send({ letterId, institutionId });
    } catch (error) {
      if (isCancellation(error)) throw error;
      await giveUp({ letterId, institutionId }); // two days without an answer
    }
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof letterStory>({ letterId, institutionId });
    }
  }
}
