import { accessCandidates } from '../../../database/contact-sessions.ts';
import { accessFault, actsFor } from '../../../rules/contacts/contact-access.ts';
import { Problem } from '../../problem.ts';
import { lockRecord, scopeOf } from '../../records/write-record.ts';
import { runVerb, type VerbCaller } from '../../verb.ts';
import { contactRecords } from '../contact-records.ts';
import { oweAccessLink, type SpacePlace } from './owe-access-link.ts';

/**
 * Has an operator send a contact their one-time link (verb `send-access`): a person to their own address, a structure to
 * its address or to that of the relay who is named. Answers the address it goes to.
 * @throws Problem `request.notFound` | `record.version` | `access.notPossible` with the reason.
 */
export async function sendAccessLink(
  caller: VerbCaller,
  { spaceUrl, ...input }: SpacePlace & { id: string; version: number | null; relayId?: string | null },
): Promise<{ to: string }> {
  return runVerb(caller, 'send-access', input, async (verb) => {
    const contact = await lockRecord(verb, contactRecords, scopeOf(caller), input);
    const relay =
      typeof input.relayId === 'string'
        ? await contactRecords.list.one(verb.db, scopeOf(caller), input.relayId)
        : null;
    if (typeof input.relayId === 'string' && relay === null) throw new Problem('request.notFound');
    const { email } = relay ?? contact;
    const reasons = (code: 'access.noAddress' | 'access.noChannel') => ({ reasons: [{ code, values: {} }] });
    if (email === null) throw new Problem('access.notPossible', reasons('access.noAddress'));
    const found = await accessCandidates(verb.db, contact.number, email);
    const facts = found.find(
      (each) =>
        each.institutionId === verb.institutionId &&
        (relay === null || each.relay?.id === relay.id) &&
        accessFault(each) === null,
    );
    if (facts === undefined) throw new Problem('access.notPossible', reasons('access.noChannel'));
    await oweAccessLink(verb, facts, { spaceUrl });
    return { to: actsFor(facts).email ?? '' };
  });
}
