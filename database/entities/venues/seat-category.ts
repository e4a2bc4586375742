import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Venue } from './venue.ts';

/** A logical seat category of a venue: its rank (1 = best), code, colour, and whether options may be taken in it. */
export const SeatCategory = defineEntity({
  name: 'SeatCategory',
  tableName: 'seat_category',
  uniques: [{ properties: ['venue', 'code'] }],
  checks: [{ name: 'seat_category_colour', expression: "colour ~ '^#[0-9a-f]{6}$'" }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    venue: () => p.manyToOne(Venue),
    rank: p.integer(),
    code: code(),
    name: name(),
    names: names(),
    colour: p.text().default('#1255a0'),
    optionAllowed: p.boolean().default(true),
    version: version(),
  },
});
