import {
  condition,
  continueAsNew,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { lookAgain } from '../contracts/look-again.ts';
import type { OrderActivities, ReservationInput } from '../contracts/order-activities.ts';

const { observeOrder: observe, meetOrder: meet } = proxyLocalActivities<OrderActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/**
 * The story of a reservation: it looks when its order must be paid by, sleeps until then or until called, and has the date
 * met. It ends when nothing is waited for, and starts again at the next wake-up.
 */
export async function reservationStory({ orderId, institutionId }: ReservationInput): Promise<void> {
  let stale = true;
  setHandler(lookAgain, () => {
    stale = true;
  });
  while (stale) {
    stale = false; // before looking, never after
    const { nextAt } = await observe({ orderId, institutionId }); // null: nothing is waited for
    if (nextAt === null) continue; // ends, unless called meanwhile
    const called = await condition(() => stale, Math.max(1, Date.parse(nextAt) - Date.now()));
    if (!called) {
      await meet({ orderId, institutionId, dueAt: nextAt, now: new Date().toISOString() });
      stale = true;
    }
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof reservationStory>({ orderId, institutionId });
    }
  }
}
