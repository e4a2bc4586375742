import type { WorkflowBundleOption } from '@temporalio/worker';
import { createLog, type Log } from '../../../workflows/host/log.ts';
import { workflowBundle } from '../../../workflows/host/workflow-bundle.ts';
import { bundleDir } from '../../support/bundle-dir.ts';

/** A log that says nothing below a fatal error. */
export function quietLog(): Log {
  return createLog('silent');
}

/** The stories, bundled. */
export function testBundle(): Promise<WorkflowBundleOption> {
  return workflowBundle(quietLog(), bundleDir);
}
