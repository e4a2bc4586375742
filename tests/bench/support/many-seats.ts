import type pg from 'pg';
import { performancesIn, type WideHall } from '../../support/wide-hall.ts';

/** A request for two places, and the two seats that are named for it. */
export interface SeatedRequest {
  optionId: string;
  lineId: string;
  seatIds: string[];
}

/** Seats of one request. */
const together = 2;

/** Places of a claim in the season that fills the database. */
const groupSize = 20;

/** Requests for every seat of an open performance, two by two and side by side. */
export async function requestsFor(client: pg.Client, performanceId: string): Promise<SeatedRequest[]> {
  await client.query('drop table if exists wanted');
  await client.query(
    `create temporary table wanted as
     select uuidv7() as option_id, uuidv7() as line_id, seat_category_id, array_agg(seat_id) as seat_ids
     from (
       select s.seat_id, t.seat_category_id,
         (row_number() over (partition by t.seat_category_id order by s.seat_id) - 1) / ${together} as pair
       from performance_seat s join stock t on t.id = s.stock_id where s.performance_id = $1
     ) seated group by seat_category_id, pair`,
    [performanceId],
  );
  await client.query(
    `insert into seat_option (id, institution_id, organisation_id, origin, contact_id, channel_id, state, performance_id,
       performance_starts_at, requested_quantity, requested_at)
     select w.option_id, p.institution_id, p.organisation_id, 'request', c.id, h.id, 'requested', p.id, p.starts_at,
       ${together}, now()
     from wanted w join performance p on p.id = $1
     join lateral (select id from contact where institution_id = p.institution_id and kind = 'individual' order by id limit 1) c on true
     join lateral (select id from sales_channel where institution_id = p.institution_id order by id limit 1) h on true`,
    [performanceId],
  );
  await client.query(
    `insert into option_choice (institution_id, option_id, performance_id, rank)
     select o.institution_id, o.id, o.performance_id, 0 from wanted w join seat_option o on o.id = w.option_id`,
  );
  await client.query(
    `insert into option_line (id, institution_id, option_id, position, performance_id, seat_category_id, requested_quantity)
     select w.line_id, o.institution_id, o.id, 0, o.performance_id, w.seat_category_id, ${together}
     from wanted w join seat_option o on o.id = w.option_id`,
  );
  const { rows } = await client.query<SeatedRequest>(
    `select option_id as "optionId", line_id as "lineId", seat_ids as "seatIds" from wanted order by md5(option_id::text)`,
  );
  await client.query('analyze seat_option, option_line, option_choice');
  return rows;
}

/** A season of open performances, half of their seats held in groups: what a database is full of. Set-based. */
export async function fillSeason(client: pg.Client, hall: WideHall, performances: number): Promise<void> {
  await client.query('begin');
  await client.query('set local synchronous_commit = off');
  const ids = await performancesIn(client, hall, performances);
  await client.query(
    `create temporary table season on commit drop as
     select p.id as performance_id, p.institution_id, k.seat_category_id, k.seats, uuidv7() as stock_id
     from unnest($1::uuid[]) made join performance p on p.id = made
     cross join (select seat_category_id, count(*)::int as seats from configuration_seat where configuration_id = $2 group by 1) k`,
    [ids, hall.configurationId],
  );
  await client.query(
    `insert into stock_category (institution_id, performance_id, seat_category_id, capacity, assigned)
     select institution_id, performance_id, seat_category_id, seats, seats from season`,
  );
  await client.query(
    `insert into stock (id, institution_id, performance_id, seat_category_id, contingent_id, capacity, held, ceiling, firm_ceiling)
     select stock_id, institution_id, performance_id, seat_category_id, $1, seats, seats / 2, seats, seats from season`,
    [hall.contingentId],
  );
  await client.query(
    `create temporary table grouped on commit drop as
     select seat_category_id, nth / ${groupSize} as group_number, nth < seats / 2 as held, seat_id from (
       select seat_category_id, seat_id, row_number() over (partition by seat_category_id order by seat_id) - 1 as nth,
         count(*) over (partition by seat_category_id) as seats
       from configuration_seat where configuration_id = $1
     ) numbered`,
    [hall.configurationId],
  );
  await client.query(
    `create temporary table named on commit drop as
     select g.seat_category_id, g.group_number, count(*)::int as places, jsonb_agg(jsonb_build_object('id', s.id, 'zone', s.zone,
       'block', s.block, 'rowLabel', s.row_label, 'number', s.number) order by s.id) as seats
     from grouped g join seat s on s.id = g.seat_id where g.held group by 1, 2`,
  );
  await client.query(
    `create temporary table party on commit drop as
     select uuidv7() as claim_id, s.stock_id, n.seat_category_id, n.group_number from season s join named n using (seat_category_id)`,
  );
  await client.query(
    `insert into claim (id, institution_id, source_type, source_id, stock_id, performance_id, seat_category_id, contingent_id,
       quantity, counter, seats)
     select p.claim_id, s.institution_id, 'option', uuidv7(), s.stock_id, s.performance_id, s.seat_category_id, $1, n.places,
       'held', n.seats
     from party p join season s using (stock_id)
     join named n on n.seat_category_id = p.seat_category_id and n.group_number = p.group_number`,
    [hall.contingentId],
  );
  await client.query(
    `insert into performance_seat (performance_id, seat_id, institution_id, stock_id, claim_id)
     select s.performance_id, g.seat_id, s.institution_id, s.stock_id, p.claim_id
     from season s join grouped g on g.seat_category_id = s.seat_category_id
     left join party p on p.stock_id = s.stock_id and p.group_number = g.group_number and g.held
     order by s.performance_id, g.seat_id`,
  );
  await client.query('commit');
  await client.query('vacuum (analyze) performance_seat, claim, stock, stock_category, performance, price');
  await client.query('checkpoint');
}
