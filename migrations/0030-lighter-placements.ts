import { Migration } from '@mikro-orm/migrations';

/** A placement writes less, and asks less. */
const statements = [
  // A decision is read as a whole: kept as it was sent, it costs no taking apart.
  `alter table "seat_option" alter column "authorisation" type json`,
  // What is in force, without the comparisons: the facts and the version of the rules give them again.
  `update "seat_option" set "authorisation" = ("authorisation"::jsonb - 'leaves')::json where "authorisation" is not null`,
  // As before in two parts: a notice takes PostgreSQL's one lock of all notices until the commit is on disk, so that
  // commits queue behind each other. Verbs write the job only, and their process gives notice of many at once after their
  // commits; without it the relay looks by itself every second.
  `create function put_wake_up(process text, institution uuid) returns void language plpgsql security definer
    set search_path = public, pg_temp as $$
    begin
      loop
        insert into graphile_worker._private_jobs as waiting (task_id, payload, max_attempts, key)
          select id, json_build_object('process', process, 'institutionId', institution), 32767, process
          from graphile_worker._private_tasks where identifier = 'wake'
          on conflict (key) do update set payload = excluded.payload, run_at = excluded.run_at,
            revision = waiting.revision + 1, attempts = 0, last_error = null, updated_at = now()
          where waiting.locked_at is null;
        exit when found;
        update graphile_worker._private_jobs set key = null, attempts = max_attempts, updated_at = now()
          where key = process and locked_at is not null;
        insert into graphile_worker._private_tasks (identifier) values ('wake') on conflict do nothing;
      end loop;
    end $$`,
  `create or replace function wake(process text, institution uuid) returns void language plpgsql security definer
    set search_path = public, pg_temp as $$
    begin
      perform put_wake_up(process, institution);
      perform pg_notify('jobs:insert', json_build_object('r', random()::text, 'count', 1)::text);
    end $$`,
  `revoke all on function put_wake_up(text, uuid) from public`,
  `grant execute on function put_wake_up(text, uuid) to placet_app`,
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
      foreach process in array processes loop perform put_wake_up(process, institution); end loop;
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
];

/** See `statements`. */
export class LighterPlacements extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
