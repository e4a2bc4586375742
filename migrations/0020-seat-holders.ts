import { Migration } from '@mikro-orm/migrations';

/**
 * A seat passes from one claim to another only when the first no longer names it. Whoever chose a seat while the hall was
 * laid out anew, and comes second, fails at the commit as one that can be tried again: no seat is ever taken from its
 * holder. Asked only where a seat changes hands, never where a free one is taken or one is given back.
 */
const statements = [
  `create function guard_seat_holder() returns trigger language plpgsql as $$
    begin
      if exists (select from performance_seat s join claim c on c.id = old.claim_id
          where s.performance_id = new.performance_id and s.seat_id = new.seat_id and s.claim_id is not null
            and s.claim_id <> old.claim_id and c.counter <> 'released'
            and c.seats @> jsonb_build_array(jsonb_build_object('id', new.seat_id::text))) then
        raise exception 'the seat is held by somebody else' using errcode = '40001';
      end if;
      return null;
    end $$`,
  `create constraint trigger guard_seat_holder after update of claim_id on performance_seat
    deferrable initially deferred for each row
    when (old.claim_id is not null and new.claim_id is not null and old.claim_id <> new.claim_id)
    execute function guard_seat_holder()`,
];

/** See `statements`. */
export class SeatHolders extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
