import { Migration } from '@mikro-orm/migrations';

/**
 * The rest of the life of an option: what it lapsed from, the option whose remainder it waits for, and the instant at which
 * a request or a waiting option ends with its last performance.
 */
const statements = [
  `alter table "seat_option" add column "lapsed_from" text null, add column "split_from_id" uuid null`,
  `alter table "seat_option" add constraint "seat_option_lapsed_from" check (lapsed_from in ('requested', 'placed', 'confirmed'))`,
  `alter table "seat_option" add constraint "seat_option_split_from_id_foreign" foreign key ("split_from_id") references "seat_option" ("id") on delete no action`,
  `create index seat_option_split_from on seat_option (split_from_id) where split_from_id is not null`,
  `update seat_option o set lapsed_from = (
      select h.before ->> 'state' from history h
      where h.subject_type = 'option' and h.subject_id = o.id and h.verb = 'lapse' and h.before ->> 'state' in ('placed', 'confirmed')
      order by h.at desc limit 1)
    where o.state = 'lapsed'`,
  `update seat_option o set next_action_at = greatest(o.performance_starts_at, (
      select max(p.starts_at) from option_choice c join performance p on p.id = c.performance_id where c.option_id = o.id))
    where o.state in ('requested', 'waiting') and o.next_action_at is null`,
];

/** See `statements`. */
export class OptionLife extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
