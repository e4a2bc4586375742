import { defineEntity, p } from '@mikro-orm/core';
import { AudienceCategory } from '../catalogue/audience-category.ts';
import { code, id, instant, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * A sales channel (French *filière de vente*). `back-office` is the operators' own. The default audience categories
 * serve contacts that have none; `directOptionDueAt` is the last date to confirm direct options made through it. When the seat
 * engine chooses seats for the channel, it leaves one alone only where nothing else is possible; with
 * `isolatedSeatTrigger` never while the date has that many free places or more. `isolatedSeatsAllowed`: it always may.
 * A basket opened through it is abandoned after `abandonDelayMinutes`.
 */
export const SalesChannel = defineEntity({
  name: 'SalesChannel',
  tableName: 'sales_channel',
  uniques: [{ properties: ['organisation', 'code'] }],
  checks: [
    {
      name: 'sales_channel_kind',
      expression:
        "kind in ('back-office', 'internet-public', 'internet-company', 'internet-agency', 'external')",
    },
    { name: 'sales_channel_isolated_seat_trigger', expression: 'isolated_seat_trigger >= 0' },
    {
      name: 'sales_channel_abandon_delay_minutes',
      expression: 'abandon_delay_minutes between 1 and 1440',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    code: code(),
    name: name(),
    kind: p
      .text()
      .$type<'back-office' | 'internet-public' | 'internet-company' | 'internet-agency' | 'external'>(),
    individualAudienceCategory: () => p.manyToOne(AudienceCategory).nullable().deleteRule('no action'),
    structureAudienceCategory: () => p.manyToOne(AudienceCategory).nullable().deleteRule('no action'),
    directOptionDueAt: instant().nullable(),
    isolatedSeatTrigger: p.integer().nullable(),
    isolatedSeatsAllowed: p.boolean().default(false),
    abandonDelayMinutes: p.integer().default(20),
    active: p.boolean().default(true),
    version: version(),
  },
});
