import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Problem } from '../activities/problem.ts';
import type { Database } from '../database/database.ts';
import { mountConsole } from './http/console.ts';
import { mountDocumentation } from './http/documentation.ts';
import { mountRoutes } from './http/door.ts';
import { firstDoor } from './http/first-door.ts';
import { acceptedLocale } from './http/header-values.ts';
import { jsonReader } from './http/json-body.ts';
import type { Metrics } from './http/metrics.ts';
import { problemHandler } from './http/problems.ts';
import { lookAround } from './http/readiness.ts';
import { factsOf } from './http/request-facts.ts';
import type { Route } from './http/route.ts';
import type { SessionStore } from './http/session-store.ts';
import type { ApiSettings } from './settings.ts';

/** The parts the api is made of. */
export interface Parts {
  database: Database;
  sessions: SessionStore;
  metrics: Metrics;
  log: Logger;
}

/** Puts the doors together, in the order in which a request meets them. */
export function createApp(settings: ApiSettings, parts: Parts, routes: readonly Route[]): Express {
  const { database, sessions, metrics, log } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // records say their version themselves
  // behind https there is always a proxy of ours; without one, nobody's word about addresses is taken
  const secure = settings.publicUrl.startsWith('https:');
  app.set('trust proxy', secure ? ['loopback', 'linklocal', 'uniquelocal'] : false);
  app.use(firstDoor(log, metrics));
  app.use(securityHeaders(secure));
  mountMonitoring(app, settings, parts);
  app.use('/api', jsonReader(routes), sessions.middleware);
  mountRoutes(app, routes, { database, demo: settings.demo, sessions });
  mountDocumentation(app, routes, settings.publicUrl);
  app.use('/api', () => {
    throw new Problem('request.notFound');
  });
  if (settings.consoleDir !== null) mountConsole(app, settings.consoleDir);
  app.use(() => {
    throw new Problem('request.notFound');
  });
  app.use(problemHandler(log, localeOf, (request) => factsOf(request).requestId));
  return app;
}

/** Routes know the operator's language; what fails before them has only the browser's. */
function localeOf(request: Request) {
  return factsOf(request).locale ?? acceptedLocale(request.get('accept-language')) ?? 'fr';
}

/** The same headers with every answer: written down once by helmet, and copied. */
function securityHeaders(secure: boolean): RequestHandler {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  helmetFor(secure)(sample.req, sample, () => undefined);
  const headers = new Map(Object.entries(sample.getHeaders()).map(([name, value]) => [name, String(value)]));
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
}

/** Our own origin and nothing else: no inline script, no frame but our own, no outside address. */
function helmetFor(secure: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"], // the console's component library writes its styles into the page
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
  });
}

/** What machines ask: alive, able to serve, figures. No session, no language. */
function mountMonitoring(app: Express, settings: ApiSettings, { database, metrics }: Parts): void {
  const plain = (response: Response) => response.set('Cache-Control', 'no-store');
  app.get('/healthz', (_request, response) => {
    plain(response).json({ status: 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    const readiness = await lookAround(database, settings.temporalAddress);
    plain(response)
      .status(readiness.status === 'unavailable' ? 503 : 200)
      .json(readiness);
  });
  app.get('/metrics', async (_request, response) => {
    const text = await metrics.text();
    plain(response).type(metrics.contentType).send(text);
  });
}
