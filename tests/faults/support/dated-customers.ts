import pg from 'pg';
import type { Chance } from '../../support/chance.ts';
import { answered } from './answered.ts';
import { isFull, openPerformances } from './customers.ts';
import { codeOf, type PersistentClient } from './persistent-client.ts';
import { queue } from './queue.ts';

/**
 * What becomes of an option whose answer is due within a minute: confirmed in time; confirmed with a payment date that
 * nobody keeps; left alone, where places are given back or where it is only flagged; refused for good.
 */
export const fates = ['confirm', 'owe', 'leave', 'overdue', 'refuse'] as const;
export type Fate = (typeof fates)[number];

/** One option with an agreed date, and its fate. */
export type DatedWish = {
  /** Written on the option, so that it is found again in the rows. */
  mark: string;
  fate: Fate;
  performanceId: string;
  /** Where to go when there is no room. */
  elsewhereId: string;
  seatCategoryId: string;
  quantity: number;
  /** From placing to the agreed date, in milliseconds. */
  answerMs: number;
};

const ANSWER = { shortestSeconds: 20, longestSeconds: 60 };
/** Far enough that a run does not see it. */
const LATER_MS = 20 * 24 * 60 * 60 * 1_000;
/** One in four wishes is for the one performance everybody wants, which has few places in that category. */
const WANTED_SHARE = 4;
const WANTED_PLACES = 4;
const WANTED_ROOM = 24;
/** Events whose options are only flagged at their date; the places of all others are given back. */
const FLAGGED = 'OPEN-CONTES';

/** Sets the houses' rules so that dates within a minute mean something: as set by its managers, without their screens. */
export async function setEndPolicies(databaseUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query(
      `update season_activity set end_policy = 'release', payment_policy = 'release', grace_hours = 0, minimum_notice_hours = 0`,
    );
    await owner.query(
      `with flagged as (
         insert into season_activity (institution_id, organisation_id, season_id, code, name, minimum_notice_hours)
         select a.institution_id, a.organisation_id, a.season_id, 'FLAGGED', 'Relance', 0
         from show_event e join season_activity a on a.id = e.activity_id where e.code = $1
         returning id)
       update show_event set activity_id = (select id from flagged) where code = $1`,
      [FLAGGED],
    );
    await owner.query(`update organisation set letter_kinds = letter_kinds || '["lapse"]'`);
  } finally {
    await owner.end();
  }
}

/** What the customers of a run will ask for. */
export async function datedWishesOf(
  databaseUrl: string,
  { seed, count, chance }: { seed: number; count: number; chance: Chance },
): Promise<{ wishes: DatedWish[]; performanceIds: string[] }> {
  const open = await openPerformances(databaseUrl);
  const flagged = open.filter(({ eventCode }) => eventCode === FLAGGED);
  const [wanted, spare, ...released] = open.filter(({ eventCode }) => eventCode !== FLAGGED);
  if (wanted === undefined || spare === undefined || released.length === 0 || flagged.length === 0)
    throw new Error('Nothing is open.');
  await makeScarce(databaseUrl, wanted.performanceId, wanted.categories[0]!);
  const wishes = Array.from({ length: count }, (_, at): DatedWish => {
    const fate = chance.pick(fates);
    const hot = fate !== 'overdue' && at % WANTED_SHARE === 0;
    const target = hot ? wanted : chance.pick(fate === 'overdue' ? flagged : released);
    return {
      mark: `dated ${seed} ${at}`,
      fate,
      performanceId: target.performanceId,
      elsewhereId: spare.performanceId,
      seatCategoryId: hot ? wanted.categories[0]! : chance.pick(target.categories),
      quantity: hot ? WANTED_PLACES : chance.between(1, 3),
      answerMs: 1_000 * chance.between(ANSWER.shortestSeconds, ANSWER.longestSeconds),
    };
  });
  return { wishes, performanceIds: open.map(({ performanceId }) => performanceId) };
}

/** Leaves a category of a performance little room, as its manager would. */
async function makeScarce(databaseUrl: string, performanceId: string, seatCategoryId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query(
      `update stock set capacity = room, overbooking = 0, ceiling = room, firm_ceiling = room
       from (select id as of, held + ordered + sold + blocked + allotted + recalling + $3::int as room from stock) little
       where id = of and performance_id = $1 and seat_category_id = $2`,
      [performanceId, seatCategoryId, WANTED_ROOM],
    );
  } finally {
    await owner.end();
  }
}

/** Clients that bring options as far as their fate wants people to; time does the rest. */
export async function answerInTime(
  client: PersistentClient,
  wishes: readonly DatedWish[],
  { clients, turn }: { clients: number; turn: (at: number) => Promise<void> },
): Promise<void> {
  await queue(client, { clients, turn, wishes: wishes.length }, (at, contactId) =>
    bringOn(client, wishes[at]!, contactId),
  );
}

async function bringOn(client: PersistentClient, wish: DatedWish, contactId: string): Promise<void> {
  const { mark, fate, performanceId, elsewhereId, seatCategoryId, quantity, answerMs } = wish;
  const key = (step: string) => `${mark.replaceAll(' ', '-')}-${step}`;
  const request = { contactId, performanceId, lines: [{ seatCategoryId, quantity }], remark: mark };
  const optionId = answered(await client.write('/api/options', key('request'), request), 'requested');
  const act = (verb: string, body: object, step = verb) =>
    client.write(`/api/options/${optionId}/${verb}`, key(step), body);
  const soon = () => new Date(Date.now() + answerMs).toISOString();
  const agreed = { confirmationDueAt: soon(), reason: 'Convenu au téléphone' };
  const first = await act('place', agreed);
  const elsewhere = { ...agreed, confirmationDueAt: soon(), performanceId: elsewhereId };
  answered(isFull(first) ? await act('place', elsewhere, 'elsewhere-place') : first, 'placed');
  if (fate === 'refuse') {
    const refused = await act('refuse', { reason: 'Complet' });
    if (tooLate(refused)) return;
    answered(refused, 'refused');
    answered(await act('confirm-refusal', {}), 'declined');
  }
  if (fate !== 'confirm' && fate !== 'owe') return;
  const paymentDueAt = fate === 'owe' ? soon() : new Date(Date.now() + LATER_MS).toISOString();
  const confirmed = await act('confirm', { paymentDueAt, reason: 'Convenu au téléphone' });
  if (!tooLate(confirmed)) answered(confirmed, 'confirmed');
}

/** Its date came first: both are right, and only one of them may have happened. */
function tooLate({ status, body }: { status: number; body: unknown }): boolean {
  return status === 409 && codeOf(body) === 'option.state';
}
