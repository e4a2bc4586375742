import { Migration } from '@mikro-orm/migrations';

/** Seats named for the places of a claim: an array of the seats with what their printed labels are made of. */
const statements = [
  `alter table "claim" add column "seats" jsonb null`,
  `alter table "claim" add constraint "claim_seats" check (seats is null or jsonb_array_length(seats) <= quantity)`,
];

/** See `statements`. */
export class SeatedClaims extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
