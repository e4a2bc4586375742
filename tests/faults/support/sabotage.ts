import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../../../bin/settings.ts';

export const sabotages = ['outbox', 'stock', 'letter'] as const;
export type Sabotage = (typeof sabotages)[number];

/** How one guard is taken away: from the code as api and worker load it, and from the database. The product has no switch for it. */
export type Without = { preload: string | null; prepare(databaseUrl: string): Promise<void> };

/** Takes one guard away; null takes none. */
export function without(sabotage: Sabotage | null): Without {
  switch (sabotage) {
    case null:
      return { preload: null, prepare: () => Promise.resolve() };
    case 'outbox':
      // verbs, and the schedule that looks for what was forgotten, wake nobody
      return {
        preload: null,
        prepare: run(
          `create or replace function put_wake_up(process text, institution uuid) returns void language sql as 'select'`,
        ),
      };
    case 'stock':
      return { preload: null, prepare: run(withoutStockGuard) };
    case 'letter':
      return { preload: hook('without-kept-letter.ts'), prepare: () => Promise.resolve() };
  }
}

/** The same where seats are named: without the stock guard a seat that somebody has is given to the next who names it. */
export function withoutOnSeats(sabotage: Sabotage | null): Without {
  if (sabotage !== 'stock') return without(sabotage);
  return {
    preload: hook('without-seat-guard.ts'),
    prepare: run('drop trigger guard_seat_holder on performance_seat'),
  };
}

/** The guarded UPDATE without its guard, and without the trigger behind it: whatever is asked for is taken. */
const withoutStockGuard = `
  drop trigger stock_ceiling on stock;
  create or replace function move_stock(stock_row uuid, more_held int, more_ordered int, more_sold int, more_tentative int)
    returns void language sql as $$
      update stock set
        held = held + more_held, ordered = ordered + more_ordered, sold = sold + more_sold,
        tentative = tentative + more_tentative,
        ceiling = greatest(capacity + overbooking, held + ordered + sold + blocked + allotted + recalling + more_held + more_ordered + more_sold),
        firm_ceiling = greatest(capacity, ordered + sold + blocked + allotted + recalling + more_ordered + more_sold)
      where id = stock_row $$`;

function hook(file: string): string {
  return join(ROOT, 'tests', 'faults', file);
}

function run(statement: string): (databaseUrl: string) => Promise<void> {
  return async (databaseUrl) => {
    const owner = new pg.Client({ connectionString: databaseUrl });
    await owner.connect();
    try {
      await owner.query(statement);
    } finally {
      await owner.end();
    }
  };
}
