import { MailRefused } from '../../../activities/letters/mail-refused.ts';
import { sendLetter } from '../../../activities/letters/send-letter.ts';
import { advanceMark } from '../../../activities/mail-guard/advance-mark.ts';
import type { MailGate } from '../../../activities/mail-guard/mail-gate.ts';
import { type MailMark, readMark } from '../../../activities/mail-guard/mail-mark.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';

/** Where the letters of the season are handed over. */
export interface DemoMail {
  smtpUrl: string;
  /** The name the house writes from. */
  host: string;
}

/** The post of the season: its letters leave on the day they were owed, while the season goes on. */
export interface DemoPost {
  /** Has the letters that an option owes now leave a minute later, by the season's clock. */
  send(optionId: string, at: string): void;
  /** The letters of an option have left. */
  settled(optionId: string): Promise<void>;
  /** All have. */
  finished(): Promise<void>;
}

/** Without a mail server the letters stay owed, and the worker sends them when it starts. */
export const noPost: DemoPost = {
  send: () => undefined,
  settled: () => Promise.resolve(),
  finished: () => Promise.resolve(),
};

const MINUTE_MS = 60_000;

/**
 * Hands the season's letters to the mail server for real: the same bytes, the same rows, the same history as any letter,
 * only by the season's clock. At the first failure the mail server is left alone: what is owed then the worker sends.
 */
export function demoPost(
  database: Database,
  caller: (key: string, now: string) => VerbCaller,
  mail: DemoMail,
): DemoPost {
  const gate = freshGate(database);
  const underway = new Map<string, Promise<void>>();
  let open = true;

  const sendAll = async (optionId: string, at: string): Promise<void> => {
    const now = new Date(Date.parse(at) + MINUTE_MS).toISOString();
    const { institutionId } = caller('', now);
    const owed = await database.read(institutionId, (db) =>
      db
        .selectFrom('letter')
        .select('id')
        .where('option_id', '=', optionId)
        .where('state', 'in', ['owed', 'sending'])
        .orderBy('number')
        .execute(),
    );
    for (const { id } of owed) {
      if (!open) return;
      await sendLetter(caller(`letter/${id}`, now), { letterId: id }, { ...mail, gate }).catch((error) => {
        if (!(error instanceof MailRefused)) throw error;
        open = false;
      });
    }
  };
  return {
    send: (optionId, at) => {
      if (!open) return;
      const sent = (underway.get(optionId) ?? Promise.resolve()).then(() => sendAll(optionId, at));
      sent.catch(() => undefined); // told by `settled` and `finished`
      underway.set(optionId, sent);
    },
    settled: async (optionId) => underway.get(optionId),
    finished: async () => {
      await Promise.all(underway.values());
    },
  };
}

/**
 * The gate of a database that was made a moment ago: none of its letters can have left before, so its mark is kept
 * here and the mail guard learns of it when the worker starts.
 */
function freshGate(database: Database): MailGate {
  let known: MailMark | null = null;
  return {
    known: () => known,
    pass: async (letterNumber) => {
      await advanceMark(database, letterNumber);
      const { identity, mark, letter } = await readMark(database.queries());
      known = { identity, mark, letter };
    },
    letterLeaves: () => undefined,
  };
}
