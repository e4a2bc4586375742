import { sql } from 'kysely';
import type { OptionKind } from '../../../rules/options/rights.ts';
import { processId } from '../../../rules/processes.ts';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import { runVerb, type VerbCaller } from '../../verb.ts';
import type { BulkVerb, BulkWords } from '../bulk-acts.ts';
import { type BulkItem, refuseTwice } from '../in-bulk.ts';

/** A verb on more options than one call does at once. */
interface BulkRunInput {
  verb: BulkVerb;
  /** Of which kind the options are. */
  kind: OptionKind;
  items: readonly BulkItem[];
  words: BulkWords;
}

/**
 * Takes a verb on a large selection (verb `bulk-run`); the story `bulk/<id>` does it in portions, as the operator who asked.
 * The same key again answers the same run.
 * @throws Problem `request.invalid` (`ids` named twice) | `request.notFound` when none of the options is in reach |
 *   `request.forbidden` for anyone but an operator.
 */
export async function startBulkRun(
  caller: VerbCaller,
  { verb: name, kind, items, words }: BulkRunInput,
): Promise<{ bulkRunId: string }> {
  refuseTwice(items);
  return runVerb(caller, `bulk-run ${name}`, { kind, items, ...words }, async (verb) => {
    const { actor } = verb;
    if (actor.type !== 'operator') throw new Problem('request.forbidden');
    const within =
      actor.organisationIds === 'all'
        ? sql``
        : sql`and organisation_id = any(${[...actor.organisationIds]}::uuid[])`;
    const { rows } = await sql<{
      organisationId: string;
    }>`select organisation_id as "organisationId" from seat_option
      where id = any(${items.map(({ id }) => id)}::uuid[]) and kind = ${kind} ${within} limit 1`.execute(
      verb.db,
    );
    const [found] = rows;
    if (found === undefined) throw new Problem('request.notFound');
    const id = newId();
    await verb.db
      .insertInto('bulk_run')
      .values({
        id,
        institution_id: verb.institutionId,
        organisation_id: found.organisationId,
        verb: name,
        kind,
        words: sql<Record<string, unknown>>`${JSON.stringify(words)}::jsonb`,
        total: items.length,
        asked_by_id: actor.id,
        asked_by_name: actor.name,
        asked_at: verb.now,
      })
      .execute();
    const listed = items.map(({ id: option, version }, position) => ({
      option,
      version: version ?? null,
      position,
    }));
    await sql`insert into bulk_item (institution_id, run_id, position, option_id, option_version)
      select ${verb.institutionId}::uuid, ${id}::uuid, position, option, version
      from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as listed (option uuid, version int, position int)`.execute(
      verb.db,
    );
    verb.wake(processId.bulk(id));
    return { bulkRunId: id };
  });
}
