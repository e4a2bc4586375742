import { sql } from 'kysely';
import type { LetterSnapshot } from '../../rules/letters/letter-snapshot.ts';
import { processId } from '../../rules/processes.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { letterTemplateRecords } from '../records/kinds/letter-templates.ts';
import { scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { tryText } from './preview-letter.ts';

/** A letter on its way to whoever tries a text. */
export interface SentTest {
  letterId: string;
  to: string;
}

/**
 * Sends a version of a text, written about a real option, to the operator who asks (verb `test-letter`). It goes the way
 * of every letter, marked as a test; it belongs to no option and is in no list of letters.
 * @throws Problem `request.notFound` | `request.forbidden` for who is no operator | `request.invalid`.
 */
export async function testTemplate(
  caller: VerbCaller,
  input: { id: string; optionId: string },
): Promise<SentTest> {
  return runVerb(caller, 'test-letter', input, async (verb) => {
    const scope = scopeOf(caller);
    const template = await letterTemplateRecords.list.one(verb.db, scope, input.id);
    if (template === null) throw new Problem('request.notFound');
    const operator =
      verb.actor.type === 'operator'
        ? await verb.db
            .selectFrom('operator')
            .select('email')
            .where('id', '=', verb.actor.id)
            .executeTakeFirst()
        : undefined;
    if (operator === undefined) throw new Problem('request.forbidden');
    const tried = { ...template, optionId: input.optionId };
    const { kind, snapshot, contactId } = await tryText(verb.db, scope, tried);
    const causeHistoryId = verb.record({
      verb: 'test-letter',
      subjectType: 'letter-template',
      subjectId: template.id,
      organisationId: template.organisationId,
      after: { to: operator.email, optionNumber: snapshot.option.number, number: template.number },
    });
    const letterId = newId();
    const marked: LetterSnapshot = { ...snapshot, test: true };
    await verb.db
      .insertInto('letter')
      .values({
        id: letterId,
        institution_id: verb.institutionId,
        organisation_id: template.organisationId,
        cause_history_id: causeHistoryId,
        kind,
        recipient: operator.email,
        contact_id: contactId,
        test: true,
        snapshot: sql<LetterSnapshot>`${JSON.stringify(marked)}::jsonb`,
        created_at: verb.now,
      })
      .execute();
    verb.wake(processId.letter(letterId));
    return { letterId, to: operator.email };
  });
}
