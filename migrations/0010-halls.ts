import { Migration } from '@mikro-orm/migrations';

/** Halls: spaces of a venue, their plans and seats, logical configurations, and the seats of performances. */
const statements = [
  `create table "space" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "venue_id" uuid not null, "code" text not null, "name" text collate "fr-x-icu" not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "space" add constraint "space_venue_id_code_unique" unique ("venue_id", "code")`,
  `alter table "space" add constraint "space_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "space" add constraint "space_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "space" add constraint "space_venue_id_foreign" foreign key ("venue_id") references "venue" ("id")`,
  `create table "seat_plan" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "space_id" uuid not null, "name" text collate "fr-x-icu" not null, "revision" int not null, "digest" text not null, "seat_count" int not null, "width" int not null, "height" int not null, "layout" jsonb not null, "imported_at" timestamptz(3) not null default now(), "version" int not null default 1, primary key ("id"))`,
  `alter table "seat_plan" add constraint "seat_plan_space_id_name_revision_unique" unique ("space_id", "name", "revision")`,
  `alter table "seat_plan" add constraint "seat_plan_revision" check (revision >= 1)`,
  `alter table "seat_plan" add constraint "seat_plan_seat_count" check (seat_count >= 0)`,
  `alter table "seat_plan" add constraint "seat_plan_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "seat_plan" add constraint "seat_plan_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "seat_plan" add constraint "seat_plan_space_id_foreign" foreign key ("space_id") references "space" ("id")`,
  `create table "seat" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "plan_id" uuid not null, "guid" text not null, "zone" text not null, "block" text not null default '', "row_label" text not null, "row_order" int not null, "number" text not null, "place" int not null, "run" int not null, "x" int not null, "y" int not null, "category" text not null, "wheelchair" boolean not null default false, "companion" boolean not null default false, "restricted_view" boolean not null default false, "aisle" boolean not null default false, primary key ("id"))`,
  `alter table "seat" add constraint "seat_plan_id_guid_unique" unique ("plan_id", "guid")`,
  `alter table "seat" add constraint "seat_order" check (row_order >= 1 and place >= 1 and run >= 1)`,
  `alter table "seat" add constraint "seat_plan_id_foreign" foreign key ("plan_id") references "seat_plan" ("id") on delete cascade`,
  `create table "logical_configuration" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "space_id" uuid not null, "plan_id" uuid null, "code" text not null, "name" text collate "fr-x-icu" not null, "numbered" boolean not null, "state" text not null default 'draft', "version" int not null default 1, primary key ("id"))`,
  `alter table "logical_configuration" add constraint "logical_configuration_space_id_code_unique" unique ("space_id", "code")`,
  `alter table "logical_configuration" add constraint "logical_configuration_state" check (state in ('draft', 'valid'))`,
  `alter table "logical_configuration" add constraint "logical_configuration_plan" check (numbered = (plan_id is not null))`,
  `alter table "logical_configuration" add constraint "logical_configuration_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "logical_configuration" add constraint "logical_configuration_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "logical_configuration" add constraint "logical_configuration_space_id_foreign" foreign key ("space_id") references "space" ("id")`,
  `alter table "logical_configuration" add constraint "logical_configuration_plan_id_foreign" foreign key ("plan_id") references "seat_plan" ("id") on delete no action`,
  `create table "configuration_category" ("configuration_id" uuid not null, "seat_category_id" uuid not null, "institution_id" uuid not null, "capacity" int not null default 0, primary key ("configuration_id", "seat_category_id"))`,
  `alter table "configuration_category" add constraint "configuration_category_capacity" check (capacity >= 0)`,
  `alter table "configuration_category" add constraint "configuration_category_configuration_id_foreign" foreign key ("configuration_id") references "logical_configuration" ("id") on update no action on delete cascade`,
  `alter table "configuration_category" add constraint "configuration_category_seat_category_id_foreign" foreign key ("seat_category_id") references "seat_category" ("id") on update no action on delete no action`,
  `create table "configuration_seat" ("configuration_id" uuid not null, "seat_id" uuid not null, "seat_category_id" uuid not null, "institution_id" uuid not null, primary key ("configuration_id", "seat_id"))`,
  `alter table "configuration_seat" add constraint "configuration_seat_configuration_id_foreign" foreign key ("configuration_id") references "logical_configuration" ("id") on update no action on delete cascade`,
  `alter table "performance" add column "configuration_id" uuid null`,
  `alter table "performance" add constraint "performance_configuration_id_foreign" foreign key ("configuration_id") references "logical_configuration" ("id") on delete no action`,
  // A taken seat changes in its place: room is left on each page, and no index holds what changes.
  `create table "performance_seat" ("performance_id" uuid not null, "seat_id" uuid not null, "institution_id" uuid not null, "stock_id" uuid not null, "claim_id" uuid null, primary key ("performance_id", "seat_id")) with (fillfactor = 80)`,
  `alter table "performance_seat" add constraint "performance_seat_performance_id_foreign" foreign key ("performance_id") references "performance" ("id") on update no action on delete no action`,
  ...[
    'space',
    'seat_plan',
    'seat',
    'logical_configuration',
    'configuration_category',
    'configuration_seat',
    'performance_seat',
  ].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
  ]),
  `grant select, insert, update, delete on space, logical_configuration, configuration_category, configuration_seat, performance_seat to placet_app`,
  // A plan is added and deleted, never changed: its seats go with it. Its version may be locked, which asks for a right to it.
  `grant select, insert, delete on seat_plan to placet_app`,
  `grant update (version) on seat_plan to placet_app`,
  `grant select, insert on seat to placet_app`,
];

export class Halls extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
