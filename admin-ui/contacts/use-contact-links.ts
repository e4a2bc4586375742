import { useGetList } from 'react-admin';
import type { ContactLinkRow, ContactRow } from './contact-record.ts';

/** The links of a contact, the latest first: a structure's relays and members, an individual's structures. */
export function useContactLinks({ id, kind }: ContactRow) {
  return useGetList<ContactLinkRow>('contact-links', {
    filter: kind === 'structure' ? { structureId: id } : { individualId: id },
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'startsOn', order: 'DESC' },
  });
}
