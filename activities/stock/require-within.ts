import { performanceList } from '../../database/read-models/performances.ts';
import { Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import type { Verb } from '../verb.ts';

/**
 * The performance, when it is within the caller's reach; it is not locked.
 * @throws Problem `request.notFound`
 */
export async function requireWithin(
  verb: Verb,
  performanceId: string,
): Promise<{ organisationId: string; activityId: string }> {
  const found = await performanceList.one(verb.db, scopeOf(verb.caller), performanceId);
  if (found === null) throw new Problem('request.notFound');
  return { organisationId: found.organisationId, activityId: found.activityId };
}
