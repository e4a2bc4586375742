import type pg from 'pg';

/** Places requested options as they were asked for, due in twenty days, with their claims and counters. Set-based. */
export async function placeAll(owner: pg.Client, ids: readonly string[]): Promise<void> {
  await owner.query('begin');
  await owner.query(
    `update seat_option set state = 'placed', placed_quantity = requested_quantity, placed_at = now(), end_policy = 'release',
       confirmation_due_at = now() + interval '20 days', confirmation_due_rule = 'after-placement',
       next_action_at = now() + interval '20 days', version = version + 1
     where id = any($1)`,
    [ids],
  );
  await owner.query(
    `insert into claim (id, institution_id, source_type, source_id, line_id, stock_id, performance_id, seat_category_id,
       contingent_id, audience_subcategory_id, quantity, counter, takes_stock, price_cents)
     select uuidv7(), l.institution_id, 'option', l.option_id, l.id, t.id, l.performance_id, l.seat_category_id, t.contingent_id,
       p.audience_subcategory_id, l.requested_quantity, 'held', true, p.price_cents
     from option_line l
     join lateral (select id, contingent_id from stock where performance_id = l.performance_id
       and seat_category_id = l.seat_category_id order by id limit 1) t on true
     join lateral (select audience_subcategory_id, price_cents from price where performance_id = l.performance_id
       and seat_category_id = l.seat_category_id limit 1) p on true
     where l.option_id = any($1)`,
    [ids],
  );
  await owner.query(
    `update stock t set held = t.held + c.quantity
     from (select stock_id, sum(quantity)::int as quantity from claim where source_id = any($1) group by stock_id) c
     where t.id = c.stock_id`,
    [ids],
  );
  await owner.query('commit');
  await owner.query('analyze');
}
