import { z } from 'zod';
import { askProcess } from '../../ask-process.ts';
import { Problem } from '../../problem.ts';
import { type PackedPlan, packPlan } from './pack-plan.ts';
import { planLimits } from './plan-limits.ts';
import { readSeatPlan } from './read-seat-plan.ts';

const seats = z.int();
const Plan = z.object({
  name: z.string(),
  width: z.number(),
  height: z.number(),
  layout: z.string(),
  digest: z.string(),
  seatCount: seats,
  zones: z.array(z.object({ name: z.string(), seats })),
  categories: z.array(z.object({ name: z.string(), colour: z.string(), seats })),
  wheelchairs: seats,
  guids: z.string(),
  batches: z.array(z.array(z.string())),
});
const Fault = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  errors: z.array(z.object({ path: z.string(), code: z.string() })),
});
const Told = z.union([z.object({ plan: Plan }), z.object({ fault: Fault })]);

/** The reading that goes on: one at a time, so that many files together take no more memory than one. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a seat plan without holding up whoever else is served: a small file at once, a large one in a process of its own,
 * after the large ones that came before it.
 * @throws Problem as `readSeatPlan` does; `plan.tooLarge` also for a file that takes too much memory or time.
 */
export async function readPackedPlan(bytes: Uint8Array): Promise<PackedPlan> {
  if (bytes.length <= planLimits.readAtOnce) return packPlan(readSeatPlan(bytes));
  const tooMuch = new Problem('plan.tooLarge', { values: { megabytes: planLimits.bytes / 1024 / 1024 } });
  if (bytes.length > planLimits.bytes) throw tooMuch;
  const reading = last.then(() =>
    askProcess(
      {
        module: new URL('./plan-process.ts', import.meta.url),
        megabytes: planLimits.megabytes,
        seconds: planLimits.seconds,
        tooMuch,
      },
      bytes,
    ),
  );
  last = reading.catch(() => undefined);
  const told = Told.parse(await reading);
  if ('plan' in told) return told.plan;
  const { code, ...details } = told.fault;
  throw new Problem(code, details);
}
