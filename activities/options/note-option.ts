import { runVerb, type VerbCaller } from '../verb.ts';
import { lockOption, type OptionVerbInput } from './locked-option.ts';

/** What colleagues should know of an option; empty: nothing any more. */
export interface NoteInput extends Pick<OptionVerbInput, 'optionId' | 'version' | 'kind'> {
  internalRemark: string;
}

/**
 * Writes the internal remark of an option in whatever state it is (verb `note`). History tells that it was written, not
 * what: remarks may speak of persons.
 * @throws Problem `request.notFound` | `record.version`.
 */
export async function noteOption(
  caller: VerbCaller,
  input: NoteInput,
): Promise<{ id: string; version: number; internalRemark: string | null }> {
  return runVerb(caller, 'note', input, async (verb) => {
    const option = await lockOption(verb, input);
    const written = input.internalRemark.trim();
    const internalRemark = written === '' ? null : written;
    const version = option.version + 1;
    const former = await verb.db
      .selectFrom('seat_option')
      .select('internal_remark')
      .where('id', '=', option.id)
      .executeTakeFirstOrThrow();
    await verb.db
      .updateTable('seat_option')
      .set({ internal_remark: internalRemark, version })
      .where('id', '=', option.id)
      .execute();
    verb.record({
      verb: 'note',
      subjectType: 'option',
      subjectId: option.id,
      organisationId: option.organisation_id,
      before: { hasInternalRemark: former.internal_remark !== null },
      after: { hasInternalRemark: internalRemark !== null },
    });
    return { id: option.id, version, internalRemark };
  });
}
