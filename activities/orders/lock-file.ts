import type { OptionRow } from '../options/locked-option.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import type { OrderRow } from './lock-with-order.ts';

/** A locked file with the order that is open in it, locked too. */
export interface LockedFile {
  id: string;
  organisationId: string;
  contactId: string;
  order: OrderRow | null;
}

/**
 * Locks the file an option is to go into and the order that is open in it, before the option (lock order of design section
 * 3): so that one order is opened in a file.
 * @throws Problem `request.notFound` | `file.closed` (nothing of it is to be paid any more).
 */
export async function lockFile(verb: Verb, bookingFileId: string): Promise<LockedFile> {
  const file = await verb.db
    .selectFrom('booking_file')
    .select(['id', 'organisation_id', 'contact_id', 'number'])
    .where('id', '=', bookingFileId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (file === undefined) throw new Problem('request.notFound');
  const orders = await verb.db
    .selectFrom('customer_order')
    .selectAll()
    .where('booking_file_id', '=', file.id)
    .orderBy('id')
    .forUpdate()
    .execute();
  const order = orders.find(({ state }) => state === 'open') ?? null;
  if (orders.length > 0 && order === null)
    throw new Problem('file.closed', { values: { number: file.number ?? 0 } });
  return { id: file.id, organisationId: file.organisation_id, contactId: file.contact_id, order };
}

/**
 * A file gathers the orders of one contact at one organisation.
 * @throws Problem `request.notFound` for a file of another organisation | `file.otherContact`.
 */
export function assertFileOf(option: OptionRow, file: LockedFile): void {
  if (file.organisationId !== option.organisation_id) throw new Problem('request.notFound');
  if (file.contactId !== option.contact_id)
    throw new Problem('file.otherContact', { errors: [{ path: 'bookingFileId', code: 'field.reference' }] });
}
