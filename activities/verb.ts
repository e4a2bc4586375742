import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Served } from '../database/read-models/served.ts';
import type { Queries } from '../database/schema.ts';
import { statement } from '../database/statement.ts';
import type { Pipe, Statement } from '../database/transaction.ts';
import { newId } from './new-id.ts';
import { Problem } from './problem.ts';

/** The rights somebody holds, by the organisation they are held in: a right in one is none in another. */
export type HeldRights = 'all' | Readonly<Record<string, readonly string[]>>;

/**
 * Who acts: an operator with their rights and organisations, a contact in their own space, a durable process, or the system
 * (import, seed).
 */
export interface Actor {
  type: 'operator' | 'contact' | 'process' | 'system';
  id: string;
  name: string;
  rights: HeldRights;
  /** Where the right of this call is held. */
  organisationIds: readonly string[] | 'all';
  /** The clients and products they serve; left out for processes and the system, who serve all. */
  served?: Served;
  /** Of a contact: whose options are theirs, the structure they act for or themselves; others are out of reach. */
  holderId?: string;
}

/** What a caller hands to every verb. */
export interface VerbCaller {
  database: Database;
  institutionId: string;
  actor: Actor;
  /** The Idempotency-Key of a person, or workflow id + run + step of a process. */
  requestId: string;
  /** A clock set by a process or a seed; people get PostgreSQL's transaction time. */
  now?: string;
}

/** One row of history: what was done to which record. */
export interface HistoryEntry {
  verb: string;
  subjectType: string;
  subjectId: string;
  organisationId?: string | null;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
  ruleVersion?: string | null;
}

/** A verb at work, inside its transaction. */
export interface Verb {
  db: Queries;
  caller: VerbCaller;
  institutionId: string;
  actor: Actor;
  /** The one clock of this verb (ISO, UTC, milliseconds). */
  now: string;
  /** PostgreSQL's transaction time; the same as `now` for people. */
  databaseNow: string;
  /** Records what was done; answers the id other rows refer to. */
  record(entry: HistoryEntry): string;
  /** Wakes a process after the commit, such as `option/<id>`; not the one that acts, which looks again by itself. */
  wake(process: string): void;
  /** Asks a question that may travel with others. */
  ask: Pipe['ask'];
  /** A write whose answer nobody needs: it travels with the next ones, and the verb fails when it fails. */
  write(statement: Statement): void;
  /** Moves places between the counters of stock rows: right before the commit, so that a hot row is locked briefly. */
  move(moves: readonly StockRowMove[]): void;
  /** Other work on stock rows: runs after everything else, before the moves. */
  last(work: () => Promise<void>): void;
  /** What the caller is told when a write fails with this SQLSTATE: asked when nothing of the verb stays. */
  explain(sqlState: string, tell: () => Promise<Problem>): void;
}

/** By how much the counters of one stock row change. */
export interface StockRowMove {
  stockId: string;
  held: number;
  ordered: number;
  sold: number;
  tentative: number;
  blocked?: number;
  allotted?: number;
  recalling?: number;
  /** A sale made elsewhere: no guard is asked. */
  externalSale?: true;
  /** More than counters of options move. */
  apart?: true;
}

/** How a call is opened: whether its key is free, and the clock. */
interface Opened {
  locked: boolean;
  at: string;
}

/** What was answered under the key before. */
interface FormerCall<Answer> {
  input_hash: string;
  answer: Answer;
}

/** The same input gives the same hash, whatever the order of its keys. */
export function inputHash(verb: string, input: unknown): string {
  return createHash('sha256')
    .update(`${verb}\n${canonical(input)}`)
    .digest('base64url');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * Runs a verb: one transaction, safe to run twice. The same actor, key and input get the stored answer; another
 * input under the same key is refused, and so is a key whose first call is still running.
 * History, the answer and the wake-ups are written in the same transaction, stock rows last.
 * @throws Problem `idempotency.mismatch` | `idempotency.inFlight` and whatever the verb itself refuses with.
 */
export function runVerb<Answer>(
  caller: VerbCaller,
  name: string,
  input: unknown,
  act: (verb: Verb) => Promise<Answer>,
): Promise<Answer> {
  return runVerbOn(caller, name, input, () => Promise.resolve(), act);
}

/**
 * The same for a verb that knows beforehand what it reads and locks: `look` asks for it, inside the wall, and its
 * questions travel with the opening of the call. What they answer is only seen when the call is new.
 */
export async function runVerbOn<Found, Answer>(
  caller: VerbCaller,
  name: string,
  input: unknown,
  look: (ask: Pipe['ask']) => Promise<Found>,
  act: (verb: Verb, found: Found) => Promise<Answer>,
): Promise<Answer> {
  const { actor, institutionId, requestId } = caller;
  const hash = inputHash(name, input);
  const explanations = new Map<string, () => Promise<Problem>>();
  const processes = new Set<string>();
  const told = caller.database.transaction(async (db, { ask, send }) => {
    const opened = ask(statement<Opened>`
      select set_config('placet.institution', ${institutionId}, true), date_trunc('milliseconds', now()) as at,
        pg_try_advisory_xact_lock(hashtextextended(${`${institutionId}${actor.id}/${requestId}`}, 0)) as locked`);
    const formerly = ask(statement<FormerCall<Answer>>`
      select input_hash, answer from verb_call
      where institution_id = ${institutionId} and actor = ${actor.id} and request_id = ${requestId}`);
    const looked = look(ask);
    for (const each of [formerly, looked]) each.catch(() => undefined); // seen below, or of no interest
    const [call] = await opened;
    if (!call?.locked) throw new Problem('idempotency.inFlight');
    const [former] = await formerly;
    if (former !== undefined) {
      if (former.input_hash !== hash) throw new Problem('idempotency.mismatch');
      return former.answer;
    }
    const rows: Record<string, unknown>[] = [];
    const moves: StockRowMove[] = [];
    const lasts: (() => Promise<void>)[] = [];
    const verb: Verb = {
      db,
      caller,
      institutionId,
      actor,
      now: caller.now ?? call.at,
      databaseNow: call.at,
      record: (entry) => {
        const id = newId();
        rows.push(historyRow(id, caller, entry));
        return id;
      },
      wake: (process) => {
        if (actor.type !== 'process' || actor.id !== process) processes.add(process);
      },
      ask,
      write: send,
      move: (more) => moves.push(...more),
      last: (work) => lasts.push(work),
      explain: (sqlState, tell) => explanations.set(sqlState, tell),
    };
    const answer = await act(verb, await looked);
    for (const work of lasts) await work();
    send(
      statement`select seal_verb(${institutionId}, ${actor.id}, ${requestId}, ${hash}, ${JSON.stringify(answer ?? null)}::json,
        ${JSON.stringify(rows)}::jsonb, ${[...processes].sort()}::text[], ${JSON.stringify(moves)}::json)`,
    );
    return answer;
  });
  let answer: Answer;
  try {
    answer = await told;
  } catch (error) {
    const tell = error instanceof Error && 'code' in error && explanations.get(String(error.code));
    throw tell ? await tell() : error;
  }
  if (processes.size > 0) caller.database.tellOfJobs(processes.size);
  return answer;
}

/** Without a clock of its own `seal_verb` sets the time: lines of one record stand in the order they were written. */
function historyRow(id: string, caller: VerbCaller, entry: HistoryEntry): Record<string, unknown> {
  return {
    id,
    at: caller.now ?? null,
    institution_id: caller.institutionId,
    organisation_id: entry.organisationId ?? null,
    actor_type: caller.actor.type,
    actor_id: caller.actor.id,
    actor_name: caller.actor.name,
    verb: entry.verb,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? null,
    rule_version: entry.ruleVersion ?? null,
    request_id: caller.requestId,
  };
}

/** A key for a call that came without one. */
export function newRequestId(): string {
  return randomUUID();
}
