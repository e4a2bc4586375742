import type pg from 'pg';

/** Counters that are not the sum of their claims, and rows over what they may hold. */
const stockFaults = `
  with counted as (
    select s.*,
      coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'held' and takes_stock), 0) as is_held,
      coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'held' and not takes_stock), 0) as is_tentative,
      coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'ordered'), 0) as is_ordered,
      coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'sold'), 0) as is_sold,
      coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'blocked'), 0) as is_blocked,
      held + ordered + sold + blocked + allotted + recalling as taken,
      ordered + sold + blocked + allotted + recalling as firm
    from stock s where $1::uuid[] is null or performance_id = any($1)
  )
  select format('stock %s: held %s of %s, tentative %s of %s, ordered %s of %s, sold %s of %s, blocked %s of %s', id, held,
    is_held, tentative, is_tentative, ordered, is_ordered, sold, is_sold, blocked, is_blocked) as fault
  from counted
  where (held, tentative, ordered, sold, blocked) <> (is_held, is_tentative, is_ordered, is_sold, is_blocked)
  union all
  select format('stock %s: taken %s of %s, firm %s of %s', id, taken, capacity + overbooking, firm, capacity)
  from counted where taken > capacity + overbooking or firm > capacity
  union all
  select format('stock %s: ceilings %s and %s', id, ceiling, firm_ceiling)
  from counted where ceiling <> greatest(capacity + overbooking, taken) or firm_ceiling <> greatest(capacity, firm)`;

/** Seats that do not say of their claim what it says of them, and rows that have not as many seats as capacity. */
const seatFaults = `
  with held as (
    select c.*, (named->>'id')::uuid as seat_id from claim c cross join jsonb_array_elements(c.seats) named
    where c.counter <> 'released' and (c.takes_stock or c.counter <> 'held')
  )
  select format('seat %s of %s: held by %s, named by %s', coalesce(s.seat_id, h.seat_id),
    coalesce(s.performance_id, h.performance_id), s.claim_id, h.id) as fault
  from (select * from performance_seat where claim_id is not null) s
  full join held h on h.performance_id = s.performance_id and h.seat_id = s.seat_id and h.id = s.claim_id
    and h.stock_id = s.stock_id
  where (s.seat_id is null or h.seat_id is null)
    and ($1::uuid[] is null or coalesce(s.performance_id, h.performance_id) = any($1))
  union all
  select format('stock %s: %s seats, capacity %s', t.id, count(s.seat_id), t.capacity)
  from stock t left join performance_seat s on s.stock_id = t.id and s.performance_id = t.performance_id
  where ($1::uuid[] is null or t.performance_id = any($1))
    and exists (select from performance_seat o where o.performance_id = t.performance_id)
  group by t.id having count(s.seat_id) <> t.capacity`;

/** Claims, due dates and versions of options that do not fit their state and history. */
const optionFaults = `
  with seen as (
    select o.*,
      (select count(*) from history h where h.subject_type = 'option' and h.subject_id = o.id) as told,
      coalesce((select sum(quantity) from claim where source_id = o.id and counter <> 'released'), 0) as live,
      coalesce((select string_agg(distinct counter, ',') from claim where source_id = o.id and counter <> 'released'), '') as counters
    from seat_option o where $1::uuid[] is null or performance_id = any($1)
  )
  select format('option %s %s: places %s, live %s as %s', id, state, placed_quantity, live, counters) as fault
  from seen where placed_quantity <> live
    or counters <> case state when 'placed' then 'held' when 'confirmed' then 'ordered' when 'firm' then 'ordered'
      when 'resumed' then 'sold' else '' end
  union all
  select format('option %s %s: next action %s', id, state, next_action_at) from seen
  where (next_action_at is not null) <> (state in ('requested', 'placed', 'refused', 'waiting'))
  union all
  select format('option %s: version %s after %s lines of history', id, version, told) from seen
  where version <> told + case when origin = 'direct' and split_from_id is null then 1 else 0 end`;

/** Lines of history whose beginning is not the end of the line before; in the order they were written, whatever their clocks. */
const historyFaults = `
  with line as (
    select h.subject_id, h.verb, h.before->>'state' as came, h.after->>'state' as went,
      lag(h.after->>'state') over (partition by h.subject_id order by h.id) as stood,
      lead(h.id) over (partition by h.subject_id order by h.id) is null as last, o.state
    from history h join seat_option o on o.id = h.subject_id
    where h.subject_type = 'option' and h.verb not in ('change', 'link-twin', 'unlink-twin') and ($1::uuid[] is null or o.performance_id = any($1))
  )
  select format('history of %s: %s came from %s where it stood %s', subject_id, verb, came, stood) as fault
  from line where came is distinct from stood
  union all
  select format('history of %s: ends %s, is %s', subject_id, went, state) from line where last and went <> state`;

/** Orders that are not the sum of their operations, and options that are not in the order they should be in. */
const orderFaults = `
  with summed as (
    select d.*, coalesce(sum(p.amount_cents), 0) as amount, coalesce(sum(p.quantity), 0) as places
    from customer_order d left join operation p on p.order_id = d.id
    where $1::uuid[] is null or exists (select from operation m where m.order_id = d.id and m.performance_id = any($1))
    group by d.id
  )
  select format('order %s %s: total %s, operations %s of %s places', id, state, total_cents, amount, places) as fault
  from summed where total_cents <> amount
    or state <> case places when 0 then 'cancelled' when sold_quantity then 'paid' else 'open' end
  union all
  select format('option %s %s: in order %s', o.id, o.state, o.order_id) from seat_option o
  where (o.state in ('confirmed', 'firm', 'resumed')) <> (o.order_id is not null) and ($1::uuid[] is null or o.performance_id = any($1))
  union all
  select format('option %s %s: %s places in its orders, %s granted', o.id, o.state, coalesce(sum(p.quantity), 0), o.placed_quantity)
  from seat_option o left join operation p on p.option_id = o.id
  where $1::uuid[] is null or o.performance_id = any($1)
  group by o.id having coalesce(sum(p.quantity), 0) <> case
    when o.state in ('confirmed', 'firm', 'resumed') then o.placed_quantity else 0 end
  union all
  select format('file %s: %s open orders', booking_file_id, count(*)) from customer_order
  where state = 'open' group by booking_file_id having count(*) > 1`;

/** What a contact was told last, or is about to be told, and is not so; and letters without the line of history they come from. */
const letterFaults = `
  with last as (
    select distinct on (option_id) option_id, kind, state from letter
    where state in ('owed', 'sending', 'sent') order by option_id, number desc
  )
  select format('option %s %s: the contact reads %s', o.id, o.state, coalesce(last.kind, 'nothing')) as fault
  from seat_option o left join last on last.option_id = o.id
  where ($1::uuid[] is null or o.performance_id = any($1))
    and not exists (select from letter f where f.option_id = o.id and f.state in ('failed', 'bounced'))
    and case o.state
      when 'confirmed' then last.kind is distinct from 'confirmation'
      when 'firm' then last.kind is distinct from 'confirmation'
      when 'resumed' then last.kind is distinct from 'confirmation'
      when 'declined' then last.kind is distinct from 'refusal'
      else last.kind in ('confirmation', 'refusal') end
  union all
  select format('letter %s %s: no line of history', l.id, l.kind) from letter l
  where ($1::uuid[] is null or l.option_id in (select id from seat_option where performance_id = any($1)))
    and not exists (select from history h where h.id = l.cause_history_id and h.subject_id = l.option_id)
  union all
  select format('option %s: owed %s times', o.id, count(*)) from letter l join seat_option o on o.id = l.option_id
  where l.state = 'owed' and ($1::uuid[] is null or o.performance_id = any($1))
  group by o.id having count(*) > 1`;

const questions = {
  stock: [stockFaults, seatFaults],
  all: [stockFaults, seatFaults, optionFaults, historyFaults, orderFaults, letterFaults],
};

/**
 * Everything that must be true of stock, options, history, orders and letters whatever was done in whatever order;
 * told as sentences, none when all is well. Read as the owner, over the named performances or the whole database; `stock`: of stock and seats only.
 */
export async function audit(
  owner: Pick<pg.Pool, 'query'>,
  performanceIds: readonly string[] | null = null,
  of: keyof typeof questions = 'all',
): Promise<string[]> {
  const faults: string[] = [];
  for (const question of questions[of]) {
    const { rows } = await owner.query<{ fault: string }>(question, [performanceIds]);
    faults.push(...rows.map((row) => row.fault));
  }
  return faults;
}
