import pg from 'pg';
import { z } from 'zod';
import type { Chance } from '../../support/chance.ts';
import { makeWideHall, performancesIn } from '../../support/wide-hall.ts';
import { answered } from './answered.ts';
import { codeOf, type PersistentClient } from './persistent-client.ts';
import { queue } from './queue.ts';

/** Two seats side by side. */
type Pair = { seatCategoryId: string; seatIds: string[] };

/** Somebody who wants two seats of one performance, these, else those; some confirm. */
export type SeatWish = {
  /** Written on the option, so that it is found again in the rows. */
  mark: string;
  performanceId: string;
  seatCategoryId: string;
  /** Pairs of one category, in the order in which they are tried; after them any two seats will do. */
  tries: string[][];
  confirms: boolean;
};

const PERFORMANCES = 4;
const SEATS = 2_000;
const TRIES = 3;
/** One in so many names the very seats the one before names. */
const RIVALS = 3;
/** One in so many confirms, and is owed a letter. */
const CONFIRMING = 4;

/** Opens performances of numbered seats, as an operator with the right to does. */
export async function openNumbered(databaseUrl: string, admin: PersistentClient): Promise<string[]> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const hall = await makeWideHall(owner, SEATS);
    const ids = await performancesIn(owner, hall, PERFORMANCES);
    for (const id of ids) {
      const path = `/api/performances/${id}/open-seats`;
      const { status } = await admin.write(path, `open-${id}`, { contingentId: hall.contingentId });
      if (status !== 200) throw new Error(`The seats were not opened: ${status}.`);
    }
    return ids;
  } finally {
    await owner.end();
  }
}

/** What the customers of a run will ask for. */
export async function seatWishesOf(
  databaseUrl: string,
  performanceIds: readonly string[],
  { seed, count, chance }: { seed: number; count: number; chance: Chance },
): Promise<SeatWish[]> {
  const pairs = Map.groupBy(
    await pairsOf(databaseUrl, performanceIds[0] ?? ''),
    (pair) => pair.seatCategoryId,
  );
  const categories = [...pairs.keys()];
  const wishes: SeatWish[] = [];
  for (let at = 0; at < count; at += 1) {
    const before = wishes.at(-1);
    const seatCategoryId = chance.pick(categories);
    const there = pairs.get(seatCategoryId) ?? [];
    const fresh = {
      performanceId: chance.pick(performanceIds),
      seatCategoryId,
      tries: Array.from({ length: TRIES }, () => chance.pick(there).seatIds),
    };
    const rival = before !== undefined && at % RIVALS === 1;
    wishes.push({
      ...fresh,
      ...(rival
        ? {
            performanceId: before.performanceId,
            seatCategoryId: before.seatCategoryId,
            tries: before.tries,
          }
        : {}),
      mark: `faults ${seed} ${at}`,
      confirms: at % CONFIRMING === 0,
    });
  }
  return wishes;
}

/** The hall's seats two by two; they are the same at each of its performances. */
async function pairsOf(databaseUrl: string, performanceId: string): Promise<Pair[]> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<Pair>(
      `select seat_category_id as "seatCategoryId", array_agg(seat_id) as "seatIds" from (
         select s.seat_id, t.seat_category_id,
           (row_number() over (partition by t.seat_category_id order by n.row_order, n.place) - 1) / 2 as pair
         from performance_seat s join stock t on t.id = s.stock_id join seat n on n.id = s.seat_id
         where s.performance_id = $1
       ) seated group by seat_category_id, pair order by seat_category_id, pair`,
      [performanceId],
    );
    return rows;
  } finally {
    await owner.end();
  }
}

/** Clients that ask for two seats, have them placed by name, and confirm; `turn` resolves when one may be begun. */
export async function seat(
  client: PersistentClient,
  wishes: readonly SeatWish[],
  pace: { clients: number; turn: (at: number) => Promise<void> },
): Promise<void> {
  await queue(client, { ...pace, wishes: wishes.length }, (at, contactId) =>
    fulfil(client, wishes[at]!, contactId),
  );
}

const Asked = z.object({ id: z.uuid(), lines: z.tuple([z.object({ id: z.uuid() })]) });

/** @throws when an answer is neither done nor "these seats are taken". */
async function fulfil(client: PersistentClient, wish: SeatWish, contactId: string): Promise<void> {
  const { mark, performanceId, seatCategoryId, tries, confirms } = wish;
  const key = (step: string) => `${mark.replaceAll(' ', '-')}-${step}`;
  const lines = [{ seatCategoryId, quantity: 2 }];
  const request = { contactId, performanceId, lines, remark: mark };
  const asked = Asked.parse((await client.write('/api/options', key('request'), request)).body);
  const [line] = asked.lines;
  const bodies = [
    ...tries.map((seatIds) => ({ lines: [{ lineId: line.id, quantity: seatIds.length, seatIds }] })),
    { seats: 'best' },
  ];
  for (const [attempt, body] of bodies.entries()) {
    const reply = await client.write(`/api/options/${asked.id}/place`, key(`place-${attempt}`), body);
    if (reply.status === 409 && codeOf(reply.body) === 'stock.insufficient') continue;
    answered(reply, 'placed');
    break;
  }
  if (!confirms) return;
  answered(await client.write(`/api/options/${asked.id}/confirm`, key('confirm'), {}), 'confirmed');
}
