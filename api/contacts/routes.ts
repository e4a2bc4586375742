import { z } from 'zod';
import { sendAccessLink } from '../../activities/contacts/access/send-access-link.ts';
import { changeAcceptance } from '../../activities/contacts/change-acceptance.ts';
import { contactLinkRecords, contactRecords } from '../../activities/contacts/contact-records.ts';
import { endContactLink } from '../../activities/contacts/end-contact-link.ts';
import { collectivityTypeRecords } from '../../activities/records/kinds/audiences.ts';
import { type AcceptanceVerb, acceptanceVerbs } from '../../rules/contacts/acceptance.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { type SpaceHouse, spaceUrl } from '../contact-space/space-house.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { contactImportRoutes } from './import-routes.ts';

const Id = z.strictObject({ id: z.uuid() });
const reason = z.string().trim().min(1).max(2000).nullish();

const summaries: Readonly<Record<AcceptanceVerb, string>> = {
  accept: 'Accept a structure: it may ask for options',
  refuse: 'Refuse a structure that waits to be accepted',
  suspend: 'Suspend an accepted structure',
};

function acceptanceRoute(verb: AcceptanceVerb): Route {
  return defineRoute({
    method: 'post',
    path: `/api/contacts/{id}/${verb}`,
    summary: summaries[verb],
    tags: ['contacts'],
    right: resourceRight('contacts', 'modify'),
    params: Id,
    body: z.strictObject({ reason }),
    answers: { 200: contactRecords.row },
    handle: async ({ params, body, ifMatch, caller }) =>
      changeAcceptance(caller(), verb, { id: params.id, version: ifMatch, ...body }),
  });
}

const endLink = defineRoute({
  method: 'post',
  path: '/api/contact-links/{id}/end',
  summary: 'End a link between an individual and a structure, today or on a day',
  tags: ['contact-links'],
  right: resourceRight('contacts', 'modify'),
  params: Id,
  body: z.strictObject({ endsOn: z.iso.date().nullish(), reason }),
  answers: { 200: contactLinkRecords.row },
  handle: async ({ params, body, ifMatch, caller }) =>
    endContactLink(caller(), { id: params.id, version: ifMatch, ...body }),
});

function sendAccess(house: SpaceHouse): Route {
  return defineRoute({
    method: 'post',
    path: '/api/contacts/{id}/send-access',
    summary: 'Send a contact the one-time link into their own space',
    description: 'To the contact’s own address, or for a structure to that of the relay who is named.',
    tags: ['contacts'],
    right: 'contacts.access:execute',
    params: Id,
    body: z.strictObject({ relayId: z.uuid().nullish() }),
    answers: { 200: z.object({ to: z.string() }) },
    handle: async ({ params, body, ifMatch, caller }) =>
      sendAccessLink(caller(), { id: params.id, version: ifMatch, ...body, spaceUrl: spaceUrl(house) }),
  });
}

/** People, structures, the dated links between them, what kinds of collectivity there are, and links into their space. */
export function contactRoutes(house: SpaceHouse): readonly Route[] {
  return [
    ...resourceRoutes('contacts', contactRecords),
    ...acceptanceVerbs.map(acceptanceRoute),
    sendAccess(house),
    ...contactImportRoutes,
    ...resourceRoutes('contacts', contactLinkRecords, 'contact-links'),
    endLink,
    ...resourceRoutes('collectivity-types', collectivityTypeRecords),
  ];
}
