import { randomUUID } from 'node:crypto';
import { mailServerAnswers } from '../../activities/letters/mail-server-answers.ts';
import type { Database } from '../../database/database.ts';
import { forgetWorker, writeWorkerBeat } from '../../database/worker-beats.ts';
import type { Log } from './log.ts';

const BEAT_MS = 10_000;
const MAIL_MS = 60_000;

export interface HeartbeatSettings {
  database: Database;
  smtpUrl: string;
  log: Log;
  /** A mail server that answers is not greeted more often than this; a minute when nothing is said. */
  mailEveryMs?: number;
}

/** The sign of life of this worker process. */
export interface Heartbeat {
  /** Says whether it works with Temporal now. */
  connected(yes: boolean): void;
  /** Ends it in good order: the worker is forgotten, not missed. */
  stop(): Promise<void>;
}

/**
 * Writes every ten seconds that this process lives, whether it works with Temporal, and whether its mail server
 * answers (asked once a minute while it does). It says what it finds and is never in the way: a beat that cannot be written is left out.
 */
export function startHeartbeat({
  database,
  smtpUrl,
  log,
  mailEveryMs = MAIL_MS,
}: HeartbeatSettings): Heartbeat {
  const id = randomUUID();
  let mail: 'ok' | 'unreachable' = 'unreachable';
  let mailAskedAt = Number.NEGATIVE_INFINITY;
  let connected = false;
  let last: Promise<void> = Promise.resolve();
  let beating = false;
  const beat = async () => {
    if (beating) return;
    beating = true;
    try {
      if (mail === 'unreachable' || performance.now() - mailAskedAt >= mailEveryMs) {
        mail = (await mailServerAnswers(smtpUrl)) ? 'ok' : 'unreachable';
        mailAskedAt = performance.now();
      }
      await writeWorkerBeat(database, { id, temporal: connected ? 'ok' : 'unreachable', mail });
    } catch (error) {
      log.debug({ err: error }, 'a sign of life could not be written');
    } finally {
      beating = false;
    }
  };
  const again = () => {
    last = beat();
  };
  const timer = setInterval(again, BEAT_MS).unref();
  again();
  return {
    connected: (yes) => {
      connected = yes;
      again();
    },
    stop: async () => {
      clearInterval(timer);
      await last;
      await forgetWorker(database, id).catch((error: unknown) =>
        log.debug({ err: error }, 'the sign of life could not be taken back'),
      );
    },
  };
}
