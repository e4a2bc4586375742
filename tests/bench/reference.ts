import pg from 'pg';

/**
 * The fixed reference of the write path, and nothing else: 16 connections, each in a loop of prepared statements that
 * lock an option, update it, write history, add a job, update a stock row under its guard, and commit.
 * Usage: node tests/bench/reference.ts DATABASE_URL SECONDS INSTITUTION; prints the transactions per second.
 */
const [url = '', seconds = '5', institution = ''] = process.argv.slice(2);
const connections = 16;

async function loop(
  client: pg.Client,
  work: readonly { option: string; stock: string }[],
  until: number,
): Promise<number> {
  let done = 0;
  for (const { option, stock } of work) {
    if (performance.now() >= until) break;
    await client.query('begin');
    await client.query({
      name: 'lock',
      text: 'select id, state, version from seat_option where id = $1 for update',
      values: [option],
    });
    await client.query({
      name: 'update-option',
      text: "update seat_option set state = 'placed', placed_at = now(), version = version + 1 where id = $1",
      values: [option],
    });
    await client.query({
      name: 'history',
      text: `insert into history (at, institution_id, actor_type, actor_id, actor_name, verb, subject_type, subject_id, before, after, request_id)
        values (now(), $2, 'system', 'bench', 'bench', 'place', 'option', $1, '{"state":"requested"}', '{"state":"placed"}', 'bench')`,
      values: [option, institution],
    });
    await client.query({
      name: 'job',
      text: "select graphile_worker.add_job('reference', json_build_object('id', $1::text), job_key => $1::text, max_attempts => 32767)",
      values: [option],
    });
    await client.query({
      name: 'stock',
      text: `update stock set held = held + 1, ceiling = greatest(capacity + overbooking, held + 1 + ordered + sold + blocked + allotted + recalling)
        where id = $1 and held + 1 + ordered + sold + blocked + allotted + recalling <= capacity + overbooking`,
      values: [stock],
    });
    await client.query('commit');
    done += 1;
  }
  return done;
}

const clients = await Promise.all(
  Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  }),
);
const first = clients[0];
if (first === undefined) throw new Error('no connection');
const { rows } = await first.query<{ option: string; stock: string }>(
  `select o.id as option, s.id as stock from seat_option o join stock s on s.performance_id = o.performance_id
   where o.state = 'requested' and o.internal_remark = 'reference' order by o.id`,
);
const started = performance.now();
const until = started + Number(seconds) * 1000;
const counts = await Promise.all(
  clients.map((client, at) =>
    loop(
      client,
      rows.filter((_row, index) => index % connections === at),
      until,
    ),
  ),
);
const took = (performance.now() - started) / 1000;
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(
  `${JSON.stringify({ perSecond: counts.reduce((sum, count) => sum + count, 0) / took })}\n`,
);
