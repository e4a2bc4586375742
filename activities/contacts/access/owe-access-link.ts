import { sql } from 'kysely';
import {
  type AccessFacts,
  accessLinkMinutes,
  actsFor,
  channelsFor,
} from '../../../rules/contacts/contact-access.ts';
import type { AccessSnapshot } from '../../../rules/letters/access-letter.ts';
import { letterLanguage } from '../../../rules/letters/letter-language.ts';
import { processId } from '../../../rules/processes.ts';
import { newId } from '../../new-id.ts';
import type { Verb } from '../../verb.ts';
import { newToken, tokenHash } from './token.ts';

/** Where contacts go to: the address of their page. */
export interface SpacePlace {
  spaceUrl: string;
}

/**
 * Makes a one-time link for somebody who may come in, and owes them the letter with it: whatever they wish to be written
 * about, they asked for this one. The token stands behind the `#` of the address, which no server and no log is told;
 * only its hash is kept here.
 */
export async function oweAccessLink(verb: Verb, facts: AccessFacts, { spaceUrl }: SpacePlace): Promise<void> {
  const { holder, relay } = facts;
  const who = actsFor(facts);
  const [channel] = channelsFor(facts);
  if (channel === undefined || who.email === null) throw new Error('nobody to send a link to');
  const token = newToken();
  const expiresAt = new Date(Date.parse(verb.now) + accessLinkMinutes * 60_000).toISOString();
  await verb.db
    .insertInto('contact_access')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      contact_id: holder.id,
      relay_id: relay?.id ?? null,
      token_hash: tokenHash(token),
      created_at: verb.now,
      expires_at: expiresAt,
    })
    .execute();
  const causeHistoryId = verb.record({
    verb: 'send-access',
    subjectType: 'contact',
    subjectId: holder.id,
    after: { relayId: relay?.id ?? null },
  });
  const organisation = await verb.db
    .selectFrom('organisation')
    .select(['name', 'address_lines as addressLines', 'email', 'phone'])
    .where('id', '=', channel.organisationId)
    .executeTakeFirstOrThrow();
  const snapshot: AccessSnapshot = {
    locale: letterLanguage(who.locale),
    issuedAt: verb.now,
    organisation,
    contact: {
      number: holder.number,
      name: who.name,
      structureName: relay === null ? null : holder.name,
      email: who.email,
      addressLines: [],
    },
    access: { link: `${spaceUrl}#acces=${token}`, expiresAt },
  };
  const letterId = newId();
  await verb.db
    .insertInto('letter')
    .values({
      id: letterId,
      institution_id: verb.institutionId,
      organisation_id: channel.organisationId,
      cause_history_id: causeHistoryId,
      kind: 'access',
      recipient: who.email,
      contact_id: holder.id,
      snapshot: sql<AccessSnapshot>`${JSON.stringify(snapshot)}::jsonb`,
      created_at: verb.now,
    })
    .execute();
  verb.wake(processId.letter(letterId));
}
