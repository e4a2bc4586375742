import pg from 'pg';
import type { Chance } from '../../support/chance.ts';
import { answered } from './answered.ts';
import { codeOf, type PersistentClient, type Reply } from './persistent-client.ts';
import { queue } from './queue.ts';

/** One option somebody wants placed and confirmed. */
export type Wish = {
  /** Written on the option, so that it is found again in the rows. */
  mark: string;
  performanceId: string;
  /** Where to go when there is no room. */
  elsewhereId: string;
  seatCategoryId: string;
  quantity: number;
  direct: boolean;
};

type OpenSeats = { performanceId: string; eventCode: string; categories: string[] };

/** One in four wishes is for the one performance everybody wants; together they ask for half as much again as it has. */
const WANTED_SHARE = 4;
const WANTED_PLACES = 4;

/** The performances that take any option by quantity, with their seat categories, the best first. */
export async function openPerformances(databaseUrl: string): Promise<OpenSeats[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<OpenSeats>(
      `select p.id as "performanceId", e.code as "eventCode", array_agg(distinct t.seat_category_id) as categories
       from performance p join show_event e on e.id = p.event_id join stock t on t.performance_id = p.id
       where e.code like 'OPEN-%' group by p.id, e.code order by p.starts_at`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** What the customers of a run will ask for. */
export async function wishesOf(
  databaseUrl: string,
  seed: number,
  count: number,
  chance: Chance,
): Promise<{ wishes: Wish[]; performanceIds: string[] }> {
  const open = await openPerformances(databaseUrl);
  const [wanted, spare, ...others] = open;
  if (wanted === undefined || spare === undefined || others.length === 0) throw new Error('Nothing is open.');
  const wishes = Array.from({ length: count }, (_, at): Wish => {
    const hot = at % WANTED_SHARE === 0;
    const target = hot ? wanted : chance.pick(others);
    return {
      mark: `faults ${seed} ${at}`,
      performanceId: target.performanceId,
      elsewhereId: spare.performanceId,
      seatCategoryId: hot ? wanted.categories[0]! : chance.pick(target.categories),
      quantity: hot ? WANTED_PLACES : chance.between(1, 3),
      direct: chance.next() < 0.5,
    };
  });
  return { wishes, performanceIds: open.map((each) => each.performanceId) };
}

/** Clients that place and confirm their wishes, each until it is done; `turn` resolves when one may be begun. */
export async function serve(
  client: PersistentClient,
  wishes: readonly Wish[],
  { clients, turn }: { clients: number; turn: (at: number) => Promise<void> },
): Promise<void> {
  await queue(client, { clients, turn, wishes: wishes.length }, (at, contactId) =>
    fulfil(client, wishes[at]!, contactId),
  );
}

/** @throws when an answer is neither done nor "no room". */
async function fulfil(client: PersistentClient, wish: Wish, contactId: string): Promise<void> {
  const { mark, performanceId, elsewhereId, seatCategoryId, quantity } = wish;
  const request = { contactId, performanceId, lines: [{ seatCategoryId, quantity }], remark: mark };
  const key = (step: string) => `${mark.replaceAll(' ', '-')}-${step}`;
  const optionId = wish.direct
    ? await placeAtOnce(client, request, elsewhereId, key)
    : await askAndPlace(client, request, elsewhereId, key);
  answered(await client.write(`/api/options/${optionId}/confirm`, key('confirm'), {}), 'confirmed');
}

type Key = (step: string) => string;
type Request = { performanceId: string };

async function placeAtOnce(client: PersistentClient, request: Request, elsewhereId: string, key: Key) {
  const first = await client.write('/api/options', key('direct'), { ...request, place: true });
  if (!isFull(first)) return answered(first, 'placed');
  const elsewhere = { ...request, performanceId: elsewhereId, place: true };
  return answered(await client.write('/api/options', key('direct-elsewhere'), elsewhere), 'placed');
}

async function askAndPlace(client: PersistentClient, request: Request, elsewhereId: string, key: Key) {
  const optionId = answered(await client.write('/api/options', key('request'), request), 'requested');
  const place = (step: string, body: unknown) =>
    client.write(`/api/options/${optionId}/place`, key(step), body);
  const first = await place('place', {});
  if (!isFull(first)) return answered(first, 'placed');
  const moved = { performanceId: elsewhereId, reason: 'Complet, autre date acceptée' };
  return answered(await place('place-elsewhere', moved), 'placed');
}

/** There is no room for it. */
export function isFull({ status, body }: Reply): boolean {
  return status === 409 && codeOf(body) === 'stock.insufficient';
}
