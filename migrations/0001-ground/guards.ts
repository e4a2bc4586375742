/** Guards that must hold whatever the code does: stock ceilings, the wall between institutions, rights of the role. */
export const guards = [
  // A row over its limit may only shrink; only a recorded external sale (a fact) may go further.
  `create function guard_stock_ceiling() returns trigger language plpgsql as $$
    begin
      if current_setting('placet.external_sale', true) = 'on' then return new; end if;
      if new.ceiling > greatest(new.capacity + new.overbooking, old.ceiling)
        or new.firm_ceiling > greatest(new.capacity, old.firm_ceiling) then
        raise exception 'a stock row may not be raised over its limit' using errcode = 'check_violation', constraint = 'stock_ceiling';
      end if;
      return new;
    end $$`,
  `create trigger stock_ceiling before update on stock for each row execute function guard_stock_ceiling()`,
  `create table operator_session (sid varchar primary key, sess json not null, expire timestamp(6) not null)`,
  `create index operator_session_expire on operator_session (expire)`,
  // Failed sign-ins by address and by e-mail, shared by all api processes.
  `create table sign_in_attempt (key varchar(255) primary key, points int not null default 0, expire bigint)`,
  `insert into worker_mark default values`,
  `do $$
    declare t text;
    begin
      for t in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'institution_id'
      loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy wall on %I to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))', t);
      end loop;
    end $$`,
  `alter table institution enable row level security`,
  `create policy wall on institution to placet_app using (id = (select current_institution())) with check (id = (select current_institution()))`,
  `grant usage on schema public to placet_app`,
  `grant select, insert, update, delete on all tables in schema public to placet_app`,
  `revoke update, delete on history, operation from placet_app`,
  `revoke insert, update, delete on institution from placet_app`,
  `revoke insert, delete on worker_mark from placet_app`,
  `revoke all on placet_migration from placet_app`,
  `do $$ declare t text; begin
    for t in select relname from pg_class where relispartition and relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('revoke all on %I from placet_app', t);
    end loop;
  end $$`,
  `grant usage on all sequences in schema public to placet_app`,
  // Doors through the wall, each for one purpose.
  `create function sign_in_operator(sought text) returns table (
      id uuid, institution_id uuid, name text, email text, password_hash text, locale text, demo boolean, disabled boolean
    ) language sql stable security definer set search_path = public, pg_temp as $$
      select o.id, o.institution_id, o.name, o.email, o.password_hash, o.locale, o.demo, o.disabled_at is not null
      from operator o where o.email = lower(sought) $$`,
  // Who is behind a session, the roles held in each organisation and the rights of each role; asked once per request.
  `create function session_operator(sought uuid) returns table (
      id uuid, name text, email text, locale text, demo boolean, disabled boolean, credentials text,
      institution_id uuid, institution_name text, institution_demo boolean, organisations jsonb, roles jsonb
    ) language sql stable security definer set search_path = public, pg_temp as $$
      select o.id, o.name, o.email, o.locale, o.demo, o.disabled_at is not null,
        encode(sha256(convert_to(o.password_hash, 'utf8')), 'hex'), i.id, i.name, i.demo,
        coalesce((
          select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'name', x.name, 'roleIds', g.role_ids) order by x.name, x.id)
          from (
            select organisation_id, jsonb_agg(role_id order by role_id) as role_ids
            from operator_role where operator_id = o.id group by organisation_id
          ) g join organisation x on x.id = g.organisation_id
        ), '[]'),
        coalesce((
          select jsonb_object_agg(r.id, r.rights) from role r
          where r.id in (select role_id from operator_role where operator_id = o.id)
        ), '{}')
      from operator o join institution i on i.id = o.institution_id where o.id = sought $$`,
  // The accounts a demo shows on its sign-in page.
  `create function demo_accounts() returns table (email text, role text) language sql stable security definer
    set search_path = public, pg_temp as $$
      select distinct on (o.email) o.email, r.code from operator o join operator_role g on g.operator_id = o.id join role r on r.id = g.role_id
      where o.demo and o.disabled_at is null order by o.email, r.code $$`,
  // What a monitor asks: the depth and age of the outbox, letters not yet settled or failed, and whether mail is held.
  `create function system_figures() returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
    select jsonb_build_object(
      'outboxJobs', (select count(*) from graphile_worker.jobs),
      'outboxOldestSeconds', (select coalesce(extract(epoch from now() - min(created_at)), 0) from graphile_worker.jobs),
      'mailHeldSince', (select held_since from worker_mark),
      'letters', (select coalesce(jsonb_object_agg(state, number), '{}') from (
        select state, count(*) as number from letter where state in ('owed', 'sending') group by state
        union all
        select state, count(*) from letter where state in ('failed', 'bounced') group by state
      ) counted)
    ) $$`,
  `create function institution_ids() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from institution order by id $$`,
  // The outbox: a wake-up of a process, delivered after commit. One waiting job per process. add_job answers nothing
  // when the relay takes the waiting job between its two steps; then a job of our own is added.
  `create function wake(process text, institution uuid) returns void language plpgsql security definer
    set search_path = public, pg_temp as $$
    declare job graphile_worker._private_jobs;
    begin
      loop
        job := graphile_worker.add_job('wake', json_build_object('process', process, 'institutionId', institution),
          job_key => process, max_attempts => 32767);
        exit when job.id is not null;
      end loop;
    end $$`,
  // Which database this is: another cluster, another database in it, or the same files copied back, is another one.
  `create function database_identity() returns text language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp as $$
    declare cluster text := ''; born text := '';
    begin
      begin
        cluster := (select system_identifier from pg_control_system());
      exception when insufficient_privilege then null;
      end;
      begin
        born := (select extract(epoch from change) from pg_stat_file('PG_VERSION'));
      exception when insufficient_privilege then null;
      end;
      return encode(sha256(convert_to(concat_ws('/', cluster, born,
        (select oid from pg_database where datname = current_database())), 'UTF8')), 'hex');
    end $$`,
  // First statement of a verb: the wall, the caller's key (refused when another call is using it), the former answer.
  `create function begin_verb(institution uuid, actor_id text, request text)
    returns table (locked boolean, at timestamptz, input_hash text, answer json) language plpgsql as $$
    begin
      perform set_config('placet.institution', institution::text, true);
      locked := pg_try_advisory_xact_lock(hashtextextended(institution::text || actor_id || '/' || request, 0));
      at := date_trunc('milliseconds', now());
      if locked then
        select v.input_hash, v.answer into begin_verb.input_hash, begin_verb.answer
        from verb_call v where v.institution_id = institution and v.actor = actor_id and v.request_id = request;
      end if;
      return next;
    end $$`,
  // Last statement before the stock: history, the answer under its key, and the wake-ups, in one round trip.
  `create function seal_verb(institution uuid, actor_id text, request text, hash text, result json, rows jsonb, processes text[])
    returns void language plpgsql as $$
    declare process text;
    begin
      -- without a clock of its own a line is told at the moment it is written, behind the lock of its subject: so the
      -- lines of one record stand in the order in which its verbs were done, not in which they began to wait
      insert into history
        select line.* from jsonb_array_elements(rows) as told, jsonb_populate_record(null::history,
          case when told->>'at' is null
            then told || jsonb_build_object('at', date_trunc('milliseconds', clock_timestamp())) else told end) as line;
      insert into verb_call (institution_id, actor, request_id, input_hash, answer) values (institution, actor_id, request, hash, result);
      foreach process in array processes loop perform wake(process, institution); end loop;
    end $$`,
  // Lock order: the file, so that one order is opened in it, the order, the option. The order an option is in (or will
  // join) can change until both are locked.
  `create function order_of(sought uuid) returns uuid language sql stable as $$
    select coalesce(o.order_id, (select c.id from customer_order c where c.booking_file_id = o.booking_file_id and c.state = 'open' order by c.id limit 1))
    from seat_option o where o.id = sought $$`,
  `create function lock_with_order(sought uuid) returns uuid language plpgsql as $$
    declare wanted uuid;
    begin
      perform 1 from booking_file where id = (select booking_file_id from seat_option where id = sought) for no key update;
      loop
        wanted := order_of(sought);
        begin
          if wanted is not null then perform 1 from customer_order where id = wanted for update; end if;
          perform 1 from seat_option where id = sought for update;
          if order_of(sought) is not distinct from wanted then return wanted; end if;
          raise exception using errcode = 'PL001';
        exception when sqlstate 'PL001' then
          null; -- another verb moved the option between: both locks are let go, and taken again in order
        end;
      end loop;
    end $$`,
  `revoke all on function sign_in_operator(text), session_operator(uuid), demo_accounts(), system_figures(), institution_ids(), wake(text, uuid), ensure_partitions(int),
    database_identity() from public`,
  `grant execute on function sign_in_operator(text), session_operator(uuid), demo_accounts(), system_figures(), institution_ids(), wake(text, uuid), ensure_partitions(int),
    database_identity() to placet_app`,
];
