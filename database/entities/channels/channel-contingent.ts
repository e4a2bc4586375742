import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Contingent } from '../stock/contingent.ts';
import { SalesChannel } from './sales-channel.ts';

/** A contingent a channel may draw from; the lowest rank is drawn first. */
export const ChannelContingent = defineEntity({
  name: 'ChannelContingent',
  tableName: 'channel_contingent',
  uniques: [{ properties: ['channel', 'contingent'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    channel: () => p.manyToOne(SalesChannel).deleteRule('cascade'),
    contingent: () => p.manyToOne(Contingent),
    rank: p.integer(),
  },
});
