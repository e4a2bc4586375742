import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import { type AccessSnapshot, isAccessSnapshot } from '../../rules/letters/access-letter.ts';
import { isWrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import { renderAccessLetter } from './access-letter.ts';
import { composeMessage } from './compose-message.ts';
import { calendarName, letterCalendar } from './letter-calendar.ts';
import { isMailAddress } from './mail-address.ts';
import { documentName, renderDocument } from './render-document.ts';
import { renderLetter } from './render-letter.ts';

/**
 * The bytes of a letter, made once and kept: what is sent, however often, and what people are shown. A letter without a
 * usable address has no message (no bytes) and can be printed all the same.
 */
export interface WrittenLetter {
  subject: string;
  html: string;
  message: Buffer;
  document: Buffer;
}

type LetterRow = Pick<Selectable<Schema['letter']>, 'id' | 'kind' | 'recipient' | 'snapshot'>;

/** The Message-ID of a letter: one for its whole life. `host` is the name the house writes from. */
export function messageIdOf(letterId: string, host: string): string {
  return `<${letterId}@${host}>`;
}

/** Whom a letter is from: its organisation's address, or one that nobody reads when it has none. */
export function senderOf({ snapshot }: Pick<LetterRow, 'snapshot'>, host: string): string {
  return snapshot.organisation.email ?? `no-reply@${host}`;
}

/** The host of an address of the product, as mail can name it. */
export function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return isMailAddress(`no-reply@${hostname}`) ? hostname : 'localhost';
}

/**
 * Makes the bytes of a letter from its snapshot.
 * @throws RangeError when the snapshot holds a value no letter can be made of, or its kind has no words.
 */
export async function writeLetter(letter: LetterRow, host: string): Promise<WrittenLetter> {
  const { id, kind, recipient, snapshot } = letter;
  if (isAccessSnapshot(snapshot)) return writeAccess({ ...letter, snapshot }, host);
  if (!isWrittenLetterKind(kind)) throw new RangeError(`A letter of kind ${kind} has no words.`);
  const rendered = renderLetter(kind, snapshot);
  const document = await renderDocument(kind, snapshot);
  const sender = senderOf(letter, host);
  const written = { subject: rendered.subject, html: rendered.html, document };
  if (!isMailAddress(recipient) || !isMailAddress(sender)) return { ...written, message: Buffer.alloc(0) };
  const calendar = letterCalendar(kind, snapshot, host);
  const message = await composeMessage({
    letter: {
      id,
      kind,
      to: { name: snapshot.test === true ? null : snapshot.contact.name, address: recipient },
      test: snapshot.test === true,
      from: { name: snapshot.organisation.name, address: sender },
      replyTo: null,
      messageId: messageIdOf(id, host),
      date: snapshot.issuedAt,
    },
    rendered,
    pdf: { fileName: documentName(snapshot), content: document },
    calendar: calendar === null ? null : { fileName: calendarName(snapshot), content: Buffer.from(calendar) },
  });
  return { ...written, message };
}

/** A letter with a one-time link has no document. */
async function writeAccess(
  letter: LetterRow & { snapshot: AccessSnapshot },
  host: string,
): Promise<WrittenLetter> {
  const { id, kind, recipient, snapshot } = letter;
  const rendered = renderAccessLetter(snapshot);
  const sender = senderOf(letter, host);
  const written = { subject: rendered.subject, html: rendered.html, document: Buffer.alloc(0) };
  if (!isMailAddress(recipient) || !isMailAddress(sender)) return { ...written, message: Buffer.alloc(0) };
  const message = await composeMessage({
    letter: {
      id,
      kind,
      to: { name: snapshot.contact.name, address: recipient },
      from: { name: snapshot.organisation.name, address: sender },
      replyTo: null,
      messageId: messageIdOf(id, host),
      date: snapshot.issuedAt,
    },
    rendered,
    pdf: null,
  });
  return { ...written, message };
}
