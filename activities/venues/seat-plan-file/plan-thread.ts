import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../problem.ts';
import { packPlan } from './pack-plan.ts';
import { readSeatPlan } from './read-seat-plan.ts';

/** Runs in a thread of its own: reads the plan it was given and tells it packed, or what is wrong with it. */
function readGiven(): void {
  if (workerData instanceof Uint8Array) parentPort?.postMessage(tell(workerData));
}

function tell(bytes: Uint8Array) {
  try {
    return { plan: packPlan(readSeatPlan(bytes)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { values = {}, errors = [] } = error.details;
    return { fault: { code: error.code, values, errors } };
  }
}

readGiven();
