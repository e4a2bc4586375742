import type { Request } from 'express';
import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import type { Session } from './session.ts';

/** What the doors found out about a request before a route answers it. */
export interface RequestFacts {
  /** Names the request in the log and in a 500. */
  requestId: string;
  /** The route's template, such as `/api/options/{id}`: metrics and logs never carry the real address. */
  route: string;
  /** The language of the answers: asked for by the browser, else the operator's or the contact's. */
  locale: LetterLanguage | null;
  session: Session | null;
}

const known = new WeakMap<Request, RequestFacts>();

/** Starts the facts of a request. */
export function rememberRequest(request: Request, facts: RequestFacts): void {
  known.set(request, facts);
}

/** The facts of a request that came through the first door. */
export function factsOf(request: Request): RequestFacts {
  const facts = known.get(request);
  if (facts === undefined) throw new Error('The request did not come through the first door.');
  return facts;
}
