import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import { keepDates } from '../contracts/due-story.ts';
import type { OptionActivities, OptionStoryInput } from '../contracts/option-activities.ts';

const { observeOption, meetOption } = proxyLocalActivities<OptionActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/** The story of an option: its contact is reminded, it is flagged or lapses, its refusal is validated, each at its time. */
export async function optionStory(input: OptionStoryInput): Promise<void> {
  await keepDates({
    observe: () => observeOption(input),
    meet: (due) => meetOption({ ...input, ...due }),
    continueAnew: () => continueAsNew<typeof optionStory>(input),
  });
}
