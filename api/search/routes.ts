import { z } from 'zod';
import { readWithin, type Scope } from '../../database/read-models/scoped.ts';
import {
  contactsNamed,
  type Found,
  findContacts,
  findLetters,
  findOptions,
  findOrders,
  type Search,
} from '../../database/read-models/search.ts';
import {
  findNamed,
  findOperators,
  findPerformances,
  findRuleSets,
  type NamedResource,
  type NamedScopes,
  namedRecords,
} from '../../database/read-models/search-programme.ts';
import type { Queries } from '../../database/schema.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { type Resource, resourceFunctions, resourceRight } from '../../rules/organisation/resource-rights.ts';
import { readSearch } from '../../rules/search/question.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { type Session, scopeOf } from '../http/session.ts';
import { SearchBody } from './schema.ts';

const named = Object.keys(namedRecords).filter((name): name is NamedResource => name in namedRecords);

type Finder = (db: Queries, scope: Scope, search: Search) => Promise<Found[]>;

/** In the order in which answers are shown; contacts come first when it is one of them that the words name. */
const finders: readonly (readonly [Resource, Finder])[] = [
  ['options', findOptions],
  ['contacts', findContacts],
  ['performances', findPerformances],
  ['orders', findOrders],
  ['letters', findLetters],
  ['operators', findOperators],
  ['rule-sets', findRuleSets],
];

/** The eyes with which a session reads a resource; null when it may not. */
function eyesFor(session: Session, resource: Resource, locale: Locale): Scope | null {
  const right = resourceRight(resource, 'read');
  return session.rights.includes(right) ? { ...scopeOf(session, right), locale } : null;
}

function namedScopes(session: Session, locale: Locale): NamedScopes {
  return named.flatMap((resource) => {
    const scope = eyesFor(session, resource, locale);
    return scope === null ? [] : [[resource, scope] as const];
  });
}

const isFoundKind = (kind: string): kind is Resource => kind in resourceFunctions;

const search = defineRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Find anything one may read, by number, words or day',
  description:
    'Accents, case and punctuation do not matter; every word must be found. A number finds the record that bears it. Answers stand by kind, at most `limit` of each.',
  tags: ['search'],
  right: 'session',
  query: z.strictObject({
    q: z.string().trim().min(1).max(100),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  answers: { 200: SearchBody },
  handle: async ({ query, session, scope, database, locale }) => {
    const question = readSearch(query.q, new Date().toISOString().slice(0, 10));
    const found = await readWithin(database, scope, async (db) => {
      const contactIds = await contactsNamed(db, scope, question);
      const asked: Search = { ...question, limit: query.limit, contactIds };
      const answers: Found[] = [];
      for (const [resource, find] of finders) {
        const eyes = eyesFor(session, resource, locale);
        if (eyes !== null) answers.push(...(await find(db, eyes, asked)));
      }
      const named = question.number === null && contactIds.length > 0;
      const isFirst = ({ kind }: Found) => named && kind === 'contacts';
      const ordered = [...answers.filter(isFirst), ...answers.filter((found) => !isFirst(found))];
      return [...ordered, ...(await findNamed(db, namedScopes(session, locale), asked))];
    });
    return {
      results: found.flatMap(({ kind, ...record }) => (isFoundKind(kind) ? [{ ...record, kind }] : [])),
    };
  },
});

/** One question over everything a person may see. */
export const searchRoutes: readonly Route[] = [search];
