/**
 * The two tables that grow with time and are dropped by the month: history and the bytes of letters.
 * `ensure_partitions` is called by the worker; the default partition takes what no month covers yet.
 */
export const partitions = [
  `create table history (
    id uuid not null default uuidv7(), at timestamptz(3) not null, institution_id uuid not null, organisation_id uuid,
    actor_type text not null, actor_id text not null, actor_name text not null, verb text not null,
    subject_type text not null, subject_id uuid not null, before jsonb, after jsonb, reason text, rule_version text,
    request_id text not null, primary key (id, at),
    constraint history_actor_type check (actor_type in ('operator', 'process', 'system'))
  ) partition by range (at)`,
  `create index history_subject on history (institution_id, subject_type, subject_id, at)`,
  `create index history_at on history (institution_id, at, id)`,
  `create table history_default partition of history default`,
  `create table letter_content (
    letter_id uuid not null, at timestamptz(3) not null, institution_id uuid not null,
    html text not null, message bytea not null, document bytea not null, primary key (letter_id, at)
  ) partition by range (at)`,
  `create table letter_content_default partition of letter_content default`,
  `create function ensure_partitions(months_ahead int) returns int language plpgsql security definer
    set search_path = public, pg_temp as $$
    declare parent text; month date; made int := 0; child text;
    begin
      foreach parent in array array['history', 'letter_content'] loop
        for i in 0..least(greatest(months_ahead, 0), 24) loop
          month := (date_trunc('month', now()) + make_interval(months => i))::date;
          child := format('%s_%s', parent, to_char(month, 'YYYYMM'));
          continue when to_regclass(child) is not null;
          begin
            execute format('create table %I partition of %I for values from (%L) to (%L)',
              child, parent, month::timestamptz, (month + interval '1 month')::timestamptz);
            made := made + 1;
          exception when check_violation then
            -- rows of that month stand in the default partition already: they stay there
            null;
          end;
        end loop;
      end loop;
      return made;
    end $$`,
  `select ensure_partitions(2)`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`,
  `create trigger history_append_only before update or delete on history for each row execute function refuse_change()`,
  `create trigger history_no_truncate before truncate on history for each statement execute function refuse_change()`,
  `create trigger operation_append_only before update or delete on operation for each row execute function refuse_change()`,
  `create trigger operation_no_truncate before truncate on operation for each statement execute function refuse_change()`,
];
