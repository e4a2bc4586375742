import { Migration } from '@mikro-orm/migrations';

const tables = ['limitation_table', 'limitation_cover', 'option_profile', 'option_profile_cover'];

/** Columns of a table that lists what a setting covers: one of them is filled in each row. */
function cover(table: string, owner: string, covered: Readonly<Record<string, string>>): string[] {
  const columns = Object.keys(covered);
  return [
    `create table "${table}" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "${owner}_id" uuid not null, ${columns.map((column) => `"${column}" uuid null`).join(', ')}, primary key ("id"))`,
    `create index "${table}_${owner}_id_index" on "${table}" ("${owner}_id")`,
    `alter table "${table}" add constraint "${table}_one" check (num_nonnulls(${columns.join(', ')}) = 1)`,
    `alter table "${table}" add constraint "${table}_${owner}_id_foreign" foreign key ("${owner}_id") references "${owner}" ("id") on delete cascade`,
    ...Object.entries(covered).map(
      ([column, target]) =>
        `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${target}" ("id") on delete no action`,
    ),
  ];
}

/** Limitation tables and option profiles: who may ask for how much, and what may be asked for through which channel. */
const statements = [
  `create table "limitation_table" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "code" text not null, "name" text collate "fr-x-icu" not null, "family_id" uuid not null, "maximum_per_option" int null, "maximum_per_performance" int null, "maximum_per_season" int null, "state" text not null default 'draft', "version" int not null default 1, primary key ("id"))`,
  `alter table "limitation_table" add constraint "limitation_table_organisation_id_code_unique" unique ("organisation_id", "code")`,
  `alter table "limitation_table" add constraint "limitation_table_state" check (state in ('draft', 'validated'))`,
  `alter table "limitation_table" add constraint "limitation_table_maxima" check (least(maximum_per_option, maximum_per_performance, maximum_per_season) >= 0)`,
  `alter table "limitation_table" add constraint "limitation_table_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "limitation_table" add constraint "limitation_table_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "limitation_table" add constraint "limitation_table_family_id_foreign" foreign key ("family_id") references "product_family" ("id")`,
  ...cover('limitation_cover', 'limitation_table', {
    collectivity_type_id: 'collectivity_type',
    season_id: 'season',
    activity_id: 'season_activity',
    event_id: 'show_event',
    seat_category_id: 'seat_category',
  }),
  `create table "option_profile" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "kind" text not null, "code" text not null, "name" text collate "fr-x-icu" not null, "names" jsonb not null default '{}', "state" text not null default 'draft', "starts_on" date null, "ends_on" date null, "payment_on" date null, "minimum_quantity" int not null default 1, "version" int not null default 1, primary key ("id"))`,
  `alter table "option_profile" add constraint "option_profile_organisation_id_code_unique" unique ("organisation_id", "code")`,
  `alter table "option_profile" add constraint "option_profile_kind" check (kind in ('seats', 'products'))`,
  `alter table "option_profile" add constraint "option_profile_state" check (state in ('draft', 'validated'))`,
  `alter table "option_profile" add constraint "option_profile_days" check (starts_on <= ends_on)`,
  `alter table "option_profile" add constraint "option_profile_minimum" check (minimum_quantity >= 1)`,
  `alter table "option_profile" add constraint "option_profile_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "option_profile" add constraint "option_profile_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  ...cover('option_profile_cover', 'option_profile', {
    event_id: 'show_event',
    performance_id: 'performance',
    seat_category_id: 'seat_category',
    channel_id: 'sales_channel',
  }),
  `alter table "seat_option" add column "profile_payment_on" date null`,
  // What a structure holds through its relays is counted with what it holds itself.
  `create index "seat_option_structure" on "seat_option" ("structure_id") where structure_id is not null`,
  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
    `grant select, insert, update, delete on ${table} to placet_app`,
    `create constraint trigger catalogue_changed after insert or update or delete on ${table}
      deferrable initially deferred for each row execute function catalogue_changed()`,
  ]),
  // The operators' own channels go on taking every request: a profile that is open to all, for each organisation.
  `insert into option_profile (institution_id, organisation_id, kind, code, name, names, state)
    select o.institution_id, o.id, 'seats', 'OPEN', case i.locale when 'en' then 'Open profile' else 'Profil ouvert' end,
      '{"fr": "Profil ouvert", "en": "Open profile"}', 'validated'
    from organisation o join institution i on i.id = o.institution_id
    where exists (select from sales_channel c where c.organisation_id = o.id and c.kind = 'back-office')`,
  `insert into option_profile_cover (institution_id, option_profile_id, channel_id)
    select p.institution_id, p.id, c.id
    from option_profile p join sales_channel c on c.organisation_id = p.organisation_id and c.kind = 'back-office'`,
];

/** See `statements`. */
export class AuthorisationSettings extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
