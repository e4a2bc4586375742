import { Migration } from '@mikro-orm/migrations';

/** What is taken of a stock row `t`, and what of it for good. */
const firm = 'ordered + sold + blocked + allotted + recalling';
const taken = `held + ${firm}`;

/** Pools that lend, sales made elsewhere, and counters of every kind moved by one guard. */
const statements = [
  // Moves that touch a pool, a counter that options never stand in, or record a sale made elsewhere. Categories are
  // locked, then rows, each by id; rows that give back come first, so that what they return can be lent again. The same
  // rule as `rules/stock/pool.ts`.
  `create function move_stock_apart(moves json) returns void language plpgsql as $$
    declare
      told record;
      category stock_category;
      t stock;
      more_firm int;
      more_taken int;
      lacking int;
      borrowed int;
      kept int;
      is_taken int;
      is_firm int;
    begin
      perform 1 from stock_category c where c.id in (
          select k.id from json_to_recordset(moves) as m("stockId" uuid) join stock s on s.id = m."stockId"
          join stock_category k on k.performance_id = s.performance_id and k.seat_category_id = s.seat_category_id)
        order by c.id for no key update;
      perform 1 from stock s where s.id in (select m."stockId" from json_to_recordset(moves) as m("stockId" uuid))
        order by s.id for no key update;
      for told in
        select m."stockId" as id, coalesce(m.held, 0) as held, coalesce(m.ordered, 0) as ordered, coalesce(m.sold, 0) as sold,
          coalesce(m.blocked, 0) as blocked, coalesce(m.allotted, 0) as allotted, coalesce(m.recalling, 0) as recalling,
          coalesce(m.tentative, 0) as tentative, coalesce(m."externalSale", false) as external_sale
        from json_to_recordset(moves) as m("stockId" uuid, held int, ordered int, sold int, blocked int, allotted int,
          recalling int, tentative int, "externalSale" boolean)
        order by coalesce(m.held, 0) + coalesce(m.ordered, 0) + coalesce(m.sold, 0) + coalesce(m.blocked, 0)
          + coalesce(m.allotted, 0) + coalesce(m.recalling, 0) > 0, m."stockId"
      loop
        select * into t from stock where id = told.id;
        if not found then
          raise exception 'not enough places' using errcode = 'PL002';
        end if;
        select * into category from stock_category
          where performance_id = t.performance_id and seat_category_id = t.seat_category_id;
        more_firm := told.ordered + told.sold + told.blocked + told.allotted + told.recalling;
        more_taken := told.held + more_firm;
        is_firm := t.ordered + t.sold + t.blocked + t.allotted + t.recalling + more_firm;
        is_taken := t.held + is_firm - more_firm + more_taken;
        kept := t.overbooking;
        if category.pool > 0 or category.lent > 0 then
          lacking := case when more_taken > 0 then greatest(0, is_taken - t.capacity - t.overbooking) else 0 end;
          borrowed := least(lacking, greatest(0, category.pool - category.lent));
          if borrowed < lacking and not told.external_sale then borrowed := 0; end if;
          kept := least(t.overbooking + borrowed, greatest(0, is_taken - t.capacity));
        end if;
        if not told.external_sale and (
          (more_taken > 0 and is_taken > t.capacity + kept) or (more_firm > 0 and is_firm > t.capacity)
        ) then
          raise exception 'not enough places' using errcode = 'PL002';
        end if;
        if kept <> t.overbooking then
          update stock_category set lent = lent + kept - t.overbooking,
            pool_ceiling = greatest(pool, lent + kept - t.overbooking), version = version + 1
          where id = category.id;
        end if;
        if told.external_sale then perform set_config('placet.external_sale', 'on', true); end if;
        update stock set
          held = held + told.held, ordered = ordered + told.ordered, sold = sold + told.sold,
          blocked = blocked + told.blocked, allotted = allotted + told.allotted, recalling = recalling + told.recalling,
          tentative = tentative + told.tentative, overbooking = kept,
          ceiling = greatest(capacity + kept, is_taken), firm_ceiling = greatest(capacity, is_firm), version = version + 1
        where id = told.id;
        if told.external_sale then perform set_config('placet.external_sale', 'off', true); end if;
      end loop;
    end $$`,
  // As before; what needs more than the guarded update goes its own way. A row without a pool costs one look at its
  // category.
  `create or replace function seal_verb(institution uuid, actor_id text, request text, hash text, result json, rows jsonb,
      processes text[], moves json) returns void language plpgsql as $$
    declare
      process text;
      move record;
    begin
      -- without a clock of its own a line is told at the moment it is written, behind the lock of its subject: so the
      -- lines of one record stand in the order in which its verbs were done, not in which they began to wait
      insert into history
        select line.* from jsonb_array_elements(rows) as told, jsonb_populate_record(null::history,
          case when told->>'at' is null
            then told || jsonb_build_object('at', date_trunc('milliseconds', clock_timestamp())) else told end) as line;
      insert into verb_call (institution_id, actor, request_id, input_hash, answer) values (institution, actor_id, request, hash, result);
      foreach process in array processes loop perform wake(process, institution); end loop;
      for move in
        select told.*, bool_or(told.apart is true or (
            select c.pool > 0 or c.lent > 0 from stock t
            join stock_category c on c.performance_id = t.performance_id and c.seat_category_id = t.seat_category_id
            where t.id = told."stockId") is true) over () as all_apart
        from json_to_recordset(moves)
          as told("stockId" uuid, held int, ordered int, sold int, tentative int, apart boolean)
        order by told."stockId"
      loop
        if move.all_apart then
          perform move_stock_apart(moves);
          exit;
        end if;
        perform move_stock(move."stockId", move.held, move.ordered, move.sold, move.tentative);
      end loop;
    end $$`,
  // What an activity lets options take above the capacity, in all categories of some performances; whoever calls has
  // locked their categories and rows. Of a quota: a share of each row, no pool. Of the capacity: a pool, of which rows keep
  // what they have and need. Lowered, a pool that lends more than it has only shrinks.
  `create function overbook_stock(performances uuid[], of_capacity boolean, percent int) returns void language plpgsql as $$
    begin
      with wanted as (
        select t.id, case when of_capacity
            then least(t.overbooking, greatest(0, ${taken} - t.capacity))
            else percent * t.capacity / 100 end as overbooking
        from stock t where t.performance_id = any(performances)
      )
      update stock t set overbooking = w.overbooking, ceiling = greatest(t.capacity + w.overbooking, ${taken}),
        firm_ceiling = greatest(t.capacity, ${firm}), version = version + 1
      from wanted w where w.id = t.id and w.overbooking <> t.overbooking;
      with wanted as (
        select c.id, case when of_capacity then percent * c.capacity / 100 else 0 end as pool,
          case when of_capacity then coalesce((select sum(t.overbooking) from stock t
            where t.performance_id = c.performance_id and t.seat_category_id = c.seat_category_id), 0) else 0 end as lent
        from stock_category c where c.performance_id = any(performances)
      )
      update stock_category c set pool = w.pool, lent = w.lent, pool_ceiling = greatest(w.pool, w.lent), version = version + 1
      from wanted w where w.id = c.id and (c.pool, c.lent, c.pool_ceiling) <> (w.pool, w.lent, greatest(w.pool, w.lent));
    end $$`,
  `alter table "claim" drop constraint "claim_source"`,
  `alter table "claim" add constraint "claim_source" check (source_type in ('option', 'offer', 'basket', 'order', 'distributor-sale', 'external-sale', 'block'))`,
  `alter table "claim" drop constraint "claim_counter"`,
  `alter table "claim" add constraint "claim_counter" check (counter in ('held', 'ordered', 'sold', 'blocked', 'allotted', 'recalling', 'released'))`,
  `create table "external_sale" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "performance_id" uuid not null, "seller" text not null, "reference" text not null, "quantity" int not null, "incident" jsonb null, "recorded_at" timestamptz(3) not null, "cancelled_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"))`,
  `create index "external_sale_performance_id_index" on "external_sale" ("performance_id")`,
  `create unique index "external_sale_once" on "external_sale" ("performance_id", "seller", "reference") where cancelled_at is null`,
  `alter table "external_sale" add constraint "external_sale_quantity" check (quantity > 0)`,
  `alter table "external_sale" add constraint "external_sale_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "external_sale" add constraint "external_sale_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "external_sale" add constraint "external_sale_performance_id_foreign" foreign key ("performance_id") references "performance" ("id")`,
  `alter table external_sale enable row level security`,
  `create policy wall on external_sale to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
  `grant select, insert, update on external_sale to placet_app`,
  `alter table "gauge_check" add column "over_limit" int not null default 0`,
  // What a monitor asks, with the last recounts of whole institutions: differences, rows over their limit, age of the oldest.
  `create or replace function system_figures() returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
    select jsonb_build_object(
      'outboxJobs', (select count(*) from graphile_worker.jobs),
      'outboxOldestSeconds', (select coalesce(extract(epoch from now() - min(created_at)), 0) from graphile_worker.jobs),
      'mailHeldSince', (select held_since from worker_mark),
      'letters', (select coalesce(jsonb_object_agg(state, number), '{}') from (
        select state, count(*) as number from letter where state in ('owed', 'sending') group by state
        union all
        select state, count(*) from letter where state in ('failed', 'bounced') group by state
      ) counted),
      'stock', (
        select jsonb_build_object('drift', coalesce(sum(jsonb_array_length(checked.drift)), 0),
          'overLimit', coalesce(sum(checked.over_limit), 0),
          'checkAgeSeconds', extract(epoch from now() - min(checked.checked_at)))
        from institution i cross join lateral (
          select g.drift, g.over_limit, g.checked_at from gauge_check g
          where g.institution_id = i.id and g.performance_id is null order by g.checked_at desc limit 1
        ) checked
      )
    ) $$`,
];

/** See `statements`. */
export class PoolsAndExternalSales extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
