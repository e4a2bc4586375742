import { Migration } from '@mikro-orm/migrations';

/** Settings that decide about options: a change of any of them raises the number of its institution. */
const settings = [
  'season',
  'season_activity',
  'show_event',
  'performance',
  'seat_category',
  'price',
  'audience_subcategory',
  'collectivity_type',
  'sales_channel',
  'channel_contingent',
];

const statements = [
  // What the settings say of a performance changes seldom and is asked by every placement: a number per institution
  // says when it changed. It rises right before the commit, once a transaction, when every other lock is held: so those
  // who write settings wait for each other there only, and nobody who holds the number waits for anything else.
  `create table catalogue_version (institution_id uuid primary key references institution, version bigint not null default 1)`,
  `alter table catalogue_version enable row level security`,
  `create policy wall on catalogue_version to placet_app using (institution_id = (select current_institution()))
    with check (institution_id = (select current_institution()))`,
  `grant select on catalogue_version to placet_app`,
  `create function catalogue_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare changed uuid := case when tg_op = 'DELETE' then old.institution_id else new.institution_id end;
    begin
      if current_setting('placet.catalogue_changed', true) is distinct from changed::text then
        insert into catalogue_version as known (institution_id) values (changed)
          on conflict (institution_id) do update set version = known.version + 1;
        perform set_config('placet.catalogue_changed', changed::text, true);
      end if;
      return null;
    end $$`,
  ...settings.map(
    (table) =>
      `create constraint trigger catalogue_changed after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function catalogue_changed()`,
  ),
  `insert into catalogue_version (institution_id) select id from institution`,
  // What the library's add_job does for a job with a key, in one statement of our own: add_jobs plans one of its five
  // anew for every wake-up, a third of what sealing a verb costs. Its tables are its own, so its version is pinned and a
  // test holds both side by side. A job that is being delivered may have looked already: it keeps what it has, without
  // its key, and another one waits behind it.
  `create or replace function wake(process text, institution uuid) returns void language plpgsql security definer
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
      perform pg_notify('jobs:insert', json_build_object('r', random()::text, 'count', 1)::text);
    end $$`,
];

/** See `statements`. */
export class CatalogueVersion extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
