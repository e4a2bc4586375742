import { sql } from 'kysely';
import { operatorList } from '../../database/read-models/operators.ts';
import { Problem } from '../problem.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';

/** Which sessions of an operator end: one, all, or all but the one in the asker's hands. */
export interface SessionsToEnd {
  operatorId: string;
  sessionId?: string;
  /** The secret id of the session that stays. */
  exceptSid?: string;
}

/**
 * Ends sessions of an operator (verb `end-sessions`): their next request is that of a stranger.
 * @throws Problem `request.notFound` for an operator out of reach, or a session that is none of theirs.
 */
export async function endSessions(caller: VerbCaller, input: SessionsToEnd): Promise<{ ended: number }> {
  const { exceptSid: _secret, ...told } = input;
  return runVerb(caller, 'end-sessions', told, async (verb) => {
    const sought = { id: input.operatorId, version: null };
    if (caller.actor.id !== input.operatorId)
      await lockRecord(verb, { table: 'operator', list: operatorList }, scopeOf(caller), sought);
    const ended = await endSessionsOf(verb, input);
    if (ended === 0 && input.sessionId !== undefined) throw new Problem('request.notFound');
    return { ended };
  });
}

/** The same inside another verb's transaction; an operator without sessions leaves no trace. */
export async function endSessionsOf(verb: Verb, input: SessionsToEnd): Promise<number> {
  const { operatorId, sessionId = null, exceptSid = null } = input;
  const { rows } = await sql`delete from operator_session
    where operator_id = ${operatorId}::uuid
      and (${sessionId}::uuid is null or id = ${sessionId}::uuid)
      and sid is distinct from ${exceptSid}::text
    returning id`.execute(verb.db);
  if (rows.length > 0) {
    verb.record({
      verb: 'end-sessions',
      subjectType: 'operator',
      subjectId: operatorId,
      after: { sessions: rows.length },
    });
  }
  return rows.length;
}
