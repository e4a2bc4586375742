import type { Database } from '../../../database/database.ts';
import { type AccessFacts, actsFor, channelsFor } from '../../../rules/contacts/contact-access.ts';
import type { VerbCaller } from '../../verb.ts';

/**
 * Somebody in their own space, as the caller of a verb: no right of an operator, within the organisations whose channels
 * they may use, and of options those of their own holder only. History names them by their number: their name stays
 * with the contact, where it can be taken away.
 */
export function contactCaller(database: Database, facts: AccessFacts, requestId: string): VerbCaller {
  const { id, number } = actsFor(facts);
  return {
    database,
    institutionId: facts.institutionId,
    actor: {
      type: 'contact',
      id,
      name: String(number),
      rights: {},
      organisationIds: [...new Set(channelsFor(facts).map(({ organisationId }) => organisationId))],
      holderId: facts.holder.id,
    },
    requestId,
  };
}
