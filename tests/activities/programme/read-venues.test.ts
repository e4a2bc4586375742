import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fault, UnreadableInput } from '../../../activities/catalogue/programme/fault.ts';
import { readVenues } from '../../../activities/catalogue/programme/read-venues.ts';
import { tellFault } from '../../../activities/catalogue/programme/tell-fault.ts';
import { venueKey } from '../../../activities/catalogue/programme/venue-map.ts';
import { sampleVenues, sampleVenuesCsv } from './support/sample.ts';

const header =
  'venue,timeZone,categoryCode,categoryNameFr,categoryNameEn,rank,colour,capacity,priceCents:OPTION,priceCents:PLEIN';
const line = 'Salle Boréale,Europe/Paris,A,Parterre,Stalls,1,#AA0000,300,2500,3200';
const read = (...lines: string[]) => readVenues([header, ...lines].join('\n'));

function faultsIn(action: () => unknown): readonly Fault[] {
  try {
    action();
  } catch (error) {
    if (error instanceof UnreadableInput) return error.faults;
    throw error;
  }
  return [];
}

const faultsOf = (action: () => unknown) => faultsIn(action).map((fault) => tellFault('en', fault));

describe('the file of venues', () => {
  it('shipped with the product names the four halls, their clocks, seats and prices', () => {
    const halls = [...sampleVenues.values()].map(({ name, timeZone }) => [name, timeZone]);
    expect(halls).toEqual([
      ['David Geffen Hall', 'America/New_York'],
      ['Merkin Hall', 'America/New_York'],
      ['Gerald R. Ford Amphitheater', 'America/Denver'],
      ['Seoul Arts Center (Concert Hall)', 'Asia/Seoul'],
    ]);
    for (const { categories } of sampleVenues.values()) {
      for (const { prices } of categories) expect([...prices.keys()]).toEqual(['OPTION', 'PLEIN', 'REDUIT']);
    }
  });

  it('gives categories in order, with names in both languages', () => {
    const venue = read(line, '"Salle, Petite",UTC,B,Balcon,Balcony,2,#00aa00,80,,0').get(
      venueKey('salle  BORÉALE'),
    );
    expect(venue).toEqual({
      code: 'salle-boreale',
      name: 'Salle Boréale',
      timeZone: 'Europe/Paris',
      categories: [
        {
          code: 'A',
          names: { fr: 'Parterre', en: 'Stalls' },
          rank: 1,
          colour: '#aa0000',
          capacity: 300,
          prices: new Map([
            ['OPTION', 2500],
            ['PLEIN', 3200],
          ]),
        },
      ],
    });
  });

  it('is read with semicolons or tabs, a byte order mark, Windows line ends and empty lines', () => {
    for (const separator of [';', '\t']) {
      const text = sampleVenuesCsv.replaceAll(',', separator).replaceAll('\n', '\r\n');
      expect(readVenues(`\uFEFF${text}\r\n\r\n`)).toEqual(sampleVenues);
    }
  });

  it('tells venues apart whose names make one code', () => {
    const codes = [...read(line, line.replace('Boréale', 'Boreale!')).values()].map(({ code }) => code);
    expect(codes).toEqual(['salle-boreale', 'salle-boreale-2']);
  });

  it('lists every fault with its line', () => {
    expect(
      faultsOf(() =>
        read(
          line,
          line,
          ',Europe/Paris,B,Parterre,Stalls,0,red,1.5,25.00,x',
          'Salle Boréale,Asia/Seoul,C,Parterre,Stalls,1,#aa0000,300,2500,',
          'Autre,Mars/Base,C,Parterre,Stalls,1,#aa0000,300,2500,',
          'Autre,Europe/Paris,C,Parterre,Stalls,1,#aa0000,300,,',
          'Autre,Europe/Paris,C,Parterre,Stalls,1,#aa0000,300,1,2,3',
          'Autre',
        ),
      ),
    ).toEqual([
      'line 3: The category A is already given for the venue “Salle Boréale”.',
      'line 4: The value “” is not valid in the column “venue”.',
      'line 4: The value “0” is not valid in the column “rank”.',
      'line 4: The value “red” is not valid in the column “colour”.',
      'line 4: The value “1.5” is not valid in the column “capacity”.',
      'line 4: The value “25.00” is not valid in the column “priceCents:OPTION”.',
      'line 4: The value “x” is not valid in the column “priceCents:PLEIN”.',
      'line 5: The venue “Salle Boréale” already has another time zone: Europe/Paris.',
      'line 6: The time zone “Mars/Base” is unknown.',
      'line 7: The category C has no price.',
      'line 8: The column “11” is unknown or given twice.',
      ...['timeZone', 'categoryCode', 'categoryNameFr', 'categoryNameEn', 'rank', 'colour', 'capacity'].map(
        (column) => `line 9: The value “” is not valid in the column “${column}”.`,
      ),
    ]);
  });

  it('says which columns it lacks or does not know', () => {
    expect(
      faultsOf(() => readVenues(`${header.replace('rank,', 'Rang,').replace(/,priceCents.*/, '')}\nx`)),
    ).toEqual([
      'line 1: The column “rank” is missing.',
      'line 1: The column “Rang” is unknown or given twice.',
      'line 1: No price column (“priceCents:CODE”) is given.',
    ]);
    expect(faultsOf(() => readVenues(''))).toEqual(['line 1: The file of venues holds no category.']);
    expect(faultsOf(() => readVenues(header))).toEqual(['line 1: The file of venues holds no category.']);
  });

  it('tells its faults in French too', () => {
    const [fault] = faultsIn(() => read(line.replace('Paris', 'Nulle-Part')));
    expect(fault && tellFault('fr', fault)).toBe(
      'ligne 2\u00A0: Le fuseau horaire « Europe/Nulle-Part » est inconnu.',
    );
  });

  it('says where it is no CSV, and stops at its bound', () => {
    expect(faultsOf(() => read(line, '"Salle,Europe/Paris'))).toEqual([
      expect.stringMatching(/^line \d+: The file of venues is not valid CSV[.]$/),
    ]);
    expect(faultsOf(() => read(...Array.from({ length: 6_000 }, () => line)))).toEqual([
      'line 5001: The file of venues has more than 5,000 lines.',
    ]);
  });

  it('answers any text with venues or faults', () => {
    const lines = fc.array(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(...line.split(','))), { maxLength: 11 }),
    );
    fc.assert(
      fc.property(fc.boolean(), lines, (withHeader, rows) => {
        const text = [...(withHeader ? [header] : []), ...rows.map((cells) => cells.join(','))].join('\n');
        try {
          for (const { categories } of readVenues(text).values())
            expect(categories.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableInput);
        }
      }),
    );
  });
});
