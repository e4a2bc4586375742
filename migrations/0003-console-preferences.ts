import { Migration } from '@mikro-orm/migrations';

/** What an operator keeps of the console: preferences and saved views. */
const statements = [
  `create table "operator_preference" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "operator_id" uuid not null, "name" text not null, "value" jsonb not null, "changed_at" timestamptz(3) not null, primary key ("id"))`,
  `alter table "operator_preference" add constraint "operator_preference_operator_id_name_unique" unique ("operator_id", "name")`,
  `alter table "operator_preference" add constraint "operator_preference_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "operator_preference" add constraint "operator_preference_operator_id_foreign" foreign key ("operator_id") references "operator" ("id") on delete cascade`,
  `create table "saved_view" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "operator_id" uuid not null, "resource" text not null, "name" text collate "fr-x-icu" not null, "filter" jsonb not null default '{}', "sort" jsonb null, "columns" jsonb null, "shared" boolean not null default false, "created_at" timestamptz(3) not null default now(), "version" int not null default 1, primary key ("id"))`,
  `alter table "saved_view" add constraint "saved_view_operator_id_resource_name_unique" unique ("operator_id", "resource", "name")`,
  `create index "saved_view_institution_id_resource_name_index" on "saved_view" ("institution_id", "resource", "name")`,
  `alter table "saved_view" add constraint "saved_view_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "saved_view" add constraint "saved_view_operator_id_foreign" foreign key ("operator_id") references "operator" ("id") on delete cascade`,
  ...['operator_preference', 'saved_view'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
    `grant select, insert, update, delete on ${table} to placet_app`,
  ]),
];

export class ConsolePreferences extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
