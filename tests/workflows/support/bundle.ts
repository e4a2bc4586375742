import { join } from 'node:path';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { ROOT } from '../../../bin/settings.ts';
import { createLog, type Log } from '../../../workflows/host/log.ts';
import { workflowBundle } from '../../../workflows/host/workflow-bundle.ts';

/** Bundled once for all files and runs, as long as no story changes. */
export const bundleDir = join(ROOT, 'node_modules', '.cache', 'placet-stories');

/** A log that says nothing below a fatal error. */
export function quietLog(): Log {
  return createLog('silent');
}

/** The stories, bundled. */
export function testBundle(): Promise<WorkflowBundleOption> {
  return workflowBundle(quietLog(), bundleDir);
}
