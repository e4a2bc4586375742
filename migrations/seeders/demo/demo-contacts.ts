import { createContact } from '../../../activities/contacts/create-contact.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import { demoIndividuals, demoStructures } from './demo-people.ts';

/** Creates the demo's contacts; answers their ids by key. */
export async function demoContacts(
  caller: (key: string) => VerbCaller,
  collectivityTypes: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, type, relays = [], ...structure } of demoStructures) {
    const { id } = await createContact(caller(`contact/${key}`), {
      kind: 'structure',
      structureType: type === 'TOURISME' ? 'agency' : 'community',
      collectivityTypeId: type === 'TOURISME' ? null : (collectivityTypes[type] ?? null),
      acceptance: 'accepted',
      country: 'FR',
      ...structure,
    });
    ids.set(key, id);
    for (const { key: relay, ...person } of relays) {
      const { city, postcode } = structure;
      const made = await createContact(caller(`contact/${relay}`), {
        kind: 'individual',
        structureId: id,
        country: 'FR',
        city,
        postcode,
        ...person,
      });
      ids.set(relay, made.id);
    }
  }
  for (const { key, ...person } of demoIndividuals) {
    const english = person.city === 'London';
    const { id } = await createContact(caller(`contact/${key}`), {
      kind: 'individual',
      locale: english ? 'en' : 'fr',
      country: english ? 'GB' : 'FR',
      ...person,
    });
    ids.set(key, id);
  }
  return ids;
}
