import { Problem } from '../../problem.ts';
import { packPlan } from './pack-plan.ts';
import { readSeatPlan } from './read-seat-plan.ts';

/** Runs in a process of its own: reads the plan it is given and tells it packed, or what is wrong with it. */
process.on('message', (bytes: Uint8Array) => process.send?.(tell(bytes)));

function tell(bytes: Uint8Array) {
  try {
    return { plan: packPlan(readSeatPlan(bytes)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { values = {}, errors = [] } = error.details;
    return { fault: { code: error.code, values, errors } };
  }
}
