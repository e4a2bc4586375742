import { Migration } from '@mikro-orm/migrations';
import { before } from './before.ts';
import { guards } from './guards.ts';
import { partitions } from './partitions.ts';
import { tables } from './tables.ts';

/** The tables of the ground: people, catalogue, stock, options, orders, letters, history. */
export class Ground extends Migration {
  override up(): void {
    for (const statement of [...before, ...tables, ...partitions, ...guards]) this.addSql(statement);
  }
}
