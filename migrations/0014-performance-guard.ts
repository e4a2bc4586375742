import { Migration } from '@mikro-orm/migrations';

/**
 * An option that comes to a performance waits for whoever moves or cancels it just now. What it was decided on is then no
 * longer so: its verb fails as one that can be tried again, and is told what holds the next time.
 */
const statements = [
  `create function guard_performance() returns trigger language plpgsql as $$
    declare found record;
    begin
      select state, starts_at into found from performance where id = new.performance_id for key share;
      if found.state = 'cancelled' or found.starts_at <> new.performance_starts_at then
        raise exception 'the performance was changed meanwhile' using errcode = '40001';
      end if;
      return new;
    end $$`,
  `create trigger guard_performance before insert on seat_option for each row execute function guard_performance()`,
  `create trigger guard_other_performance before update of performance_id on seat_option for each row
    when (new.performance_id is distinct from old.performance_id) execute function guard_performance()`,
];

/** See `statements`. */
export class PerformanceGuard extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
