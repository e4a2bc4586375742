import type { Queries } from '../../../database/schema.ts';
import type { Verb, VerbCaller } from '../../verb.ts';

/**
 * A verb that only looks: what the placement of one option asks may be asked with it, at the instant of the reading. What
 * would write is a fault of ours.
 */
export function lookingVerb(caller: VerbCaller, db: Queries, now: string): Verb {
  const refuse = () => {
    throw new Error('A preview changes nothing.');
  };
  return {
    db,
    caller,
    institutionId: caller.institutionId,
    actor: caller.actor,
    now,
    databaseNow: now,
    ask: async (statement) => (await db.executeQuery(statement.compile(db))).rows,
    record: refuse,
    wake: refuse,
    write: refuse,
    move: refuse,
    last: refuse,
    explain: () => undefined, // nothing is written that could fail
  };
}
