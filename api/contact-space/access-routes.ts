import { z } from 'zod';
import { askAccessLink } from '../../activities/contacts/access/ask-access-link.ts';
import { openContactSession } from '../../activities/contacts/access/open-contact-session.ts';
import { emailHash } from '../../activities/contacts/access/token.ts';
import { Email } from '../../activities/records/fields.ts';
import { type AccessFacts, actsFor, channelsFor } from '../../rules/contacts/contact-access.ts';
import { consume } from '../http/attempt-limiter.ts';
import { defineContactRoute, definePublicRoute, type Route } from '../http/route.ts';
import { type SpaceHouse, spaceUrl } from './space-house.ts';

const tags = ['contact-space'];
const Done = z.object({ ok: z.literal(true) });
const done = { ok: true as const };

const AskBody = z.strictObject({
  number: z.int().min(1).max(2_147_483_647).meta({ description: 'The contact number' }),
  email: Email,
});
const TokenBody = z.strictObject({
  token: z
    .string()
    .regex(/^[\w-]{20,100}$/)
    .meta({ description: 'What stands behind `#acces=` in the link' }),
});

const SessionBody = z
  .object({
    contact: z.object({ number: z.int(), name: z.string() }),
    actsFor: z.string().nullable().meta({ description: 'The structure a relay acts for' }),
    houses: z.array(z.string()).meta({ description: 'The organisations that take their requests' }),
    institution: z.string(),
    locale: z.string(),
  })
  .meta({ id: 'ContactSession' });

function presentContact(facts: AccessFacts): z.output<typeof SessionBody> {
  const who = actsFor(facts);
  return {
    contact: { number: facts.holder.number, name: who.name },
    actsFor: facts.relay === null ? null : facts.holder.name,
    houses: [...new Set(channelsFor(facts).map(({ organisationName }) => organisationName))],
    institution: facts.institutionName,
    locale: who.locale,
  };
}

/** Asking for a link, coming in with it, seeing who one is, going out. */
export function accessRoutes(house: SpaceHouse): readonly Route[] {
  const { askedByAddress, askedForContact, triedByAddress } = house.accessGuard;
  const ask = definePublicRoute({
    method: 'post',
    path: '/api/contact-space/links',
    summary: 'Ask for a one-time link by e-mail',
    description:
      'The answer is the same whether the number and the address belong together or not. Five links a quarter of an hour for a contact, twenty for an address of the network.',
    tags,
    limited: true,
    version: 'none',
    body: AskBody,
    answers: { 202: Done },
    handle: async ({ body, door, database }) => {
      await consume(askedByAddress, door.address);
      await consume(askedForContact, emailHash(`${body.number} ${body.email}`));
      await askAccessLink(database, { ...body, spaceUrl: spaceUrl(house) });
      return done;
    },
  });
  const open = definePublicRoute({
    method: 'post',
    path: '/api/contact-space/session',
    summary: 'Come in with the token of a one-time link',
    description: 'A link works once, for 30 minutes. The session lives for 12 hours at most.',
    tags,
    limited: true,
    version: 'none',
    body: TokenBody,
    answers: { 200: Done },
    handle: async ({ body, door, database, contactDoor }) => {
      await consume(triedByAddress, door.address);
      contactDoor.keep(await openContactSession(database, { token: body.token, device: door.device }));
      return done;
    },
  });
  const read = defineContactRoute({
    method: 'get',
    path: '/api/contact-space/session',
    summary: 'Who is in their own space',
    tags,
    answers: { 200: SessionBody },
    handle: async ({ contact }) => presentContact(contact),
  });
  const close = definePublicRoute({
    method: 'delete',
    path: '/api/contact-space/session',
    summary: 'Leave one’s own space',
    tags,
    version: 'none',
    answers: { 200: Done },
    handle: async ({ contactDoor }) => {
      await contactDoor.close();
      return done;
    },
  });
  return [ask, open, read, close];
}
