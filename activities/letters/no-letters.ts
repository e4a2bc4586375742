import { sql } from 'kysely';
import { processId } from '../../rules/processes.ts';
import { lockOption } from '../options/locked-option.ts';
import { Problem } from '../problem.ts';
import { requireRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';

/** Whether somebody is written to, after the verb. */
export interface NoLetters {
  id: string;
  /** Why not; null when they are. */
  noLettersReason: string | null;
}

interface NoLettersInput {
  /** All letters to a contact, or those about one option. */
  about: 'contact' | 'option';
  id: string;
  reason?: string | null;
}

/**
 * Stops writing to a contact, or about one option, for a motive (verb `suppress-letters`). What is owed and has not
 * started to leave is superseded; from now on nothing is owed.
 * @throws Problem `request.notFound` | `motive.required`.
 */
export async function suppressLetters(caller: VerbCaller, input: NoLettersInput): Promise<NoLetters> {
  return runVerb(caller, 'suppress-letters', input, async (verb) => {
    const reason = input.reason?.trim() ?? '';
    if (reason === '') throw new Problem('motive.required');
    const answer = await write(verb, input, reason, 'suppress-letters');
    const { rows } = await sql<{ id: string }>`update letter set state = 'superseded', version = version + 1
      where state = 'owed' and not test
        and ${input.about === 'contact' ? sql`contact_id` : sql`option_id`} = ${input.id}::uuid
      returning id`.execute(verb.db);
    for (const { id } of rows) verb.wake(processId.letter(id));
    return answer;
  });
}

/**
 * Writes to them again (verb `resume-letters`). What was not owed meanwhile stays so.
 * @throws Problem `request.notFound`.
 */
export async function resumeLetters(caller: VerbCaller, input: NoLettersInput): Promise<NoLetters> {
  return runVerb(caller, 'resume-letters', input, (verb) => write(verb, input, null, 'resume-letters'));
}

async function write(
  verb: Verb,
  { about, id, reason }: NoLettersInput,
  noLettersReason: string | null,
  name: 'suppress-letters' | 'resume-letters',
): Promise<NoLetters> {
  const option = about === 'option' ? await lockOption(verb, { optionId: id }) : null;
  if (option === null) await requireRecord(verb.db, scopeOf(verb.caller), 'contact', id, 'id');
  const table = about === 'option' ? sql`seat_option` : sql`contact`;
  const { rows } = await sql<{ before: string | null }>`
    update ${table} as told set no_letters_reason = ${noLettersReason}, version = told.version + 1
    from (select id, no_letters_reason from ${table} where id = ${id}::uuid for update) as former
    where told.id = former.id returning former.no_letters_reason as before`.execute(verb.db);
  verb.record({
    verb: name,
    subjectType: about,
    subjectId: id,
    organisationId: option?.organisation_id ?? null,
    before: { letters: rows[0]?.before === null },
    after: { letters: noLettersReason === null },
    reason: reason ?? null,
  });
  return { id, noLettersReason };
}
