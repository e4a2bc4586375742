import { Migration } from '@mikro-orm/migrations';

/** A second telephone, the number a contact had elsewhere, what the house notes about them; the acceptance queue. */
const statements = [
  `alter table "contact" add column "mobile" text null, add column "reference" text null, add column "remark" text null`,
  `alter table "contact" add constraint "contact_institution_id_reference_unique" unique ("institution_id", "reference")`,
  `create index contact_acceptance_queue on contact (institution_id, acceptance, name, id) where acceptance is not null`,
];

export class People extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
