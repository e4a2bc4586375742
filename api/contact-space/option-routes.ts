import { z } from 'zod';
import { changeByContact, requestByContact, withdrawByContact } from '../../activities/options/by-contact.ts';
import { Problem } from '../../activities/problem.ts';
import { readContactOption, readContactOptions } from '../../database/read-models/contact-options.ts';
import { readOpenCategories, readOpenEvents } from '../../database/read-models/contact-programme.ts';
import { type AccessFacts, channelsFor } from '../../rules/contacts/contact-access.ts';
import { type ContactRequest, defineContactRoute, Reply, type Route } from '../http/route.ts';
import { readPageEnd, writePageEnd } from './page-cursor.ts';
import { presentOwnOption, presentOwnRow } from './presenter.ts';
import {
  CategoriesBody,
  OwnOptionBody,
  OwnOptionsBody,
  PageQuery,
  ProgrammeBody,
  ProgrammeQuery,
  WishBody,
} from './schema.ts';

const tags = ['contact-space'];
const Id = z.strictObject({ id: z.uuid() });
const pageLength = 20;

const channelIdsOf = (contact: AccessFacts) => channelsFor(contact).map(({ id }) => id);

const programme = defineContactRoute({
  method: 'get',
  path: '/api/contact-space/events',
  summary: 'The programme that takes one’s requests: events with their performances',
  description:
    '`q`: words anywhere in the name. Twenty events a page, the soonest first; `after` is `next` of the page before.',
  tags,
  query: ProgrammeQuery,
  answers: { 200: ProgrammeBody },
  handle: async ({ query, contact, read }) => {
    const end = readPageEnd(query.after);
    const found = await read((db, scope) =>
      readOpenEvents(db, scope, {
        channelIds: channelIdsOf(contact),
        words: (query.q ?? '')
          .split(/\s+/)
          .filter((word) => word !== '')
          .slice(0, 8),
        after: end && { firstAt: end.at, id: end.id },
        limit: pageLength + 1,
      }),
    );
    const events = found.slice(0, pageLength);
    const last = found.length > pageLength ? events.at(-1) : undefined;
    return {
      events: events.map(({ firstAt: _first, ...event }) => event),
      next: last === undefined ? null : writePageEnd({ at: last.firstAt, id: last.id }),
    };
  },
});

const categories = defineContactRoute({
  method: 'get',
  path: '/api/contact-space/performances/{id}',
  summary: 'What may be asked for at a performance, and how many places at least',
  tags,
  params: Id,
  answers: { 200: CategoriesBody },
  handle: async ({ params, contact, read }) => {
    const found = await read((db, scope) =>
      readOpenCategories(db, scope, { channelIds: channelIdsOf(contact), performanceId: params.id }),
    );
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

const list = defineContactRoute({
  method: 'get',
  path: '/api/contact-space/options',
  summary: 'One’s own options, the newest first',
  tags,
  query: PageQuery,
  answers: { 200: OwnOptionsBody },
  handle: async ({ query, contact, read, locale }) => {
    const end = readPageEnd(query.after);
    const found = await read((db, scope) =>
      readContactOptions(db, scope, {
        holderId: contact.holder.id,
        after: end && { requestedAt: end.at, id: end.id },
        limit: pageLength + 1,
      }),
    );
    const options = found.slice(0, pageLength);
    const last = found.length > pageLength ? options.at(-1) : undefined;
    return {
      options: options.map((option) => presentOwnRow(option, locale)),
      next: last === undefined ? null : writePageEnd({ at: last.requestedAt, id: last.id }),
    };
  },
});

type Asked = Pick<ContactRequest<unknown, unknown, unknown>, 'contact' | 'read' | 'locale'>;

/** @throws Problem `request.notFound` for what is not the contact's own. */
async function shown(id: string, { contact, read, locale }: Asked): Promise<z.output<typeof OwnOptionBody>> {
  const found = await read((db, scope) => readContactOption(db, scope, { holderId: contact.holder.id, id }));
  if (found === null) throw new Problem('request.notFound');
  return presentOwnOption(found, locale);
}

const one = defineContactRoute({
  method: 'get',
  path: '/api/contact-space/options/{id}',
  summary: 'One of one’s own options',
  tags,
  params: Id,
  answers: { 200: OwnOptionBody },
  handle: async ({ params, ...asked }) => shown(params.id, asked),
});

const request = defineContactRoute({
  method: 'post',
  path: '/api/contact-space/options',
  summary: 'Ask for seats',
  tags,
  body: WishBody,
  answers: { 201: OwnOptionBody },
  handle: async ({ body, caller, ...asked }) => {
    const { id } = await requestByContact(caller(), asked.contact, body);
    return new Reply(await shown(id, asked), { headers: { Location: `/api/contact-space/options/${id}` } });
  },
});

const change = defineContactRoute({
  method: 'put',
  path: '/api/contact-space/options/{id}',
  summary: 'Change a request of one’s own that nobody treats yet',
  tags,
  params: Id,
  body: WishBody,
  answers: { 200: OwnOptionBody },
  handle: async ({ params, body, ifMatch, caller, ...asked }) => {
    await changeByContact(caller(), asked.contact, { ...body, optionId: params.id, version: ifMatch });
    return shown(params.id, asked);
  },
});

const withdraw = defineContactRoute({
  method: 'post',
  path: '/api/contact-space/options/{id}/withdraw',
  summary: 'Withdraw a request of one’s own that nobody treats yet',
  tags,
  version: 'required',
  params: Id,
  answers: { 200: OwnOptionBody },
  handle: async ({ params, ifMatch, caller, ...asked }) => {
    await withdrawByContact(caller(), { optionId: params.id, version: ifMatch });
    return shown(params.id, asked);
  },
});

/** What a contact may ask for, and their own options. */
export const contactOptionRoutes: readonly Route[] = [
  programme,
  categories,
  list,
  one,
  request,
  change,
  withdraw,
];
