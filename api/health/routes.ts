import type { Database } from '../../database/database.ts';
import { type MailHold, readMailHold } from '../../database/mail-hold.ts';
import { lastGaugeCheck } from '../../database/read-models/gauge-checks.ts';
import { readLetterFigures, readNextDeadlines } from '../../database/read-models/health.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { systemFigures } from '../../database/system-figures.ts';
import { readWorkerBeats } from '../../database/worker-beats.ts';
import {
  judgeDeadlines,
  judgeGaugeCheck,
  judgeLetters,
  judgeMailServer,
  judgeRelay,
  judgeTemporal,
  judgeWorker,
  worstOf,
} from '../../rules/health/judge.ts';
import type { Right } from '../../rules/options/rights.ts';
import { temporalAnswers } from '../http/readiness.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { type Session, scopeOf } from '../http/session.ts';
import { HealthBody } from './schema.ts';

const nextDeadlines = 8;
const startedAt = new Date(Date.now() - performance.now()).toISOString();

type Read = <T>(work: (db: Queries, scope: Scope) => Promise<T>) => Promise<T>;

/** What hangs on a right of its own; null where the reader does not hold it. */
async function forRight<T>(
  session: Session,
  right: Right,
  read: Read,
  work: (db: Queries, scope: Scope) => Promise<T>,
): Promise<T | null> {
  if (!session.rights.includes(right)) return null;
  return read((db) => work(db, scopeOf(session, right)));
}

/** The machinery, the same for everyone: api, worker, Temporal, mail server, relay, mail hold. */
async function machinery(database: Database, temporalAddress: string, hold: MailHold) {
  const [beats, figures, reached] = await Promise.all([
    readWorkerBeats(database),
    systemFigures(database),
    temporalAnswers(temporalAddress),
  ]);
  const sign = beats[0] ?? null;
  const mail = judgeMailServer(sign);
  return {
    api: { state: 'good' as const, startedAt },
    worker: {
      state: judgeWorker(sign),
      count: beats.filter((beat) => judgeWorker(beat) !== 'broken').length,
      beatAt: sign?.beatAt ?? null,
      startedAt: sign?.startedAt ?? null,
    },
    temporal: { state: judgeTemporal(reached, sign) },
    mailServer: { state: mail, known: mail !== 'look' },
    relay: {
      state: judgeRelay(figures.outboxOldestSeconds),
      waiting: figures.outboxJobs,
      oldestSeconds: figures.outboxOldestSeconds,
    },
    mailHold: { state: hold.held ? ('broken' as const) : ('good' as const), since: hold.since },
  };
}

/** What the reader's own house waits for. */
async function house(session: Session, read: Read, now: number) {
  const letters = await forRight(session, 'letters.letters:read', read, readLetterFigures);
  const rows = await forRight(session, 'options.seats.requests:read', read, (db, scope) =>
    readNextDeadlines(db, scope, nextDeadlines),
  );
  const mayCheck = session.rights.includes('stock.gauge-check:read');
  const check = await forRight(session, 'stock.gauge-check:read', read, lastGaugeCheck);
  const age = (at: string) => (now - Date.parse(at)) / 1_000;
  return {
    letters: letters === null ? null : { ...letters, state: judgeLetters(letters) },
    deadlines:
      rows === null
        ? null
        : {
            rows,
            state: judgeDeadlines({ lateSeconds: rows[0] === undefined ? 0 : age(rows[0].nextActionAt) }),
          },
    gaugeCheck: mayCheck
      ? {
          state: judgeGaugeCheck(
            check === null ? null : { ageSeconds: age(check.checkedAt), drift: check.drift.length },
          ),
          checkedAt: check?.checkedAt ?? null,
          rows: check?.rows ?? 0,
          drift: check?.drift.length ?? 0,
        }
      : null,
  };
}

/** Whether everything works, in one answer. */
export function healthRoutes({ temporalAddress }: { temporalAddress: string }): readonly Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/health-overview',
      summary: 'Whether everything works: processes, relay, letters, due dates, last recount',
      tags: ['health'],
      right: 'letters.mail-hold:read',
      answers: { 200: HealthBody },
      handle: async ({ session, database, read }) => {
        const now = Date.now();
        const hold = await read(readMailHold);
        const parts = {
          ...(await machinery(database, temporalAddress, hold)),
          ...(await house(session, read, now)),
        };
        const states = Object.values(parts).flatMap((part) => (part === null ? [] : [part.state]));
        return { at: new Date(now).toISOString(), state: worstOf(states), ...parts };
      },
    }),
  ];
}
