import { Migration } from '@mikro-orm/migrations';

const tables = ['contingent_template', 'template_share', 'release_plan', 'contingent_release'] as const;

/** Templates of contingents, plans of stepped release, and what was released. */
const statements = [
  `create table "contingent_template" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "venue_id" uuid not null, "configuration_id" uuid null, "rest_contingent_id" uuid not null, "code" text not null, "name" text collate "fr-x-icu" not null, "version" int not null default 1, primary key ("id"))`,
  `alter table "contingent_template" add constraint "contingent_template_venue_id_code_unique" unique ("venue_id", "code")`,
  `alter table "contingent_template" add constraint "contingent_template_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "contingent_template" add constraint "contingent_template_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "contingent_template" add constraint "contingent_template_venue_id_foreign" foreign key ("venue_id") references "venue" ("id")`,
  `alter table "contingent_template" add constraint "contingent_template_configuration_id_foreign" foreign key ("configuration_id") references "logical_configuration" ("id") on delete no action`,
  `alter table "contingent_template" add constraint "contingent_template_rest_contingent_id_foreign" foreign key ("rest_contingent_id") references "contingent" ("id")`,
  `create table "template_share" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "template_id" uuid not null, "position" int not null, "seat_category_id" uuid not null, "contingent_id" uuid not null, "quantity" int null, "percent" int null, "seat_ids" jsonb null, primary key ("id"))`,
  `alter table "template_share" add constraint "template_share_template_id_seat_category_id_conti_48d52_unique" unique ("template_id", "seat_category_id", "contingent_id")`,
  `alter table "template_share" add constraint "template_share_kind" check (num_nonnulls(quantity, percent, seat_ids) = 1)`,
  `alter table "template_share" add constraint "template_share_amount" check (quantity >= 0 and percent between 0 and 100)`,
  `alter table "template_share" add constraint "template_share_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "template_share" add constraint "template_share_template_id_foreign" foreign key ("template_id") references "contingent_template" ("id") on delete cascade`,
  `alter table "template_share" add constraint "template_share_seat_category_id_foreign" foreign key ("seat_category_id") references "seat_category" ("id")`,
  `alter table "template_share" add constraint "template_share_contingent_id_foreign" foreign key ("contingent_id") references "contingent" ("id")`,
  `create table "release_plan" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "name" text collate "fr-x-icu" not null, "activity_id" uuid null, "event_id" uuid null, "performance_id" uuid null, "from_contingent_id" uuid not null, "to_contingent_id" uuid not null, "seat_category_id" uuid null, "keep_unit" text not null default 'places', "moment" text not null default 'start-of-day', "steps" jsonb not null, "active" boolean not null default true, "version" int not null default 1, primary key ("id"))`,
  `alter table "release_plan" add constraint "release_plan_target" check (num_nonnulls(activity_id, event_id, performance_id) = 1)`,
  `alter table "release_plan" add constraint "release_plan_contingents" check (from_contingent_id <> to_contingent_id)`,
  `alter table "release_plan" add constraint "release_plan_keep_unit" check (keep_unit in ('places', 'percent'))`,
  `alter table "release_plan" add constraint "release_plan_moment" check (moment in ('start-of-day', 'end-of-day'))`,
  `alter table "release_plan" add constraint "release_plan_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "release_plan" add constraint "release_plan_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "release_plan" add constraint "release_plan_activity_id_foreign" foreign key ("activity_id") references "season_activity" ("id") on delete no action`,
  `alter table "release_plan" add constraint "release_plan_event_id_foreign" foreign key ("event_id") references "show_event" ("id") on delete no action`,
  `alter table "release_plan" add constraint "release_plan_performance_id_foreign" foreign key ("performance_id") references "performance" ("id") on delete no action`,
  `alter table "release_plan" add constraint "release_plan_from_contingent_id_foreign" foreign key ("from_contingent_id") references "contingent" ("id")`,
  `alter table "release_plan" add constraint "release_plan_to_contingent_id_foreign" foreign key ("to_contingent_id") references "contingent" ("id")`,
  `alter table "release_plan" add constraint "release_plan_seat_category_id_foreign" foreign key ("seat_category_id") references "seat_category" ("id") on delete no action`,
  // One plan for one contingent and category of one target.
  `create unique index "release_plan_one" on "release_plan" ("institution_id", coalesce("performance_id", "event_id", "activity_id"), "from_contingent_id", coalesce("seat_category_id", '00000000-0000-0000-0000-000000000000'))`,
  // A step of a plan is done once for a performance: this key says so.
  `create table "contingent_release" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "performance_id" uuid not null, "plan_id" uuid null, "plan_name" text collate "fr-x-icu" not null, "days_before" int not null, "keep" int not null, "keep_unit" text not null, "due_at" timestamptz(3) not null, "released_at" timestamptz(3) not null, "actor_name" text not null, "from_contingent_id" uuid not null, "to_contingent_id" uuid not null, "quantity" int not null, "parts" jsonb not null, "taken_back_at" timestamptz(3) null, "taken_back_by" text null, "taken_back_quantity" int null, "version" int not null default 1, primary key ("id"))`,
  `alter table "contingent_release" add constraint "contingent_release_performance_id_plan_id_days_before_unique" unique ("performance_id", "plan_id", "days_before")`,
  `create index "contingent_release_institution_id_released_at_index" on "contingent_release" ("institution_id", "released_at")`,
  `alter table "contingent_release" add constraint "contingent_release_quantity" check (quantity >= 0 and taken_back_quantity <= quantity)`,
  `alter table "contingent_release" add constraint "contingent_release_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "contingent_release" add constraint "contingent_release_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "contingent_release" add constraint "contingent_release_performance_id_foreign" foreign key ("performance_id") references "performance" ("id")`,
  `alter table "contingent_release" add constraint "contingent_release_plan_id_foreign" foreign key ("plan_id") references "release_plan" ("id") on delete set null`,
  `alter table "contingent_release" add constraint "contingent_release_from_contingent_id_foreign" foreign key ("from_contingent_id") references "contingent" ("id")`,
  `alter table "contingent_release" add constraint "contingent_release_to_contingent_id_foreign" foreign key ("to_contingent_id") references "contingent" ("id")`,
  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
    `grant select, insert, update, delete on ${table} to placet_app`,
  ]),
];

/** See `statements`. */
export class ContingentRelease extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
