import { nameKey } from '../../../rules/contacts/name-likeness.ts';
import type { ContactDraft, DraftFields, KnownContact } from './contact-draft.ts';
import { type PhoneNumber, readPhoneNumber } from './phone-number.ts';

/** The values a draft gives, by field of a contact. */
export type ContactValues = Partial<Omit<KnownContact, 'id' | 'number' | 'version' | 'kind' | 'acceptance'>>;

/** A draft as values of a contact: telephones as they are kept. */
export function valuesOf({ phone, mobile, ...fields }: DraftFields): ContactValues {
  return {
    ...fields,
    ...(phone === undefined ? {} : { phone: phone.text }),
    ...(mobile === undefined ? {} : { mobile: mobile.text }),
  };
}

/**
 * The values of a draft that a contact does not have. The same name, e-mail or telephone in another spelling is no
 * change.
 */
export function changesOf(draft: Pick<ContactDraft, 'fields'>, contact: KnownContact): ContactValues {
  const { name, email, phone, mobile, ...others } = draft.fields;
  const changes: ContactValues = {};
  if (nameKey(name) !== nameKey(contact.name)) changes.name = name;
  if (email !== undefined && email.toLowerCase() !== contact.email?.toLowerCase()) changes.email = email;
  if (phone !== undefined && !isSamePhone(phone, contact.phone, contact)) changes.phone = phone.text;
  if (mobile !== undefined && !isSamePhone(mobile, contact.mobile, contact)) changes.mobile = mobile.text;
  const known = new Map<string, unknown>(Object.entries(contact));
  const changed = Object.entries(others).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known.get(field)),
  );
  return { ...changes, ...Object.fromEntries(changed) };
}

function isSamePhone(given: PhoneNumber, known: string | null, { country }: KnownContact): boolean {
  if (known === null) return false;
  return given.text === known || (given.understood && readPhoneNumber(known, country).key === given.key);
}
