import { Migration } from '@mikro-orm/migrations';

/** When the seat engine may leave a seat alone, for each sales channel. */
const statements = [
  `alter table "sales_channel" add column "isolated_seat_trigger" int null, add column "isolated_seats_allowed" boolean not null default false`,
  `alter table "sales_channel" add constraint "sales_channel_isolated_seat_trigger" check (isolated_seat_trigger >= 0)`,
];

/** See `statements`. */
export class IsolatedSeats extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
