import type { Selectable } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { MailGate } from '../mail-guard/mail-gate.ts';
import type { VerbCaller } from '../verb.ts';
import { deliverMessage } from './deliver-message.ts';
import { MailRefused } from './mail-refused.ts';
import { openLetter } from './open-letter.ts';
import { type Settlement, settleLetter } from './settle-letter.ts';
import { senderOf, type WrittenLetter, writeLetter } from './write-letter.ts';

/** What a letter needs to leave the house. */
export interface LetterPost {
  smtpUrl: string;
  /** The name the house writes from, in Message-IDs and in the sender of houses without an address. */
  host: string;
  gate: MailGate;
}

/** What became of it: `settled` when it was sent, failed or superseded before; `held` with all mail. */
export type SendOutcome = 'sent' | 'failed' | 'settled' | 'held';

const CONVERSATION_MS = 60_000;
const MARKINGS = 3;

/**
 * Hands a letter to the mail server (verb `send`). Its bytes and Message-ID are kept before the first conversation, and
 * every attempt sends the same. `caller.requestId` names this attempt.
 * @throws MailRefused when the letter may be tried again, Error when its turn has not come or the mail guard cannot be told.
 */
export async function sendLetter(
  caller: VerbCaller,
  input: { letterId: string },
  post: LetterPost,
): Promise<SendOutcome> {
  const letter = await readLetter(caller, input.letterId);
  if (letter === null || (letter.state !== 'owed' && letter.state !== 'sending')) return 'settled';
  const settle = (settlement: Settlement) =>
    settleLetter({ ...caller, requestId: `${caller.requestId}/settle` }, { letterId: letter.id, settlement });
  const written = await bytesOf(letter, post.host);
  if (typeof written === 'string') {
    await settle({ state: 'failed', failure: written });
    return 'failed';
  }
  const raw = await passTheGate(caller, letter, written, post);
  if (raw === 'expired') {
    await settle({ state: 'failed', failure: 'letter.expired' });
    return 'failed';
  }
  if (typeof raw === 'string') return raw;
  try {
    post.gate.letterLeaves();
    await deliverMessage({
      smtpUrl: post.smtpUrl,
      envelope: { from: senderOf(letter, post.host), to: letter.recipient },
      raw,
      timeoutMs: CONVERSATION_MS,
    });
  } catch (error) {
    const settlement = settlementOf(error);
    if (settlement !== null) await settle(settlement);
    if (settlement?.state === 'failed') return 'failed';
    throw error;
  }
  await settle({ state: 'sent' });
  return 'sent';
}

type Letter = Selectable<Schema['letter']> & { message: Uint8Array | null };

async function readLetter(caller: VerbCaller, letterId: string): Promise<Letter | null> {
  const row = await caller.database.read(caller.institutionId, (db) =>
    db
      .selectFrom('letter')
      .leftJoin('letter_content', (join) =>
        join
          .onRef('letter_content.letter_id', '=', 'letter.id')
          .onRef('letter_content.at', '=', 'letter.created_at'),
      )
      .selectAll('letter')
      .select('letter_content.message')
      .where('letter.id', '=', letterId)
      .executeTakeFirst(),
  );
  return row ?? null;
}

/** The letter's bytes when none are kept yet; a text when no letter can be made of what it says. */
async function bytesOf(letter: Letter, host: string): Promise<WrittenLetter | null | string> {
  if (letter.message !== null) return null;
  try {
    return await writeLetter(letter, host);
  } catch (error) {
    if (error instanceof RangeError) return `letter.unwritable: ${error.message}`;
    throw error;
  }
}

/**
 * Asks under the letter's lock, and has the guard told when it must be before this letter may leave. Answers the bytes
 * to send: those that are kept.
 */
async function passTheGate(
  caller: VerbCaller,
  letter: Letter,
  written: WrittenLetter | null,
  { host, gate }: LetterPost,
): Promise<Buffer | 'held' | 'settled' | 'expired'> {
  const { id: letterId, recipient } = letter;
  for (let asked = 0; asked < MARKINGS; asked += 1) {
    const requestId = `${caller.requestId}/open/${asked}`;
    const answer = await openLetter(
      { ...caller, requestId },
      { letterId, recipient, written, host },
      gate.known(),
    );
    switch (answer.opening) {
      case 'open':
        return answer.ours && written !== null ? written.message : keptMessage(caller, letter);
      case 'held':
      case 'settled':
      case 'expired':
        return answer.opening;
      case 'changed':
        throw new Error('The letter is for another recipient now.');
      case 'notItsTurn':
        throw new Error('An earlier letter of the same option goes first.');
      case 'unmarked':
        await gate.pass(letter.number);
    }
  }
  throw new Error('The mark of the mail guard keeps moving.');
}

/** The bytes as they are kept: another attempt may have kept its own before ours. */
async function keptMessage(caller: VerbCaller, letter: Letter): Promise<Buffer> {
  if (letter.message !== null) return Buffer.from(letter.message);
  const { message } = await caller.database.read(caller.institutionId, (db) =>
    db
      .selectFrom('letter_content')
      .select('message')
      .where('letter_id', '=', letter.id)
      .where('at', '=', letter.created_at)
      .executeTakeFirstOrThrow(),
  );
  return Buffer.from(message);
}

/** What a failure means for the letter; null when it says nothing about it (the database, the guard, its turn). */
function settlementOf(error: unknown): Settlement | null {
  if (!(error instanceof MailRefused)) return null;
  if (error.permanent) return { state: 'failed', failure: error.message };
  return { state: nobodyKeptIt(error) ? 'owed' : 'sending', failure: error.message };
}

/** True when the server itself said no, or was never reached. */
function nobodyKeptIt({ code, cause }: MailRefused): boolean {
  if (code === 'mail.deferred' || code === 'mail.serverRefused') return true;
  const syscall = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'syscall') : undefined;
  return syscall === 'connect' || syscall === 'getaddrinfo';
}
