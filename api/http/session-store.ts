import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import type pg from 'pg';
import { readSessionOperator, type SessionOperator, sessionReader } from '../../database/session-rows.ts';
import type { ApiSettings } from '../settings.ts';

/** How long a session lives without a request. */
export const idleMs = 12 * 60 * 60 * 1000;

/** Sessions in PostgreSQL behind a signed cookie that scripts cannot read and other sites cannot send. */
export interface SessionStore {
  cookieName: string;
  /** The cookie of the way to an issuer and back. */
  errandName: string;
  /** Cookies travel by https only. */
  secure: boolean;
  middleware: RequestHandler;
  /** Says that a session is about to be kept for the first time. */
  opening(stored: object): void;
  /** The operator behind a request's session, read with it; null when nobody is signed in. */
  operatorOf(request: Request): SessionOperator | null;
  /** An operator as a session of theirs would be read now. */
  operator(id: string): Promise<SessionOperator | null>;
  close(): Promise<void>;
}

export function openSessionStore(
  settings: Pick<ApiSettings, 'publicUrl' | 'sessionSecret'>,
  pool: pg.Pool,
  complain: (error: unknown) => void,
): SessionStore {
  const secure = settings.publicUrl.startsWith('https:');
  const cookieName = secure ? '__Host-placet' : 'placet';
  const readSession = sessionReader<SessionData>(pool);
  const readWith = new WeakMap<SessionData, SessionOperator>();
  const operators = new WeakMap<Request, SessionOperator>();
  const opening = new WeakSet<object>();

  /**
   * The library's store, but a session is read together with its operator, and one that was ended while a request of
   * it was under way does not come back with that request's end.
   */
  class OperatorSessions extends connectPgSimple(session) {
    override get(sid: string, callback: (error: unknown, stored?: SessionData | null) => void): void {
      readSession(sid).then((row) => {
        if (row?.operator) readWith.set(row.sess, row.operator);
        callback(null, row?.sess ?? null);
      }, callback);
    }

    override set(sid: string, stored: SessionData, callback?: (error?: unknown) => void): void {
      if (opening.delete(stored)) {
        super.set(sid, stored, callback);
        return;
      }
      const { expires } = stored.cookie;
      const until = Math.ceil((expires?.getTime() ?? Date.now() + idleMs) / 1000);
      pool
        .query('update operator_session set sess = $1, expire = to_timestamp($2) where sid = $3', [
          stored,
          until,
          sid,
        ])
        .then(() => callback?.(), callback);
    }

    override createSession(request: Request, stored: SessionData): session.Session & SessionData {
      const operator = readWith.get(stored);
      if (operator !== undefined) operators.set(request, operator);
      return super.createSession(request, stored);
    }
  }

  const store = new OperatorSessions({
    pool,
    tableName: 'operator_session',
    disableTouch: true, // the idle time is started anew by `sessionClaim`, not by every request
    pruneSessionInterval: 15 * 60,
    errorLog: complain,
  });
  const middleware = session({
    name: cookieName,
    secret: settings.sessionSecret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: idleMs },
  });
  return {
    cookieName,
    errandName: secure ? '__Host-placet-errand' : 'placet-errand',
    secure,
    middleware,
    opening: (stored) => void opening.add(stored),
    operatorOf: (request) => operators.get(request) ?? null,
    operator: (id) => readSessionOperator(pool, id),
    close: async () => store.close(),
  };
}
