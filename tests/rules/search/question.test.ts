import { describe, expect, it } from '@jest/globals';
import { readSearch } from '../../../rules/search/question.ts';

const read = (typed: string) => readSearch(typed, '2026-11-22');

describe('a search as it is typed', () => {
  it('is words, the longest first, whatever stands between them', () => {
    expect(read('  d’Abord Saint-Étienne ').words).toEqual(['Étienne', 'Abord', 'Saint', 'd']);
    expect(read('').words).toEqual([]);
    expect(read('cent% \\ _').words).toEqual(['cent']);
    expect(read('50% \\ _')).toMatchObject({ words: [], number: 50 });
  });

  it('is the number of a record, however people write it', () => {
    for (const typed of ['21', 'n°21', 'N° 21', 'option n° 21', '#21', 'commande 21', 'Letter 21']) {
      expect(read(typed).number).toBe(21);
    }
    expect(read('21 décembre').number).toBeNull();
    expect(read('12345678901').number).toBeNull();
  });

  it('is a telephone number with its blanks and dots taken away', () => {
    expect(read('06.09.57.33.85').words).toEqual(['0609573385']);
    expect(read('06 09 57 33 85').words).toEqual(['0609573385']);
  });

  it('is a day, the next one when no year is told', () => {
    expect(read('12/03')).toEqual({ words: [], number: null, day: '2027-03-12' });
    expect(read('cerisaie 28.11.2026')).toEqual({ words: ['cerisaie'], number: null, day: '2026-11-28' });
    expect(read('2027-01-02').day).toBe('2027-01-02');
    expect(read('15/11').day).toBe('2026-11-15');
    expect(read('29/02').day).toBe('2028-02-29');
    expect(read('45/13').day).toBeNull();
  });

  it('is a day with the name of its month, in French or English, in full or cut short', () => {
    for (const typed of ['15 déc', '15 décembre', '15 dec.', 'Dec 15', 'December 15th', '15 Décembre 2026']) {
      expect(read(typed)).toEqual({ words: [], number: null, day: '2026-12-15' });
    }
    expect(read('1er mars')).toEqual({ words: [], number: null, day: '2027-03-01' });
    expect(read('cerisaie 3 août 2027')).toEqual({ words: ['cerisaie'], number: null, day: '2027-08-03' });
    expect(read('Mar 12, 2027').day).toBe('2027-03-12');
    expect(read('12 marseille')).toEqual({ words: ['marseille', '12'], number: null, day: null });
    expect(read('maison 12').day).toBeNull();
    expect(read('31 février').day).toBeNull();
  });
});
