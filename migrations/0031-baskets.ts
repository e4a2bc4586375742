import { Migration } from '@mikro-orm/migrations';

/**
 * Baskets: an order whose validated options are taken up again to be paid. Its row and theirs name the basket while it is
 * open, so that whoever locks one of them sees it.
 */
const statements = [
  `create table "basket" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "order_id" uuid not null, "channel_id" uuid not null, "state" text not null default 'open', "opened_by" text collate "fr-x-icu" not null, "opened_at" timestamptz(3) not null default now(), "abandon_at" timestamptz(3) not null, "next_action_at" timestamptz(3) null, "ended_by" text collate "fr-x-icu" null, "ended_at" timestamptz(3) null, "paid_cents" int not null default 0, "means" text null, "reference" text null, "version" int not null default 1, primary key ("id"))`,
  `alter table "basket" add constraint "basket_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "basket" add constraint "basket_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id")`,
  `alter table "basket" add constraint "basket_order_id_foreign" foreign key ("order_id") references "customer_order" ("id")`,
  `alter table "basket" add constraint "basket_channel_id_foreign" foreign key ("channel_id") references "sales_channel" ("id")`,
  `alter table "basket" add constraint "basket_state" check (state in ('open', 'paid', 'abandoned'))`,
  `alter table "basket" add constraint "basket_end" check ((state = 'open') = (ended_at is null))`,
  `alter table "basket" add constraint "basket_means" check (means in ('cash', 'cheque', 'card', 'transfer', 'voucher', 'other'))`,
  `alter table "basket" add constraint "basket_paid" check (paid_cents >= 0 and (state = 'paid') = (means is not null))`,
  `create unique index basket_live on basket (order_id) where state = 'open'`,
  `create index "basket_order_id_index" on "basket" ("order_id")`,
  `create index basket_next_action on basket (institution_id, next_action_at) where next_action_at is not null`,
  `create index basket_opened on basket (institution_id, opened_at, id)`,
  `alter table basket enable row level security`,
  `create policy wall on basket to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
  `grant select, insert, update, delete on basket to placet_app`,

  `alter table "customer_order" add column "basket_id" uuid null, add column "paid_cents" int not null default 0, add column "sold_quantity" int not null default 0`,
  `alter table "customer_order" drop constraint "customer_order_state"`,
  `alter table "customer_order" add constraint "customer_order_state" check (state in ('open', 'paid', 'cancelled'))`,
  `alter table "customer_order" add constraint "customer_order_sold" check (paid_cents >= 0 and sold_quantity >= 0)`,
  `alter table "seat_option" add column "basket_id" uuid null`,
  `create index seat_option_basket on seat_option (basket_id) where basket_id is not null`,
  `create index booking_file_created on booking_file (institution_id, created_at, id)`,

  // The seed's "délai d'abandon d'un ordre en cours", 20 minutes in its example.
  `alter table "sales_channel" add column "abandon_delay_minutes" int not null default 20`,
  `alter table "sales_channel" add constraint "sales_channel_abandon_delay_minutes" check (abandon_delay_minutes between 1 and 1440)`,

  // A payment written down by hand has a right of its own: who changes orders has it to begin with.
  `with wider as (
      select id, institution_id, rights as before, rights || '["orders.payment-by-hand:execute"]'::jsonb as after from role
      where rights ? 'orders.orders:execute' and not rights ? 'orders.payment-by-hand:execute'
    ),
    changed as (
      update role set rights = w.after, version = role.version + 1 from wider w where role.id = w.id
      returning role.id, role.institution_id, w.before, w.after
    )
    insert into history (id, at, institution_id, actor_type, actor_id, actor_name, verb, subject_type, subject_id, before, after, request_id)
    select uuidv7(), now(), institution_id, 'system', 'migration', 'Placet', 'change', 'role', id,
      jsonb_build_object('rights', before), jsonb_build_object('rights', after), '0031-baskets'
    from changed`,
];

/** See `statements`. */
export class Baskets extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
