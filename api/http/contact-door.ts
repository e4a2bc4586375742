import type { Request, Response } from 'express';
import { closeContactSession } from '../../activities/contacts/access/close-contact-session.ts';
import { contactCaller } from '../../activities/contacts/access/contact-caller.ts';
import { findContactSession } from '../../activities/contacts/access/find-contact-session.ts';
import { Problem } from '../../activities/problem.ts';
import type { Database } from '../../database/database.ts';
import { readWithin } from '../../database/read-models/scoped.ts';
import { type AccessFacts, actsFor, contactSessionHours } from '../../rules/contacts/contact-access.ts';
import { type LetterLanguage, letterLanguage } from '../../rules/letters/letter-language.ts';
import { cookieOf, requestIdOf, versionOf } from './header-values.ts';

/** The session of a contact in one browser: another cookie and another table than those of operators. */
export interface ContactDoor {
  /** Keeps the secret of a session in this browser, out of reach of scripts and of other sites. */
  keep(secret: string): void;
  /** Ends the session of this browser, if there is one. */
  close(): Promise<void>;
}

/** A contact's cookie: where it is kept, and how it travels. */
function cookieKind(secure: boolean) {
  return {
    name: secure ? '__Host-placet-contact' : 'placet-contact',
    kind: { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const,
  };
}

/** The contact's side of the browser that sent a request. */
export function contactDoor(
  request: Request,
  response: Response,
  { database, secure }: { database: Database; secure: boolean },
): ContactDoor {
  const { name, kind } = cookieKind(secure);
  return {
    keep: (secret) => response.cookie(name, secret, { ...kind, maxAge: contactSessionHours * 3_600_000 }),
    close: async () => {
      const secret = cookieOf(request.get('cookie'), name);
      if (secret !== null) await closeContactSession(database, secret);
      response.clearCookie(name, kind);
    },
  };
}

/** The contact behind a request, as the database knows them now; null when nobody is. */
export async function contactOf(
  request: Request,
  { database, secure }: { database: Database; secure: boolean },
): Promise<AccessFacts | null> {
  const secret = cookieOf(request.get('cookie'), cookieKind(secure).name);
  return secret === null ? null : findContactSession(database, secret);
}

/** A contact's request: of the house they reach what is theirs, by the verbs and read models made for them. */
export function inTheirSpace(
  route: { readonly version: 'required' | 'optional' | 'none' },
  request: Request,
  contact: AccessFacts,
  { database, locale }: { database: Database; locale: LetterLanguage },
) {
  const ifMatch = route.version === 'none' ? null : versionOf(request.get('if-match'));
  if (route.version === 'required' && ifMatch === null) throw new Problem('record.versionRequired');
  const caller = contactCaller(database, contact, requestIdOf(request.get('idempotency-key')));
  const { organisationIds } = caller.actor;
  const scope = { institutionId: contact.institutionId, organisationIds, locale };
  return {
    contact,
    database,
    locale,
    ifMatch,
    caller: () => caller,
    read: <T>(work: Parameters<typeof readWithin<T>>[2]) => readWithin(database, scope, work),
  };
}

/** The language a contact is spoken to in: theirs; French to who is not in yet. */
export function contactLocale(contact: AccessFacts | null): LetterLanguage {
  return contact === null ? 'fr' : letterLanguage(actsFor(contact).locale);
}
