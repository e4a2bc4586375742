import { readFileSync } from 'node:fs';
import pg from 'pg';

/**
 * The reference of named seats, and nothing else: 16 connections, each in a loop of prepared statements that lock an
 * option, update it, claim its two places, take both seats where nobody holds them, write history, add a job, update the
 * stock row under its guard, and commit.
 * Usage: node tests/bench/seats-reference.ts DATABASE_URL FILE PERFORMANCE; FILE holds the requests as JSON; prints the
 * transactions per second.
 */
const [url = '', file = '', performanceId = ''] = process.argv.slice(2);
const connections = 16;

type Work = { optionId: string; lineId: string; seatIds: string[] };

async function take(client: pg.Client, { optionId, lineId, seatIds }: Work): Promise<void> {
  await client.query('begin');
  await client.query({
    name: 'lock',
    text: 'select id, state, version from seat_option where id = $1 for update',
    values: [optionId],
  });
  await client.query({
    name: 'update-option',
    text: "update seat_option set state = 'placed', placed_at = now(), placed_quantity = 2, version = version + 1 where id = $1",
    values: [optionId],
  });
  await client.query({
    name: 'claim',
    text: `insert into claim (id, institution_id, source_type, source_id, line_id, stock_id, performance_id, seat_category_id,
        contingent_id, quantity, counter, seats)
      select $1, t.institution_id, 'option', $1, $2, t.id, t.performance_id, t.seat_category_id, t.contingent_id, 2, 'held',
        (select jsonb_agg(jsonb_build_object('id', s.id, 'zone', s.zone, 'block', s.block, 'rowLabel', s.row_label, 'number', s.number))
          from seat s where s.id = any($4))
      from performance_seat p join stock t on t.id = p.stock_id where p.performance_id = $3 and p.seat_id = ($4::uuid[])[1]`,
    values: [optionId, lineId, performanceId, seatIds],
  });
  const { rowCount } = await client.query({
    name: 'seats',
    text: `update performance_seat set claim_id = $1 where performance_id = $2 and seat_id = any($3) and claim_id is null`,
    values: [optionId, performanceId, seatIds],
  });
  if (rowCount !== seatIds.length) throw new Error(`${rowCount} of ${seatIds.length} seats were free`);
  await client.query({
    name: 'history',
    text: `insert into history (at, institution_id, actor_type, actor_id, actor_name, verb, subject_type, subject_id, before, after, request_id)
      select now(), institution_id, 'system', 'bench', 'bench', 'place', 'option', id, '{"state":"requested"}', '{"state":"placed"}', 'bench'
      from seat_option where id = $1`,
    values: [optionId],
  });
  await client.query({
    name: 'job',
    text: "select graphile_worker.add_job('reference', json_build_object('id', $1::text), job_key => $1::text, max_attempts => 32767)",
    values: [optionId],
  });
  const stock = await client.query({
    name: 'stock',
    text: `update stock set held = held + 2, ceiling = greatest(capacity + overbooking, held + 2 + ordered + sold + blocked + allotted + recalling)
      where id = (select stock_id from performance_seat where performance_id = $1 and seat_id = $2)
        and held + 2 + ordered + sold + blocked + allotted + recalling <= capacity + overbooking`,
    values: [performanceId, seatIds[0]],
  });
  if (stock.rowCount !== 1) throw new Error('not enough places');
  await client.query('commit');
}

const work: Work[] = JSON.parse(readFileSync(file, 'utf8'));
const clients = await Promise.all(
  Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  }),
);
let next = 0;
const started = performance.now();
await Promise.all(
  clients.map(async (client) => {
    for (let each = work[next++]; each !== undefined; each = work[next++]) await take(client, each);
  }),
);
const took = (performance.now() - started) / 1000;
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(`${JSON.stringify({ perSecond: work.length / took })}\n`);
