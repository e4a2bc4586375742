import { nameKey } from '../../../rules/contacts/name-likeness.ts';
import { changesOf } from './contact-changes.ts';
import type { ContactDraft, KnownContact } from './contact-draft.ts';
import { phoneTail } from './likely-duplicates.ts';

/** Which contact each draft is, by line; a draft that is none of them is new. */
export type Matches = ReadonlyMap<number, KnownContact>;

/**
 * Finds the contact each draft is: by its number; else by its reference; else by its name (whatever case, accents and
 * order of words) when e-mail or telephone is the same, or nothing that both say about e-mail, telephone and postcode
 * differs. No contact is two drafts. Drafts that would change nothing choose first, so that the same file again finds the
 * contacts it made.
 */
export function matchContacts(drafts: readonly ContactDraft[], contacts: readonly KnownContact[]): Matches {
  const matches = new Map<number, KnownContact>();
  const taken = new Set<string>();
  const match = (draft: ContactDraft, contact: KnownContact | undefined) => {
    if (contact === undefined || taken.has(contact.id)) return;
    matches.set(draft.line, contact);
    taken.add(contact.id);
  };
  const byNumber = new Map(contacts.map((contact) => [contact.number, contact]));
  const byReference = new Map(
    contacts.flatMap((contact) =>
      contact.reference === null ? [] : [[contact.reference, contact] as const],
    ),
  );
  const byName = new Map<string, KnownContact[]>();
  for (const contact of contacts) {
    const key = keyOf(contact.kind, contact.name);
    const namesakes = byName.get(key);
    if (namesakes === undefined) byName.set(key, [contact]);
    else namesakes.push(contact);
  }
  for (const draft of drafts) {
    if (draft.number !== null) match(draft, byNumber.get(draft.number));
    else if (draft.fields.reference !== undefined) match(draft, byReference.get(draft.fields.reference));
  }
  const loose = drafts.filter(({ number, fields }) => number === null && fields.reference === undefined);
  for (const mayChange of [false, true]) {
    for (const draft of loose.filter(({ line }) => !matches.has(line))) {
      const free = (byName.get(keyOf(draft.kind, draft.fields.name)) ?? []).filter(
        ({ id }) => !taken.has(id),
      );
      const scored = free
        .map((contact) => ({ contact, score: sameness(draft, contact) }))
        .filter(
          ({ contact, score }) =>
            score !== null && (mayChange || Object.keys(changesOf(draft, contact)).length === 0),
        );
      match(draft, scored.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]?.contact);
    }
  }
  return matches;
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${nameKey(name)}`;
}

/** How much of a draft and a contact of the same name is the same; null when they may be two. */
function sameness({ fields }: ContactDraft, contact: KnownContact): number | null {
  const email = compare([fields.email?.toLowerCase()], [contact.email?.toLowerCase()]);
  const phone = compare(
    [fields.phone, fields.mobile].map((number) => tailOf(number?.text)),
    [tailOf(contact.phone), tailOf(contact.mobile)],
  );
  const postcode = compare([fields.postcode], [contact.postcode]);
  const differs = [email, phone, postcode].includes('different');
  if (email !== 'same' && phone !== 'same' && differs) return null;
  return (email === 'same' ? 4 : 0) + (phone === 'same' ? 2 : 0) + (postcode === 'same' ? 1 : 0);
}

function tailOf(phone: string | null | undefined): string | null {
  return phone === null || phone === undefined ? null : (phoneTail(phone) ?? phone);
}

type Told = string | null | undefined;

/** Whether two things that may have several values have one in common; `unknown` when one of them has none. */
function compare(one: readonly Told[], other: readonly Told[]): 'same' | 'different' | 'unknown' {
  const given = one.filter((value) => typeof value === 'string');
  const known = other.filter((value) => typeof value === 'string');
  if (given.length === 0 || known.length === 0) return 'unknown';
  return given.some((value) => known.includes(value)) ? 'same' : 'different';
}
