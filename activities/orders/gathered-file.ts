import { createHash } from 'node:crypto';
import type { Verb } from '../verb.ts';
import type { LockedFile } from './lock-file.ts';
import { openFile } from './open-file.ts';

/**
 * The file that gathers the options one contact has validated in one go (seed: *une commande est créée pour chaque contact
 * concerné*), made with the first of them; null for an option that has a file of its own already. Locked before the option,
 * as the order of locks wants it.
 */
export async function gatheredFile(verb: Verb, optionId: string, group: string): Promise<LockedFile | null> {
  const option = await verb.db
    .selectFrom('seat_option')
    .select(['organisation_id', 'contact_id', 'booking_file_id'])
    .where('id', '=', optionId)
    .where('state', '=', 'placed')
    .executeTakeFirst();
  if (option === undefined || option.booking_file_id !== null) return null;
  const id = idOf([verb.institutionId, group, option.organisation_id, option.contact_id]);
  const find = () =>
    verb.db.selectFrom('booking_file').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if ((await find()) === undefined) {
    await openFile(verb, option, id);
    await find();
  }
  const order = await verb.db
    .selectFrom('customer_order')
    .selectAll()
    .where('booking_file_id', '=', id)
    .where('state', '=', 'open')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  const { organisation_id: organisationId, contact_id: contactId } = option;
  return { id, organisationId, contactId, order: order ?? null };
}

/** The same parts give the same id, shaped as a uuid of version 8. */
function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
