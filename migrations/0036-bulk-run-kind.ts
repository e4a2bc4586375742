import { Migration } from '@mikro-orm/migrations';

/** Verbs on large selections of options on products, beside those on seats. */
const statements = [
  `alter table "bulk_run" add column "kind" text not null default 'seats'`,
  `alter table "bulk_run" add constraint "bulk_run_kind" check (kind in ('seats', 'product'))`,
];

/** See `statements`. */
export class BulkRunKind extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
