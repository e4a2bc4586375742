import type { OptionRow } from '../options/locked-option.ts';
import type { Verb } from '../verb.ts';

/** Opens a file of the contact of an option under this id, unless somebody just did; answers the id. */
export async function openFile(
  verb: Verb,
  option: Pick<OptionRow, 'organisation_id' | 'contact_id'>,
  id: string,
): Promise<string> {
  await verb.db
    .insertInto('booking_file')
    .values({
      id,
      institution_id: verb.institutionId,
      organisation_id: option.organisation_id,
      contact_id: option.contact_id,
      created_at: verb.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}
