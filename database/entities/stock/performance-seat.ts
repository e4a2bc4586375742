import { defineEntity, p } from '@mikro-orm/core';
import { Performance } from '../catalogue/performance.ts';
import { Institution } from '../organisation/institution.ts';
import { Seat } from '../venues/seat.ts';
import { Claim } from './claim.ts';
import { Stock } from './stock.ts';

/**
 * One numbered seat of one performance: the stock row it counts in, and the claim that holds it (null: free). The primary
 * key gives a seat one holder per performance by construction. Kept narrow, for millions of rows: the key is the only
 * index and the performance the only foreign key.
 *
 * Left out on purpose: foreign keys to the seat (the performance's configuration keeps its plan), to the stock row and
 * to the claim (deleting either would look through the whole table: who deletes one asks by performance first), to the
 * institution (row level security compares it); an index on the claim or the stock row (a performance's seats stand
 * together in the key, some thousands at most). No indexed column changes when a seat is taken or given back, and the
 * table is filled to 80 %: its new version stays on its page and costs no index entry.
 */
export const PerformanceSeat = defineEntity({
  name: 'PerformanceSeat',
  tableName: 'performance_seat',
  properties: {
    performance: () => p.manyToOne(Performance).primary().updateRule('no action').deleteRule('no action'),
    seat: () => p.manyToOne(Seat).primary().createForeignKeyConstraint(false),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    stock: () => p.manyToOne(Stock).createForeignKeyConstraint(false),
    claim: () => p.manyToOne(Claim).nullable().createForeignKeyConstraint(false),
  },
});
