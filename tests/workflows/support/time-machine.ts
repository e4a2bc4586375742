import { TestWorkflowEnvironment } from '@temporalio/testing';
import { logTemporal } from '../../../workflows/host/log.ts';
import type { HouseOverrides } from '../../support/house.ts';
import { timeSkippingServerPath } from '../../support/temporal.ts';
import { quietLog } from './bundle.ts';
import { type Alter, openStage, type Stage } from './stage.ts';

/** A stage whose clock the test moves. */
export interface TimeMachine extends Stage {
  /** Moves the stories' clock to an instant. */
  travelTo(instant: string): Promise<void>;
}

/** Opens a stage on a Temporal server that skips time. */
export async function openTimeMachine(overrides: HouseOverrides = {}, alter?: Alter): Promise<TimeMachine> {
  logTemporal(quietLog());
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await timeSkippingServerPath() } },
  });
  const address = { temporalAddress: environment.address, temporalNamespace: 'default' };
  const stage = await openStage(address, overrides, alter);
  return {
    ...stage,
    travelTo: async (instant) => {
      const ahead = Date.parse(instant) - (await environment.currentTimeMs());
      if (ahead > 0) await environment.sleep(ahead);
    },
    close: async () => {
      await stage.close();
      await environment.teardown();
    },
  };
}
