import type { z } from 'zod';
import { createRecord } from '../records/write-record.ts';
import type { VerbCaller } from '../verb.ts';
import { contactRecords } from './contact-records.ts';

/** A contact as it is shown. */
export type ContactAnswer = z.output<typeof contactRecords.row>;

/** A new contact: kind and name, and whatever else is known. */
export type NewContact = Pick<ContactAnswer, 'kind' | 'name'> &
  Partial<Omit<ContactAnswer, 'id' | 'number' | 'createdAt' | 'version' | 'structureName' | 'provenance'>>;

/**
 * Creates a contact (history: `create` of a `contact`), and with `structureId` its relay link.
 * @throws Problem `request.invalid` for fields of the other kind, `request.notFound` for a reference out of reach.
 */
export function createContact(caller: VerbCaller, input: NewContact): Promise<ContactAnswer> {
  return createRecord(caller, contactRecords, input);
}
