import { Problem } from '../problem.ts';
import type { VerbCaller } from '../verb.ts';
import { resendLetter } from './resend-letter.ts';

/** The most letters sent again in one call. */
export const mostResent = 200;

/** What became of one letter of a selection. */
export interface ResentOne {
  id: string;
  /** null: it is on its way again. */
  problem: Problem | null;
}

/**
 * Has failed letters sent again, one transaction each, in the order given; a refusal of one leaves the others alone. A
 * repeated call with the same key does nothing twice.
 */
export async function resendLetters(
  caller: VerbCaller,
  { ids, reason }: { ids: readonly string[]; reason?: string | null },
): Promise<ResentOne[]> {
  const results: ResentOne[] = [];
  for (const id of new Set(ids)) {
    try {
      await resendLetter(
        { ...caller, requestId: `${caller.requestId}/${id}` },
        { letterId: id, reason: reason ?? null },
      );
      results.push({ id, problem: null });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      results.push({ id, problem: error });
    }
  }
  return results;
}
