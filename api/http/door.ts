import type { Express, Request, RequestHandler, Response } from 'express';
import { Problem } from '../../activities/problem.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import type { Database } from '../../database/database.ts';
import { readWithin } from '../../database/read-models/scoped.ts';
import type { SessionOperator } from '../../database/session-rows.ts';
import type { AccessFacts } from '../../rules/contacts/contact-access.ts';
import { houseLocale, type Locale } from '../../rules/messages/locale.ts';
import type { Right } from '../../rules/options/rights.ts';
import { effectiveRights } from '../../rules/organisation/effective-rights.ts';
import { stepOwed } from '../../rules/organisation/second-step.ts';
import { bytesBody } from './bytes-body.ts';
import { contactDoor, contactLocale, contactOf, inTheirSpace } from './contact-door.ts';
import { requestIdOf, versionOf } from './header-values.ts';
import { jsonBody } from './json-body.ts';
import { sendLarge } from './large-answer.ts';
import { factsOf, type RequestFacts } from './request-facts.ts';
import { Reply, type Route, Streamed } from './route.ts';
import { type Session, scopeOf } from './session.ts';
import { sessionClaim, sessionDoor } from './session-door.ts';
import type { SessionStore } from './session-store.ts';

/** What the doors need of the house. */
export interface House {
  database: Database;
  /** Demo accounts may come in. */
  demo: boolean;
  sessions: SessionStore;
}

/**
 * Mounts routes. What is not declared does not exist (404); another method of a known address is 405. Every route
 * asks in this order: who, from our own pages, with the right, well formed; then it answers.
 */
export function mountRoutes(app: Express, routes: readonly Route[], house: House): void {
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const address = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(address, [...(methods.get(address) ?? []), route.method.toUpperCase()]);
    app[route.method](address, answering(route, house));
  }
  for (const [address, allowed] of methods) {
    app.all(address, (_request, response) => {
      response.set('Allow', allowed.join(', '));
      throw new Problem('request.methodNotAllowed');
    });
  }
}

function answering(route: Route, house: House): RequestHandler {
  return async (request, response) => {
    const facts = factsOf(request);
    facts.route = route.path;
    const contact = route.right === 'contact' ? await contactOf(request, roomOf(house)) : null;
    facts.session = route.right === 'contact' ? null : sessionOf(request, house);
    facts.locale ??= facts.session?.operator.locale ?? contactLocale(contact);
    admit(route, request, route.right === 'contact' ? contact : facts.session);
    requireRight(route, facts.session);
    const answer = await answered(route, request, response, house, facts, contact);
    if (answer instanceof Streamed) await stream(answer, response);
    else if (route.large) await sendLarge(request, response, answer);
    else send(route, response, answer);
  };
}

/**
 * Who is behind the request, as the database knows them now: rights taken away are gone at once, and a session opened
 * with less than the operator now owes is none.
 */
function sessionOf(request: Request, house: House): Session | null {
  const claim = sessionClaim(request);
  const operator = claim === null ? null : house.sessions.operatorOf(request);
  if (claim === null || operator === null || operator.credentials !== claim.credentials) return null;
  if (stepOwed(operator.second_factor, claim.assurance) !== null) return null;
  return mayBeIn(operator, house) ? told(operator) : null;
}

/** The same operator as read makes the same session. */
const sessions = new WeakMap<SessionOperator, Session>();

function told(operator: SessionOperator): Session {
  const session = sessions.get(operator) ?? toSession(operator);
  sessions.set(operator, session);
  return session;
}

function mayBeIn(operator: SessionOperator, house: House): boolean {
  return !operator.disabled && (house.demo || !operator.demo);
}

async function sessionFor(
  sought: { id: string; credentials?: string },
  house: House,
): Promise<{ session: Session; credentials: string } | null> {
  const operator = await house.sessions.operator(sought.id);
  if (operator === null || !mayBeIn(operator, house)) return null;
  const { credentials } = operator;
  if (sought.credentials !== undefined && sought.credentials !== credentials) return null;
  return { session: toSession(operator), credentials };
}

function toSession(operator: SessionOperator): Session {
  const { id, name, email, locale, roles } = operator;
  const facts = {
    singleEntries: operator.single_entries,
    everyAudience: operator.audience_category_ids === null,
  };
  const rightsOf = (roleIds: readonly string[]) =>
    effectiveRights(union(roleIds.map((roleId) => roles[roleId] ?? [])), facts);
  const organisations = operator.organisations.map(({ roleIds, ...organisation }) => ({
    ...organisation,
    rights: rightsOf(roleIds),
  }));
  return {
    operator: { id, name, email, locale },
    secondFactor: operator.second_factor,
    institution: {
      id: operator.institution_id,
      name: operator.institution_name,
      demo: operator.institution_demo,
    },
    organisations,
    rights: effectiveRights(union(Object.values(roles)), facts),
    held: Object.fromEntries(organisations.map((organisation) => [organisation.id, organisation.rights])),
    served: {
      audienceCategoryIds: operator.audience_category_ids ?? 'all',
      familyIds: operator.family_ids ?? 'all',
    },
  };
}

/** Most operators hold one role: its rights are all there are. */
function union(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())];
}

function admit(route: Route, request: Request, who: Session | AccessFacts | null): void {
  if (route.right !== 'public' && who === null) throw new Problem('request.unauthenticated');
  const writes = route.method !== 'get' && !route.fromAnywhere;
  if (writes && request.get('x-requested-with') !== 'placet') throw new Problem('session.csrf');
}

function requireRight({ right }: Route, session: Session | null): void {
  if (right === 'public' || right === 'session' || right === 'contact') return;
  if (session?.rights.includes(right) !== true) throw new Problem('request.forbidden');
}

async function answered(
  route: Route,
  request: Request,
  response: Response,
  house: House,
  facts: RequestFacts,
  contact: AccessFacts | null,
): Promise<unknown> {
  const { database } = house;
  const { session } = facts;
  const language = facts.locale ?? 'fr';
  const parts = {
    params: request.params,
    query: request.query,
    body: await bodyOf(route, request, response),
  };
  const common = {
    database,
    locale: houseLocale(language),
    door: sessionDoor(request, response, house.sessions),
  };
  const inHouse = contactDoor(request, response, roomOf(house));
  return await route.answer(
    parts,
    session === null || route.right === 'public' || route.right === 'contact'
      ? null
      : { ...common, ...signedIn(route, request, session, common), gone: () => goneSignal(response) },
    {
      ...common,
      session,
      contactDoor: inHouse,
      sessionFor: (sought) => sessionFor(sought, house),
    },
    contact && {
      ...inTheirSpace(route, request, contact, { database, locale: language }),
      contactDoor: inHouse,
    },
  );
}

function signedIn(
  route: Route,
  request: Request,
  session: Session,
  { database, locale }: { database: Database; locale: Locale },
) {
  const right = route.right === 'public' || route.right === 'contact' ? 'session' : route.right;
  const scopeFor = (also: readonly Right[]) => ({
    ...scopeOf(session, right, also),
    operatorId: session.operator.id,
    locale,
  });
  const scope = scopeFor([]);
  const ifMatch = route.version === 'none' ? null : versionOf(request.get('if-match'));
  if (route.version === 'required' && ifMatch === null) throw new Problem('record.versionRequired');
  const caller = (...also: readonly Right[]): VerbCaller => {
    const { organisationIds } = also.length === 0 ? scope : scopeFor(also);
    if (also.length > 0 && organisationIds.length === 0) throw new Problem('request.forbidden');
    const { id, name } = session.operator;
    return {
      database,
      institutionId: scope.institutionId,
      actor: {
        type: 'operator',
        id,
        name,
        rights: session.held,
        organisationIds,
        served: session.served,
      },
      requestId,
    };
  };
  const requestId = requestIdOf(request.get('idempotency-key'));
  return {
    session,
    scope,
    ifMatch,
    caller,
    read: <T>(work: Parameters<typeof readWithin<T>>[2]) => readWithin(database, scope, work),
  };
}

function roomOf({ database, sessions: { secure } }: House): { database: Database; secure: boolean } {
  return { database, secure };
}

function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Problem('server.unavailable'));
  });
  return controller.signal;
}

async function bodyOf(route: Route, request: Request, response: Response): Promise<unknown> {
  if (route.method === 'get') return {};
  return route.takesBytes === null ? jsonBody(request) : bytesBody(request, response, route.takesBytes);
}

function send(route: Route, response: Response, answer: unknown): void {
  const reply = answer instanceof Reply ? answer : new Reply(answer);
  const body: unknown = reply.body;
  response.status(reply.status ?? route.status).set(reply.headers);
  if (body instanceof Uint8Array) {
    if (reply.headers['Content-Type'] === undefined) response.type(route.produces);
    response.send(body);
    return;
  }
  if (isVersioned(body)) response.set('ETag', `"${body.version}"`);
  response.json(body ?? null);
}

/** How long a reader may leave a streamed answer untaken. */
const patienceMs = 60_000;

async function stream(answer: Streamed, response: Response): Promise<void> {
  await answer.write((headers) => {
    response.setTimeout(patienceMs, () => response.destroy());
    return response.status(200).set(headers);
  });
}

function isVersioned(body: unknown): body is { version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}
