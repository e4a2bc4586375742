import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type pg from 'pg';
import type { ApiSettings } from '../settings.ts';
import { idleMs } from './session-door.ts';

/** Sessions in PostgreSQL behind a signed cookie that scripts cannot read and other sites cannot send. */
export interface SessionStore {
  cookieName: string;
  middleware: RequestHandler;
  close(): Promise<void>;
}

export function openSessionStore(
  settings: Pick<ApiSettings, 'publicUrl' | 'sessionSecret'>,
  pool: pg.Pool,
  complain: (error: unknown) => void,
): SessionStore {
  const secure = settings.publicUrl.startsWith('https:');
  const Store = connectPgSimple(session);
  const store = new Store({
    pool,
    tableName: 'operator_session',
    disableTouch: true, // the idle time is started anew by `sessionClaim`, not by every request
    pruneSessionInterval: 15 * 60,
    errorLog: complain,
  });
  const cookieName = secure ? '__Host-placet' : 'placet';
  const middleware = session({
    name: cookieName,
    secret: settings.sessionSecret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: idleMs },
  });
  return { cookieName, middleware, close: async () => store.close() };
}
