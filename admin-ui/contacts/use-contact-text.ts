import { useCallback } from 'react';
import type { ContactRow } from './contact-record.ts';

/** A contact in one line, as it is searched and recognised: name and number. */
export function useContactText(): (contact: ContactRow | undefined) => string {
  return useCallback((contact) => {
    if (contact === undefined) return '';
    return contact.number === undefined ? contact.name : `${contact.name} [${contact.number}]`;
  }, []);
}
