import { Migration } from '@mikro-orm/migrations';

const checks = (table: 'organisation' | 'season_activity') => [
  `alter table "${table}" add constraint "${table}_due_days" check (due_days in ('calendar', 'working'))`,
  `alter table "${table}" add constraint "${table}_public_holidays" check (public_holidays in ('none', 'france', 'alsace-moselle'))`,
  `alter table "${table}" add constraint "${table}_weekend_shift" check (weekend_shift in ('none', 'next', 'previous'))`,
  `alter table "${table}" add constraint "${table}_minimum_notice_hours" check (minimum_notice_hours between 0 and 720)`,
  `alter table "${table}" add constraint "${table}_payment_policy" check (payment_policy in ('flag', 'release'))`,
  `alter table "${table}" add constraint "${table}_refusal_days" check (refusal_days between 0 and 366)`,
];

/** How a house counts its deadlines, reminders of them, and orders that time looks at. */
const statements = [
  `alter table "organisation" add column "due_days" text not null default 'calendar', add column "public_holidays" text not null default 'france', add column "weekend_shift" text not null default 'none', add column "minimum_notice_hours" int not null default 24, add column "reminder_days" jsonb not null default '[]', add column "payment_policy" text not null default 'flag', add column "refusal_days" int null`,
  `alter table "season_activity" add column "due_days" text null, add column "public_holidays" text null, add column "weekend_shift" text null, add column "minimum_notice_hours" int null, add column "reminder_days" jsonb null, add column "payment_policy" text null, add column "refusal_days" int null`,
  ...checks('organisation'),
  ...checks('season_activity'),
  `create constraint trigger catalogue_changed after update on organisation
    deferrable initially deferred for each row execute function catalogue_changed()`,
  // What an activity says, else its organisation.
  `create function deadline_settings(activity uuid) returns json language sql stable set search_path = public, pg_temp as $$
    select json_build_object('dueDays', coalesce(a.due_days, g.due_days),
      'publicHolidays', coalesce(a.public_holidays, g.public_holidays),
      'weekendShift', coalesce(a.weekend_shift, g.weekend_shift),
      'minimumNoticeHours', coalesce(a.minimum_notice_hours, g.minimum_notice_hours),
      'reminderDays', coalesce(a.reminder_days, g.reminder_days),
      'paymentPolicy', coalesce(a.payment_policy, g.payment_policy),
      'refusalDays', coalesce(a.refusal_days, g.refusal_days))
    from season_activity a join organisation g on g.id = a.organisation_id where a.id = activity $$`,
  `alter table "seat_option" add column "due_plan" jsonb null, add column "reminded_at" timestamptz(3) null`,
  `alter table "customer_order" add column "end_policy" text not null default 'flag', add column "grace_hours" int not null default 0, add column "overdue_at" timestamptz(3) null, add column "next_action_at" timestamptz(3) null`,
  `alter table "customer_order" add constraint "customer_order_end_policy" check (end_policy in ('flag', 'release'))`,
  `create index customer_order_next_action on customer_order (institution_id, next_action_at) where next_action_at is not null`,
  // Time looks at what is open from now on; what had ended before stays as it was left.
  `update customer_order set next_action_at = payment_due_at where state = 'open' and payment_due_at > now()`,
  `update seat_option set next_action_at = performance_starts_at where state = 'refused' and performance_starts_at > now()`,
];

/** See `statements`. */
export class Deadlines extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
