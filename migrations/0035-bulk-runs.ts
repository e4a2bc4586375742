import { Migration } from '@mikro-orm/migrations';

const tables = ['bulk_run', 'bulk_item'];

/** Verbs on large selections, which a story carries, and what became of each option. */
const statements = [
  `create table "bulk_run" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "verb" text not null, "words" jsonb not null, "state" text not null default 'waiting', "attempt" int not null default 1, "total" int not null, "done" int not null default 0, "failed" int not null default 0, "asked_by_id" uuid not null, "asked_by_name" text not null, "asked_at" timestamptz(3) not null default now(), "ended_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"))`,
  `create index "bulk_run_organisation_id_asked_at_id_index" on "bulk_run" ("organisation_id", "asked_at", "id")`,
  `create index bulk_run_unended on bulk_run (institution_id) where state <> 'done'`,
  `alter table "bulk_run" add constraint "bulk_run_state" check (state in ('waiting', 'running', 'done'))`,
  `alter table "bulk_run" add constraint "bulk_run_counts" check (failed >= 0 and done >= failed and total >= done)`,
  `alter table "bulk_run" add constraint "bulk_run_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete cascade`,
  `create table "bulk_item" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "run_id" uuid not null, "position" int not null, "option_id" uuid not null, "option_version" int null, "state" text not null default 'waiting', "answer" jsonb null, primary key ("id"))`,
  `alter table "bulk_item" add constraint "bulk_item_run_id_position_unique" unique ("run_id", "position")`,
  `create index bulk_item_waiting on bulk_item (run_id, position) where state = 'waiting'`,
  `alter table "bulk_item" add constraint "bulk_item_state" check (state in ('waiting', 'done', 'failed'))`,
  `alter table "bulk_item" add constraint "bulk_item_run_id_foreign" foreign key ("run_id") references "bulk_run" ("id") on delete cascade`,
  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
    `grant select, insert, update, delete on ${table} to placet_app`,
  ]),
];

/** See `statements`. */
export class BulkRuns extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
