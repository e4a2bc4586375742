import { Migration } from '@mikro-orm/migrations';

/**
 * An option that comes to a performance waits, by its foreign key, for whoever moves or cancels it just now. What it was
 * decided on is then no longer so: its verb fails at its commit as one that can be tried again, and is told by the rules
 * what holds the next time.
 */
const statements = [
  `create function guard_performance() returns trigger language plpgsql as $$
    begin
      if exists (select from performance p where p.id = new.performance_id
          and (p.state = 'cancelled' or p.starts_at <> new.performance_starts_at)) then
        raise exception 'the performance was changed meanwhile' using errcode = '40001';
      end if;
      return null;
    end $$`,
  `create constraint trigger guard_performance after insert on seat_option deferrable initially deferred
    for each row execute function guard_performance()`,
  `create constraint trigger guard_other_performance after update of performance_id on seat_option
    deferrable initially deferred for each row when (new.performance_id is distinct from old.performance_id)
    execute function guard_performance()`,
];

/** See `statements`. */
export class PerformanceGuard extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
