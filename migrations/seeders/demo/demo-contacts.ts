import { createContact } from '../../../activities/contacts/create-contact.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import { demoIndividuals } from './demo-people.ts';
import { type DemoStructure, demoStructures } from './demo-structures.ts';

/** Creates the demo's contacts; answers their ids by name. */
export async function demoContacts(
  caller: (key: string) => VerbCaller,
  collectivityTypes: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const structure of demoStructures) {
    const id = await createStructure(caller, collectivityTypes, structure);
    ids.set(structure.name, id);
    const { city, postcode } = structure;
    for (const relay of structure.relays) {
      const made = await createContact(caller(`contact/${relay.name}`), {
        kind: 'individual',
        structureId: id,
        country: 'FR',
        city,
        postcode,
        ...relay,
      });
      ids.set(relay.name, made.id);
    }
  }
  for (const { english, ...person } of demoIndividuals) {
    const { id } = await createContact(caller(`contact/${person.name}`), {
      kind: 'individual',
      locale: english ? 'en' : 'fr',
      country: english ? 'GB' : 'FR',
      ...person,
    });
    ids.set(person.name, id);
  }
  return ids;
}

async function createStructure(
  caller: (key: string) => VerbCaller,
  collectivityTypes: Readonly<Record<string, string>>,
  { type, relays: _, ...structure }: DemoStructure,
): Promise<string> {
  const agency = type === 'TOURISME';
  const { id } = await createContact(caller(`contact/${structure.name}`), {
    kind: 'structure',
    structureType: agency ? 'agency' : 'community',
    collectivityTypeId: agency ? null : (collectivityTypes[type] ?? null),
    acceptance: 'accepted',
    country: 'FR',
    ...structure,
  });
  return id;
}
