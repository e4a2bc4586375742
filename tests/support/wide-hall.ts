import type pg from 'pg';

/** A numbered hall of the demo's auditorium, with performances in it that are not open yet. */
export interface WideHall {
  institutionId: string;
  configurationId: string;
  contingentId: string;
  /** A performance with prices, copied to make others. */
  patternId: string;
}

/** Seats of one row of the hall. */
const rowLength = 40;

/** How much of the hall is stalls; the rest is balcony. */
const stallsShare = 0.6;

/**
 * Makes a hall of `seats` numbered seats in the demo's auditorium, as an import would have left it. Set-based, as the
 * owner: three fifths are stalls, the others balcony, forty to a row.
 */
export async function makeWideHall(client: pg.Client, seats: number): Promise<WideHall> {
  const { rows } = await client.query<WideHall>(
    `with pattern as (
       select p.id, p.institution_id, p.organisation_id, p.venue_id from performance p join show_event e on e.id = p.event_id
       where e.code like 'OPEN-%' order by p.starts_at limit 1
     ), made_space as (
       insert into space (institution_id, organisation_id, venue_id, code, name)
       select institution_id, organisation_id, venue_id, 'WIDE', 'Wide hall' from pattern returning *
     ), made_plan as (
       insert into seat_plan (institution_id, organisation_id, space_id, name, revision, digest, seat_count, width, height, layout)
       select institution_id, organisation_id, id, 'Wide hall', 1, 'wide', $1::int, 2000, 2000, '{"zones":[],"areas":[]}'
       from made_space returning *
     ), made_configuration as (
       insert into logical_configuration (institution_id, organisation_id, space_id, plan_id, code, name, numbered, state)
       select institution_id, organisation_id, space_id, id, 'WIDE', 'Wide hall', true, 'valid' from made_plan returning *
     )
     select c.institution_id as "institutionId", c.id as "configurationId", p.id as "patternId",
       (select contingent_id from stock where performance_id = p.id order by id limit 1) as "contingentId"
     from made_configuration c, pattern p`,
    [seats],
  );
  const [hall] = rows;
  if (hall === undefined) throw new Error('the demo has no open performance');
  await client.query(
    `insert into seat (institution_id, plan_id, guid, zone, row_label, row_order, number, place, run, x, y, category)
     select c.institution_id, c.plan_id, 'wide-' || n, case when n < $2 then 'PARTERRE' else 'BALCON' end,
       (n / $3::int + 1)::text, n / $3::int + 1, (n % $3::int + 1)::text, n % $3::int + 1, 1, n % $3::int * 50,
       n / $3::int * 90, case when n < $2 then 'PARTERRE' else 'BALCON' end
     from logical_configuration c, generate_series(0, $4::int - 1) n where c.id = $1`,
    [hall.configurationId, seats * stallsShare, rowLength, seats],
  );
  await client.query(
    `insert into configuration_seat (configuration_id, seat_id, seat_category_id, institution_id)
     select c.id, s.id, k.id, s.institution_id from logical_configuration c
     join seat s on s.plan_id = c.plan_id join space p on p.id = c.space_id
     join seat_category k on k.venue_id = p.venue_id and k.code = s.category where c.id = $1`,
    [hall.configurationId],
  );
  return hall;
}

/** Performances of the hall with prices and without stock, an hour apart. */
export async function performancesIn(client: pg.Client, hall: WideHall, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into performance (institution_id, organisation_id, event_id, venue_id, configuration_id, starts_at, time_zone)
     select p.institution_id, p.organisation_id, p.event_id, p.venue_id, $2, p.starts_at + n * interval '1 hour', p.time_zone
     from performance p, generate_series(1, $3::int) n where p.id = $1 returning id`,
    [hall.patternId, hall.configurationId, count],
  );
  const ids = rows.map(({ id }) => id);
  await client.query(
    `insert into price (institution_id, performance_id, seat_category_id, audience_subcategory_id, price_cents)
     select institution_id, made, seat_category_id, audience_subcategory_id, price_cents from price, unnest($2::uuid[]) made
     where performance_id = $1`,
    [hall.patternId, ids],
  );
  return ids;
}
