import type { Request, Response } from 'express';
import { type Device, deviceOf } from '../../rules/organisation/device.ts';
import type { Assurance } from '../../rules/organisation/second-step.ts';
import { cookieOf } from './header-values.ts';
import { idleMs, type SessionStore } from './session-store.ts';

/** Somebody whose first factor was right and who owes a second step. */
export interface PendingSignIn {
  operatorId: string;
  credentials: string;
  method: 'password' | 'issuer';
  /** Milliseconds since 1970. */
  until: number;
}

declare module 'express-session' {
  interface SessionData {
    operatorId: string;
    /** Fingerprint of the password the session was opened with: a new password ends it. */
    credentials: string;
    openedAt: number;
    /** When the idle time was last started anew. */
    seenAt: number;
    /** What was shown to open it. */
    assurance: Assurance;
    device: Device;
    pending: PendingSignIn;
  }
}

/** How long a session lives at most. */
export const longestMs = 7 * 24 * 60 * 60 * 1000;
/** The idle time is started anew at most this often, so that a request costs no write. */
const renewMs = 15 * 60 * 1000;
/** How long a second step is waited for. */
const stepMs = 10 * 60 * 1000;
/** A session this young needs no password again before a second factor is added to its account. */
const freshMs = 15 * 60 * 1000;

/** The session of one browser, as sign-in and sign-out use it. */
export interface SessionDoor {
  /** Where the request comes from, for the rate limit. */
  address: string;
  device: Device;
  /** The secret id of this browser's session: never leaves the house. */
  sid: string;
  /** Whether somebody signed in here a short while ago. */
  fresh: boolean;
  /** Who owes a second step here; null when nobody does, or no more. */
  pending: PendingSignIn | null;
  /** Opens a session under a new id, so that an id known beforehand is worth nothing. */
  open(operator: { id: string; credentials: string }, assurance: Assurance): Promise<void>;
  /** Keeps, under a new id, that somebody owes a second step: no session yet. */
  hold(operator: { id: string; credentials: string }, method: PendingSignIn['method']): Promise<void>;
  /** The session goes on under a new id: its owner has shown a second factor. */
  raise(): Promise<void>;
  close(): Promise<void>;
  /** A secret of the way to the issuer and back, kept in this browser only; null takes it away. */
  keepErrand(sealed: string | null): void;
  errand: string | null;
}

/** The session of the browser that sent a request. */
export function sessionDoor(request: Request, response: Response, sessions: SessionStore): SessionDoor {
  const { session } = request;
  const told = () => deviceOf(request.get('user-agent'));
  const settled = (work: (done: (error: unknown) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      work((error) => (error ? reject(error) : resolve()));
    });
  const renewed = async (facts: Partial<typeof session>, maxAgeMs = idleMs) => {
    await settled((done) => request.session.regenerate(done));
    Object.assign(request.session, facts);
    request.session.cookie.maxAge = maxAgeMs;
    sessions.opening(request.session);
    await settled((done) => request.session.save(done));
  };
  return {
    address: request.ip ?? 'unknown',
    get device() {
      return told();
    },
    sid: request.sessionID,
    fresh: Date.now() - (session.openedAt ?? 0) < freshMs,
    pending: session.pending !== undefined && session.pending.until > Date.now() ? session.pending : null,
    open: async ({ id, credentials }, assurance) => {
      const now = Date.now();
      await renewed({ operatorId: id, credentials, openedAt: now, seenAt: now, assurance, device: told() });
    },
    hold: async ({ id, credentials }, method) => {
      const until = Date.now() + stepMs;
      await renewed({ pending: { operatorId: id, credentials, method, until } }, stepMs);
    },
    raise: async () => {
      const { operatorId, credentials, openedAt } = request.session;
      if (operatorId === undefined || credentials === undefined) return;
      await renewed({
        operatorId,
        credentials,
        ...(openedAt === undefined ? {} : { openedAt }),
        seenAt: Date.now(),
        assurance: 'two',
        device: told(),
      });
    },
    close: async () => {
      await settled((done) => request.session.destroy(done));
      response.clearCookie(sessions.cookieName, { path: '/' });
    },
    get errand() {
      return cookieOf(request.get('cookie'), sessions.errandName);
    },
    keepErrand: (sealed) => {
      // comes back with a redirect from another site, which a strict cookie would not
      const kind = { httpOnly: true, sameSite: 'lax', secure: sessions.secure, path: '/' } as const;
      if (sealed === null) response.clearCookie(sessions.errandName, kind);
      else response.cookie(sessions.errandName, sealed, { ...kind, maxAge: stepMs });
    },
  };
}

/** The operator a request claims to be, by its session; null when there is none or it has grown too old. */
export function sessionClaim(
  request: Request,
): { operatorId: string; credentials: string; assurance: Assurance } | null {
  const { operatorId, credentials, openedAt = 0, seenAt = 0, assurance = 'one' } = request.session;
  const now = Date.now();
  if (operatorId === undefined || credentials === undefined || now - openedAt > longestMs) return null;
  if (now - seenAt > renewMs) request.session.seenAt = now;
  return { operatorId, credentials, assurance };
}
