import type { Request, Response } from 'express';

declare module 'express-session' {
  interface SessionData {
    operatorId: string;
    /** Fingerprint of the password the session was opened with: a new password ends it. */
    credentials: string;
    openedAt: number;
    /** When the idle time was last started anew. */
    seenAt: number;
  }
}

/** How long a session lives without a request, and at most. */
export const idleMs = 12 * 60 * 60 * 1000;
const longestMs = 7 * 24 * 60 * 60 * 1000;
/** The idle time is started anew at most this often, so that a request costs no write. */
const renewMs = 15 * 60 * 1000;

/** The session of one browser, as sign-in and sign-out use it. */
export interface SessionDoor {
  /** Where the request comes from, for the rate limit. */
  address: string;
  /** Opens a session under a new id, so that an id known beforehand is worth nothing. */
  open(operator: { id: string; credentials: string }): Promise<void>;
  close(): Promise<void>;
}

/** The session of the browser that sent a request. */
export function sessionDoor(request: Request, response: Response, cookieName: string): SessionDoor {
  const settled = (work: (done: (error: unknown) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      work((error) => (error ? reject(error) : resolve()));
    });
  return {
    address: request.ip ?? 'unknown',
    open: async ({ id, credentials }) => {
      await settled((done) => request.session.regenerate(done));
      const now = Date.now();
      Object.assign(request.session, { operatorId: id, credentials, openedAt: now, seenAt: now });
      await settled((done) => request.session.save(done));
    },
    close: async () => {
      await settled((done) => request.session.destroy(done));
      response.clearCookie(cookieName, { path: '/' });
    },
  };
}

/** The operator a request claims to be, by its session; null when there is none or it has grown too old. */
export function sessionClaim(request: Request): { operatorId: string; credentials: string } | null {
  const { operatorId, credentials, openedAt = 0, seenAt = 0 } = request.session;
  const now = Date.now();
  if (operatorId === undefined || credentials === undefined || now - openedAt > longestMs) return null;
  if (now - seenAt > renewMs) request.session.seenAt = now;
  return { operatorId, credentials };
}
