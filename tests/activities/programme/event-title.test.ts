import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventTitle, maxTitleLength } from '../../../activities/catalogue/programme/event-title.ts';

const work = (composerName: string, workTitle: unknown, more: object = {}) => ({
  composerName,
  workTitle,
  soloists: [],
  ...more,
});
const title = (...works: unknown[]) => eventTitle(works, 'Chamber');

describe('the title of an event', () => {
  it.each([
    ['CONCERTO, PIANO NO. 14, E-FLAT MAJOR, K.449', 'Piano Concerto No. 14, E-flat major'],
    ['CONCERTO, PIANO, NO. 1, D MINOR, OP.15', 'Piano Concerto No. 1, D minor'],
    ['SYMPHONY NO.  5 IN C SHARP MINOR', 'Symphony No. 5 in C sharp minor'],
    ['VALSE, LA', 'La Valse'],
    ['MER, LA [THE SEA]', 'La Mer'],
    ['MAGIC FLUTE, THE, K.620', 'The Magic Flute'],
    ['QUARTET, STRING, OP. 77, NO. 1, G MAJOR, H.III:81', 'String Quartet No. 1, G major'],
    ['TRIO, CLARINET, CELLO AND PIANO, A MINOR, OP. 114', 'Trio, Clarinet, Cello and Piano, A minor'],
    ["NUITS D'ETE, OP.7", "Nuits d'Ete"],
    ["L'HISTOIRE DU SOLDAT: SUITE", "L'Histoire du Soldat: Suite"],
    ['GUNTRAM (ARR. Someone)', 'Guntram'],
    ['Already Readable', 'Already Readable'],
  ])('makes %s readable', (given, expected) => {
    expect(title(work('Sample, Ada', given))).toBe(`Sample: ${expected}`);
  });

  it('reads emphasised words', () => {
    expect(title(work('Sample, Ada', { _: 'FROM  (QUARTET)', em: ['ARRIVAL', 'THE SAILOR'] }))).toBe(
      'Sample: Arrival, the Sailor',
    );
    expect(title(work('Sample, Ada', { _: 'SEPTET' }))).toBe('Sample: Septet');
  });

  it('names whole works, not the encores and intervals between them', () => {
    const interval = { ID: '0*', interval: 'Intermission', soloists: [] };
    const encore = work('Other, Bo', 'ETUDES', { movement: { _: 'No. 12', em: 'Wild' } });
    expect(title(work('Sample, Ada', 'SEPTET'), interval, encore, work('Sample, Ada', 'OCTET'))).toBe(
      'Sample: Septet – Octet',
    );
    expect(title(encore)).toBe('Other: Etudes');
  });

  it('names the first two and the last of many, fewer when they are long', () => {
    const works = ['ONE', 'TWO', 'THREE', 'FOUR'].map((name) => work('Sample, Ada', name));
    expect(title(...works)).toBe('Sample: One – Two – Four');
    const long = ['ALPHA', 'BETA', 'GAMMA'].map((name) =>
      work('Sample, Ada', `${name} ${'LONG '.repeat(8)}`),
    );
    expect(title(...long)).toMatch(/^Sample: Alpha .* – Gamma /);
  });

  it('spells composers and players as they do, and leaves out those who are nobody', () => {
    const players = {
      conductorName: 'Not conducted',
      soloists: [
        { soloistName: 'Rusk [Růsk], Ana', soloistInstrument: 'Violin', soloistRoles: 'S' },
        { soloistName: 'Ensemble Nord', soloistInstrument: 'Choir', soloistRoles: 'S' },
      ],
    };
    expect(title(work('Sampel [Sämpel], Ada', 'SEPTET', players))).toBe(
      'Sämpel: Septet · Ana Růsk, Ensemble Nord',
    );
    expect(title(work('Traditional,', 'AULD SONG'), work('Anthem,', 'SOMEWHERE'))).toBe(
      'Traditional: Auld Song',
    );
  });

  it('falls back to the kind of event', () => {
    expect(eventTitle([], '  Pride   Alliance ')).toBe('Pride Alliance');
    expect(eventTitle([null, 3, { workTitle: 4 }], 'Chamber')).toBe('Chamber');
  });

  it('is never empty, long or ragged, whatever the works', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[A-Z ,.:'()[\]-]{0,200}$/));
    const anyWork = fc.record(
      {
        composerName: text,
        workTitle: fc.oneof(
          text,
          fc.record({ _: text, em: fc.oneof(text, fc.array(text)) }, { requiredKeys: [] }),
        ),
        movement: fc.anything(),
        conductorName: text,
        soloists: fc.array(fc.record({ soloistName: text })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anyWork, fc.anything()), { maxLength: 12 }), (works) => {
        const given = eventTitle(works, 'Chamber');
        expect(given.length).toBeGreaterThan(0);
        expect(given.length).toBeLessThanOrEqual(maxTitleLength);
        expect(given).not.toMatch(/\s{2}|^\s|\s$|[\n\t]/);
      }),
    );
  });
});
