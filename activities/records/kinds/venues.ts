import { z } from 'zod';
import { seatCategoryList, venueList } from '../../../database/read-models/venues.ts';
import { AddressLines, Code, Name, NamesByLanguage, TimeZone } from '../fields.ts';
import { defineRecord } from '../record-kind.ts';

const venueFields = {
  organisationId: z.uuid(),
  code: Code,
  name: Name,
  timeZone: TimeZone,
  addressLines: AddressLines,
};

/** Venues. Another time zone holds for performances planned from then on. */
export const venueRecords = defineRecord({
  subject: 'venue',
  table: 'venue',
  fields: z.strictObject(venueFields),
  required: ['organisationId', 'code', 'name', 'timeZone'],
  fixed: ['organisationId'],
  references: { organisationId: 'organisation' },
  json: ['addressLines'],
  row: z.object({ id: z.uuid(), ...venueFields, version: z.int() }).meta({ id: 'Venue' }),
  list: venueList,
});

const categoryFields = {
  venueId: z.uuid(),
  rank: z.int().min(1).max(1_000),
  code: Code,
  name: Name,
  names: NamesByLanguage,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  optionAllowed: z.boolean(),
};

/** Seat categories of a venue; rank 1 is the best. */
export const seatCategoryRecords = defineRecord({
  subject: 'seat-category',
  table: 'seat_category',
  fields: z.strictObject(categoryFields),
  required: ['venueId', 'rank', 'code', 'name'],
  fixed: ['venueId'],
  references: { venueId: 'venue' },
  json: ['names'],
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      venueName: z.string(),
      ...categoryFields,
      version: z.int(),
    })
    .meta({ id: 'SeatCategory' }),
  list: seatCategoryList,
});
