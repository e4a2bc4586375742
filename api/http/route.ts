import type { Writable } from 'node:stream';
import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { AccessFacts } from '../../rules/contacts/contact-access.ts';
import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { Right } from '../../rules/options/rights.ts';
import type { ContactDoor } from './contact-door.ts';
import { fieldErrors } from './problems.ts';
import type { Session } from './session.ts';
import type { SessionDoor } from './session-door.ts';

/** Whether If-Match must name the version of the record, may, or means nothing. */
export type VersionNeed = 'required' | 'optional' | 'none';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** An answer with its own status, headers or bytes; everything else a handler returns is sent as JSON. */
export class Reply<Body> {
  readonly body: Body;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: Body, options: { status?: number; headers?: Readonly<Record<string, string>> } = {}) {
    this.body = body;
    this.status = options.status ?? null;
    this.headers = options.headers ?? {};
  }
}

/** Schema of an answer or a body that is bytes: name `produces`, or `takesBytes`, in the route. */
export const Bytes = z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' });

/**
 * An answer that is written while it is made, no faster than it is taken. What fails before `begin` is told as a
 * problem; what fails after it breaks the connection, so that nobody takes a part for the whole.
 */
export class Streamed {
  readonly write: (begin: (headers: Readonly<Record<string, string>>) => Writable) => Promise<void>;

  constructor(write: (begin: (headers: Readonly<Record<string, string>>) => Writable) => Promise<void>) {
    this.write = write;
  }
}

/** Schema of an answer that is bytes and written while they are made. */
export const StreamedBytes = z.instanceof(Streamed).meta({ type: 'string', format: 'binary' });

/** Nothing is accepted. */
const Nothing = z.strictObject({});

/** What a handler is given: everything parsed, nobody unknown. */
export interface RouteRequest<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  session: Session;
  /** Institution and organisations in which the operator holds the route's right. */
  scope: Scope;
  database: Database;
  locale: Locale;
  /** The session of this browser. */
  door: SessionDoor;
  /** The version named by If-Match; null when there is none (never on PUT and DELETE, unless the route says so). */
  ifMatch: number | null;
  /**
   * The caller of a verb: the operator, restricted to where they hold the route's right, and these besides, with the
   * request's Idempotency-Key. @throws Problem `request.forbidden` when they hold them together nowhere
   */
  caller(...also: readonly Right[]): VerbCaller;
  /** Aborted when the reader has gone before the answer: for work that would be in vain. */
  gone(): AbortSignal;
  /** Reads inside the wall, in one transaction. */
  read<T>(work: (db: Queries, scope: Scope) => Promise<T>): Promise<T>;
}

/** What a handler of a public route is given: nobody needs to be signed in. */
export interface PublicRequest<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  session: Session | null;
  database: Database;
  locale: Locale;
  /** Opens and closes the session of this browser. */
  door: SessionDoor;
  /** The session of a contact in this browser. */
  contactDoor: ContactDoor;
  /** What an operator would see of themselves now; null when they may not be in, or have another password now. */
  sessionFor(sought: {
    id: string;
    credentials?: string;
  }): Promise<{ session: Session; credentials: string } | null>;
}

/** What a handler of a contact's own route is given. */
export interface ContactRequest<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  /** Who is in, for whom, and through which channels. */
  contact: AccessFacts;
  database: Database;
  locale: LetterLanguage;
  contactDoor: ContactDoor;
  ifMatch: number | null;
  /** The contact as the caller of a verb, with the request's Idempotency-Key. */
  caller(): VerbCaller;
  /** Reads inside the wall, in one transaction; what is not the contact's own is left out by what is asked. */
  read<T>(work: (db: Queries, scope: Scope) => Promise<T>): Promise<T>;
}

/** Statuses and what they carry. */
type Answers = Readonly<Record<number, z.ZodType>>;
type AnswerOf<A extends Answers> = z.output<A[keyof A]>;

interface RouteShape<A extends Answers, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  method: Method;
  /** As in OpenAPI: `/api/options/{id}/place`. */
  path: string;
  summary: string;
  description?: string;
  tags: readonly string[];
  params?: P;
  query?: Q;
  body?: B;
  /** The body is a file of at most so many bytes, handed over as it came; its schema is `Bytes`. */
  takesBytes?: number;
  /** Such a file may call itself JSON: it is then not read as a small body of ours. */
  bytesMayBeJson?: boolean;
  /** Answers besides problems. The first status is sent unless `status` or a `Reply` says another. */
  answers: A;
  status?: number;
  /** Content type of an answer that is not JSON. */
  produces?: string;
  /** The answer is large or asked for again and again: tagged by its content (304 to who has it), compressed. */
  large?: boolean;
  /** It may be tried only so often: the document says so. */
  limited?: boolean;
  /** PUT and DELETE need a version and the others may name one, unless something else is said here. */
  version?: VersionNeed;
}

type Handler<Request, A extends Answers> = (request: Request) => Promise<AnswerOf<A> | Reply<AnswerOf<A>>>;

interface SignedInRoute<A extends Answers, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>
  extends RouteShape<A, P, Q, B> {
  /** The right it needs; `session`: every signed-in operator. */
  right: Right | 'session';
  handle: Handler<RouteRequest<z.output<P>, z.output<Q>, z.output<B>>, A>;
}

interface ContactRoute<A extends Answers, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>
  extends RouteShape<A, P, Q, B> {
  handle: Handler<ContactRequest<z.output<P>, z.output<Q>, z.output<B>>, A>;
}

interface PublicRoute<A extends Answers, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>
  extends RouteShape<A, P, Q, B> {
  /** A write that need not carry X-Requested-With: nobody is signed in whom another site could speak for. */
  fromAnywhere?: boolean;
  handle: Handler<PublicRequest<z.output<P>, z.output<Q>, z.output<B>>, A>;
}

/** The raw parts of a request, before the route's schemas have seen them. */
export interface RawParts {
  params: unknown;
  query: unknown;
  body: unknown;
}

type Parsed = { params: unknown; query: unknown; body: unknown };

/** A declared route, its types folded away: what the server mounts and OpenAPI describes. */
export interface Route {
  method: Method;
  path: string;
  summary: string;
  description: string | null;
  tags: readonly string[];
  right: Right | 'session' | 'public' | 'contact';
  status: number;
  produces: string;
  large: boolean;
  takesBytes: number | null;
  bytesMayBeJson: boolean;
  version: VersionNeed;
  fromAnywhere: boolean;
  limited: boolean;
  schemas: { params: z.ZodType; query: z.ZodType; body: z.ZodType | null; answers: Answers };
  /** Parses and answers. @throws Problem `request.invalid`, or the handler's own */
  answer(
    parts: RawParts,
    context: Omit<RouteRequest<unknown, unknown, unknown>, keyof Parsed> | null,
    open: Omit<PublicRequest<unknown, unknown, unknown>, keyof Parsed>,
    contact: Omit<ContactRequest<unknown, unknown, unknown>, keyof Parsed> | null,
  ): Promise<unknown>;
}

/**
 * Declares a route for signed-in operators: its right, its schemas and its answer in one object, from which the
 * handler and the OpenAPI document are made. Objects must be strict (`z.strictObject`): unknown keys are refused.
 */
export function defineRoute<
  A extends Answers,
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
  B extends z.ZodType = typeof Nothing,
>(route: SignedInRoute<A, P, Q, B>): Route {
  const parse = parserOf(route);
  return {
    ...commonParts(route),
    right: route.right,
    fromAnywhere: false,
    answer: (parts, context) => {
      if (context === null) throw new Error('The door let nobody in.');
      return route.handle({ ...context, ...parse(parts) });
    },
  };
}

/** Declares a route that needs nobody to be signed in: sign-in itself, the demo's accounts. */
export function definePublicRoute<
  A extends Answers,
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
  B extends z.ZodType = typeof Nothing,
>(route: PublicRoute<A, P, Q, B>): Route {
  const parse = parserOf(route);
  return {
    ...commonParts(route),
    right: 'public',
    fromAnywhere: route.fromAnywhere ?? false,
    answer: (parts, _context, open) => route.handle({ ...open, ...parse(parts) }),
  };
}

/**
 * Declares a route for contacts in their own space. No operator's session opens it, whatever its rights, and no contact's
 * session opens any other.
 */
export function defineContactRoute<
  A extends Answers,
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
  B extends z.ZodType = typeof Nothing,
>(route: ContactRoute<A, P, Q, B>): Route {
  const parse = parserOf(route);
  return {
    ...commonParts(route),
    right: 'contact',
    fromAnywhere: false,
    answer: (parts, _context, _open, contact) => {
      if (contact === null) throw new Error('The door let nobody in.');
      return route.handle({ ...contact, ...parse(parts) });
    },
  };
}

function parserOf<A extends Answers, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: RouteShape<A, P, Q, B>,
): (parts: RawParts) => { params: z.output<P>; query: z.output<Q>; body: z.output<B> } {
  const { params, query, body } = route;
  return (parts) => ({
    params: parsePart(params, parts.params),
    query: parsePart(query, parts.query),
    body: parsePart(body, parts.body),
  });
}

// a part without a schema has the type of `Nothing`: the overload says what the compiler cannot see
function parsePart<S extends z.ZodType>(schema: S | undefined, value: unknown): z.output<S>;
function parsePart(schema: z.ZodType | undefined, value: unknown): unknown {
  const parsed = (schema ?? Nothing).safeParse(value ?? {}, { reportInput: true });
  if (!parsed.success) throw new Problem('request.invalid', { errors: fieldErrors(parsed.error) });
  return parsed.data;
}

function commonParts<A extends Answers, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: RouteShape<A, P, Q, B>,
): Omit<Route, 'right' | 'fromAnywhere' | 'answer'> {
  const first = Object.keys(route.answers)[0];
  const changes = route.method === 'put' || route.method === 'delete';
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    description: route.description ?? null,
    tags: route.tags,
    status: route.status ?? Number(first ?? 200),
    produces: route.produces ?? 'application/json',
    large: route.large ?? false,
    takesBytes: route.takesBytes ?? null,
    bytesMayBeJson: route.bytesMayBeJson ?? false,
    limited: route.limited ?? false,
    version: route.version ?? (changes ? 'required' : 'optional'),
    schemas: {
      params: route.params ?? Nothing,
      query: route.query ?? Nothing,
      body: route.body ?? null,
      answers: route.answers,
    },
  };
}
