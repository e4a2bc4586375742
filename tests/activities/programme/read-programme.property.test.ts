import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundedText } from '../../../activities/catalogue/programme/bounded-text.ts';
import { checkJson } from '../../../activities/catalogue/programme/check-json.ts';
import { UnreadableInput } from '../../../activities/catalogue/programme/fault.ts';
import { readProgramme } from '../../../activities/catalogue/programme/read-nyphil.ts';
import { concert, file, programme, sampleVenues as venues } from './support/sample.ts';

const someConcert = fc.record({
  eventType: fc.constantFrom('Tour', 'Chamber'),
  Venue: fc.constantFrom('David Geffen Hall', '  merkin  HALL ', 'Nowhere'),
  Date: fc.constantFrom('2025-07-10T04:00:00Z', '2025-01-10T05:00:00Z', '2025-01-10T04:00:00Z', 'soon'),
  Time: fc.constantFrom('7:30PM', '2:00PM', 'None', null, '99:99'),
});
const someProgramme = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    concerts: fc.array(fc.oneof(someConcert, fc.jsonValue())),
  })
  .map(({ id, concerts }) => programme(id, concerts));

describe('reading any programme', () => {
  it('puts every concert in exactly one of the two lists, twice the same', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: someProgramme }, fc.jsonValue())), (programs) => {
        const { performances, rejected } = readProgramme(JSON.stringify({ programs }), { venues });
        const expected = programs
          .map((given) => Math.max(1, concertsOf(given)))
          .reduce((sum, count) => sum + count, 0);
        expect(performances.length + rejected.length).toBe(expected);
        expect(new Set(performances.map(({ externalId }) => externalId)).size).toBe(performances.length);
        expect(readProgramme(JSON.stringify({ programs }), { venues })).toEqual({ performances, rejected });
      }),
    );
  });

  it('ignores fields it does not know', () => {
    const given = programme('a', [concert('2025-07-10T04:00:00Z')]);
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().map((key) => `x-${key}`),
          fc.jsonValue(),
        ),
        (unknown) => {
          const more = {
            ...unknown,
            ...given,
            concerts: given.concerts.map((one) => ({ ...unknown, ...concert('2025-07-10T04:00:00Z'), one })),
          };
          expect(readProgramme(file(more), { venues })).toEqual(readProgramme(file(given), { venues }));
        },
      ),
    );
  });

  it('answers any text with performances or one clear fault', () => {
    const whole = file(programme('a', [concert('2025-07-10T04:00:00Z')]));
    const cutOrSpoilt = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.nat(whole.length).map((at) => whole.slice(0, at)),
      fc
        .tuple(fc.nat(whole.length), fc.string())
        .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + 1)),
    );
    fc.assert(
      fc.property(cutOrSpoilt, (text) => {
        try {
          readProgramme(text, { venues });
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableInput);
        }
      }),
    );
  });

  it('calls JSON what JSON.parse calls JSON, and points into the text', () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.stringMatching(/^[[\]{},:"\\0-9.eE+\-tfn \n]{0,12}$/),
      fc
        .tuple(fc.json(), fc.nat(40), fc.string({ maxLength: 2 }))
        .map(([text, at, more]) => text.slice(0, at) + more + text.slice(at)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const fault = checkJson(text, 1_000);
        expect(fault === null).toBe(parses(text));
        if (fault !== null)
          expect(text.split('\n')[fault.line - 1]?.length ?? -1).toBeGreaterThanOrEqual(fault.column - 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the bytes of a file', () => {
  it('are read in pieces, as UTF-8, and never past the bound', async () => {
    const bytes = Buffer.from('{"Venue": "Café"}');
    expect(await boundedText('p.json', [bytes.subarray(0, 15), bytes.subarray(15)])).toBe(
      '{"Venue": "Café"}',
    );
    const endless = (function* () {
      for (;;) yield Buffer.alloc(1024 * 1024);
    })();
    await expect(boundedText('p.json', endless)).rejects.toMatchObject({
      faults: [{ where: 'p.json', code: 'programme.size', values: { maxMegabytes: 32 } }],
    });
    await expect(boundedText('p.json', [Buffer.from([0xff])])).rejects.toMatchObject({
      faults: [{ code: 'programme.encoding' }],
    });
  });
});

const archive = new URL('../../../../shared/data/nyphil-programmes-2024-26.json', import.meta.url);
const text = existsSync(archive) ? readFileSync(archive, 'utf8') : archiveLike();

/** A season in the shape of the orchestra's archive, for checkouts without it: 144 programmes, 252 concerts. */
function archiveLike(): string {
  const halls = [
    'David Geffen Hall',
    'Merkin Hall',
    'Gerald R. Ford Amphitheater',
    'Seoul Arts Center (Concert Hall)',
  ];
  const programmes = Array.from({ length: 144 }, (_none, index) => {
    const concerts = Array.from({ length: index < 108 ? 2 : 1 }, (_nothing, night) =>
      concert(
        `2025-07-${10 + night}T04:00:00Z`,
        index === 1 ? 'None' : '7:30PM',
        index < 127 ? halls[index % 4] : 'Park',
      ),
    );
    return programme(`programme-${index}`, concerts, [
      { composerName: 'Sample, Ada', workTitle: `SEPTET NO. ${index}` },
    ]);
  });
  return JSON.stringify({ programs: programmes });
}

describe('the archive of the orchestra', () => {
  it('gives 144 programmes and 252 concerts, each taken or explained', () => {
    const { performances, rejected } = readProgramme(text, { venues, shiftDays: 728 });
    expect(performances.length + rejected.length).toBe(252);
    expect(performances.length).toBeGreaterThan(200);
    expect(rejected.flatMap(({ reasons }) => reasons.map(({ code }) => code)).sort()).toContain(
      'programme.timeMissing',
    );
    expect(new Set(rejected.flatMap(({ reasons }) => reasons.map(({ code }) => code)))).toEqual(
      new Set(['programme.timeMissing', 'programme.venueUnknown']),
    );
    expect(performances.every(({ event }) => event.title.length > 3)).toBe(true);
  });
});

function concertsOf(given: unknown): number {
  const listed = typeof given === 'object' && given !== null && 'concerts' in given ? given.concerts : null;
  return Array.isArray(listed) ? listed.length : 0;
}

function parses(candidate: string): boolean {
  try {
    JSON.parse(candidate);
    return true;
  } catch {
    return false;
  }
}
