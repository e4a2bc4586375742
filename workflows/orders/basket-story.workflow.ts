import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import { keepDates } from '../contracts/due-story.ts';
import type { BasketActivities, BasketStoryInput } from '../contracts/order-activities.ts';

const { observeBasket, meetBasket } = proxyLocalActivities<BasketActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/** The story of a basket: it is abandoned when it is not paid within the delay of its channel. */
export async function basketStory(input: BasketStoryInput): Promise<void> {
  await keepDates({
    observe: () => observeBasket(input),
    meet: (due) => meetBasket({ ...input, ...due }),
    continueAnew: () => continueAsNew<typeof basketStory>(input),
  });
}
