import { newId } from '../../activities/new-id.ts';
import { runVerb, type VerbCaller } from '../../activities/verb.ts';

/** A contact as tests need one: an individual, or an accepted structure. */
export interface HouseContact {
  kind: 'individual' | 'structure';
  name: string;
  email: string | null;
  collectivityTypeId?: string | null;
}

/** Puts a contact into the house; answers its id. */
export function createContact(caller: VerbCaller, input: HouseContact): Promise<string> {
  const { kind, name, email, collectivityTypeId = null } = input;
  return runVerb(caller, 'create-contact', input, async (verb) => {
    const id = newId();
    const structure = kind === 'structure';
    await verb.db
      .insertInto('contact')
      .values({
        id,
        institution_id: verb.institutionId,
        kind,
        name,
        email,
        structure_type: structure ? 'community' : null,
        acceptance: structure ? 'accepted' : null,
        collectivity_type_id: structure ? collectivityTypeId : null,
      })
      .execute();
    return id;
  });
}
