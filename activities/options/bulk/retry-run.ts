import { sql } from 'kysely';
import { type OptionKind, readRight } from '../../../rules/options/rights.ts';
import { processId } from '../../../rules/processes.ts';
import { Problem } from '../../problem.ts';
import { runVerb, type VerbCaller } from '../../verb.ts';
import { holdsRight } from '../locked-option.ts';

/** A run whose failures are tried again; with `override` it goes on after warnings of the rules. */
interface RetryInput {
  id: string;
  override?: { reason: string } | null;
}

/**
 * Tries again what failed in a run (verb `retry-bulk-run`), as the operator who asks now; what was done stays done. Versions
 * that were seen before count no longer.
 * @throws Problem `request.notFound` | `record.inUse` while the run is still at work, or when nothing failed.
 */
export async function retryBulkRun(caller: VerbCaller, input: RetryInput): Promise<{ bulkRunId: string }> {
  return runVerb(caller, 'retry-bulk-run', input, async (verb) => {
    const { actor } = verb;
    const { rows } = await sql<{
      state: string;
      failed: number;
      kind: OptionKind;
      organisationId: string;
    }>`select state, failed, kind, organisation_id as "organisationId" from bulk_run
      where id = ${input.id} for update`.execute(verb.db);
    const [run] = rows;
    if (run === undefined || actor.type !== 'operator') throw new Problem('request.notFound');
    if (!holdsRight(verb, readRight(run.kind), run.organisationId)) throw new Problem('request.notFound');
    if (run.state !== 'done' || run.failed === 0) throw new Problem('record.inUse');
    const words = input.override ? { override: input.override } : {};
    await sql`update bulk_item set state = 'waiting', answer = null, option_version = null
      where run_id = ${input.id} and state = 'failed'`.execute(verb.db);
    await sql`update bulk_run set state = 'waiting', attempt = attempt + 1, done = done - failed, failed = 0,
        words = words || ${JSON.stringify(words)}::jsonb, ended_at = null, asked_by_id = ${actor.id},
        asked_by_name = ${actor.name}, version = version + 1
      where id = ${input.id}`.execute(verb.db);
    verb.wake(processId.bulk(input.id));
    return { bulkRunId: input.id };
  });
}
