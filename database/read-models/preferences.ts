import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** What the reader prefers, by name; what was never chosen is absent. */
export async function readPreferences(db: Queries, scope: Scope): Promise<Record<string, unknown>> {
  const rows = await db
    .selectFrom('operator_preference')
    .select(['name', 'value'])
    .where(scoped(scope, 'operator_preference'))
    .orderBy('name')
    .execute();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
