import { condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { lookAgain } from './look-again.ts';

/** What a story asks about the row whose dates it keeps. Instants are ISO strings in UTC. */
export interface DatedRow {
  /** When something is next due; null when nothing is waited for. */
  observe(): Promise<{ nextAt: string | null }>;
  /** Has what was due at `dueAt` done, if it still is; `now` is the story's own clock. */
  meet(due: { dueAt: string; now: string }): Promise<void>;
  /** Goes on in a new run: this one's history has grown long. */
  continueAnew(): Promise<never>;
}

/**
 * The life of a story that keeps a row's dates: it looks when something is next due, sleeps until then or until called,
 * and has the duty met. It ends when nothing is waited for, and starts again at the next wake-up.
 */
export async function keepDates({ observe, meet, continueAnew }: DatedRow): Promise<void> {
  let stale = true;
  setHandler(lookAgain, () => {
    stale = true;
  });
  while (stale) {
    stale = false; // before looking, never after
    const { nextAt } = await observe(); // null: nothing is waited for
    if (nextAt === null) continue; // ends, unless called meanwhile
    const called = await condition(() => stale, Math.max(1, Date.parse(nextAt) - Date.now()));
    if (!called) {
      await meet({ dueAt: nextAt, now: new Date().toISOString() });
      stale = true;
    }
    if (workflowInfo().continueAsNewSuggested) await continueAnew();
  }
}
