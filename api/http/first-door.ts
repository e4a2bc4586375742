import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { type LetterLanguage, letterLanguages } from '../../rules/letters/letter-language.ts';
import { locales } from '../../rules/messages/locale.ts';
import { acceptedOf } from './header-values.ts';
import type { Metrics } from './metrics.ts';
import { type RequestFacts, rememberRequest } from './request-facts.ts';

/** Names every request, times it, and writes one line about it when it is answered: never a person's data. */
export function firstDoor(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const facts: RequestFacts = {
      requestId: randomUUID(),
      route: 'none',
      locale: acceptedOf(spokenAt(request.path), request.get('accept-language')),
      session: null,
    };
    rememberRequest(request, facts);
    response.set('X-Request-Id', facts.requestId);
    response.set('Cache-Control', 'no-store');
    response.on('close', () => {
      const ms = performance.now() - startedAt;
      const { method } = request;
      const status = response.statusCode;
      metrics.observe(method, facts.route, status, ms / 1000);
      const line = { requestId: facts.requestId, method, route: facts.route, status, ms: Math.round(ms) };
      if (status >= 500) log.warn(line, 'answered');
      else log.info(line, 'answered');
    });
    next();
  };
}

/** At their own doors contacts are spoken to in more languages than the house speaks. */
function spokenAt(path: string): readonly LetterLanguage[] {
  return path.startsWith('/api/contact-space/') ? letterLanguages : locales;
}
