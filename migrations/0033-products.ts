import { Migration } from '@mikro-orm/migrations';

const tables = ['product', 'product_line', 'product_choice', 'product_price'] as const;

const owned = (table: string, column: string, to: string, rule = '') =>
  `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${to}" ("id")${rule}`;

/** Products: season tickets, packages, articles, services and visits, the options on them, and options that are twins. */
const statements = [
  `alter table "season" add column "product_options_allowed" boolean not null default false, add column "product_deducts_availability" boolean not null default true, add column "product_overbooking_allowed" boolean not null default false, add column "product_overbooking_percent" int not null default 0, add column "product_days_after_placement" int null, add column "product_days_before_performance" int null`,
  `alter table "season" add constraint "season_product_overbooking_percent" check (product_overbooking_percent between 0 and 100)`,
  `alter table "season" add constraint "season_product_days_after" check (product_days_after_placement between 0 and 366)`,
  `alter table "season" add constraint "season_product_days_before" check (product_days_before_performance between 0 and 366)`,
  // What an event is: a show, the visits of a product, or what stands for an article.
  `alter table "show_event" add column "kind" text not null default 'show'`,
  `alter table "show_event" add constraint "show_event_kind" check (kind in ('show', 'visit', 'article'))`,
  `alter table "performance" add column "guide" text null`,
  `create table "product" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "season_id" uuid not null, "family_id" uuid not null, "kind" text not null, "code" text not null, "name" text collate "fr-x-icu" not null, "names" jsonb not null default '{}', "active" boolean not null default true, "event_id" uuid null, "contingent_id" uuid null, "version" int not null default 1, primary key ("id"))`,
  `alter table "product" add constraint "product_organisation_id_code_unique" unique ("organisation_id", "code")`,
  `create index "product_season_id_index" on "product" ("season_id")`,
  `alter table "product" add constraint "product_kind" check (kind in ('season-ticket', 'package', 'article', 'service', 'visit'))`,
  owned('product', 'institution_id', 'institution'),
  owned('product', 'organisation_id', 'organisation'),
  owned('product', 'season_id', 'season'),
  owned('product', 'family_id', 'product_family'),
  owned('product', 'event_id', 'show_event', ' on delete no action'),
  owned('product', 'contingent_id', 'contingent', ' on delete no action'),
  `create table "product_line" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "product_id" uuid not null, "position" int not null, "own" boolean not null default false, "of_product_id" uuid null, "name" text collate "fr-x-icu" not null, "role" text not null, "seat_category_id" uuid not null, "quantity" int not null default 1, "per" int null, "rounding" text null, primary key ("id"))`,
  `create index "product_line_product_id_index" on "product_line" ("product_id")`,
  `alter table "product_line" add constraint "product_line_role" check (role in ('mandatory', 'optional', 'companion'))`,
  `alter table "product_line" add constraint "product_line_quantity" check (quantity > 0)`,
  `alter table "product_line" add constraint "product_line_ratio" check ((role = 'companion') = (per is not null) and (role = 'companion') = (rounding is not null) and per > 0 and rounding in ('up', 'down'))`,
  owned('product_line', 'institution_id', 'institution'),
  owned('product_line', 'product_id', 'product', ' on delete cascade'),
  owned('product_line', 'of_product_id', 'product', ' on delete no action'),
  owned('product_line', 'seat_category_id', 'seat_category'),
  `create table "product_choice" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "line_id" uuid not null, "performance_id" uuid not null, primary key ("id"))`,
  `alter table "product_choice" add constraint "product_choice_line_id_performance_id_unique" unique ("line_id", "performance_id")`,
  owned('product_choice', 'institution_id', 'institution'),
  owned('product_choice', 'line_id', 'product_line', ' on delete cascade'),
  owned('product_choice', 'performance_id', 'performance'),
  `create table "product_price" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "line_id" uuid not null, "audience_subcategory_id" uuid not null, "price_cents" int not null, primary key ("id"))`,
  `alter table "product_price" add constraint "product_price_line_id_audience_subcategory_id_unique" unique ("line_id", "audience_subcategory_id")`,
  `alter table "product_price" add constraint "product_price_cents" check (price_cents >= 0)`,
  owned('product_price', 'institution_id', 'institution'),
  owned('product_price', 'line_id', 'product_line', ' on delete cascade'),
  owned('product_price', 'audience_subcategory_id', 'audience_subcategory'),
  `alter table "seat_option" add column "kind" text not null default 'seats', add column "product_id" uuid null, add column "product_quantity" int null, add column "twin_of" uuid null`,
  `alter table "seat_option" add constraint "seat_option_kind" check (kind in ('seats', 'product') and (kind = 'product') = (product_id is not null) and (kind = 'product') = (product_quantity is not null) and product_quantity > 0)`,
  `alter table "seat_option" add constraint "seat_option_twin" check (twin_of <> id)`,
  `alter table "seat_option" add constraint "seat_option_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete no action`,
  `create index seat_option_products on seat_option (institution_id, number, id) where kind = 'product'`,
  `create index seat_option_product on seat_option (product_id) where product_id is not null`,
  `create unique index seat_option_twin_of on seat_option (twin_of) where twin_of is not null`,
  // The lists of options on seats and on products are each read from their indexes alone.
  `drop index seat_option_state`,
  `create index seat_option_state on seat_option (institution_id, state, id) include (organisation_id, kind)`,
  `drop index seat_option_starts`,
  `create index seat_option_starts on seat_option (institution_id, performance_starts_at, id) include (organisation_id, state, kind)`,
  `drop index seat_option_running`,
  `create index seat_option_running on seat_option (institution_id, confirmation_due_at, id) include (organisation_id, kind) where state = 'placed'`,
  `alter table "option_line" add column "product_line_id" uuid null`,
  `alter table "option_line" add constraint "option_line_product_line_id_foreign" foreign key ("product_line_id") references "product_line" ("id") on delete no action`,
  `create index option_line_product_line on option_line (product_line_id) where product_line_id is not null`,
  `alter table "option_profile_cover" add column "product_id" uuid null`,
  `alter table "option_profile_cover" drop constraint "option_profile_cover_one"`,
  `alter table "option_profile_cover" add constraint "option_profile_cover_one" check (num_nonnulls(event_id, performance_id, seat_category_id, channel_id, product_id) = 1)`,
  `alter table "option_profile_cover" add constraint "option_profile_cover_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete no action`,
  `alter table "contact" add column "credit_cents" int not null default 0`,
  `alter table "customer_order" add column "insured" boolean not null default false`,
  // Operators may request products as they may request seats, until somebody says otherwise.
  `insert into option_profile (institution_id, organisation_id, kind, code, name, names, state)
    select o.institution_id, o.id, 'products', 'OPEN-PRODUCTS',
      case i.locale when 'en' then 'Open profile for products' else 'Profil ouvert pour les produits' end,
      '{"fr": "Profil ouvert pour les produits", "en": "Open profile for products"}', 'validated'
    from organisation o join institution i on i.id = o.institution_id
    where exists (select from sales_channel c where c.organisation_id = o.id and c.kind = 'back-office')`,
  `insert into option_profile_cover (institution_id, option_profile_id, channel_id)
    select p.institution_id, p.id, c.id from option_profile p
    join sales_channel c on c.organisation_id = p.organisation_id and c.kind = 'back-office'
    where p.kind = 'products' and p.code = 'OPEN-PRODUCTS'`,
  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
    `grant select, insert, update, delete on ${table} to placet_app`,
  ]),
  ...tables.map(
    (table) =>
      `create constraint trigger catalogue_changed after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function catalogue_changed()`,
  ),
];

/** See `statements`. */
export class Products extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
