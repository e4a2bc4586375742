import { defineEntity, p } from '@mikro-orm/core';
import type { NamedSeat } from '../../../rules/stock/named-seat.ts';
import { Performance } from '../catalogue/performance.ts';
import { id, instant, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/** What a sale made elsewhere is at odds with: rows it took over their limit, and seats that somebody else has. */
export interface SaleIncident {
  over: { contingentId: string; seatCategoryId: string; by: number }[];
  seats: (NamedSeat & { holder: { source: string; id: string } })[];
}

/**
 * A sale made elsewhere and told to us: a fact, whatever the stock says. Its places are claims of the source
 * `external-sale`. Of one seller a reference stands once per performance, unless it was cancelled here.
 */
export const ExternalSale = defineEntity({
  name: 'ExternalSale',
  tableName: 'external_sale',
  indexes: [{ properties: ['performance'] }],
  checks: [{ name: 'external_sale_quantity', expression: 'quantity > 0' }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    performance: () => p.manyToOne(Performance),
    seller: p.text(),
    reference: p.text(),
    quantity: p.integer(),
    incident: p.json<SaleIncident>().nullable(),
    recordedAt: instant(),
    cancelledAt: instant().nullable(),
    version: version(),
  },
});
