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
 * Lets the live options that performances reach which an import moved follow, each after the earliest start it has now: a
 * due date that this postpones is postponed at once; one it would bring forward stays, for no letter says so, but never
 * after the performance. What stands for a performance that stays is left as it is. Orders are locked before options, each
 * by id.
 */
export async function moveOptions(verb: Verb, moved: readonly MovedPerformance[]): Promise<void> {
  if (moved.length === 0) return;
  const moves = new Map(moved.map((move) => [move.performanceId, move]));
  const ids = [...moves.keys()];
  await lockLiveOptions(verb, ids);
  const options = await readAffected(verb.db, scopeOf(verb.caller), ids);
  const byId = new Map(options.map((option) => [option.id, option]));
  const written = moveOutcomes(options, moves, verb.now).flatMap((outcome): MovedOption[] => {
    const option = byId.get(outcome.id);
    const { first } = outcome;
    if (option === undefined) return [];
    const follows = moves.has(first.performanceId) || first.performanceId !== option.performanceId;
    const start = { before: option.performanceStartsAt, after: first.startsAt };
    return follows ? [{ option, outcome, start }] : [];
  });
  await writeMoves(verb, 'performance-moved', written);
}
