import { Migration } from '@mikro-orm/migrations';

/** A verb in fewer journeys: the guarded move of stock tells its own refusal, and a request asks little of who sent it. */
const statements = [
  // The guarded UPDATE of stock: what raises taken stays within the limit, what raises firm within the capacity, what
  // raises neither always passes. A move that cannot be is an error of its own, which the caller turns into its problem.
  `create function move_stock(stock_row uuid, more_held int, more_ordered int, more_sold int, more_tentative int)
    returns void language plpgsql as $$
    declare
      more_firm int := more_ordered + more_sold;
      more_taken int := more_held + more_firm;
    begin
      update stock set
        held = held + more_held, ordered = ordered + more_ordered, sold = sold + more_sold,
        tentative = tentative + more_tentative,
        ceiling = greatest(capacity + overbooking, held + ordered + sold + blocked + allotted + recalling + more_taken),
        firm_ceiling = greatest(capacity, ordered + sold + blocked + allotted + recalling + more_firm),
        version = version + 1
      where id = stock_row
        and (more_taken <= 0 or held + ordered + sold + blocked + allotted + recalling + more_taken <= capacity + overbooking)
        and (more_firm <= 0 or ordered + sold + blocked + allotted + recalling + more_firm <= capacity);
      if not found then
        raise exception 'not enough places' using errcode = 'PL002';
      end if;
    end $$`,
  // Last statement of a verb before its commit: history, the answer under its key, the wake-ups, and then the stock, its
  // rows in the order of their ids.
  `drop function seal_verb(uuid, text, text, text, json, jsonb, text[])`,
  `create function seal_verb(institution uuid, actor_id text, request text, hash text, result json, rows jsonb, processes text[],
      moves json) returns void language plpgsql as $$
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
      for move in select * from json_to_recordset(moves)
        as told("stockId" uuid, held int, ordered int, sold int, tentative int) order by told."stockId"
      loop
        perform move_stock(move."stockId", move.held, move.ordered, move.sold, move.tentative);
      end loop;
    end $$`,
  // The trigger behind the guard is only asked about rows that rise.
  `drop trigger stock_ceiling on stock`,
  `create trigger stock_ceiling before update on stock for each row
    when (new.ceiling > old.ceiling or new.firm_ceiling > old.firm_ceiling) execute function guard_stock_ceiling()`,
  // What operators may do changes seldom and is asked by every request: a number per institution says when it changed.
  `create table access_version (institution_id uuid primary key references institution, version bigint not null default 1)`,
  `create function access_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into access_version as known (institution_id)
        values (case when tg_op = 'DELETE' then old.institution_id else new.institution_id end)
        on conflict (institution_id) do update set version = known.version + 1;
      return null;
    end $$`,
  `create function institution_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into access_version as known (institution_id) values (new.id)
        on conflict (institution_id) do update set version = known.version + 1;
      return null;
    end $$`,
  ...['operator', 'operator_role', 'role', 'organisation'].map(
    (table) =>
      `create trigger access_changed after insert or update or delete on ${table} for each row execute function access_changed()`,
  ),
  `create trigger access_changed after insert or update on institution for each row execute function institution_changed()`,
  `insert into access_version (institution_id) select id from institution`,
  // A session that has not ended, with the version of what its operator may do; null when the operator is gone.
  `create function session_access(sought varchar) returns table (sess json, operator_id uuid, access_version bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
      select s.sess, o.id, v.version
      from operator_session s
      left join operator o on o.id = (s.sess ->> 'operatorId')::uuid
      left join access_version v on v.institution_id = o.institution_id
      where s.sid = sought and s.expire >= localtimestamp $$`,
  `revoke all on function session_access(varchar) from public`,
  `grant execute on function session_access(varchar) to placet_app`,
  // add_jobs without the wrapping of add_job. It answers nothing when the relay takes the waiting job between its two
  // steps; then a job of our own is added.
  `create or replace function wake(process text, institution uuid) returns void language plpgsql security definer
    set search_path = public, pg_temp as $$
    begin
      loop
        perform from graphile_worker.add_jobs(array[(
          'wake', json_build_object('process', process, 'institutionId', institution), null, null, 32767::smallint,
          process, null, null)::graphile_worker.job_spec]);
        exit when found;
      end loop;
    end $$`,
];

/** See `statements`. */
export class WritePath extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
