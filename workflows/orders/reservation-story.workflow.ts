import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import { keepDates } from '../contracts/due-story.ts';
import type { OrderActivities, ReservationInput } from '../contracts/order-activities.ts';

const { observeOrder, meetOrder } = proxyLocalActivities<OrderActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/** The story of a reservation: its order is flagged or lapses when it is not paid in time. */
export async function reservationStory(input: ReservationInput): Promise<void> {
  await keepDates({
    observe: () => observeOrder(input),
    meet: (due) => meetOrder({ ...input, ...due }),
    continueAnew: () => continueAsNew<typeof reservationStory>(input),
  });
}
