import { Migration } from '@mikro-orm/migrations';

/**
 * What asks for a product's line at a performance is found from that performance: who moves or cancels it looks for options on
 * products that hold nothing yet. Lines on seats need no such index, and are not in it.
 */
const statements = [
  `create index option_line_product_performance on option_line (performance_id) where product_line_id is not null`,
];

/** See `statements`. */
export class ReachedOptions extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
