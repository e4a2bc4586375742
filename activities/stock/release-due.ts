import type { Database } from '../../database/database.ts';
import { Problem } from '../problem.ts';
import type { VerbCaller } from '../verb.ts';
import { dueSteps, type WaitingStep } from './due-steps.ts';
import { type ReleaseAnswer, releasePlaces } from './release-places.ts';

/** What a look at the due steps came to. */
export interface ReleasedDue {
  steps: number;
  places: number;
  /** Steps that could not be done: the next look tries them again. */
  failed: number;
}

const BATCH = 100;

/**
 * Has every due step of an institution done, earliest first, one transaction each. One that cannot be done does not
 * keep the others; it stays due. Looks until nothing new is due, so that a batch is no limit.
 * @param failed told of each step that could not be done.
 * @param progress called between steps: a long look shows that it lives.
 */
export async function releaseDue(
  caller: VerbCaller & { now: string },
  { failed, progress }: { failed(step: WaitingStep, failure: unknown): void; progress?: () => void },
): Promise<ReleasedDue> {
  const tried = new Set<string>();
  const sum: ReleasedDue = { steps: 0, places: 0, failed: 0 };
  for (;;) {
    const due = await readDue(caller.database, caller.institutionId, caller.now, BATCH + tried.size);
    const fresh = due.filter((step) => !tried.has(keyOf(step)));
    if (fresh.length === 0) return sum;
    for (const step of fresh) {
      tried.add(keyOf(step));
      try {
        const answer = await releaseOne(caller, step);
        if (answer.done === 'released') {
          sum.steps += 1;
          sum.places += answer.quantity;
        }
      } catch (failure) {
        sum.failed += 1;
        failed(step, failure);
        if (!(failure instanceof Problem)) throw failure;
      }
      progress?.();
    }
  }
}

function releaseOne(caller: VerbCaller, step: WaitingStep): Promise<ReleaseAnswer> {
  const { performanceId, planId, days, dueAt } = step;
  const requestId = `${caller.requestId}/${keyOf(step)}`;
  return releasePlaces({ ...caller, requestId }, { performanceId, planId, days, dueAt });
}

function keyOf({ performanceId, planId, days }: WaitingStep): string {
  return `${performanceId}/${planId}/${days}`;
}

function readDue(
  database: Database,
  institutionId: string,
  now: string,
  limit: number,
): Promise<WaitingStep[]> {
  return database.read(institutionId, (db) => dueSteps(db, now, { limit }));
}
