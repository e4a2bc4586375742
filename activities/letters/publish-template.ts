import { sql } from 'kysely';
import type { LetterTemplateState } from '../../rules/letters/template-life.ts';
import { Problem } from '../problem.ts';
import { letterTemplateRecords } from '../records/kinds/letter-templates.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { refuseFaults } from './refuse-faults.ts';

/** A version as its list shows it. */
export type TemplateRow = typeof letterTemplateRecords extends RecordKind<infer Row> ? Row : never;

interface TemplateInput {
  id: string;
  version?: number | null;
  reason?: string | null;
}

/**
 * Puts a draft in force (verb `publish`): letters owed from now on are written by it, those owed before keep theirs.
 * @throws Problem `request.notFound` | `record.version` | `text.state` | `request.invalid` with each fault.
 */
export async function publishTemplate(caller: VerbCaller, input: TemplateInput): Promise<TemplateRow> {
  return runVerb(caller, 'publish letter-template', input, async (verb) => {
    const row = await lockTemplate(verb, input, 'draft');
    refuseFaults(row.kind, row.content);
    await sql`update letter_template set state = 'superseded', superseded_at = ${verb.now}, version = version + 1
      where organisation_id = ${row.organisationId} and kind = ${row.kind} and language = ${row.language}
        and state = 'published'`.execute(verb.db);
    const publisher = verb.actor.type === 'operator' ? verb.actor.id : null;
    await sql`update letter_template set state = 'published', published_at = ${verb.now},
      published_by_id = ${publisher}, version = version + 1 where id = ${row.id}`.execute(verb.db);
    return tell(verb, 'publish', row, input);
  });
}

/**
 * Takes the text in force back (verb `restore-shipped`): the shipped one counts again.
 * @throws Problem `request.notFound` | `record.version` | `text.state`.
 */
export async function restoreShipped(caller: VerbCaller, input: TemplateInput): Promise<TemplateRow> {
  return runVerb(caller, 'restore-shipped', input, async (verb) => {
    const row = await lockTemplate(verb, input, 'published');
    await sql`update letter_template set state = 'superseded', superseded_at = ${verb.now}, version = version + 1
      where id = ${row.id}`.execute(verb.db);
    return tell(verb, 'restore-shipped', row, input);
  });
}

/** Locks the house's texts, so that one at a time is put in force, and the version. */
async function lockTemplate(
  verb: Verb,
  input: TemplateInput,
  state: LetterTemplateState,
): Promise<TemplateRow> {
  const scope = scopeOf(verb.caller);
  const seen = await letterTemplateRecords.list.one(verb.db, scope, input.id);
  if (seen === null) throw new Problem('request.notFound');
  await sql`select from organisation where id = ${seen.organisationId} for no key update`.execute(verb.db);
  const sought = { id: input.id, version: input.version ?? null };
  const row = await lockRecord(verb, letterTemplateRecords, scope, sought);
  if (row.state !== state) throw new Problem('text.state');
  return row;
}

async function tell(
  verb: Verb,
  name: 'publish' | 'restore-shipped',
  before: TemplateRow,
  { reason }: TemplateInput,
): Promise<TemplateRow> {
  const after = await letterTemplateRecords.list.one(verb.db, scopeOf(verb.caller), before.id);
  if (after === null) throw new Problem('request.notFound');
  verb.record({
    verb: name,
    subjectType: 'letter-template',
    subjectId: before.id,
    organisationId: before.organisationId,
    before: { state: before.state },
    after: { state: after.state, kind: after.kind, language: after.language, number: after.number },
    reason: reason ?? null,
  });
  return after;
}
