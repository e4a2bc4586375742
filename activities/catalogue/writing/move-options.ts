import { readAffected } from '../../../database/read-models/affected-options.ts';
import { type Move, moveOutcomes } from '../../../rules/options/performance-change.ts';
import { scopeOf } from '../../records/write-record.ts';
import type { Verb } from '../../verb.ts';
import { lockLiveOptions } from '../changing/lock-live-options.ts';
import { type MovedOption, writeMoves } from '../changing/write-moves.ts';

/** A performance that has another start or zone than before, with its activity's confirmation days. */
export interface MovedPerformance extends Move {
  performanceId: string;
}

/**
 * Lets the live options of performances that an import moved follow: a due date that the move postpones is postponed at
 * once; one it would bring forward stays, for no letter says so, but never after the performance. Orders are locked before
 * options, each by id.
 */
export async function moveOptions(verb: Verb, moved: readonly MovedPerformance[]): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ performanceId }) => performanceId);
  await lockLiveOptions(verb, ids);
  const options = await readAffected(verb.db, scopeOf(verb.caller), ids);
  const byPerformance = Map.groupBy(options, ({ performanceId }) => performanceId);
  const written = moved.flatMap((move): MovedOption[] => {
    const concerned = byPerformance.get(move.performanceId) ?? [];
    const outcomes = moveOutcomes(concerned, move, verb.now);
    return outcomes.flatMap((outcome, at) => {
      const option = concerned[at];
      return option === undefined ? [] : [{ option, outcome, startsAt: move.startsAt }];
    });
  });
  await writeMoves(verb, 'performance-moved', written);
}
