import pg from 'pg';

/** Options ready to be placed, by what they are for. */
export interface ManyOptions {
  spread: string[];
  hot: string[];
}

export interface ManyOptionsSettings {
  databaseUrl: string;
  institutionId: string;
  /** A performance with stock and prices, copied to make the others. */
  performanceId: string;
  performances: number;
  spread: number;
  hot: number;
  reference: number;
}

/**
 * Fills a database with copies of one performance and with requests on them: spread over all, on one hot performance,
 * and apart from them for the reference. Set-based, as the owner.
 */
export async function manyOptions(settings: ManyOptionsSettings): Promise<ManyOptions> {
  const client = new pg.Client({ connectionString: settings.databaseUrl });
  await client.connect();
  try {
    const performances = await copyPerformances(client, settings);
    const [hot = '', ...spread] = performances;
    const ids = {
      spread: await requests(client, settings, spread, settings.spread, 'spread'),
      hot: await requests(client, settings, [hot], settings.hot, 'hot'),
    };
    await requests(client, settings, spread, settings.reference, 'reference');
    await client.query('analyze');
    return ids;
  } finally {
    await client.end();
  }
}

async function copyPerformances(client: pg.Client, settings: ManyOptionsSettings): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into performance (institution_id, organisation_id, event_id, venue_id, starts_at, time_zone)
     select institution_id, organisation_id, event_id, venue_id, starts_at + n * interval '1 hour', time_zone
     from performance, generate_series(1, $2::int) n where id = $1 returning id`,
    [settings.performanceId, settings.performances + 1],
  );
  const ids = rows.map((row) => row.id);
  await client.query(
    `insert into stock_category (institution_id, performance_id, seat_category_id, capacity, assigned)
     select institution_id, p, seat_category_id, 1000000, 0 from stock_category, unnest($2::uuid[]) p where performance_id = $1`,
    [settings.performanceId, ids],
  );
  await client.query(
    `insert into stock (institution_id, performance_id, seat_category_id, contingent_id, capacity, ceiling, firm_ceiling)
     select institution_id, p, seat_category_id, contingent_id, 1000000, 1000000, 1000000 from stock, unnest($2::uuid[]) p
     where performance_id = $1`,
    [settings.performanceId, ids],
  );
  await client.query(
    `insert into price (institution_id, performance_id, seat_category_id, audience_subcategory_id, price_cents)
     select institution_id, p, seat_category_id, audience_subcategory_id, price_cents from price, unnest($2::uuid[]) p
     where performance_id = $1`,
    [settings.performanceId, ids],
  );
  return ids;
}

async function requests(
  client: pg.Client,
  settings: ManyOptionsSettings,
  performances: readonly string[],
  count: number,
  mark: string,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into seat_option (institution_id, organisation_id, origin, contact_id, channel_id, state, performance_id,
       performance_starts_at, requested_quantity, requested_at, internal_remark)
     select p.institution_id, p.organisation_id, 'request', c.id, h.id, 'requested', p.id, p.starts_at, 2, now(), $4
     from generate_series(1, $2::int) n
     join performance p on p.id = ($1::uuid[])[1 + n % cardinality($1::uuid[])]
     join lateral (select id from contact where institution_id = $3 and kind = 'individual' order by id limit 1) c on true
     join lateral (select id from sales_channel where institution_id = $3 order by id limit 1) h on true
     returning id`,
    [performances, count, settings.institutionId, mark],
  );
  const ids = rows.map((row) => row.id);
  await client.query(
    `insert into option_choice (institution_id, option_id, performance_id, rank)
     select institution_id, id, performance_id, 0 from seat_option where id = any($1)`,
    [ids],
  );
  await client.query(
    `insert into option_line (institution_id, option_id, position, performance_id, seat_category_id, requested_quantity)
     select o.institution_id, o.id, 0, o.performance_id, k.id, 2 from seat_option o
     join lateral (select t.seat_category_id as id from stock t join seat_category c on c.id = t.seat_category_id
       where t.performance_id = o.performance_id and c.option_allowed order by c.rank limit 1) k on true
     where o.id = any($1)`,
    [ids],
  );
  return ids;
}
