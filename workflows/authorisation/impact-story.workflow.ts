import { continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ImpactActivities, ImpactStoryInput } from '../contracts/impact-activities.ts';
import { lookAgain } from '../contracts/look-again.ts';

const { advanceImpact } = proxyActivities<ImpactActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '30 seconds',
});

/** Works out the impact of a version of the rules, part by part, until nothing is left or somebody cancels it. */
export async function impactStory({ impactId, institutionId }: ImpactStoryInput): Promise<void> {
  let stale = true;
  setHandler(lookAgain, () => {
    stale = true;
  });
  while (stale) {
    stale = false; // before looking, never after
    const { more } = await advanceImpact({ impactId, institutionId });
    if (more) stale = true;
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof impactStory>({ impactId, institutionId });
  }
}
